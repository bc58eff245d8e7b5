import { describe, expect, test } from 'vitest';
import { absoluteInteger, clamp, divideWithRemainder, doubleFunctions, signOf, wholeDecimal } from './math.ts';

describe('Math', () => {
  test.each<[number, number]>([
    [doubleFunctions.Floor(-1.5), -2],
    [doubleFunctions.Ceiling(1.2), 2],
    [doubleFunctions.Truncate(-1.7), -1],
    [doubleFunctions.Sqrt(16), 4],
    [doubleFunctions.Pow(1, Number.NaN), 1],
    [doubleFunctions.Pow(-1, Number.POSITIVE_INFINITY), 1],
    [doubleFunctions.Log10(1000), 3],
    [doubleFunctions.Log(8, 2), 3],
    [doubleFunctions.Log(8, 1), Number.NaN],
    [doubleFunctions.IEEERemainder(3, 2), -1],
    [doubleFunctions.IEEERemainder(5, 2), 1],
    [doubleFunctions.IEEERemainder(10, 3), 1],
    [doubleFunctions.IEEERemainder(1, 0), Number.NaN],
    [signOf(-3), -1],
    [signOf(0n), 0],
    [clamp(5, 1, 3), 3],
  ])('%d is %d', (value, expected) => {
    expect(value).toBe(expected);
  });

  test('whole Decimals', () => {
    const half = { type: 'Decimal', mantissa: -15n, scale: 1 } as const;
    expect((['floor', 'ceiling', 'truncate'] as const).map((side) => wholeDecimal(half, side).mantissa)).toEqual([
      -2n,
      -1n,
      -1n,
    ]);
  });

  test.each([
    [
      () => absoluteInteger({ type: 'Int32', value: -2147483648 }, -2147483648n),
      'Negating the minimum value of a twos complement number is invalid.',
    ],
    [() => signOf(Number.NaN), 'Function does not accept floating point Not-a-Number values.'],
    [() => clamp(1, 3, 2), "'3' cannot be greater than 2."],
    [() => divideWithRemainder(1n, 0n), 'Attempted to divide by zero.'],
  ])('refuses %#', (make, message) => {
    expect(make).toThrow(message);
  });

  test('quotient and remainder', () => {
    expect(divideWithRemainder(-7n, 2n)).toEqual([-3n, -1n]);
  });
});
