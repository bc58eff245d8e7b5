import { compareKeys, type OrderEntry } from './order-entries.ts';
import type { ValueComparer } from './value-comparer.ts';

/** Sorts by the keys; what is equal keeps its order. */
export function sortEntries(
  entries: readonly OrderEntry[],
  comparers: readonly ValueComparer[],
): readonly OrderEntry[] {
  const [only] = comparers;
  if (comparers.length === 1 && entries.every(hasPlainNumber)) return sortedByNumber(entries, only!.isDescending);
  return entries.toSorted((left, right) => compareKeys(left.keys, right.keys, comparers));
}

const hasPlainNumber = ({ keys: [key] }: OrderEntry): boolean => typeof key === 'number' && !Number.isNaN(key);
const numberOf = ({ keys: [key] }: OrderEntry): number => key as number;

/** The same order for keys that are all numbers, many times faster. */
const sortedByNumber = (entries: readonly OrderEntry[], isDescending: boolean): readonly OrderEntry[] =>
  isDescending
    ? entries.toSorted((left, right) => numberOf(right) - numberOf(left))
    : entries.toSorted((left, right) => numberOf(left) - numberOf(right));

/** The first of each run of equal entries. */
export function uniqueEntries(
  sorted: readonly OrderEntry[],
  comparers: readonly ValueComparer[],
): readonly OrderEntry[] {
  return sorted.filter((entry, index) => {
    const before = sorted[index - 1];
    return !before || compareKeys(before.keys, entry.keys, comparers) !== 0;
  });
}
