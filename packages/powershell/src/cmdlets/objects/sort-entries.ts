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
function sortedByNumber(entries: readonly OrderEntry[], isDescending: boolean): readonly OrderEntry[] {
  const places = sortedPlaces(entries, isDescending);
  if (places) return Array.from(places, (place) => entries[place]!);
  return isDescending
    ? entries.toSorted((left, right) => numberOf(right) - numberOf(left))
    : entries.toSorted((left, right) => numberOf(left) - numberOf(right));
}

/** Whole numbers with the places of their entries in one number each, which sort without a function. */
function sortedPlaces(entries: readonly OrderEntry[], isDescending: boolean): Float64Array | undefined {
  const count = entries.length;
  let [low, high] = [Infinity, -Infinity];
  for (const entry of entries) {
    const number = numberOf(entry);
    if (!Number.isInteger(number)) return undefined;
    if (number < low) low = number;
    if (number > high) high = number;
  }
  if ((high - low + 1) * count > Number.MAX_SAFE_INTEGER) return undefined;
  const packed = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    const number = numberOf(entries[place]!);
    packed[place] = (isDescending ? high - number : number - low) * count + place;
  }
  packed.sort();
  for (let index = 0; index < count; index++) packed[index]! %= count;
  return packed;
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
