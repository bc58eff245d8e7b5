import type { Search } from '../errors.ts';
import { limits } from '../limits.ts';
import type { KnownPeople } from '../organisation/known-people.ts';
import { type JournalEntry, nameOf } from './journal-entry.ts';
import { type Difference, differencesOf, isOfKind, type JournalMatch, placeOfMatch } from './journal-match.ts';
import { printEntry } from './print-entry.ts';

/** What a failed expectation tells of the entries from a place on, in which it was looked for, and of those before. */
export function tellSearch(
  match: JournalMatch,
  { entries, from, people }: { entries: readonly JournalEntry[]; from: number; people: KnownPeople },
): Search {
  const searched = entries.slice(from);
  const earlier = entries.slice(0, from).findLast((entry) => differencesOf(entry, match, people).length === 0);
  const nearest = searched
    .map((entry) => ({ entry, differences: differencesOf(entry, match, people) }))
    .filter(({ entry, differences }) => isNear(entry, { match, differences }))
    .toSorted((left, right) => rankOf(left.differences) - rankOf(right.differences))
    .slice(0, limits.nearMisses)
    .map(({ entry, differences }) => `${printEntry(entry)}: ${differences[0]!} differs`);
  return {
    match: JSON.stringify(match),
    searched: searched.length,
    earlier: earlier && printEntry(earlier),
    nearest,
    names: namesOf(searched, match),
  };
}

interface Compared {
  readonly match: JournalMatch;
  readonly differences: readonly Difference[];
}

/** One thing differs; if that is the name, all else that was said holds, or the entry is a request or a command of the same kind. */
function isNear(entry: JournalEntry, { match, differences }: Compared): boolean {
  if (differences.length !== 1) return false;
  const place = placeOfMatch(match);
  if (differences[0] !== 'name' || place === undefined) return true;
  if (!isOfKind(entry, place)) return false;
  return (place !== 'rop' && place !== 'operation') || match.mailbox !== undefined || match.account !== undefined;
}

/** The right call of somebody else's comes before another call. */
const rankOf = (differences: readonly Difference[]): number => (differences[0] === 'name' ? 1 : 0);

/** What there was of the same kind, by name; of any kind, if there was none. */
function namesOf(entries: readonly JournalEntry[], match: JournalMatch): string[] {
  const place = placeOfMatch(match);
  const alike = place === undefined ? [] : entries.filter((entry) => isOfKind(entry, place));
  const names = new Set((alike.length > 0 ? alike : entries).map(nameOf));
  return [...names].slice(0, limits.toldNames);
}
