import { integerRanges } from '../../syntax/integer-ranges.ts';
import { truncatedDouble } from './truncated-double.ts';

/** The numeric types of .NET that the language knows, by their names without `System.`. */
export type NumericType =
  | 'SByte'
  | 'Byte'
  | 'Int16'
  | 'UInt16'
  | 'Int32'
  | 'UInt32'
  | 'Int64'
  | 'UInt64'
  | 'BigInteger'
  | 'Single'
  | 'Double'
  | 'Decimal';

export type SmallIntegerType = 'SByte' | 'Byte' | 'Int16' | 'UInt16' | 'UInt32';
export type IntegerType = SmallIntegerType | 'Int32' | 'Int64' | 'UInt64';

/** The primitive types and Decimal in the order of their codes, System.TypeCode. */
export const numericTypeCodes: readonly NumericType[] = [
  'SByte',
  'Byte',
  'Int16',
  'UInt16',
  'Int32',
  'UInt32',
  'Int64',
  'UInt64',
  'Single',
  'Double',
  'Decimal',
];

/** The bounded integer types in the order of their codes. */
export const integerTypes = Object.keys(integerRanges) as readonly IntegerType[];

/** A Double whose value is whole and fits Int32, or negative zero; other Doubles are plain numbers. */
export class Double {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** SByte, Byte, Int16, UInt16 and UInt32. */
export class SmallInteger {
  readonly type: SmallIntegerType;
  readonly value: number;

  constructor(type: SmallIntegerType, value: number) {
    this.type = type;
    this.value = value;
  }
}

/** A System.UInt64. */
export class UInt64 {
  readonly value: bigint;

  constructor(value: bigint) {
    this.value = value;
  }
}

/** A System.Single: the value is rounded to 32 bits. */
export class Single {
  readonly value: number;

  constructor(value: number) {
    this.value = Math.fround(value);
  }
}

/** A System.Numerics.BigInteger. */
export class BigInteger {
  readonly value: bigint;

  constructor(value: bigint) {
    this.value = value;
  }
}

/** mantissa × 10^-scale; the scale is part of the value's text: 1.50 is not written 1.5. */
export class Decimal {
  readonly mantissa: bigint;
  readonly scale: number;

  constructor(mantissa: bigint, scale: number) {
    this.mantissa = mantissa;
    this.scale = scale;
  }
}

/** A System.Char. */
export class Char {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

export type NumericValue = number | bigint | Double | SmallInteger | UInt64 | Single | BigInteger | Decimal;

/** A Double of this value. */
export function double(value: number): number | Double {
  return value === (value | 0) ? new Double(value) : value;
}

/** Whether a value is a number of .NET, of whichever type. */
export function isNumeric(value: unknown): value is NumericValue {
  return numericType(value) !== undefined;
}

/** The numeric type of a value, or undefined when it is no number. */
export function numericType(value: unknown): NumericType | undefined {
  if (typeof value === 'number') return value === (value | 0) ? 'Int32' : 'Double';
  if (typeof value === 'bigint') return 'Int64';
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Double) return 'Double';
  if (value instanceof SmallInteger) return value.type;
  if (value instanceof Decimal) return 'Decimal';
  if (value instanceof UInt64) return 'UInt64';
  if (value instanceof Single) return 'Single';
  return value instanceof BigInteger ? 'BigInteger' : undefined;
}

/** The value as a JavaScript number; a large integer or Decimal loses digits. */
export function toNumber(value: NumericValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal) return Number(decimalText(value));
  return value instanceof BigInteger ? truncatedDouble(value.value) : Number(value.value);
}

/** The whole value of an integer type. */
export function toBigInt(value: NumericValue): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return BigInt(value);
  if (value instanceof Decimal) return value.mantissa / 10n ** BigInt(value.scale);
  return typeof value.value === 'bigint' ? value.value : BigInt(value.value);
}

/** Makes a value of an integer type; undefined when it does not fit. */
export function integer(type: IntegerType, value: bigint): NumericValue | undefined {
  const [low, high] = integerRanges[type];
  if (value < low || value > high) return undefined;
  if (type === 'Int64') return value;
  if (type === 'UInt64') return new UInt64(value);
  return type === 'Int32' ? Number(value) : new SmallInteger(type, Number(value));
}

/** The digits of a Decimal, without exponent. */
export function decimalText({ mantissa, scale }: Decimal): string {
  const sign = mantissa < 0n ? '-' : '';
  const digits = (mantissa < 0n ? -mantissa : mantissa).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** `GetHashCode` of a number: an integer's own bits, folded to 32. */
export function numberHash(value: NumericValue): number {
  if (typeof value === 'number' && value === (value | 0)) return value;
  if (value instanceof SmallInteger) return value.value | 0;
  const whole = numericType(value);
  if (whole === 'Double' || whole === 'Single' || whole === 'Decimal') return Math.trunc(toNumber(value) * 31) | 0;
  const bits = BigInt.asUintN(64, toBigInt(value));
  return Number(BigInt.asIntN(32, bits ^ (bits >> 32n)));
}
