import { Decimal } from './number-types.ts';

const limit = 79228162514264337593543950335n;
const maximumScale = 28;

/** Arithmetic of System.Decimal: 96 bits, 28 decimal places, ties to even; undefined when the result does not fit. */
export function makeDecimal(mantissa: bigint, scale: number): Decimal | undefined {
  let value = mantissa < 0n ? -mantissa : mantissa;
  let places = scale;
  while (places > 0 && (places > maximumScale || value > limit)) {
    value = divideToEven(value, 10n);
    places--;
  }
  if (value > limit) return undefined;
  return new Decimal(mantissa < 0n ? -value : value, places);
}

function divideToEven(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  const twice = (value % divisor) * 2n;
  return twice > divisor || (twice === divisor && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.mantissa * 10n ** BigInt(scale - a.scale), b.mantissa * 10n ** BigInt(scale - b.scale), scale];
}

export function addDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  const [x, y, scale] = aligned(a, b);
  return makeDecimal(x + y, scale);
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  const [x, y, scale] = aligned(a, b);
  return makeDecimal(x - y, scale);
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  return makeDecimal(a.mantissa * b.mantissa, a.scale + b.scale);
}

/** The quotient with as many places as fit, without zeros behind that the division did not need. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  const negative = a.mantissa < 0n !== b.mantissa < 0n;
  const numerator = (a.mantissa < 0n ? -a.mantissa : a.mantissa) * 10n ** BigInt(2 * maximumScale);
  const denominator = b.mantissa < 0n ? -b.mantissa : b.mantissa;
  let value = divideToEven(numerator, denominator);
  let scale = a.scale - b.scale + 2 * maximumScale;
  const smallest = Math.max(0, a.scale - b.scale);
  while (scale > smallest && value % 10n === 0n) {
    value /= 10n;
    scale--;
  }
  return makeDecimal(negative ? -value : value, scale);
}

export function remainderDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  const [x, y, scale] = aligned(a, b);
  return makeDecimal(x % y, scale);
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Reads `-12.50`, `1e3`; undefined when it is no number or does not fit. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,4}))?$/i.exec(text);
  if (!match || `${match[2]}${match[3]}` === '') return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction) * (scale < 0 ? 10n ** BigInt(-scale) : 1n);
  return makeDecimal(sign === '-' ? -digits : digits, Math.max(0, scale));
}
