import { argumentError, DotnetError, outOfRangeError } from '../dotnet-error.ts';
import { ignoresCase, toUpper, type StringComparison } from './compare-text.ts';

const white = '\\t-\\r\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const whiteSpace = new RegExp(`[${white}]`);
const onlyWhiteSpace = new RegExp(`^[${white}]*$`);

export const isWhiteSpace = (character: string): boolean => whiteSpace.test(character);

/** `String.IsNullOrWhiteSpace`. */
export const isBlank = (text: string | null): boolean => text === null || onlyWhiteSpace.test(text);

const negativeCount = (value: number, parameter: string) =>
  new DotnetError(
    'ArgumentOutOfRangeException',
    `${parameter} ('${value}') must be a non-negative value. (Parameter '${parameter}')\nActual value was ${value}.`,
  );

/** `Substring(start)` and `Substring(start, length)`. */
export function substring(text: string, start: number, length = text.length - start): string {
  if (start < 0) throw outOfRangeError('StartIndex cannot be less than zero.', 'startIndex');
  if (start > text.length) throw outOfRangeError('startIndex cannot be larger than length of string.', 'startIndex');
  if (length < 0) throw outOfRangeError('Length cannot be less than zero.', 'length');
  if (start + length > text.length) {
    throw outOfRangeError('Index and length must refer to a location within the string.', 'length');
  }
  return text.slice(start, start + length);
}

/** `Remove(start)` and `Remove(start, count)`. */
export function remove(text: string, start: number, count?: number): string {
  if (count === undefined) {
    if (start < 0) throw outOfRangeError('StartIndex cannot be less than zero.', 'startIndex');
    if (start > text.length) throw outOfRangeError('startIndex cannot be larger than length of string.', 'startIndex');
    return text.slice(0, start);
  }
  if (start < 0) throw negativeCount(start, 'startIndex');
  if (count < 0) throw negativeCount(count, 'count');
  if (start + count > text.length) {
    throw outOfRangeError('Index and count must refer to a location within the string.', 'count');
  }
  return text.slice(0, start) + text.slice(start + count);
}

export function insert(text: string, start: number, value: string): string {
  checkIndex(text, start);
  return text.slice(0, start) + value + text.slice(start);
}

function checkIndex(text: string, index: number): void {
  if (index >= 0 && index <= text.length) return;
  throw outOfRangeError(
    'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
    'startIndex',
  );
}

function checkWidth(width: number): void {
  if (width < 0) throw outOfRangeError('Non-negative number required.', 'totalWidth');
}

export function padLeft(text: string, width: number, character = ' '): string {
  checkWidth(width);
  return text.padStart(width, character);
}

export function padRight(text: string, width: number, character = ' '): string {
  checkWidth(width);
  return text.padEnd(width, character);
}

export interface Trimming {
  /** The characters to take off; white space when there are none. */
  readonly characters?: string;
  readonly side?: 'start' | 'end' | 'both';
}

/** `Trim`, `TrimStart`, `TrimEnd`. */
export function trim(text: string, { characters = '', side = 'both' }: Trimming = {}): string {
  const drops = (index: number) => {
    const character = text.charAt(index);
    return characters === '' ? isWhiteSpace(character) : characters.includes(character);
  };
  let start = 0;
  let end = text.length;
  if (side !== 'end') while (start < end && drops(start)) start++;
  if (side !== 'start') while (end > start && drops(end - 1)) end--;
  return text.slice(start, end);
}

export interface Searching {
  readonly start?: number;
  readonly count?: number;
  readonly comparison?: StringComparison;
}

/** `IndexOf`; letters that differ in the culture alone are told apart. */
export function indexOf(
  text: string,
  value: string,
  { start = 0, count, comparison = 'Ordinal' }: Searching = {},
): number {
  checkIndex(text, start);
  if (count !== undefined && (count < 0 || start + count > text.length)) throw badCount();
  const range = text.slice(0, count === undefined ? undefined : start + count);
  return folded(range, comparison).indexOf(folded(value, comparison), start);
}

/** `LastIndexOf`; `start` is the place of the last character to look at. */
export function lastIndexOf(
  text: string,
  value: string,
  { start, count, comparison = 'Ordinal' }: Searching = {},
): number {
  const last = start ?? text.length - 1;
  if (text === '') return value === '' ? 0 : -1;
  if (last < -1 || last > text.length) throw badIndex();
  const first = count === undefined ? 0 : last - count + 1;
  if (count !== undefined && (count < 0 || first < 0)) throw badCount();
  const found = folded(text, comparison).lastIndexOf(folded(value, comparison), last - value.length + 1);
  return last - value.length + 1 < 0 || found < first ? -1 : found;
}

const badCount = () =>
  outOfRangeError(
    'Count must be positive and count must refer to a location within the string/array/collection.',
    'count',
  );

const badIndex = () =>
  outOfRangeError(
    'Index was out of range. Must be non-negative and less than the size of the collection.',
    'startIndex',
  );

const folded = (text: string, comparison: StringComparison): string => (ignoresCase(comparison) ? toUpper(text) : text);

/** `IndexOfAny` and, from the end, `LastIndexOfAny`. */
export function indexOfAny(text: string, characters: string, { start = 0 }: Searching = {}): number {
  checkIndex(text, start);
  for (let index = start; index < text.length; index++) if (characters.includes(text.charAt(index))) return index;
  return -1;
}

export function lastIndexOfAny(text: string, characters: string): number {
  for (let index = text.length - 1; index >= 0; index--) if (characters.includes(text.charAt(index))) return index;
  return -1;
}

export const contains = (text: string, value: string, comparison: StringComparison = 'Ordinal'): boolean =>
  folded(text, comparison).includes(folded(value, comparison));

export const startsWith = (text: string, value: string, comparison: StringComparison = 'CurrentCulture'): boolean =>
  folded(text, comparison).startsWith(folded(value, comparison));

export const endsWith = (text: string, value: string, comparison: StringComparison = 'CurrentCulture'): boolean =>
  folded(text, comparison).endsWith(folded(value, comparison));

/** `Replace`; what is found is found from left to right, `null` puts nothing in its place. */
export function replace(
  text: string,
  { old, by, comparison = 'Ordinal' }: { old: string; by: string | null; comparison?: StringComparison },
): string {
  if (old === '') throw argumentError('String cannot be of zero length.', 'oldValue');
  const searched = folded(text, comparison);
  const wanted = folded(old, comparison);
  let result = '';
  let end = 0;
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, end)) {
    result += text.slice(end, at) + (by ?? '');
    end = at + wanted.length;
  }
  return result + text.slice(end);
}

export interface Splitting {
  /** Texts to split at; white space when there are none. Characters are texts of one character. */
  readonly separators?: readonly string[];
  readonly count?: number;
  readonly removeEmpty?: boolean;
  readonly trimEntries?: boolean;
}

/** `Split` in all its overloads. */
export function split(
  text: string,
  { separators = [], count, removeEmpty = false, trimEntries = false }: Splitting,
): string[] {
  if (count !== undefined && count < 0) throw negativeCount(count, 'count');
  const finish = (part: string) => (trimEntries ? trim(part) : part);
  const keeps = (part: string) => !removeEmpty || part !== '';
  const most = count ?? Number.POSITIVE_INFINITY;
  if (most === 0) return [];
  if (most === 1) return [finish(text)].filter(keeps);
  const parts: string[] = [];
  let end = 0;
  for (const { at, length } of separatorsIn(text, separators)) {
    if (parts.length >= most - 1) break;
    const part = finish(text.slice(end, at));
    if (keeps(part)) parts.push(part);
    end = at + length;
  }
  const rest = removeEmpty ? withoutLeading(text.slice(end), separators) : text.slice(end);
  return [...parts, ...[finish(rest)].filter(keeps)];
}

function* separatorsIn(
  text: string,
  separators: readonly string[],
): Generator<{ at: number; length: number }, undefined> {
  for (let at = 0; at < text.length;) {
    const length = separatorAt(text, at, separators);
    if (length > 0) yield { at, length };
    at += Math.max(length, 1);
  }
}

/** The length of the separator at a place; 0 when there is none. */
function separatorAt(text: string, at: number, separators: readonly string[]): number {
  if (separators.length === 0) return isWhiteSpace(text.charAt(at)) ? 1 : 0;
  return separators.find((separator) => separator !== '' && text.startsWith(separator, at))?.length ?? 0;
}

function withoutLeading(text: string, separators: readonly string[]): string {
  let at = 0;
  for (let length = separatorAt(text, at, separators); at < text.length && length > 0;) {
    at += length;
    length = separatorAt(text, at, separators);
  }
  return text.slice(at);
}
