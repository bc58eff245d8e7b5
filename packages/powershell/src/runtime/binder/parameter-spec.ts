import type { Validation } from './validation.ts';

/** How a parameter takes part in a parameter set. */
export interface ParameterUse {
  readonly position?: number | undefined;
  readonly mandatory?: boolean;
  /** How objects of the pipeline come to it: whole, by a property of its name, or either way. */
  readonly pipeline?: 'value' | 'property' | 'both' | undefined;
  /** Takes all arguments that no other parameter takes. */
  readonly remaining?: boolean;
}

/** The name of the set that stands for all sets, in `sets`. */
export const allSets = '__AllParameterSets';

/**
 * The contract of a parameter, of a function or a cmdlet alike. Without `sets` it belongs to all parameter sets; with it, to those
 * that it names, each with a use of its own that lies over the one given here.
 */
export interface ParameterSpec extends ParameterUse {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** The .NET type by name as a script would write it (`Int32`, `String[]`, `SwitchParameter`); any object without one. */
  readonly type?: string;
  /** The type that help and syntax tell of a parameter that takes any object, as another than the binder checks it. */
  readonly shownType?: string;
  readonly sets?: Readonly<Record<string, ParameterUse>>;
  /** Makes another value of an argument before it is converted, as an attribute of the original does. */
  readonly transform?: (value: unknown) => unknown;
  /** Checks of the converted argument, in this order. */
  readonly validate?: readonly Validation[];
  /** Words in lower case that it does not take: another parameter of the position may. */
  readonly leaves?: readonly string[];
  /** Whether it takes an object of the pipeline: another parameter may where it does not. */
  readonly takes?: (item: unknown) => boolean;
  /** A mandatory parameter refuses these without leave. */
  readonly allowNull?: boolean;
  readonly allowEmptyString?: boolean;
  readonly allowEmptyCollection?: boolean;
  /** A script block is run for each object of the pipeline, as for a type of its own, though none is told. */
  readonly delays?: true;
  /** The original has it and it is refused by name here. */
  readonly unsupported?: true;
}
