import { compareKeys, type OrderEntry } from './order-entries.ts';
import type { ValueComparer } from './value-comparer.ts';

/** Sorts by the keys; what is equal keeps its order. */
export function sortEntries(
  entries: readonly OrderEntry[],
  comparers: readonly ValueComparer[],
): readonly OrderEntry[] {
  return entries.toSorted((left, right) => compareKeys(left.keys, right.keys, comparers));
}

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
