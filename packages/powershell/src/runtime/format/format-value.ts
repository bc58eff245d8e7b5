import { scriptError } from '../errors/script-error.ts';
import { toDecimal } from '../operators/arithmetic.ts';
import {
  Decimal,
  decimalText,
  integerRanges,
  isNumeric,
  type NumericValue,
  numericType,
  toBigInt,
  toNumber,
} from '../values/number-types.ts';
import { numberText } from '../values/number-text.ts';
import { foreignTraits } from '../values/foreign-value.ts';
import { plainText } from '../values/to-text.ts';
import { customNumber } from './custom-number.ts';
import { grouped, roundText } from './round-text.ts';

/** A value by a .NET format string, in the invariant culture. */
export function formatValue(value: unknown, specifier: string): string {
  const foreign = typeof value === 'object' && value !== null ? foreignTraits(value)?.format : undefined;
  if (foreign) return foreign(value, specifier);
  if (specifier === '' || !isNumeric(value)) return plainText(value);
  return formatNumber(value, specifier);
}

/** A number by a standard (`N2`, `X8`) or custom (`#,##0.00`) format. */
export function formatNumber(value: NumericValue, specifier: string): string {
  const standard = /^([A-Za-z])(\d{0,9})$/.exec(specifier);
  if (!standard) return customNumber(exactText(value), specifier);
  const [, letter = '', digits = ''] = standard;
  const format = standardFormats[letter.toUpperCase()];
  if (!format) throw scriptError('FormatError', ['Format specifier was invalid']);
  return format(value, digits === '' ? undefined : Number(digits), letter);
}

type StandardFormat = (value: NumericValue, digits: number | undefined, letter: string) => string;

const standardFormats: Readonly<Record<string, StandardFormat>> = {
  N: (value, digits = 2) => grouped(fixed(value, digits)),
  F: (value, digits = 2) => fixed(value, digits),
  D: (value, digits = 0) => whole(value, (text) => text.padStart(digits, '0')),
  X: (value, digits = 0, letter) => hex(value, digits, letter === 'X'),
  P: (value, digits = 2) => `${grouped(fixed(hundredfold(value), digits))} %`,
  E: (value, digits = 6, letter) => exponent(value, digits, letter),
  C: (value, digits = 2) => currency(grouped(fixed(value, digits))),
  G: (value, digits) => general(value, digits),
  R: (value) => numberText(value),
  B: (value, digits = 0) => toBigInt(value).toString(2).padStart(digits, '0'),
};

const currency = (text: string): string => (text.startsWith('-') ? `(¤${text.slice(1)})` : `¤${text}`);

/** All digits of a number, without an exponent. */
function exactText(value: NumericValue): string {
  const type = numericType(value)!;
  if (type === 'Double' || type === 'Single') return plainDigits(numberText(value));
  return type === 'Decimal' ? decimalText(toDecimal(value)) : toBigInt(value).toString();
}

function plainDigits(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?E([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', first = '', rest = '', power = '0'] = match;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return digits.length <= point
    ? sign + digits.padEnd(point, '0')
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function hundredfold(value: NumericValue): NumericValue {
  const { mantissa, scale } = toDecimal(value);
  return new Decimal(mantissa * 100n, scale);
}

/** So many places behind the point, halves away from zero. */
export function fixed(value: NumericValue, places: number): string {
  if (!Number.isFinite(toNumber(value))) return numberText(value);
  return roundText(exactText(value), places);
}

function whole(value: NumericValue, format: (digits: string) => string): string {
  const type = numericType(value)!;
  if (type === 'Double' || type === 'Single' || type === 'Decimal') {
    throw scriptError('FormatError', ['Format specifier was invalid']);
  }
  const digits = toBigInt(value).toString();
  return digits.startsWith('-') ? `-${format(digits.slice(1))}` : format(digits);
}

function hex(value: NumericValue, digits: number, upper: boolean): string {
  whole(value, (text) => text);
  const type = numericType(value) as keyof typeof integerRanges;
  const number = toBigInt(value);
  const [low, high] = integerRanges[type] ?? [0n, number];
  const text = (number < 0n ? number + (high - low + 1n) : number).toString(16).padStart(digits, '0');
  return upper ? text.toUpperCase() : text;
}

function exponent(value: NumericValue, digits: number, letter: string): string {
  const [mantissa = '', power = '0'] = toNumber(value).toExponential(Math.min(digits, 100)).split('e');
  const number = Number(power);
  return `${mantissa}${letter}${number < 0 ? '-' : '+'}${String(Math.abs(number)).padStart(3, '0')}`;
}

function general(value: NumericValue, digits: number | undefined): string {
  if (!digits) return numberText(value);
  const rounded = Number(toNumber(value).toPrecision(Math.min(digits, 100)));
  const power = rounded === 0 ? 0 : Math.floor(Math.log10(Math.abs(rounded)));
  if (power >= digits || power < -5) {
    const [mantissa = '', exponentText = '0'] = rounded.toExponential().split('e');
    return `${mantissa}E${Number(exponentText) < 0 ? '-' : '+'}${String(Math.abs(Number(exponentText))).padStart(2, '0')}`;
  }
  return String(rounded);
}
