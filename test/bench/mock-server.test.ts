import { expect, test } from 'vitest';
import { benchMockServer } from './mock-server-bench.ts';

test('a server is there at once, forgets at once, and holds little of what it could hold', { timeout: 60_000 }, () => {
  const figures = benchMockServer();
  // The goals of the bench with room for a busy machine; memory needs none.
  expect(figures.start).toBeLessThan(400);
  expect(figures.reset).toBeLessThan(5);
  expect(figures.fork).toBeLessThan(100);
  expect(figures.startOfThousand).toBeLessThan(3000);
  expect(figures.idleMailbox).toBeLessThan(8 * 1024);
  expect(figures.openMailbox).toBeLessThan(1024 * 1024);
  expect(figures.afterReading.bytes).toBeLessThan(8 * 1024 * 1024);
});
