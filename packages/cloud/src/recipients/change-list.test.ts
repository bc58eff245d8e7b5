import { expect, test } from 'vitest';
import { changedList, type ListChange } from './change-list.ts';

const cases: readonly [change: ListChange, expected: readonly string[]][] = [
  [
    ['c', 'd', 'C'],
    ['c', 'd'],
  ],
  [[], []],
  [{ Add: ['c', 'A'] }, ['a', 'b', 'c']],
  [{ Remove: ['B', 'x'] }, ['a']],
  [{ Add: ['b'], Remove: ['b'] }, ['a', 'b']],
  [{}, ['a', 'b']],
];

test.each(cases)('%j', (change, expected) => {
  expect(changedList(['a', 'b'], change)).toEqual(expected);
});

test('values are kept as what they mean', () => {
  expect(
    changedList(['1'], { Add: ['two'], Remove: ['one'] }, { keep: (name) => (name === 'one' ? '1' : '2') }),
  ).toEqual(['2']);
});
