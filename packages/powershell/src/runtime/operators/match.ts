import { netError, scriptError } from '../errors/script-error.ts';
import { Hashtable } from '../values/dictionary.ts';
import { toText } from '../values/to-text.ts';
import type { CaseRule } from './compare.ts';
import { translateRegex } from './regex-syntax.ts';

const known = new Map<string, RegExp>();
/** Patterns in scripts are few; whoever makes them in a loop shall not fill the memory. */
const knownLimit = 500;

/** A .NET pattern as a regular expression of JavaScript. */
export function regexOf(pattern: string, flags: string): RegExp {
  const key = `${flags} ${pattern}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size >= knownLimit) known.clear();
  const made = compileRegex(pattern, flags);
  known.set(key, made);
  return made;
}

function compileRegex(pattern: string, flags: string): RegExp {
  const translated = translateRegex(pattern);
  try {
    return new RegExp(translated.source, flags + translated.flags);
  } catch {
    throw netError(
      'System.Text.RegularExpressions.RegexParseException',
      `Invalid pattern '${pattern}' at offset ${pattern.length}. ${reasonOf(pattern)}`,
    );
  }
}

function reasonOf(pattern: string): string {
  if (/\[[^\]]*$/.test(pattern)) return 'Unterminated [] set.';
  return /^[*+?]/.test(pattern) ? `Quantifier '${pattern.charAt(0)}' following nothing.` : "Not enough )'s.";
}

const flagsOf = (rule: CaseRule): string => (rule === 'ignore case' ? 'i' : '');

/** `-match` for one value. */
export function matches(left: unknown, right: unknown, rule: CaseRule): boolean {
  return regexOf(toText(right), flagsOf(rule)).test(toText(left));
}

/** The groups of the match of one text as `$Matches` has them, or undefined when it does not match. */
export function matchGroups(left: unknown, right: unknown, rule: CaseRule): Hashtable | undefined {
  const match = regexOf(patternText(right), flagsOf(rule)).exec(toText(left));
  if (!match) return undefined;
  const named = new Set(Object.keys(match.groups ?? {}));
  const groups = new Hashtable();
  for (const [name, value] of Object.entries(match.groups ?? {})) if (value !== undefined) groups.set(name, value);
  const plain = named.size === 0 ? [...match] : unnamedGroups(match);
  plain.forEach((value, index) => void (value !== undefined && groups.set(index, value)));
  return groups;
}

/** .NET numbers the groups without a name first, so that named ones leave no gaps. */
function unnamedGroups(match: RegExpExecArray): (string | undefined)[] {
  const names = Object.values(match.groups ?? {});
  const rest = [...match];
  for (const value of names) {
    const index = rest.indexOf(value, 1);
    if (index > 0) rest.splice(index, 1);
  }
  return rest;
}

const patternText = (pattern: unknown): string => toText(pattern);

/** `-replace`: every match in every text of the list; the replacement is .NET's, or a function of the match. */
export function replace(
  text: string,
  pattern: unknown,
  replacement: string | ((match: RegExpExecArray) => string),
  rule: CaseRule,
): string {
  const expression = regexFor(toText(pattern), `g${flagsOf(rule)}`);
  if (typeof replacement === 'string') return text.replace(expression, translateReplacement(replacement));
  return text.replaceAll(expression, (...found: unknown[]) => replacement(matchFrom(found)));
}

function regexFor(pattern: string, flags: string): RegExp {
  try {
    return regexOf(pattern, flags);
  } catch {
    throw scriptError('InvalidRegularExpression', [pattern]);
  }
}

function matchFrom(found: readonly unknown[]): RegExpExecArray {
  const at = found.findIndex((each) => typeof each === 'number');
  const groups = found.slice(0, at) as string[];
  return Object.assign(groups, {
    index: found[at] as number,
    input: found[at + 1] as string,
    groups: found[at + 2],
  }) as unknown as RegExpExecArray;
}

/** `${name}`, `$0` and `$_` of .NET as JavaScript writes them. */
function translateReplacement(text: string): string {
  return text.replaceAll(/\$(?:\{(\w+)\}|(0)|(\$|\d+|&|`|')|)/g, (all, name?: string, zero?: string) => {
    if (name !== undefined)
      return /^\d+$/.test(name) ? (name === '0' ? '$&' : `$${name.padStart(2, '0')}`) : `$<${name}>`;
    if (zero !== undefined) return '$&';
    return all === '$' ? '$$' : all;
  });
}
