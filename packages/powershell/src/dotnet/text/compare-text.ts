import { once } from '../once.ts';

/** The names of StringComparison; the current culture is compared as the invariant one. */
export type StringComparison =
  | 'CurrentCulture'
  | 'CurrentCultureIgnoreCase'
  | 'InvariantCulture'
  | 'InvariantCultureIgnoreCase'
  | 'Ordinal'
  | 'OrdinalIgnoreCase';

export const ignoresCase = (comparison: StringComparison): boolean => comparison.endsWith('IgnoreCase');

// The root collation, which English leaves as it is: lower case before upper.
const caseSensitive = once(() => new Intl.Collator('en', { sensitivity: 'variant' }));
const caseInsensitive = once(() => new Intl.Collator('en', { sensitivity: 'accent' }));

/** `String.Compare`: -1, 0 or 1 by a culture, the distance of the first different characters when ordinal. */
export function compareText(left: string, right: string, comparison: StringComparison = 'CurrentCulture'): number {
  if (left === right) return 0;
  if (comparison === 'Ordinal') return compareOrdinal(left, right);
  if (comparison === 'OrdinalIgnoreCase') return compareOrdinal(toUpper(left), toUpper(right));
  return (ignoresCase(comparison) ? caseInsensitive() : caseSensitive()).compare(left, right);
}

export function equalText(left: string, right: string, comparison: StringComparison = 'Ordinal'): boolean {
  return compareText(left, right, comparison) === 0;
}

function compareOrdinal(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const distance = left.charCodeAt(index) - right.charCodeAt(index);
    if (distance !== 0) return distance;
  }
  return left.length - right.length;
}

// oxlint-disable-next-line no-control-regex -- ASCII is meant
const ascii = /^[\0-\x7f]*$/;

/** Upper case one character for one: ß stays. */
export function toUpper(text: string): string {
  return ascii.test(text) ? text.toUpperCase() : eachCharacter(text, (character) => character.toUpperCase());
}

/** Lower case one character for one. */
export function toLower(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : eachCharacter(text, (character) => character.toLowerCase());
}

function eachCharacter(text: string, change: (character: string) => string): string {
  let result = '';
  for (const character of text) {
    const changed = change(character);
    result += changed.length === character.length ? changed : character;
  }
  return result;
}

/** `TextInfo.ToTitleCase`: words in capitals stay as they are. */
export function toTitleCase(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{M}\p{Nd}']*/gu, (word) => {
    if (word.length > 1 && toUpper(word) === word && toLower(word) !== word) return word;
    const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
    return toUpper(first) + toLower(word.slice(first.length));
  });
}
