import { describe, expect, test } from 'vitest';
import { registerTypes } from '../../runtime/types/register-types.ts';
import { sortEntries, uniqueEntries } from './sort-entries.ts';
import { ValueComparer } from './value-comparer.ts';

registerTypes();

/** Keys with the places that their entries had, in their new order. */
function sorted(keys: readonly unknown[], descending = false): string {
  const entries = keys.map((key, item) => ({ item, keys: [key] }));
  const order = sortEntries(entries, [new ValueComparer({ descending })]);
  return order.map(({ item, keys: [key] }) => `${String(key)}:${String(item)}`).join(' ');
}

describe('entries are sorted', () => {
  test.each([
    ['whole numbers', [3, 1, 3, -2], '-2:3 1:1 3:0 3:2'],
    ['fractions', [1.5, 1, 1.5, 0.5], '0.5:3 1:1 1.5:0 1.5:2'],
    ['numbers far apart', [1e15, -1e15, 1e15], '-1000000000000000:1 1000000000000000:0 1000000000000000:2'],
    ['endless numbers', [Infinity, 1, -Infinity], '-Infinity:2 1:1 Infinity:0'],
    ['texts', ['b', 'a', 'B'], 'a:1 b:0 B:2'],
    ['nothing', [], ''],
  ])('%s', (_name, keys, expected) => {
    expect(sorted(keys)).toBe(expected);
  });

  test.each([
    ['whole numbers', [3, 1, 3, 4], '4:3 3:0 3:2 1:1'],
    ['fractions', [1.5, 1, 1.5], '1.5:0 1.5:2 1:1'],
  ])('%s, turned around; what is equal keeps its order', (_name, keys, expected) => {
    expect(sorted(keys, true)).toBe(expected);
  });
});

test('of a run of equal entries the first stays', () => {
  const comparers = [new ValueComparer()];
  const entries = ['a', 'A', 'b', 'a'].map((item) => ({ item, keys: [item] }));
  expect(uniqueEntries(entries, comparers).map(({ item }) => item)).toEqual(['a', 'b', 'a']);
});
