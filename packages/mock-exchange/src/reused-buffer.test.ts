import { expect, test } from 'vitest';
import { ReusedBuffer } from './reused-buffer.ts';

test('the same memory serves again and again', () => {
  const buffer = new ReusedBuffer({ keep: 100_000 });
  const first = buffer.take(20_000);
  expect(first).toHaveLength(20_000);
  expect(buffer.take(10).buffer).toBe(first.buffer);
  const larger = buffer.take(90_000);
  expect(larger).toHaveLength(90_000);
  expect(buffer.take(100_000).length).toBe(100_000);
});

test('what is too large to be kept has memory of its own', () => {
  const buffer = new ReusedBuffer({ keep: 100 });
  const kept = buffer.take(100);
  expect(buffer.take(101).buffer).not.toBe(kept.buffer);
  expect(buffer.take(100).buffer).toBe(kept.buffer);
});
