import { expect, test } from 'vitest';
import { benchSessions } from './mock-sessions-bench.ts';
import { benchTransfer } from './mock-transfer-bench.ts';

// The short forms of `pnpm bench sessions` and `pnpm bench mock`.
test('many mailboxes are held open at once without an error', { timeout: 60_000 }, async () => {
  const { sessions, calls, errors } = await benchSessions({ sessions: 20, seconds: 1 });
  expect(errors).toEqual([]);
  expect(sessions).toBe(20);
  expect(calls).toBeGreaterThan(0);
});

test('what is read by FastTransfer comes, and not at a crawl', { timeout: 60_000 }, async () => {
  const figures = await benchTransfer({ messages: 10, messageBytes: 128 * 1024, people: 10, rounds: 2 });
  // The goal with room for a busy machine: what is small is hardly measured.
  expect(figures.nullClient).toBeGreaterThan(figures.plainHttp / 20);
  expect(figures.client).toBeGreaterThan(figures.plainHttp / 20);
  expect(figures.directoryRowsPerSecond).toBeGreaterThan(0);
});
