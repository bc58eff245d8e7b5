import { argumentError, outOfRangeError } from '../dotnet-error.ts';
import type { DecimalInput } from './number-input.ts';

/** The names of MidpointRounding. */
export type MidpointRounding = 'ToEven' | 'AwayFromZero' | 'ToZero' | 'ToNegativeInfinity' | 'ToPositiveInfinity';

const powersOfTen = Array.from({ length: 16 }, (_unused, power) => Number(`1e${power}`));

/** From here on a Double has no digits behind the point that rounding could take. */
const roundLimit = 1e16;

/** `Math.Round` of a Double, with its way over a multiplication: 2.345 to two places is 2.35 though the Double is less. */
export function roundDouble(value: number, digits = 0, mode: MidpointRounding = 'ToEven'): number {
  const power = powersOfTen[digits];
  if (power === undefined) throw outOfRangeError('Rounding digits must be between 0 and 15, inclusive.', 'digits');
  if (Math.abs(value) >= roundLimit || !Number.isFinite(value)) return value;
  return roundWhole(value * power, mode) / power;
}

function roundWhole(value: number, mode: MidpointRounding): number {
  if (mode === 'ToEven') return halfToEven(value);
  if (mode === 'ToZero') return Math.trunc(value);
  if (mode === 'ToNegativeInfinity') return Math.floor(value);
  if (mode === 'ToPositiveInfinity') return Math.ceil(value);
  if (mode !== 'AwayFromZero')
    throw argumentError(
      `The value '${String(mode)}' is not valid for this usage of the type MidpointRounding.`,
      'mode',
    );
  const whole = Math.trunc(value);
  return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
}

/** To the nearest whole number, ties to the even one. */
export function halfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return Object.is(value, -0) ? -0 : floor;
  if (rest > 0.5) return value < 0 && floor === -1 ? -0 : floor + 1;
  const even = floor % 2 === 0 ? floor : floor + 1;
  return value < 0 && even === 0 ? -0 : even;
}

/** `Decimal.Round`. */
export function roundDecimal(value: DecimalInput, digits = 0, mode: MidpointRounding = 'ToEven'): DecimalInput {
  if (digits < 0 || digits > 28)
    throw outOfRangeError('Decimal can only round to between 0 and 28 digits of precision.', 'decimals');
  if (value.scale <= digits) return value;
  const divisor = 10n ** BigInt(value.scale - digits);
  const quotient = value.mantissa / divisor;
  const rest = value.mantissa % divisor;
  return { type: 'Decimal', mantissa: quotient + stepOf({ quotient, rest, divisor, mode }), scale: digits };
}

interface Division {
  readonly quotient: bigint;
  readonly rest: bigint;
  readonly divisor: bigint;
  readonly mode: MidpointRounding;
}

/** What rounding adds to a quotient that was cut off. */
function stepOf({ quotient, rest, divisor, mode }: Division): bigint {
  if (rest === 0n || mode === 'ToZero') return 0n;
  const away = rest < 0n ? -1n : 1n;
  if (mode === 'ToNegativeInfinity') return rest < 0n ? -1n : 0n;
  if (mode === 'ToPositiveInfinity') return rest > 0n ? 1n : 0n;
  const twice = rest * away * 2n;
  if (twice !== divisor) return twice > divisor ? away : 0n;
  return mode === 'AwayFromZero' || quotient % 2n !== 0n ? away : 0n;
}
