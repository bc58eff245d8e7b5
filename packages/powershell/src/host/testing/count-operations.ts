import { once } from 'node:events';
import { type MessagePort, workerData } from 'node:worker_threads';
import { serveOperations } from '../async-world.ts';
import type { StopState } from '../stop-flag.ts';

const { port, state } = workerData as { port: MessagePort; state: StopState };
let furthest = 0;

serveOperations(port, state, {
  count: async function* (to: number) {
    for (let value = 0; value < to; value++) {
      furthest = value;
      yield await Promise.resolve(value);
    }
  },
  furthest: async function* () {
    yield await Promise.resolve(furthest);
  },
  // oxlint-disable-next-line require-yield
  fail: async function* (message: string) {
    await Promise.reject(Object.assign(new Error(message), { code: 'ENOTFOUND' }));
  },
  // oxlint-disable-next-line require-yield
  stuck: async function* (_input: undefined, signal: AbortSignal) {
    await once(signal, 'abort');
  },
});
