import type { z } from 'zod';
import type { ObjectDefinition, RecordOf } from './define-object.ts';

/** How a parameter takes part in binding. Source: System.Management.Automation.ParameterAttribute. */
export interface ParameterOptions {
  /** Short .NET name of the parameter's type; the binder converts text by it. */
  readonly type: string;
  readonly help: string;
  /** The sets it belongs to; every set when absent. */
  readonly sets?: readonly string[];
  /** Mandatory in every set it belongs to, or in those named. */
  readonly mandatory?: true | readonly string[];
  /** Place among the arguments without a name, from 0. */
  readonly position?: number;
  readonly aliases?: readonly string[];
  readonly pipeline?: 'value and property' | 'property';
  /** The values an enumeration accepts. */
  readonly values?: readonly string[];
  /** `$null` is a value of it, which takes away what was set; elsewhere it counts as not given. */
  readonly clears?: true;
  /** What completes it at a prompt. */
  readonly completes?: 'batch' | 'endpoint' | 'user';
  /** Answered by the shell (-Confirm, -WhatIf), never sent to a Backend. */
  readonly host?: true;
  /** Stays with the caller, who does what it asks for by other calls; never sent to a Backend. */
  readonly caller?: true;
  /** Is ours: the product has no such parameter. */
  readonly extension?: true;
  /** Exists in the on-premises organization alone. */
  readonly onPremises?: true;
  /** Exists in the product, is nothing that a cutover migration can do, and is refused by its name. */
  readonly refused?: true;
}

/** One parameter: what it accepts, and how it binds. */
export interface ParameterDefinition<T = unknown> extends ParameterOptions {
  readonly schema: z.ZodType<T>;
}

export type ParameterDefinitions = Readonly<Record<string, ParameterDefinition>>;

/** An example of a definition; each one is run as a test. */
export interface CmdletExample {
  readonly title: string;
  readonly script: string;
  /** What its output contains; without it the example succeeds in silence or with no record. */
  readonly expect?: string;
}

/** What a cmdlet does to its target, or what the whole question says. */
export interface Confirmation {
  readonly action: string;
  readonly impact: 'Medium' | 'High';
  readonly isSentence?: true;
}

/** How many records a cmdlet answers. */
export type CmdletReturn = 'one' | 'many' | 'none';

/** The contract of a cmdlet, from which everything else about it is made. */
export interface CmdletDefinition {
  readonly name: string;
  readonly synopsis: string;
  readonly description: string;
  readonly output: ObjectDefinition | null;
  readonly returns: CmdletReturn;
  /** Is ours: the product has no such cmdlet. */
  readonly extension?: true;
  /** Where there is such a cmdlet: in the on-premises organization alone, or there too. Absent: in the cloud alone. */
  readonly side?: 'onPremises' | 'both';
  /** The product's parameter sets, in its order. */
  readonly sets: readonly string[];
  /** Those of them that a cutover migration has; the first is taken where several of all sets fit. */
  readonly cutoverSets: readonly string[];
  /** Those that are carried out in the on-premises organization besides. */
  readonly onPremisesSets?: readonly string[];
  /** What is asked before it runs; absent for cmdlets that only read. */
  readonly confirms?: Confirmation;
  readonly parameters: ParameterDefinitions;
  readonly examples: readonly CmdletExample[];
}

type InSet<P, S> = P extends { readonly sets: readonly (infer N)[] } ? (S extends N ? true : false) : true;
type MandatoryIn<P, S> = P extends { readonly mandatory: true }
  ? true
  : P extends { readonly mandatory: readonly (infer N)[] }
    ? S extends N
      ? true
      : false
    : false;
type Sent<P> = P extends { readonly refused: true } | { readonly host: true } ? false : true;
type ValueOf<P> = P extends { readonly schema: z.ZodType<infer T> } ? T : never;
type Flatten<T> = { [K in keyof T]: T[K] };

type SetParameters<P, S> = Flatten<
  {
    -readonly [
      K in keyof P as Sent<P[K]> extends true
        ? InSet<P[K], S> extends true
          ? MandatoryIn<P[K], S> extends true
            ? K
            : never
          : never
        : never
    ]: ValueOf<P[K]>;
  } & {
    -readonly [
      K in keyof P as Sent<P[K]> extends true
        ? InSet<P[K], S> extends true
          ? MandatoryIn<P[K], S> extends true
            ? never
            : K
          : never
        : never
    ]?: ValueOf<P[K]> | undefined;
  } & {
    -readonly [K in keyof P as InSet<P[K], S> extends true ? never : K]?: undefined;
  }
>;

/** The parameters of a cmdlet as its typed function takes them: one shape for each set that a cutover has. */
export type ParametersOf<D extends CmdletDefinition> =
  SetsOf<D> extends infer S ? (S extends string ? SetParameters<D['parameters'], S> : never) : never;

type SetsOf<D extends CmdletDefinition> =
  | D['cutoverSets'][number]
  | (D extends { readonly onPremisesSets: readonly (infer N)[] } ? N : never);

type AlwaysGiven<P> = P extends { readonly mandatory: true; readonly sets: readonly string[] }
  ? false
  : P extends { readonly mandatory: true }
    ? true
    : false;

/** The parameters of a cmdlet whatever the set: what a handler is given once the set has been checked. */
export type AnyParametersOf<D extends CmdletDefinition> = Flatten<
  {
    readonly [
      K in keyof D['parameters'] as Sent<D['parameters'][K]> extends true
        ? AlwaysGiven<D['parameters'][K]> extends true
          ? K
          : never
        : never
    ]: ValueOf<D['parameters'][K]>;
  } & {
    readonly [
      K in keyof D['parameters'] as Sent<D['parameters'][K]> extends true
        ? AlwaysGiven<D['parameters'][K]> extends true
          ? never
          : K
        : never
    ]?: ValueOf<D['parameters'][K]> | undefined;
  }
>;

/** One record of a cmdlet's output. */
export type OutputOf<D extends CmdletDefinition> = RecordOf<D['output']>;

/** What the typed function resolves with. */
export type ResultOf<D extends CmdletDefinition> = D['returns'] extends 'many'
  ? OutputOf<D>[]
  : D['returns'] extends 'one'
    ? OutputOf<D>
    : void;
