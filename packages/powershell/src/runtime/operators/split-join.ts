import { escapeRegex, type Regex, type RegexMatch, RegexOptions } from '../../dotnet/index.ts';
import { convertTo } from '../conversions/convert.ts';
import { castingOperand } from '../conversions/convert-error.ts';
import { toNumeric } from '../conversions/to-number.ts';
import { scriptError } from '../errors/script-error.ts';
import type { EnumValue } from '../values/enum-value.ts';
import { listOf } from '../values/enumerate.ts';
import { valueOrNull } from '../values/nothing.ts';
import { toNumber } from '../values/number-types.ts';
import { elementText, toText } from '../values/to-text.ts';
import { knownTypes } from '../values/running-session.ts';
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
  /** The values of RegexOptions. */
  readonly flags: number;
}

/** SplitOptions and what they are for a regular expression. Source: StringOps, parseRegexOptions. */
const simpleMatch = 1;
const ignoreCase = 64;
const regexFlags: readonly (readonly [option: number, flag: number])[] = [
  [4, RegexOptions.CultureInvariant],
  [8, RegexOptions.IgnorePatternWhitespace],
  [16, RegexOptions.Multiline],
  [32, RegexOptions.Singleline],
  [ignoreCase, RegexOptions.IgnoreCase],
  [128, RegexOptions.ExplicitCapture],
];

/** The operands behind the separator: how many parts at most, and SplitOptions. */
export function splitOptions(parts: readonly unknown[], rule: CaseRule): SplitOptions {
  const [maximum = 0, given] = parts;
  const options = given === undefined ? 0 : optionBits(given);
  const simple = (options & simpleMatch) !== 0;
  if (simple && (options & ~(simpleMatch | ignoreCase)) !== 0) throw scriptError('InvalidSplitOptionCombination');
  const insensitive = rule === 'ignore case' ? RegexOptions.IgnoreCase : RegexOptions.None;
  return {
    maximum: toNumber(castingOperand(() => toNumeric(maximum, 'Int32'))),
    simple,
    flags: regexFlags.reduce<number>(
      (all, [option, flag]) => ((options & option) === 0 ? all : all | flag),
      insensitive,
    ),
  };
}

const optionBits = (given: unknown): number =>
  castingOperand(
    () => (convertTo(given, knownTypes().find('System.Management.Automation.SplitOptions')!) as EnumValue).value,
  );

/** `-split` with a pattern. */
export function split(left: unknown, pattern: string, { maximum, simple, flags }: SplitOptions): unknown[] {
  const regex = regexOf(simple ? escapeRegex(pattern) : pattern, flags);
  const texts = listOf(valueOrNull(left)) ?? [valueOrNull(left)];
  return typedArray(
    'System.String',
    texts.flatMap((text) => splitText(toText(text), regex, maximum)),
  );
}

function splitText(text: string, regex: Regex, maximum: number): string[] {
  if (maximum >= 0) return regex.split(text, maximum);
  const found = [...regex.matches(text)];
  return partsBetween(text, maximum === -1 ? [] : found.slice(maximum + 1));
}

function partsBetween(text: string, separators: readonly RegexMatch[]): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of separators) {
    const groups = match
      .captures()
      .slice(1)
      .filter(({ success }) => success);
    parts.push(text.slice(from, match.index), ...groups.map(({ value }) => value));
    from = match.index + match.length;
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
  const separators: number[] = [];
  for (let index = 0; index < text.length && (maximum <= 0 || separators.length < maximum - 1); index++) {
    if (isTrue(isSeparator(text.charAt(index)))) separators.push(index);
  }
  // From the end only as many parts as are wanted: the first one keeps the separators that are too many.
  const used =
    maximum < 0 ? separators.slice(separators.length - Math.min(-maximum - 1, separators.length)) : separators;
  const ends = [...used, text.length];
  return ends.map((end, index) => text.slice(index === 0 ? 0 : ends[index - 1]! + 1, end));
}
