import type { RegexMatch } from './regex.ts';
import type { RegexGroup } from './translate-regex.ts';

/** Writes what stands for a match. */
export type Replacement = (match: RegexMatch) => string;

const marks = /\$(?:(\$)|([&`'+_])|(\d+)|\{(\w+)\})/g;

/** Reads a replacement pattern: `$1 ${name} $$ $& $` $' $+ $_`; a group that the expression lacks is plain text. */
export function parseReplacement(pattern: string, groupNames: readonly string[]): Replacement {
  const parts: Replacement[] = [];
  let end = 0;
  for (const found of pattern.matchAll(marks)) {
    const part = replacementPart(found, groupNames);
    if (part === undefined) continue;
    parts.push(literal(pattern.slice(end, found.index)), part);
    end = found.index + found[0].length;
  }
  if (end === 0) return literal(pattern);
  parts.push(literal(pattern.slice(end)));
  return (match) => parts.map((part) => part(match)).join('');
}

const literal =
  (text: string): Replacement =>
  () =>
    text;

function replacementPart(found: RegExpExecArray, groupNames: readonly string[]): Replacement | undefined {
  const [, dollar, mark, digits, braced] = found;
  if (dollar !== undefined) return literal('$');
  if (mark !== undefined) return special[mark];
  const name = digits ?? braced ?? '';
  const number = groupNames.includes(name) ? groupNames.indexOf(name) : /^\d+$/.test(name) ? Number(name) : -1;
  if (number < 0 || number >= groupNames.length) return undefined;
  return (match) => match.group(number) ?? '';
}

const special: Readonly<Record<string, Replacement>> = {
  '&': (match) => match.value,
  '`': (match) => match.text.slice(0, match.index),
  "'": (match) => match.text.slice(match.index + match.length),
  '+': (match) => match.group(match.regex.groupNames.length - 1) ?? '',
  _: (match) => match.text,
};

/** The replacement in JavaScript's syntax, which its engine is fastest with; undefined where it says more than that can. */
export function templateOf(pattern: string, groups: readonly RegexGroup[]): string | undefined {
  if (!pattern.includes('$')) return pattern;
  let template = '';
  let end = 0;
  for (const found of pattern.matchAll(marks)) {
    const [text, dollar, mark, digits, braced] = found;
    const name = digits ?? braced;
    const group =
      groups.find((candidate) => candidate.name === name) ??
      (digits === undefined ? undefined : groups[Number(digits)]);
    const index = group?.indexes.length === 1 ? group.indexes[0] : undefined;
    const simple = dollar !== undefined || (mark !== undefined && /[&`']/.test(mark));
    if (!simple && (index === undefined || index > 99)) return undefined;
    template += pattern.slice(end, found.index).replaceAll('$', '$$$$');
    template += simple ? text : index === 0 ? '$&' : `$${String(index).padStart(2, '0')}`;
    end = found.index + text.length;
  }
  return template + pattern.slice(end).replaceAll('$', '$$$$');
}
