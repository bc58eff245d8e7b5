import { listOf } from '../values/enumerate.ts';
import { valueOrNull } from '../values/nothing.ts';
import { isNumeric, toNumber } from '../values/number-types.ts';
import { plainText, toText } from '../values/to-text.ts';
import { typedArray } from '../values/typed-array.ts';
import { isTrue } from '../values/truth.ts';
import type { CaseRule } from './compare.ts';
import { regexOf } from './match.ts';

/** Tells whether a character separates, for `-split { … }`. */
export type SplitPredicate = (character: string) => unknown;

/** `-join`: the elements' texts with a separator between them. */
export function join(left: unknown, separator = ''): string {
  const value = valueOrNull(left);
  return (listOf(value) ?? [value]).map((item) => elementText(item)).join(separator);
}

const elementText = (item: unknown): string => (listOf(item) ? plainText(item) : toText(item));

/** Unary `-split`: words. */
export function splitWords(value: unknown): unknown[] {
  const texts = listOf(valueOrNull(value)) ?? [value];
  return typedArray(
    'System.String',
    texts.flatMap((text) => toText(text).trim().split(/\s+/)),
  );
}

export interface SplitOptions {
  /** 0 has no limit; a negative number counts from the end. */
  readonly maximum: number;
  readonly simple: boolean;
  readonly flags: string;
}

/** The operands behind the separator: how many parts at most, and options by name. */
export function splitOptions(parts: readonly unknown[], rule: CaseRule): SplitOptions {
  const [maximum = 0, options = ''] = parts;
  const names = toText(options).toLowerCase();
  const insensitive = rule === 'ignore case' || names.includes('ignorecase');
  const multiline = names.includes('multiline') ? 'm' : '';
  return {
    maximum: isNumeric(maximum) ? toNumber(maximum) : Number(toText(maximum)) || 0,
    simple: names.includes('simplematch'),
    flags: `${insensitive ? 'i' : ''}${multiline}${names.includes('singleline') ? 's' : ''}`,
  };
}

/** `-split` with a pattern. */
export function split(left: unknown, pattern: string, options: SplitOptions): unknown[] {
  const source = options.simple ? pattern.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`) : pattern;
  const expression = regexOf(source, `g${options.flags}`);
  const texts = listOf(valueOrNull(left)) ?? [valueOrNull(left)];
  return typedArray(
    'System.String',
    texts.flatMap((text) => splitText(toText(text), expression, options.maximum)),
  );
}

function splitText(text: string, expression: RegExp, maximum: number): string[] {
  const all = [...text.matchAll(expression)];
  if (maximum < 0) return splitFromEnd(text, all, -maximum);
  const used = maximum > 0 ? all.slice(0, maximum - 1) : all;
  return partsBetween(text, used);
}

function splitFromEnd(text: string, found: readonly RegExpExecArray[], maximum: number): string[] {
  return partsBetween(text, maximum === 1 ? [] : found.slice(-(maximum - 1)));
}

function partsBetween(text: string, separators: readonly RegExpExecArray[]): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of separators) {
    parts.push(text.slice(from, match.index), ...match.slice(1).filter((group) => group !== undefined));
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

/** `-split { … }`: at every character for which the block says yes. */
export function splitBy(left: unknown, isSeparator: SplitPredicate, maximum: number): unknown[] {
  const texts = listOf(valueOrNull(left)) ?? [valueOrNull(left)];
  return typedArray(
    'System.String',
    texts.flatMap((text) => splitCharacters(toText(text), isSeparator, maximum)),
  );
}

function splitCharacters(text: string, isSeparator: SplitPredicate, maximum: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    if (maximum > 0 && parts.length >= maximum - 1) break;
    if (!isTrue(isSeparator(text.charAt(index)))) continue;
    parts.push(text.slice(from, index));
    from = index + 1;
  }
  return [...parts, text.slice(from)];
}
