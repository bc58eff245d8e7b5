import { toUpper } from '../../dotnet/index.ts';
import { once } from '../../dotnet/once.ts';
import { convertTo } from '../conversions/convert.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { scriptError, type ScriptError } from '../errors/script-error.ts';
import { typeOf } from '../types/type-of.ts';
import { Boxed, unboxed } from '../values/boxed.ts';
import { foreignTraits } from '../values/foreign-value.ts';
import { EnumValue } from '../values/enum-value.ts';
import { Char, isNumeric, type NumericValue, numericType, toBigInt, toNumber } from '../values/number-types.ts';
import { compareDecimals } from '../values/decimal.ts';
import { numberFromText } from '../values/parse-number.ts';
import { CustomObject } from '../values/ps-object.ts';
import { plainText, toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import { TypeValue } from '../values/type-value.ts';
import { toDecimal } from './arithmetic.ts';
import { numericOperand } from './numeric-operand.ts';

export type CaseRule = 'ignore case' | 'match case';

const insensitive = once(() => new Intl.Collator('en', { sensitivity: 'accent', ignorePunctuation: false }));
const sensitive = once(() => new Intl.Collator('en', { sensitivity: 'variant', caseFirst: 'lower' }));

/** `-eq` of two single values; the left one's type decides. Source: LanguagePrimitives.Equals. */
export function equals(left: unknown, right: unknown, rule: CaseRule): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left === right;
  if (typeof left === 'string') return right !== null && equalText(left, toText(right), rule);
  if (left === null || right === null) return left === right;
  if (left instanceof TypeValue && right instanceof TypeValue) return left.type.name === right.type.name;
  return left === right || equalConverted(left, right, rule);
}

function equalText(left: string, right: string, rule: CaseRule): boolean {
  if (left === right) return true;
  if (ascii.test(left) && ascii.test(right)) {
    return rule === 'ignore case' && left.length === right.length && left.toUpperCase() === right.toUpperCase();
  }
  const [a, b] = [left.normalize(), right.normalize()];
  return rule === 'ignore case' ? toUpper(a) === toUpper(b) : a === b;
}

// oxlint-disable-next-line no-control-regex -- ASCII is meant
const ascii = /^[\0-\x7f]*$/;

function equalConverted(left: unknown, right: unknown, rule: CaseRule): boolean {
  if (left instanceof Boxed || right instanceof Boxed) return equals(unboxed(left), unboxed(right), rule);
  const own = typeof left === 'object' && left !== null ? foreignTraits(left)?.equals : undefined;
  if (own) return own(left, right);
  if (typeof left === 'boolean') return left === isTrue(right);
  if (left instanceof Char) return equalChars(left, right, rule);
  if (isNumeric(left)) return equalNumber(left, right);
  const ofType = comparisonOf(left, convertQuietly(right, left));
  return ofType === 0;
}

function equalChars(left: Char, right: unknown, rule: CaseRule): boolean {
  if (isNumeric(right)) return left.value.charCodeAt(0) === toNumber(right);
  return equalText(left.value, toText(right), rule);
}

function equalNumber(left: NumericValue, right: unknown): boolean {
  const number = typeof right === 'string' ? numberFromText(right) : numericOperand(right);
  return number !== undefined && compareNumbers(left, number) === 0;
}

/** -1, 0 or 1; NaN compares with nothing. */
export function compareNumbers(left: NumericValue, right: NumericValue): number {
  if (typeof left === 'number' && typeof right === 'number') return sign(left, right);
  const types = [numericType(left), numericType(right)];
  if (types.includes('Decimal') && !types.includes('BigInteger')) return compareAsDecimals(left, right);
  if (types.includes('Double') || types.includes('Single')) return sign(toNumber(left), toNumber(right));
  return sign(toBigInt(left), toBigInt(right));
}

/** A Double that no Decimal can hold is compared as a Double. Source: DecimalOps. */
function compareAsDecimals(left: NumericValue, right: NumericValue): number {
  try {
    return compareDecimals(toDecimal(left), toDecimal(right));
  } catch (error) {
    if (!isScriptError(error)) throw error;
    return sign(toNumber(left), toNumber(right));
  }
}

const sign = <T extends number | bigint>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : a === b ? 0 : NaN);

function convertQuietly(value: unknown, like: unknown): unknown {
  try {
    return convertTo(value, like instanceof EnumValue ? like.type : typeOf(like));
  } catch (error) {
    if (isScriptError(error)) return undefined;
    throw error;
  }
}

const compareOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? foreignTraits(value)?.compare : undefined;

/** The order of two values of one type, undefined when they have none. */
function comparisonOf(left: unknown, right: unknown): number | undefined {
  if (right === undefined) return undefined;
  if (left instanceof EnumValue && right instanceof EnumValue) return sign(left.value, right.value);
  const order = compareOf(left);
  if (order) return order(left, right);
  return left === right ? 0 : undefined;
}

/** The order of two values for `-lt`, `-gt` and sorting. Source: LanguagePrimitives.Compare. */
export function compare(left: unknown, right: unknown, rule: CaseRule): number {
  if (typeof left === 'number' && typeof right === 'number') return sign(left, right);
  if (left === null) return compareWithNull(right);
  if (right === null) return -compareWithNull(left);
  if (typeof left === 'string') return compareText(left, toText(right), rule);
  if (typeof left === 'boolean') return sign(Number(left), Number(isTrue(right)));
  if (isNumeric(left)) return compareNumbers(left, numberFor(left, right));
  if (left instanceof Boxed) return compare(left.value, unboxed(right), rule);
  return compareObjects(left, unboxed(right));
}

export const compareText = (left: string, right: string, rule: CaseRule): number =>
  (rule === 'ignore case' ? insensitive() : sensitive()).compare(left, right);

/** `$null` is less than everything but negative numbers. */
function compareWithNull(value: unknown): number {
  if (value === null) return 0;
  return isNumeric(value) && toNumber(value) < 0 ? 1 : -1;
}

function numberFor(left: NumericValue, right: unknown): NumericValue {
  if (typeof right === 'string') return numericOperand(right, numericType(left))!;
  try {
    const number = numericOperand(right, numericType(left));
    if (number !== undefined) return number;
    return convertTo(right, typeOf(left)) as NumericValue;
  } catch (error) {
    throw isScriptError(error) ? comparisonFailure(left, right, error) : error;
  }
}

const comparisonFailure = (left: unknown, right: unknown, { message, record }: ScriptError): Error =>
  scriptError('ComparisonFailure', [toText(left), toText(right), message], { inner: record.exception.inner });

const compareChars = (left: Char, right: Char): number => sign(left.value.charCodeAt(0), right.value.charCodeAt(0));

function compareObjects(left: unknown, right: unknown): number {
  if (!compareOf(left) && !(left instanceof EnumValue) && !(left instanceof Char)) {
    if (left === right) return 0;
    if (left instanceof CustomObject) throw scriptError('ObjectNotComparable', [toText(left), toText(right)]);
    throw scriptError('NotIComparable', [plainText(left)]);
  }
  return compareConverted(left, right);
}

function compareConverted(left: unknown, right: unknown): number {
  try {
    const converted = convertTo(right, left instanceof EnumValue ? left.type : typeOf(left));
    if (left instanceof Char && converted instanceof Char) return compareChars(left, converted);
    return comparisonOf(left, converted) ?? 0;
  } catch (error) {
    throw isScriptError(error) && !(left instanceof EnumValue) ? comparisonFailure(left, right, error) : error;
  }
}
