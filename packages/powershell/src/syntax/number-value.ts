import { integerRanges } from './integer-ranges.ts';

/** The value of a number literal with the .NET type that its text gives it. Decimal is mantissa × 10^-scale. */
export type NumberValue =
  | { readonly type: 'Double'; readonly value: number }
  | { readonly type: 'Decimal'; readonly mantissa: bigint; readonly scale: number }
  | { readonly type: IntegerType; readonly value: bigint };

export type IntegerType =
  | 'Int32'
  | 'Int64'
  | 'SByte'
  | 'Byte'
  | 'Int16'
  | 'UInt16'
  | 'UInt32'
  | 'UInt64'
  | 'BigInteger';

export interface NumberText {
  /** Sign and digits without prefix, suffix and multiplier. */
  readonly digits: string;
  readonly base: 2 | 10 | 16;
  /** Has a point or an exponent. */
  readonly real: boolean;
  /** `''`, `l`, `d`, `y`, `uy`, `s`, `us`, `u`, `ul`, `n`, in lower case. */
  readonly suffix: string;
  readonly multiplier: bigint;
}

const decimalLimit = 79228162514264337593543950335n;
const maximumDecimalScale = 28;

/** The types that a suffix allows, tried in turn. */
const suffixTypes: Record<string, readonly IntegerType[]> = {
  y: ['SByte'],
  uy: ['Byte'],
  s: ['Int16'],
  us: ['UInt16'],
  l: ['Int64'],
  u: ['UInt32', 'UInt64'],
  ul: ['UInt64'],
  n: ['BigInteger'],
  '': ['Int32', 'Int64'],
};

/** The value of a number literal, or undefined when its suffix cannot hold it. */
export function numberValue(text: NumberText): NumberValue | undefined {
  if (text.real) return text.suffix === 'd' ? realDecimal(text) : realDouble(text);
  const integer = integerOf(text);
  const value = integer.value * text.multiplier;
  if (text.suffix === 'd') return decimalOf(value);
  const fitting = firstFitting(value, suffixTypes[integer.suffix] ?? []);
  if (fitting || integer.suffix !== '' || text.base !== 10) return fitting;
  return decimalOf(value) ?? { type: 'Double', value: Number(value) };
}

function firstFitting(value: bigint, types: readonly IntegerType[]): NumberValue | undefined {
  const type = types.find((candidate) => candidate === 'BigInteger' || inRange(value, integerRanges[candidate]));
  return type && { type, value };
}

const inRange = (value: bigint, [low, high]: readonly [bigint, bigint]): boolean => value >= low && value <= high;
const decimalOf = (value: bigint): NumberValue | undefined =>
  inRange(value, [-decimalLimit, decimalLimit]) ? { type: 'Decimal', mantissa: value, scale: 0 } : undefined;

function realDouble(text: NumberText): NumberValue | undefined {
  const value = Number(text.digits) * Number(text.multiplier);
  if (text.suffix === '') return { type: 'Double', value };
  if (!Number.isFinite(value)) return undefined;
  return firstFitting(roundHalfEven(value), suffixTypes[text.suffix] ?? []);
}

/** The nearest whole number, ties to the even one. */
function roundHalfEven(value: number): bigint {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)) return BigInt(floor + 1);
  return BigInt(floor);
}

function realDecimal(text: NumberText): NumberValue | undefined {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text.digits);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  let mantissa = BigInt(`${whole}${fraction}` || '0');
  let scale = fraction.length - Number(exponent);
  if (scale < -maximumDecimalScale - 1) return mantissa === 0n ? { type: 'Decimal', mantissa, scale: 0 } : undefined;
  for (; scale < 0; scale++) mantissa *= 10n;
  while (scale > maximumDecimalScale || mantissa > decimalLimit) {
    if (scale === 0) return undefined;
    mantissa = divideHalfEven(mantissa, 10n);
    scale--;
  }
  const value = (sign === '-' ? -mantissa : mantissa) * text.multiplier;
  return inRange(value, [-decimalLimit, decimalLimit]) ? { type: 'Decimal', mantissa: value, scale } : undefined;
}

function divideHalfEven(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  const twice = (value % divisor) * 2n;
  return twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** A hexadecimal or binary literal is signed when it fills its type, as 0xFFFFFFFF is -1. */
function integerOf(text: NumberText): { value: bigint; suffix: string } {
  if (text.base === 10) return { value: BigInt(text.digits.replace(/^\+/, '')), suffix: text.suffix };
  const negative = text.digits.startsWith('-');
  const digits = text.digits.replace(/^[+-]/, '');
  const bits = text.base === 16 ? hexSignBits(digits, text.suffix) : binarySignBits(digits, text.suffix);
  const plain = digits === '' ? 0n : BigInt(`${text.base === 16 ? '0x' : '0b'}${digits}`);
  const value = bits === undefined ? plain : BigInt.asIntN(bits, plain);
  const full = fullLengths(text).includes(digits.length);
  const suffix = full && (text.suffix === '' || text.suffix === 'u') ? `${text.suffix}l` : text.suffix;
  return { value: negative ? -value : value, suffix };
}

/** So many digits make an Int64 or UInt64 whatever the value; the original counts the zero that it puts before hex digits. */
function fullLengths({ base, suffix }: NumberText): readonly number[] {
  if (base === 2) return [64];
  return suffix === 'u' ? [15] : [15, 16];
}

const hexLengths: Record<string, number> = { y: 2, s: 4, l: 16 };

function hexSignBits(digits: string, suffix: string): number | undefined {
  if (suffix.startsWith('u')) return undefined;
  const expected = hexLengths[suffix] ?? (digits.length < 16 ? 8 : 16);
  return digits.length === expected ? expected * 4 : undefined;
}

const binaryLengths: readonly number[] = [8, 16, 32, 64, 96];

function binarySignBits(digits: string, suffix: string): number | undefined {
  if (suffix.startsWith('u') || !digits.startsWith('1')) return undefined;
  return binaryLengths.includes(digits.length) || digits.length >= 128 ? Math.ceil(digits.length / 8) * 8 : undefined;
}
