import { invariantCulture, type Culture, type NumberSymbols } from '../culture.ts';
import { formatError, overflowError } from '../dotnet-error.ts';
import { divideToEven } from './digits.ts';
import { integerRange, overflowText, type DecimalInput, type FixedIntegerType } from './number-input.ts';

/** Which of NumberStyles are allowed; white space and a leading sign always are. */
export interface NumberStyles {
  readonly thousands?: boolean;
  readonly decimalPoint?: boolean;
  readonly exponent?: boolean;
  readonly parentheses?: boolean;
  readonly trailingSign?: boolean;
  readonly currency?: boolean;
  readonly hex?: boolean;
}

/** NumberStyles of `Parse` when none are given. */
export const integerStyles: NumberStyles = {};
export const floatStyles: NumberStyles = { thousands: true, decimalPoint: true, exponent: true };
export const decimalStyles: NumberStyles = { thousands: true, decimalPoint: true, trailingSign: true };

export interface NumberParsing {
  readonly styles?: NumberStyles;
  readonly culture?: Culture;
}

/** digits × 10^exponent. */
interface ParsedNumber {
  readonly digits: bigint;
  readonly exponent: number;
  readonly negative: boolean;
}

export const numberFormatError = (text: string) =>
  formatError(`The input string '${text}' was not in a correct format.`);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function numberPattern(styles: NumberStyles, { decimal, group, negative, positive, currency }: NumberSymbols): RegExp {
  const sign = `[${escaped(negative)}${escaped(positive)}]`;
  const money = styles.currency === true ? `(?:${escaped(currency)})?` : '';
  const whole = styles.thousands === true ? `(?:\\d|(?<=\\d)${escaped(group)})*` : '\\d*';
  const fraction = styles.decimalPoint === true ? `(?:${escaped(decimal)}(?<fraction>\\d*))?` : '';
  const exponent = styles.exponent === true ? '(?:[eE](?<exponent>[+-]?\\d+))?' : '';
  const open = styles.parentheses === true ? '(?<open>\\()?' : '';
  const close = styles.parentheses === true ? '(?<close>\\))?' : '';
  const trailing = styles.trailingSign === true ? `(?<trailing>${sign})?` : '';
  const body = `(?<whole>${whole})${fraction}${exponent}`;
  return new RegExp(`^[\\t-\\r ]*${open}${money}(?<sign>${sign})?${money}${body}${trailing}${close}[\\t-\\r ]*\\0*$`);
}

const patterns = new WeakMap<NumberSymbols, Map<string, RegExp>>();

function patternFor(styles: NumberStyles, symbols: NumberSymbols): RegExp {
  const known = patterns.get(symbols) ?? new Map<string, RegExp>();
  patterns.set(symbols, known);
  const key = JSON.stringify(styles);
  const pattern = known.get(key) ?? numberPattern(styles, symbols);
  known.set(key, pattern);
  return pattern;
}

function readNumber(text: string, styles: NumberStyles, { number }: Culture): ParsedNumber | undefined {
  const groups = patternFor(styles, number).exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { sign, trailing, open, close, whole = '', fraction = '', exponent = '0' } = groups;
  const digits = whole.replaceAll(number.group, '') + fraction;
  if (digits === '' || (open === undefined) !== (close === undefined)) return undefined;
  if (sign !== undefined && trailing !== undefined) return undefined;
  const negative = (sign ?? trailing) === number.negative || open !== undefined;
  return { digits: BigInt(digits), exponent: Number(exponent) - fraction.length, negative };
}

/** `Parse` of an integer type, or of BigInteger. */
export function parseInteger(
  text: string,
  type: FixedIntegerType | 'BigInteger',
  { styles = integerStyles, culture = invariantCulture }: NumberParsing = {},
): bigint {
  const value = styles.hex === true ? parseHex(text, type) : wholeValue(text, styles, culture);
  if (value === undefined) throw numberFormatError(text);
  if (type === 'BigInteger') return value;
  const [low, high] = integerRange(type);
  if (value < low || value > high) throw overflowError(overflowText(type));
  return value;
}

/** Exponents past this give no integer that fits. */
const largestExponent = 1000;

function wholeValue(text: string, styles: NumberStyles, culture: Culture): bigint | undefined {
  const parsed = readNumber(text, styles, culture);
  if (parsed === undefined) return undefined;
  const { digits, exponent, negative } = parsed;
  const power = 10n ** BigInt(Math.min(Math.abs(exponent), largestExponent));
  const magnitude = exponent < 0 ? digits / power : digits * power;
  return negative ? -magnitude : magnitude;
}

function parseHex(text: string, type: FixedIntegerType | 'BigInteger'): bigint | undefined {
  const digits = text.trim();
  if (!/^[\da-f]+$/i.test(digits)) return undefined;
  const value = BigInt(`0x${digits}`);
  if (type === 'BigInteger') return BigInt.asIntN(digits.length * 4, value);
  const [low, high] = integerRange(type);
  const signed = low < 0n && value <= high - low;
  return signed && value > high ? value - (high - low + 1n) : value;
}

/** `Double.Parse`; for Single the result is rounded by the caller. */
export function parseDouble(
  text: string,
  { styles = floatStyles, culture = invariantCulture }: NumberParsing = {},
): number {
  const parsed = readNumber(text, styles, culture);
  const value = parsed === undefined ? specialValue(text.trim(), culture.number) : doubleOf(parsed);
  if (value === undefined) throw numberFormatError(text);
  return value;
}

function doubleOf({ digits, exponent, negative }: ParsedNumber): number {
  const magnitude = Number(`${digits}e${exponent}`);
  return negative ? -magnitude : magnitude;
}

function specialValue(text: string, { nan, infinity, negative }: NumberSymbols): number | undefined {
  const lower = text.toLowerCase();
  if (lower === nan.toLowerCase()) return Number.NaN;
  if (lower === infinity.toLowerCase()) return Number.POSITIVE_INFINITY;
  return lower === (negative + infinity).toLowerCase() ? Number.NEGATIVE_INFINITY : undefined;
}

const largestDecimal = 2n ** 96n - 1n;

/** `Decimal.Parse`; digits past the 28th decimal place are rounded. */
export function parseDecimal(
  text: string,
  { styles = decimalStyles, culture = invariantCulture }: NumberParsing = {},
): DecimalInput {
  const parsed = readNumber(text, styles, culture);
  if (parsed === undefined) throw numberFormatError(text);
  const value = decimalOf(parsed);
  if (value === undefined) throw overflowError(overflowText('Decimal'));
  return value;
}

function decimalOf({ digits, exponent, negative }: ParsedNumber): DecimalInput | undefined {
  if (exponent > 28 && digits !== 0n) return undefined;
  let mantissa = exponent > 0 ? digits * 10n ** BigInt(Math.min(exponent, 28)) : digits;
  let scale = Math.min(Math.max(-exponent, 0), largestExponent);
  if (scale > 28) {
    mantissa = divideToEven(mantissa, 10n ** BigInt(scale - 28));
    scale = 28;
  }
  for (; scale > 0 && mantissa > largestDecimal; scale--) mantissa = divideToEven(mantissa, 10n);
  if (mantissa > largestDecimal) return undefined;
  return { type: 'Decimal', mantissa: negative ? -mantissa : mantissa, scale };
}

/** What a parser gives, or undefined where it throws because of the text: `TryParse`. */
export function tryParse<T>(parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Error && 'exceptionType' in error) return undefined;
    throw error;
  }
}
