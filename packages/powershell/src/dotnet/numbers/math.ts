import { argumentError, DotnetError, overflowError } from '../dotnet-error.ts';
import type { DecimalInput, IntegerInput } from './number-input.ts';

/** The functions of System.Math that take and give Doubles, by their names. */
export const doubleFunctions = {
  Acos: Math.acos,
  Acosh: Math.acosh,
  Asin: Math.asin,
  Asinh: Math.asinh,
  Atan: Math.atan,
  Atan2: Math.atan2,
  Atanh: Math.atanh,
  Cbrt: Math.cbrt,
  Ceiling: Math.ceil,
  Cos: Math.cos,
  Cosh: Math.cosh,
  Exp: Math.exp,
  Floor: Math.floor,
  IEEERemainder: ieeeRemainder,
  Log: logarithm,
  Log10: Math.log10,
  Log2: Math.log2,
  Pow: power,
  Sin: Math.sin,
  Sinh: Math.sinh,
  Sqrt: Math.sqrt,
  Tan: Math.tan,
  Tanh: Math.tanh,
  Truncate: Math.trunc,
} as const;

/** The remainder whose quotient is the nearest whole number, the even one of two. */
function ieeeRemainder(value: number, divisor: number): number {
  const regular = value % divisor;
  const other = regular - Math.abs(divisor) * Math.sign(value);
  if (Math.abs(other) !== Math.abs(regular)) return Math.abs(other) < Math.abs(regular) ? other : regular;
  return Math.trunc(value / divisor) % 2 === 0 ? regular : other;
}

function logarithm(value: number, base?: number): number {
  if (base === undefined) return Math.log(value);
  if (base === 1) return Number.NaN;
  if (value !== 1 && (base === 0 || base === Number.POSITIVE_INFINITY)) return Number.NaN;
  return Math.log(value) / Math.log(base);
}

/** As C has it: JavaScript gives NaN for 1 to the power of infinity. */
function power(value: number, exponent: number): number {
  const one = value === 1 || (value === -1 && Math.abs(exponent) === Number.POSITIVE_INFINITY);
  return one ? 1 : value ** exponent;
}

/** `Math.Abs` of an integer; the lowest value of a type has no opposite in it. */
export function absoluteInteger({ type, value }: IntegerInput, lowest: bigint): bigint {
  const whole = BigInt(value);
  if (type !== 'BigInteger' && whole === lowest && lowest < 0n) {
    throw overflowError('Negating the minimum value of a twos complement number is invalid.');
  }
  return whole < 0n ? -whole : whole;
}

/** `Math.Floor`, `Math.Ceiling` and `Math.Truncate` of a Decimal. */
export function wholeDecimal({ mantissa, scale }: DecimalInput, side: 'floor' | 'ceiling' | 'truncate'): DecimalInput {
  const divisor = 10n ** BigInt(scale);
  const quotient = mantissa / divisor;
  const exact = quotient * divisor === mantissa;
  const step = side === 'floor' && mantissa < 0n ? -1n : side === 'ceiling' && mantissa > 0n ? 1n : 0n;
  return { type: 'Decimal', mantissa: exact ? quotient : quotient + step, scale: 0 };
}

/** `Math.Sign`. */
export function signOf(value: number | bigint): number {
  if (Number.isNaN(value)) {
    throw new DotnetError('ArithmeticException', 'Function does not accept floating point Not-a-Number values.');
  }
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/** `Math.Clamp`. */
export function clamp<T extends number | bigint>(value: T, low: T, high: T): T {
  if (low > high) throw argumentError(`'${low}' cannot be greater than ${high}.`);
  return value < low ? low : value > high ? high : value;
}

/** `Math.DivRem`. */
export function divideWithRemainder(value: bigint, divisor: bigint): readonly [quotient: bigint, remainder: bigint] {
  if (divisor === 0n) throw new DotnetError('DivideByZeroException', 'Attempted to divide by zero.');
  return [value / divisor, value % divisor];
}
