import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

/** The machine's clock. A sleep does not by itself keep the process alive longer than its waiter. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, options) => {
    const signal = options?.signal;
    signal?.throwIfAborted();
    try {
      await delay(ms, undefined, signal ? { signal } : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
};
