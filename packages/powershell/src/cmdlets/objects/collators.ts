import type { CaseRule } from '../../runtime/operators/compare.ts';

const known = new Map<string, Intl.Collator>();

/** The order of texts in a culture; the current culture is the invariant one. */
export function collatorOf(culture: string | undefined, rule: CaseRule): Intl.Collator {
  const key = `${culture ?? ''} ${rule}`;
  const found = known.get(key);
  if (found) return found;
  const sensitivity = rule === 'ignore case' ? 'accent' : 'variant';
  const made = new Intl.Collator(culture || 'en', { sensitivity, ignorePunctuation: false });
  known.set(key, made);
  return made;
}
