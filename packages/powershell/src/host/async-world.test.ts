import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AsyncWorld, syncSide } from './async-world.ts';
import { createStopState, PipelineStopped, requestStop } from './stop-flag.ts';

const state = createStopState();
let other: Worker;
let world: AsyncWorld;

beforeEach(async () => {
  const { port1, port2 } = new MessageChannel();
  other = new Worker(new URL('testing/count-operations.ts', import.meta.url), {
    workerData: { port: port2, state },
    transferList: [port2],
  });
  world = syncSide(port1, state);
  await once(other, 'online');
});

afterEach(async () => {
  await other.terminate();
});

test('values come one by one, in order, however many there are', () => {
  expect([...world.call('count', 1000)]).toEqual(Array.from({ length: 1000 }, (_, index) => index));
});

test('calls can lie within each other', () => {
  const pairs: unknown[] = [];
  for (const outer of world.call('count', 3)) for (const inner of world.call('count', 2)) pairs.push([outer, inner]);
  expect(pairs).toHaveLength(6);
});

test('leaving a call ends it on the other side', () => {
  for (const value of world.call('count', 1e9)) if (value === 100) break;
  const [furthest] = [...world.call('furthest', undefined)];
  expect(furthest).toBeGreaterThanOrEqual(100);
  expect(furthest).toBeLessThan(300);
});

test('an error crosses with its message and its own properties', () => {
  expect(() => [...world.call('fail', 'no such host')]).toThrow(
    expect.objectContaining({ message: 'no such host', code: 'ENOTFOUND' }),
  );
  expect(() => [...world.call('nothing', undefined)]).toThrow("There is no operation 'nothing'.");
});

test('a stop ends the waiting', () => {
  const values = world.call('stuck', undefined)[Symbol.iterator]();
  requestStop(state);
  expect(() => values.next()).toThrow(PipelineStopped);
});
