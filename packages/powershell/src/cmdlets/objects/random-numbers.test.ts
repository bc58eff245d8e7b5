import { expect, test } from 'vitest';
import { numbersOfSeed, randomNumbers } from './random-numbers.ts';

test('the same seed gives the same numbers', () => {
  const [a, b, c] = [numbersOfSeed(1), numbersOfSeed(1), numbersOfSeed(2)].map((numbers) => numbers.below(1n << 64n));
  expect(a).toBe(b);
  expect(a).not.toBe(c);
});

test('all numbers below a limit come, and no others', () => {
  const numbers = numbersOfSeed(3);
  const seen = new Set(Array.from({ length: 200 }, () => Number(numbers.below(5n))));
  expect(seen).toEqual(new Set([0, 1, 2, 3, 4]));
});

test('fractions lie from 0 up to 1', () => {
  const numbers = numbersOfSeed(4);
  for (let count = 0; count < 100; count++) {
    const value = numbers.next();
    expect(value >= 0 && value < 1).toBe(true);
  }
});

test('draws again what lies outside', () => {
  const drawn = [7, 6, 2];
  const numbers = randomNumbers({ bytes: () => Uint8Array.of(drawn.shift()!) });
  expect(numbers.below(6n)).toBe(2n);
});
