import { expect, test } from 'vitest';
import { numbersOfSeed, randomNumbers } from './random-numbers.ts';

/** What PowerShell gives after `Get-Random -SetSeed`. */
test('a seed gives the numbers of the original', () => {
  expect(numbersOfSeed(42).between(0, 2147483647)).toBe(381294397);
  expect(numbersOfSeed(7).between(0, 10)).toBe(9);
  const numbers = numbersOfSeed(7);
  numbers.between(0, 10);
  expect(numbers.betweenLongs(-5n, 3000000000n)).toBe(1759601296n);
  expect(numbers.fraction() * 1.5).toBeCloseTo(0.562577626464226, 14);
  expect(numbers.between(-2147483648, 2147483647)).toBe(221819232);
});

test('all numbers between two come, and no others', () => {
  const numbers = numbersOfSeed(3);
  const seen = new Set(Array.from({ length: 200 }, () => numbers.between(1, 6)));
  expect(seen).toEqual(new Set([1, 2, 3, 4, 5]));
});

test('draws again what lies outside', () => {
  const drawn = [2n ** 33n + 7n, 2n ** 33n - 1n];
  const bytes = () => new Uint8Array(BigUint64Array.of(drawn.shift()!).buffer);
  expect(randomNumbers({ bytes }).betweenLongs(0n, 2n ** 33n + 5n)).toBe(2n ** 33n - 1n);
});
