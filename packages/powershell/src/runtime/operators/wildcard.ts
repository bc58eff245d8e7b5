import { scriptError } from '../errors/script-error.ts';
import type { CaseRule } from './compare.ts';

const known = new Map<string, RegExp>();
/** Patterns in scripts are few; whoever makes them in a loop shall not fill the memory. */
const knownLimit = 500;

/** A wildcard pattern as a regular expression: `*`, `?`, `[a-z]`, with a backtick before what is meant literally. */
export function wildcard(pattern: string, rule: CaseRule): RegExp {
  const key = `${rule} ${pattern}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size >= knownLimit) known.clear();
  const expression = new RegExp(`^(?:${translate(pattern)})$`, rule === 'ignore case' ? 'isu' : 'su');
  known.set(key, expression);
  return expression;
}

const token = /`([^])|\[((?:`[^]|[^\]`])*)(\]?)|([^])/gu;

function translate(pattern: string): string {
  return Array.from(pattern.matchAll(token), ([, escaped, set, closing, plain]) => {
    if (escaped !== undefined) return quote(escaped);
    if (plain !== undefined) return plain === '*' ? '.*' : plain === '?' ? '.' : quote(plain);
    if (closing === '' || set === undefined || set === '') throw scriptError('InvalidWildcard', [pattern]);
    return `[${set.replaceAll(/`([^])/g, '$1').replaceAll(/[\\[\]^&~|]/g, String.raw`\$&`)}]`;
  }).join('');
}

const quote = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
