import { Regex } from '../../dotnet/regex/regex.ts';
import { RegexOptions } from '../../dotnet/regex/regex-options.ts';
import { convertAs } from '../conversions/convert.ts';
import { compare, compareText } from '../operators/compare.ts';
import { typeNameOf, typeOf } from '../types/type-of.ts';
import { Dictionary } from '../values/dictionary.ts';
import { operand } from '../values/boxed.ts';
import { elementsOf, listOf } from '../values/enumerate.ts';
import { nothing, valueOrNull } from '../values/nothing.ts';
import { isNumeric } from '../values/number-types.ts';
import { runningSession } from '../values/running-session.ts';
import { toText } from '../values/to-text.ts';
import { validationTexts } from './validation-texts.ts';
import type { ArgumentCheck, RangeKind, Validation } from './validation.ts';

type Text = keyof typeof validationTexts;

/** A text of a failed check with its values. */
export const failure = (name: Text, ...values: readonly unknown[]): string => filled(validationTexts[name], values);

const filled = (text: string, values: readonly unknown[]): string =>
  text.replace(/\{(\d)\}/g, (whole, index: string) =>
    Number(index) < values.length ? toText(values[Number(index)]) : whole,
  );

/** What the author of an attribute wants to be said, or the original's text. */
export const failureOr = (message: string | undefined, name: Text, ...values: readonly unknown[]): string =>
  message ? filled(message, values) : failure(name, ...values);

/** Checks each element of a list, or the one value. Source: ValidateEnumeratedArgumentsAttribute. */
export function eachElement(check: ArgumentCheck): ArgumentCheck {
  return (given) => {
    const value = operand(given);
    if (value === null) return failure('notNullOrEmptyCollection');
    for (const element of elementsOf(value) ?? [value]) {
      const found = check(element);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

type Checks = {
  readonly [K in Validation['kind']]: (validation: Extract<Validation, { kind: K }>) => ArgumentCheck;
};

const checks: Checks = {
  set: ({ values, ...options }) => setCheck(() => values, options),
  range: ({ min, max }) => eachElement((element) => outsideRange(element, min, max)),
  rangeKind: ({ range }) => eachElement((element) => outsideKind(element, range)),
  count:
    ({ min, max }) =>
    (value) =>
      wrongCount(value, min, max),
  length: ({ min, max }) => eachElement((element) => wrongLength(element, min, max)),
  pattern: patternCheck,
  powerShellVersion:
    ({ minors }) =>
    (value) =>
      unknownVersion(value, minors),
  drive:
    ({ drives }) =>
    (value) =>
      otherDrive(value, drives),
  notNull: () => nullCheck,
  notNullOrEmpty: () => emptyCheck('notNullOrEmpty', 'notNullOrEmptyCollection', (text) => text === ''),
  notNullOrWhiteSpace: () =>
    emptyCheck('notNullOrWhiteSpace', 'notNullOrWhiteSpaceCollection', (text) => text.trim() === ''),
};

/** The check of a Validate attribute. */
export const checkOf = (validation: Validation): ArgumentCheck =>
  (checks[validation.kind] as (validation: Validation) => ArgumentCheck)(validation);

interface SetOptions {
  readonly matchCase?: boolean | undefined;
  readonly message?: string | undefined;
}

/** One of these values; they are asked for at each check, as a generator may give others. */
export function setCheck(values: () => readonly string[], { matchCase, message }: SetOptions): ArgumentCheck {
  return eachElement((element) => {
    if (element === null) return failure('notNull');
    const text = toText(element);
    const all = values();
    const rule = matchCase ? 'match case' : 'ignore case';
    if (all.some((each) => compareText(each, text, rule) === 0)) return undefined;
    return failureOr(message, 'set', text, all.join(','));
  });
}

const hasDrive = (name: string): boolean => name === '/' || runningSession().hasDrive(name);

/** A path without the name of a drive is one of the file system, whose drive is `/`. */
function otherDrive(given: unknown, drives: readonly string[]): string | undefined {
  const value = operand(given);
  if (value === null) return failure('notNull');
  if (typeof value !== 'string') return failure('driveNotText');
  const name = /^([^:/\\]+):/.exec(value)?.[1] ?? '/';
  if (!hasDrive(name)) return failure('driveNotFound', name);
  const isAllowed = drives.some((drive) => compareText(drive, name, 'ignore case') === 0);
  return isAllowed ? undefined : failure('driveNotAllowed', name, drives.join(','));
}

function patternCheck({
  pattern,
  options = RegexOptions.IgnoreCase,
  message,
}: Extract<Validation, { kind: 'pattern' }>): ArgumentCheck {
  const regex = new Regex(pattern, options);
  return eachElement((element) => {
    if (element === null) return failure('notNull');
    const text = toText(element);
    return regex.isMatch(text) ? undefined : failureOr(message, 'pattern', text, pattern);
  });
}

function outsideRange(element: unknown, min: unknown, max: unknown): string | undefined {
  if (element === null) return failure('notNull');
  const value = typeNameOf(element) === typeNameOf(min) ? element : convertAs(element, typeOf(min));
  if (valueOrNull(value) === null) {
    return failure('rangeElementType', shortName(element), shortName(min));
  }
  if (compare(min, value, 'match case') > 0) return failure('rangeTooSmall', value, min);
  return compare(max, value, 'match case') < 0 ? failure('rangeTooBig', value, max) : undefined;
}

function unknownVersion(value: unknown, minors: Readonly<Record<number, number>>): string | undefined {
  if (value === null) return failure('notNull');
  const { major, minor } = value as { readonly major: number; readonly minor: number };
  return minor <= (minors[major] ?? -1) ? undefined : failure('powerShellVersion', value);
}

const shortName = (value: unknown): string => typeNameOf(value).split('.').at(-1)!;

const kindChecks: Readonly<Record<RangeKind, (sign: number) => boolean>> = {
  Positive: (sign) => sign > 0,
  NonNegative: (sign) => sign >= 0,
  Negative: (sign) => sign < 0,
  NonPositive: (sign) => sign <= 0,
};

function outsideKind(element: unknown, kind: RangeKind): string | undefined {
  if (element === null) return failure('notNull');
  const zero = zeroLike(element);
  if (!isNumeric(element) && zero === 0) return failure('rangeElementType', shortName(element), shortName(zero));
  const sign = compare(element, zero, 'match case');
  return kindChecks[kind](sign) ? undefined : failure(`range${kind}`, element);
}

const zeroLike = (element: unknown): unknown =>
  typeNameOf(element) === 'System.TimeSpan' ? convertAs('00:00:00', typeOf(element)) : 0;

function wrongCount(value: unknown, min: number, max: number): string | undefined {
  const items =
    value === null || value === nothing ? [] : (listOf(value) ?? (value instanceof Dictionary ? value : undefined));
  if (!items) return failure('countNotArray');
  const count = 'size' in items ? items.size : items.length;
  if (min === max && count !== max) return failure('countExact', max, count);
  return count < min || count > max ? failure('countMinMax', min, max, count) : undefined;
}

function wrongLength(element: unknown, min: number, max: number): string | undefined {
  if (typeof element !== 'string') return failure('lengthNotText');
  if (element.length < min) return failure('lengthTooShort', min, element.length);
  return element.length > max ? failure('lengthTooLong', max, element.length) : undefined;
}

const nullCheck: ArgumentCheck = (given) => {
  const value = operand(given);
  if (value === null) return failure('notNull');
  return listOf(value)?.some((each) => valueOrNull(each) === null) ? failure('notNullCollection') : undefined;
};

function emptyCheck(single: Text, collection: Text, isEmpty: (text: string) => boolean): ArgumentCheck {
  return (given) => {
    const value = operand(given);
    if (value === null) return failure('notNullOrEmpty');
    if (typeof value === 'string') return isEmpty(value) ? failure(single) : undefined;
    if (value instanceof Dictionary) return value.size === 0 ? failure('notNullOrEmptyCollection') : undefined;
    const items = listOf(value);
    if (!items) return undefined;
    if (items.length === 0 || items.some((each) => valueOrNull(each) === null))
      return failure('notNullOrEmptyCollection');
    return items.some((each) => typeof each === 'string' && isEmpty(each)) ? failure(collection) : undefined;
  };
}
