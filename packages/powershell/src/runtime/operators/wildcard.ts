import { WildcardPattern } from '../../dotnet/index.ts';
import { asNetError } from '../errors/from-dotnet.ts';
import { scriptError } from '../errors/script-error.ts';
import type { CaseRule } from './compare.ts';

const known = new Map<string, WildcardPattern>();
/** Patterns in scripts are few; whoever makes them in a loop shall not fill the memory. */
const knownLimit = 500;

/** Whether a text fits a wildcard pattern: `*`, `?`, `[a-z]`, with a backtick before what is meant literally. */
export function isLike(text: string, pattern: string, rule: CaseRule): boolean {
  return wildcardOf(pattern, rule).isMatch(text);
}

function wildcardOf(pattern: string, rule: CaseRule): WildcardPattern {
  const key = `${rule} ${pattern}`;
  const found = known.get(key);
  if (found) return found;
  if (known.size >= knownLimit) known.clear();
  const made = compileWildcard(pattern, rule);
  known.set(key, made);
  return made;
}

function compileWildcard(pattern: string, rule: CaseRule): WildcardPattern {
  try {
    return new WildcardPattern(pattern, { caseSensitive: rule === 'match case' });
  } catch (error) {
    asNetError(error);
    throw scriptError('InvalidWildcard', [pattern]);
  }
}
