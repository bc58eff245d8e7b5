import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.ts';

test('the same seed gives the same GUIDs, another seed others', () => {
  expect(seededRandom(7).guid()).toBe(seededRandom(7).guid());
  expect(seededRandom(7).guid()).not.toBe(seededRandom(8).guid());
  expect(seededRandom(7).guid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('bytes are the numbers of the same seed, one after the other', () => {
  const [bytes, numbers] = [seededRandom(5).bytes(300), seededRandom(5)];
  expect([...bytes]).toEqual(Array.from({ length: 300 }, () => numbers.integer(0, 255)));
});

test('integers stay in their range and reach both ends', () => {
  const random = seededRandom(1);
  const values = Array.from({ length: 500 }, () => random.integer(3, 6));
  expect(new Set(values)).toEqual(new Set([3, 4, 5, 6]));
});
