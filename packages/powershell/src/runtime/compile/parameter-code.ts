import type { TypeName } from '../../syntax/type-name.ts';
import type { Frame } from '../engine/frame.ts';
import type { Expression } from './compiled.ts';

/** An attribute in code: its arguments are evaluated when something asks for it. */
export interface AttributeCode {
  /** In lower case, without the ending `Attribute`. */
  readonly key: string;
  readonly typeName: TypeName;
  readonly place: { readonly start: number; readonly end: number };
  readonly evaluate: (frame: Frame) => EvaluatedAttribute;
}

/** What an attribute's arguments are. */
export interface EvaluatedAttribute {
  readonly args: readonly unknown[];
  /** Named arguments by lower-case name. */
  readonly named: ReadonlyMap<string, unknown>;
}

/** A parameter of a script block in code. */
export interface ParameterCode {
  readonly name: string;
  /** Types and attributes in the order in which they are written. */
  readonly attributes: readonly (AttributeCode | TypeConstraint)[];
  /** The value without an argument; runs in the function's own scope. */
  readonly defaultValue: Expression | undefined;
}

/** A type that a value is converted to. */
export interface TypeConstraint {
  readonly key: undefined;
  readonly typeName: TypeName;
  readonly place: { readonly start: number; readonly end: number };
}

/** The code of a script block's parameters. */
export interface FunctionCode {
  readonly parameters: readonly ParameterCode[];
  /** Those of the param block. */
  readonly attributes: readonly AttributeCode[];
  /** Has attributes of an advanced function: unknown arguments are errors, not `$args`. */
  readonly isAdvanced: boolean;
}
