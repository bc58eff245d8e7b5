import type { CmdletExample, CmdletReturn, Confirmation, ParameterOptions } from './cmdlet-definition.ts';
import type { Column, ValueKind } from './define-object.ts';

/** How a parameter binds, as plain data. */
export type ParameterMetadata = ParameterOptions;

/** A cmdlet's contract as plain data, which loads without its schemas. */
export interface CmdletMetadata {
  readonly name: string;
  readonly synopsis: string;
  readonly description: string;
  /** Name of the output object; null for none. */
  readonly output: string | null;
  readonly returns: CmdletReturn;
  readonly sets: readonly string[];
  readonly cutoverSets: readonly string[];
  /** Absent: in the cloud alone. */
  readonly side?: 'onPremises' | 'both';
  readonly onPremisesSets?: readonly string[];
  readonly confirms?: Confirmation;
  readonly parameters: Readonly<Record<string, ParameterMetadata>>;
  readonly examples: readonly CmdletExample[];
}

/** A property of an output object as plain data. */
export interface PropertyMetadata {
  readonly kind: ValueKind;
  readonly type: string;
  readonly nullable?: true;
  /** An enumeration's names; the first is 0. */
  readonly values?: readonly string[];
  readonly element?: PropertyMetadata;
  readonly members?: Readonly<Record<string, PropertyMetadata>>;
  /** Of a record: its full .NET name, and its text with `{Name}` for properties. */
  readonly typeName?: string;
  readonly text?: string;
}

/** An output object as plain data: members in printing order, and the columns of its default table. */
export interface ObjectMetadata {
  readonly name: string;
  readonly typeName: string;
  readonly table?: readonly Column[];
  readonly text?: string;
  readonly properties: Readonly<Record<string, PropertyMetadata>>;
}
