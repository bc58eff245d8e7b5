import { describe, expect, test } from 'vitest';
import { registerTypes } from '../../runtime/types/register-types.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { type ComparerOptions, ValueComparer } from './value-comparer.ts';

registerTypes();

const sorted = (values: readonly unknown[], options?: ComparerOptions): unknown[] => {
  const comparer = new ValueComparer(options);
  return values.toSorted((left, right) => comparer.compare(left, right));
};

describe('the order of values', () => {
  test.each([
    ['numbers', [10, 9, 1], [1, 9, 10]],
    ['texts of numbers', ['10', '9', '1'], ['1', '10', '9']],
    ['letters whatever their case', ['B', 'a', 'b', 'A'], ['a', 'A', 'B', 'b']],
    ['nothing first', [1, null, 0], [null, 0, 1]],
    ['truth', [true, false], [false, true]],
    ['numbers of several types', [2n, 1.5, 1], [1, 1.5, 2n]],
  ])('%s', (_name, values, expected) => {
    expect(sorted(values)).toEqual(expected);
  });

  test('is turned around', () => {
    expect(sorted([1, 3, 2], { descending: true })).toEqual([3, 2, 1]);
  });

  test('takes capitals apart when it is asked to', () => {
    expect(new ValueComparer({ caseSensitive: true }).compare('a', 'A')).not.toBe(0);
    expect(new ValueComparer().compare('a', 'A')).toBe(0);
  });

  test('takes all custom objects for the same', () => {
    expect(new ValueComparer().compare(new CustomObject(), new CustomObject())).toBe(0);
  });

  test('follows a culture', () => {
    expect(sorted(['z', 'ä'], { culture: 'sv-SE' })).toEqual(['z', 'ä']);
    expect(sorted(['z', 'ä'], { culture: 'de-DE' })).toEqual(['ä', 'z']);
  });
});
