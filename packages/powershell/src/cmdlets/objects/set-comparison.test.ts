import { expect, test } from 'vitest';
import { registerTypes } from '../../runtime/types/register-types.ts';
import type { OrderEntry } from './order-entries.ts';
import { SetComparison } from './set-comparison.ts';
import { ValueComparer } from './value-comparer.ts';

registerTypes();

const entries = (text: string): OrderEntry[] => text.split('').map((item) => ({ item, keys: [item] }));

/** Letters with the side that has them, in the order in which they are found. */
function found(references: string, differences: string, window = Infinity): string {
  const told: string[] = [];
  const comparison = new SetComparison({
    references: entries(references),
    comparers: [new ValueComparer()],
    window,
    emit: ({ entry, side }) => void told.push(`${String(entry.item)}${side}`),
  });
  for (const entry of entries(differences)) comparison.add(entry);
  comparison.end();
  return told.join(' ');
}

test.each([
  ['the same', 'ab', 'ab', 'a== b=='],
  ['case does not count', 'ab', 'AB', 'a== b=='],
  ['another order', 'abc', 'cba', 'b== a== c=='],
  ['each has its own', 'ab', 'bc', 'b== c=> a<='],
  ['twice on one side', 'aab', 'ab', 'a== b== a<='],
  ['nothing to refer to', '', 'ab', 'a=> b=>'],
  ['nothing that differs', 'ab', '', 'a<= b<='],
])('%s', (_name, references, differences, expected) => {
  expect(found(references, differences)).toBe(expected);
});

test('a window of nothing compares what stands at the same place', () => {
  expect(found('abc', 'acb', 0)).toBe('a== c=> b<= b=> c<=');
});

test('what waits longer than the window has no like', () => {
  expect(found('abcd', 'xyza', 1)).toBe('x=> a<= y=> b<= z=> c<= a=> d<=');
});
