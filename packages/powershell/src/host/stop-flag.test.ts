import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createStopState, PipelineStopped, requestStop, throwIfStopped, waitFor, waitUntil } from './stop-flag.ts';

test('a stop is thrown once, so that what cleans up afterwards can run', () => {
  const state = createStopState();
  throwIfStopped(state);
  requestStop(state);
  expect(() => throwIfStopped(state)).toThrow(PipelineStopped);
  throwIfStopped(state);
});

test('a wait ends with its time', () => {
  const begin = performance.now();
  expect(waitFor(createStopState(), 30)).toBe(false);
  expect(performance.now() - begin).toBeGreaterThanOrEqual(29);
});

test('a wait ends when what it waits for is there', () => {
  let looks = 0;
  expect(waitUntil(createStopState(), () => ++looks === 1)).toBe(true);
});

test('another thread stops a wait', async () => {
  const state = createStopState();
  const stopper = new Worker(
    `const { workerData: state } = require('node:worker_threads');
     Atomics.wait(state, 0, 0, 50);
     Atomics.store(state, 0, 1); Atomics.add(state, 1, 1); Atomics.notify(state, 1);`,
    { eval: true, workerData: state },
  );
  const begin = performance.now();
  expect(() => waitFor(state, 20_000)).toThrow(PipelineStopped);
  expect(performance.now() - begin).toBeLessThan(10_000);
  await stopper.terminate();
});
