import type { ForeignTraits } from '../values/foreign-value.ts';

/** One form of a method: its parameters by the full names of their types, and what it does. */
export interface Overload {
  readonly parameters: readonly string[];
  /** The parameters' names, as the errors of a conversion have them. */
  readonly names: readonly string[];
  /** Whether the last parameter takes all arguments that remain. */
  readonly rest?: boolean | undefined;
  /** Which parameters are passed by reference: they are given a Reference. */
  readonly byReference?: readonly boolean[] | undefined;
  /** The full name of the type of what it gives, where something asks for it. */
  readonly returns?: string;
  /** A method of a script's class: what it throws is thrown on as it is. */
  readonly isScript?: boolean;
  readonly isHidden?: boolean;
  /** Its errors leave it as they are, as those of no other method do. */
  readonly throwsAsIs?: boolean;
  /** `self` is the value, for a constructor its type, for a static method null. */
  readonly call: (self: unknown, args: readonly unknown[]) => unknown;
}

/** A property of a .NET type. */
export interface Property {
  readonly get: (self: unknown) => unknown;
  readonly set?: (self: unknown, value: unknown) => void;
  /** The full name of its type, where something asks for it. */
  readonly type?: string;
  /** Not listed among the members of a value. */
  readonly isHidden?: boolean;
  /** Of types.ps1xml, not of .NET: wildcards choose it before the type's own. */
  readonly isExtended?: boolean;
}

/** A .NET type as the runtime knows it; what is not declared does not exist. */
export interface DotNetType {
  /** In full, as `[type].FullName` has it. */
  readonly name: string;
  readonly base?: string;
  /** The base of a type that a script defined. */
  readonly baseType?: DotNetType;
  readonly interfaces?: readonly string[];
  readonly properties?: Readonly<Record<string, Property>>;
  readonly methods?: Readonly<Record<string, readonly Overload[]>>;
  readonly statics?: Readonly<Record<string, Property>>;
  readonly staticMethods?: Readonly<Record<string, readonly Overload[]>>;
  readonly constructors?: readonly Overload[];
  /** The names of an enumeration with their values. */
  readonly enumeration?: Readonly<Record<string, number>>;
  readonly flags?: boolean;
  /** The full name of the numbers of an enumeration that are no Int32. */
  readonly underlying?: string;
  /** How instances of a script's class behave. */
  readonly traits?: ForeignTraits<unknown> | undefined;
  readonly valueType?: boolean;
  readonly isInterface?: boolean;
  readonly isAbstract?: boolean;
  /** A delegate: a script block converts to it. */
  readonly isDelegate?: boolean;
  /** The value that `[type]::new()` of a value type without constructors gives. */
  readonly defaultValue?: () => unknown;
  /** The forms of its operators by .NET's names: `op_Addition`. */
  readonly operators?: Readonly<Record<string, readonly Overload[]>>;
  /** Reads or writes `value[index]`. */
  readonly indexer?: Indexer;
  /** A conversion of its own, asked before those by Parse and constructors; undefined when it does not take the value. */
  readonly convert?: (value: unknown, type: DotNetType) => unknown;
  /** The type of the elements, for an array type. */
  readonly element?: DotNetType;
  readonly rank?: number;
  /** The names of a generic definition's parameters. */
  readonly typeParameters?: readonly string[];
  /** What stands for them in a type made of the definition. */
  readonly typeArguments?: readonly DotNetType[];
}

export interface Indexer {
  /** Undefined where there is no such element. */
  readonly get: (self: unknown, index: unknown) => unknown;
  readonly set?: (self: unknown, index: unknown, value: unknown) => void;
}

/** A property that is read only. */
export const readOnly = <T>(get: (self: T) => unknown, type?: string): Property => ({
  get: get as (self: unknown) => unknown,
  ...(type === undefined ? {} : { type: fullName(type) }),
});

/** A property that can be set. */
export const settable = <T>(
  get: (self: T) => unknown,
  set: (self: T, value: never) => void,
  type?: string,
): Property => ({
  get: get as (self: unknown) => unknown,
  set: set as (self: unknown, value: unknown) => void,
  ...(type === undefined ? {} : { type: fullName(type) }),
});

/**
 * A form of a method: `int start, ref int result, ...object values`. `ref` is a parameter by reference, `...` a rest
 * parameter. A type's name stands in full, by its short name, or as a parameter of the generic type.
 */
export function overload<T>(signature: string, call: (self: T, ...args: never[]) => unknown): Overload {
  const invoke = call as (self: unknown, ...args: unknown[]) => unknown;
  return new SignedForm(signature, (self, args) => invoke(self, ...args));
}

/** There are thousands of them, of which a script uses a few: a signature is read when it is asked for. */
class SignedForm implements Overload {
  readonly call: Overload['call'];
  declare readonly returns?: string;
  readonly #text: string;
  #signature: Signature | undefined;

  constructor(text: string, call: Overload['call']) {
    this.#text = text;
    this.call = call;
  }

  get parameters(): readonly string[] {
    return this.#signed.parameters;
  }

  get names(): readonly string[] {
    return this.#signed.names;
  }

  get rest(): boolean | undefined {
    return this.#signed.rest;
  }

  get byReference(): readonly boolean[] | undefined {
    return this.#signed.byReference;
  }

  get #signed(): Signature {
    return (this.#signature ??= readSignature(this.#text));
  }
}

/** A form that is another but for something. */
export function formWith(form: Overload, change: Partial<Overload>): Overload {
  const { parameters, names, rest, byReference } = form;
  return { ...form, parameters, names, rest, byReference, ...change };
}

type Signature = Pick<Overload, 'parameters' | 'names' | 'rest' | 'byReference'>;

function readSignature(signature: string): Signature {
  const parameters = signature === '' ? [] : signature.split(', ').map(readParameter);
  const byReference = parameters.map((parameter) => parameter.byReference);
  return {
    parameters: parameters.map(({ type }) => type),
    names: parameters.map(({ name }) => name),
    rest: parameters.at(-1)?.rest === true,
    byReference: byReference.includes(true) ? byReference : undefined,
  };
}

function readParameter(text: string): { type: string; name: string; rest: boolean; byReference: boolean } {
  const byReference = text.startsWith('ref ');
  const [type = '', name = 'value'] = text.replace(/^ref /, '').split(' ');
  const rest = type.startsWith('...');
  return { type: rest ? `${fullName(type.slice(3))}[]` : fullName(type), name, rest, byReference };
}

/** `int` → `System.Int32`: the short names that declarations use. */
const shortNames: Readonly<Record<string, string>> = {
  int: 'System.Int32',
  uint: 'System.UInt32',
  long: 'System.Int64',
  ulong: 'System.UInt64',
  short: 'System.Int16',
  ushort: 'System.UInt16',
  sbyte: 'System.SByte',
  double: 'System.Double',
  single: 'System.Single',
  decimal: 'System.Decimal',
  bigint: 'System.Numerics.BigInteger',
  byte: 'System.Byte',
  bool: 'System.Boolean',
  char: 'System.Char',
  string: 'System.String',
  object: 'System.Object',
  type: 'System.Type',
  array: 'System.Array',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  enumerable: 'System.Collections.IEnumerable',
  provider: 'System.IFormatProvider',
  culture: 'System.Globalization.CultureInfo',
  comparison: 'System.StringComparison',
};

export const fullName = (name: string): string =>
  name.endsWith('[]') ? `${fullName(name.slice(0, -2))}[]` : (shortNames[name] ?? name);
