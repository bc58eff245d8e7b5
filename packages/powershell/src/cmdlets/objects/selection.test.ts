import { describe, expect, test } from 'vitest';
import { IndexSelection, type QueueOptions, QueueSelection, type Selection } from './selection.ts';

/** What goes on while the numbers from 1 to 6 come, and at their end. */
function chosen(selection: Selection): { readonly streamed: readonly unknown[]; readonly rest: readonly unknown[] } {
  const streamed: unknown[] = [];
  for (let item = 1; item <= 6 && !selection.isComplete; item++) streamed.push(...selection.take(item));
  return { streamed, rest: selection.rest() };
}

const none: QueueOptions = { first: undefined, last: undefined, skip: 0, skipLast: 0 };

describe('places from the beginning and the end', () => {
  test.each<[string, Partial<QueueOptions>, readonly number[], readonly number[]]>([
    ['all', {}, [1, 2, 3, 4, 5, 6], []],
    ['the first', { first: 2 }, [1, 2], []],
    ['the last', { last: 2 }, [], [5, 6]],
    ['the first and the last', { first: 1, last: 2 }, [1], [5, 6]],
    ['more than there are', { first: 1, last: 9 }, [1], [2, 3, 4, 5, 6]],
    ['none', { first: 0 }, [], []],
    ['behind some', { skip: 4 }, [5, 6], []],
    ['some behind some', { skip: 2, first: 2 }, [3, 4], []],
    ['the last but some', { skip: 1, last: 2 }, [], [4, 5]],
    ['all but the last', { skipLast: 2 }, [1, 2, 3, 4], []],
    ['all but the ends', { skip: 1, skipLast: 1 }, [2, 3, 4, 5], []],
  ])('%s', (_name, given, streamed, rest) => {
    expect(chosen(new QueueSelection({ ...none, ...given }))).toEqual({ streamed, rest });
  });

  test('needs nothing more than the first', () => {
    const selection = new QueueSelection({ ...none, first: 1 });
    selection.take('a');
    expect(selection.isComplete).toBe(true);
  });

  test('keeps no more than the last of many', () => {
    const selection = new QueueSelection({ ...none, last: 3 });
    for (let item = 0; item < 1000; item++) selection.take(item);
    expect(selection.rest()).toEqual([997, 998, 999]);
  });
});

describe('places by their numbers', () => {
  test.each([
    ['some', [4, 0], false, [1, 5]],
    ['all others', [4, 0], true, [2, 3, 4, 6]],
    ['what is not there', [9], false, []],
  ] as const)('%s', (_name, indexes, skips, streamed) => {
    expect(chosen(new IndexSelection(indexes, { skips })).streamed).toEqual(streamed);
  });

  test('need nothing behind the highest', () => {
    const selection = new IndexSelection([1], { skips: false });
    expect([0, 1].map((item) => (selection.take(item), selection.isComplete))).toEqual([false, true]);
  });
});
