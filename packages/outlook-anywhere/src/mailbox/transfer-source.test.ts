import { steppedClock } from '@cutover/base';
import { errorCode, type RopResponse, transferStatus } from '@cutover/wire/rop';
import { describe, expect, test } from 'vitest';
import { limits } from '../limits.ts';
import type { RopAnswers, StoreSession } from './store-session.ts';
import { createTransferSource } from './transfer-source.ts';

const { partial, noRoom, done } = transferStatus;
const piece = (status: number, ...data: number[]): RopResponse<unknown> => ({
  handleIndex: 0,
  returnValue: 0,
  value: { transferStatus: status, inProgressCount: 0, totalStepCount: 0, reserved: 0, data: Uint8Array.from(data) },
});
const failed = (returnValue: number, failure?: Record<string, unknown>): RopResponse<unknown> => ({
  handleIndex: 0,
  returnValue,
  ...(failure && { failure }),
});
const answersOf = (first: RopResponse<unknown>, ...chained: RopResponse<unknown>[]): RopAnswers => ({
  answers: [first],
  chained,
  handles: [],
});

/** A source whose first call brought `begun`, and whose next ones bring these. */
function sourceOf(begun: RopAnswers, ...next: RopAnswers[]) {
  let calls = 0;
  const session: StoreSession = {
    serverVersion: [6, 5, 7638, 1],
    execute: () => {
      const answers = next[calls++];
      return answers ? Promise.resolve(answers) : Promise.reject(new Error('asked too often'));
    },
    close: () => Promise.resolve(),
  };
  const clock = steppedClock();
  const source = createTransferSource({ session, clock, handle: 5, begun });
  const all = async (): Promise<number[]> => {
    const bytes: number[] = [];
    for (let chunk = await source(); chunk; chunk = await source()) bytes.push(...chunk);
    return bytes;
  };
  return { all, next: source, clock, calls: () => calls };
}

describe('createTransferSource', () => {
  test('the next answer is asked for when the first chunk of one is taken, and no further', async () => {
    const more = answersOf(piece(partial, 3), piece(partial, 4));
    const source = sourceOf(answersOf(piece(partial, 1), piece(noRoom, 2)), more, answersOf(piece(done, 5)));
    const calls: number[] = [];
    for (let chunk = await source.next(); chunk; chunk = await source.next()) calls.push(source.calls());
    expect(calls).toEqual([1, 1, 2, 2, 2]);
  });

  test('a failure of what was asked ahead is told in its place', async () => {
    const source = sourceOf(answersOf(piece(partial, 1), piece(partial, 2)));
    expect([...(await source.next())!, ...(await source.next())!]).toEqual([1, 2]);
    await expect(source.next()).rejects.toThrow('asked too often');
  });

  test('a transfer that is done in its first call makes no other', async () => {
    const source = sourceOf(answersOf(piece(done, 1)));
    expect(await source.all()).toEqual([1]);
    expect(source.calls()).toBe(0);
  });

  test('a busy server is asked again after the time it names', async () => {
    const busy = answersOf(failed(errorCode.serverBusy, { backoffTime: 700 }));
    const source = sourceOf(busy, answersOf(piece(done, 1)));
    const all = source.all();
    await source.clock.advance(699);
    expect(source.calls()).toBe(0);
    await source.clock.advance(1);
    expect(await all).toEqual([1]);
  });

  test('a server that stays busy is given up', async () => {
    const busy = answersOf(failed(errorCode.serverBusy, { backoffTime: 10 }));
    const source = sourceOf(busy, ...Array.from({ length: limits.busyAnswers }, () => busy));
    const outcome = expect(source.all()).rejects.toMatchObject({ code: 'outlookAnywhere.serverBusy', retry: true });
    await source.clock.advance(10_000);
    await outcome;
  });

  test.each([
    ['an error', failed(errorCode.notFound)],
    ['the status error', piece(transferStatus.error)],
  ])('%s breaks the stream', async (_what, answer) => {
    const source = sourceOf(answersOf(piece(partial, 1), answer));
    await expect(source.all()).rejects.toMatchObject({ code: 'outlookAnywhere.streamBroken' });
  });
});
