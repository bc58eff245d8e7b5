import { DotnetError } from '../dotnet-error.ts';
import { toLower } from './compare-text.ts';

/** One place of a pattern: any text, any character, one character, or one of a set. */
type Element =
  | { readonly kind: 'any text' | 'any character' }
  | { readonly kind: 'character'; readonly value: string }
  | { readonly kind: 'set'; readonly ranges: readonly (readonly [low: string, high: string])[] };

const special = /[*?[\]`]/;

/** A pattern of `-like`: `*`, `?`, `[a-z]`; a backtick stands before what is meant literally. */
export class WildcardPattern {
  readonly pattern: string;
  private readonly caseSensitive: boolean;
  private readonly elements: readonly Element[];

  constructor(pattern: string, { caseSensitive = false }: { caseSensitive?: boolean } = {}) {
    this.pattern = pattern;
    this.caseSensitive = caseSensitive;
    this.elements = readElements(this.fold(pattern), pattern);
  }

  private fold(text: string): string {
    return this.caseSensitive ? text : toLower(text);
  }

  /** Goes back only to the last `*`, hence in at most pattern × text steps. */
  isMatch(text: string): boolean {
    const folded = this.fold(text);
    let element = 0;
    let at = 0;
    let star = -1;
    let starAt = 0;
    while (at < folded.length) {
      const current = this.elements[element];
      if (current?.kind === 'any text') {
        star = element++;
        starAt = at;
      } else if (current !== undefined && fits(current, folded.charAt(at))) {
        element++;
        at++;
      } else if (star >= 0) {
        element = star + 1;
        at = ++starAt;
      } else return false;
    }
    while (this.elements[element]?.kind === 'any text') element++;
    return element === this.elements.length;
  }
}

function fits(element: Element, character: string): boolean {
  if (element.kind === 'character') return element.value === character;
  if (element.kind === 'set') return element.ranges.some(([low, high]) => character >= low && character <= high);
  return true;
}

function readElements(text: string, pattern: string): readonly Element[] {
  const elements: Element[] = [];
  for (const [token, escaped, set, closing] of text.matchAll(/`([^])|\[((?:`[^]|[^\]`])*)(\]?)|[^]/g)) {
    if (escaped !== undefined) elements.push({ kind: 'character', value: escaped });
    else if (set !== undefined) elements.push(readSet(closing === '' ? '' : set, pattern));
    else if (token === '*') elements.push({ kind: 'any text' });
    else elements.push(token === '?' ? { kind: 'any character' } : { kind: 'character', value: token });
  }
  return elements;
}

function readSet(set: string, pattern: string): Element {
  if (set === '') {
    const message = `The specified wildcard character pattern is not valid: ${pattern}`;
    throw new DotnetError('Management.Automation.WildcardPatternException', message);
  }
  const ranges = [...set.matchAll(/`?([^])(?:-`?([^]))?/g)].map(([, low = '', high = low]) => [low, high] as const);
  return { kind: 'set', ranges };
}

export const containsWildcards = (text: string): boolean => /(?:^|[^`])(?:``)*[*?[\]]/.test(text);

/** Puts a backtick before each character that a pattern would take for itself. */
export const escapeWildcards = (text: string): string => text.replace(new RegExp(special, 'g'), '`$&');

export const unescapeWildcards = (text: string): string => text.replace(/`([*?[\]`])/g, '$1');
