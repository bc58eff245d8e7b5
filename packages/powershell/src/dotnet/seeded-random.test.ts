import { expect, test } from 'vitest';
import { SeededRandom } from './seeded-random.ts';

/** What .NET 10 gives for these seeds. */
test('a seed gives the numbers of .NET', () => {
  expect(new SeededRandom(42).sample()).toBe(1434747710);
  expect(new SeededRandom(42).between(0, 100)).toBe(66);
  expect(new SeededRandom(42).fraction()).toBeCloseTo(0.668106465911542, 14);
  expect([...new SeededRandom(42).bytes(6)]).toEqual([62, 23, 186, 150, 174, 4]);
  expect(new SeededRandom(-5).between(-2147483648, 2147483647)).toBe(726643699);
  expect(new SeededRandom(-2147483648).between(5, 6)).toBe(5);
});
