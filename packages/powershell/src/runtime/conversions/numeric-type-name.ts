import type { NumericType } from '../values/number-types.ts';

const numericTypes: ReadonlyMap<string, NumericType> = new Map([
  ...(
    ['SByte', 'Byte', 'Int16', 'UInt16', 'Int32', 'UInt32', 'Int64', 'UInt64', 'Single', 'Double', 'Decimal'] as const
  ).map((name) => [`System.${name}`, name] as const),
  ['System.Numerics.BigInteger', 'BigInteger'] as const,
]);

/** The numeric type that a .NET type is, by its full name. */
export const numericTypeNamed = (fullName: string): NumericType | undefined => numericTypes.get(fullName);

/** The full name of a numeric type. */
export const numericTypeName = (type: NumericType): string =>
  type === 'BigInteger' ? 'System.Numerics.BigInteger' : `System.${type}`;
