/** The integer types of .NET that have a width. */
export type FixedIntegerType = 'SByte' | 'Byte' | 'Int16' | 'UInt16' | 'Int32' | 'UInt32' | 'Int64' | 'UInt64';

export interface IntegerInput {
  readonly type: FixedIntegerType | 'BigInteger';
  readonly value: number | bigint;
}

export interface FloatInput {
  readonly type: 'Double' | 'Single';
  readonly value: number;
}

/** mantissa × 10^-scale. */
export interface DecimalInput {
  readonly type: 'Decimal';
  readonly mantissa: bigint;
  readonly scale: number;
}

/** A number of .NET as plain data, apart from how the language holds its values. */
export type NumberInput = IntegerInput | FloatInput | DecimalInput;

interface IntegerType {
  readonly bits: number;
  readonly signed: boolean;
  /** What OverflowException calls the type. */
  readonly called: string;
}

export const integerTypes: Readonly<Record<FixedIntegerType, IntegerType>> = {
  SByte: { bits: 8, signed: true, called: 'a signed byte' },
  Byte: { bits: 8, signed: false, called: 'an unsigned byte' },
  Int16: { bits: 16, signed: true, called: 'an Int16' },
  UInt16: { bits: 16, signed: false, called: 'a UInt16' },
  Int32: { bits: 32, signed: true, called: 'an Int32' },
  UInt32: { bits: 32, signed: false, called: 'a UInt32' },
  Int64: { bits: 64, signed: true, called: 'an Int64' },
  UInt64: { bits: 64, signed: false, called: 'a UInt64' },
};

/** Lowest and highest value of an integer type. */
export function integerRange(type: FixedIntegerType): readonly [low: bigint, high: bigint] {
  const { bits, signed } = integerTypes[type];
  const size = 1n << BigInt(bits);
  return signed ? [-size / 2n, size / 2n - 1n] : [0n, size - 1n];
}

/** What OverflowException says of a value that does not fit. */
export function overflowText(type: FixedIntegerType | 'Decimal' | 'Char'): string {
  const called = type === 'Decimal' ? 'a Decimal' : type === 'Char' ? 'a character' : integerTypes[type].called;
  return `Value was either too large or too small for ${called}.`;
}

export const isInteger = (input: NumberInput): input is IntegerInput =>
  input.type !== 'Double' && input.type !== 'Single' && input.type !== 'Decimal';

export const isFloat = (input: NumberInput): input is FloatInput => input.type === 'Double' || input.type === 'Single';
