/** One form of a method: the types of its parameters by full name, and what it does. `params` ends with a rest parameter. */
export interface Overload {
  readonly parameters: readonly string[];
  readonly rest?: boolean;
  readonly call: (self: unknown, args: readonly unknown[]) => unknown;
}

export interface Property {
  readonly get: (self: unknown) => unknown;
  readonly set?: (self: unknown, value: unknown) => void;
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
  readonly valueType?: boolean;
  /** The type of the elements, for an array type. */
  readonly element?: DotNetType;
}

/** A property that is read only. */
export const readOnly = <T>(get: (self: T) => unknown): Property => ({ get: get as (self: unknown) => unknown });

/** A form of a method; `...` before the last type makes it a rest parameter. */
export function overload<T>(parameters: string, call: (self: T, ...args: never[]) => unknown): Overload {
  const names = parameters === '' ? [] : parameters.split(', ');
  const last = names.at(-1);
  const rest = last?.startsWith('...') === true;
  if (rest) names[names.length - 1] = last!.slice(3);
  const invoke = call as (self: unknown, ...args: unknown[]) => unknown;
  return { parameters: names.map(fullName), rest, call: (self, args) => invoke(self as T, ...args) };
}

/** `int` → `System.Int32`: the short names that declarations use. */
const shortNames: Readonly<Record<string, string>> = {
  int: 'System.Int32',
  long: 'System.Int64',
  double: 'System.Double',
  single: 'System.Single',
  decimal: 'System.Decimal',
  byte: 'System.Byte',
  bool: 'System.Boolean',
  char: 'System.Char',
  string: 'System.String',
  object: 'System.Object',
  'char[]': 'System.Char[]',
  'byte[]': 'System.Byte[]',
  'string[]': 'System.String[]',
  'object[]': 'System.Object[]',
};

const fullName = (name: string): string => shortNames[name] ?? name;
