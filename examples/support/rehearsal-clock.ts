import { EventEmitter, once } from 'node:events';
import { systemClock, type Clock } from '@cutover/base';

/** The machine's clock with a button: time can jump ahead, so that tomorrow's sync runs today. */
export interface RehearsalClock extends Clock {
  jump(milliseconds: number): void;
}

/** Makes a clock that begins as the machine's. */
export function rehearsalClock(): RehearsalClock {
  let ahead = 0;
  const jumps = new EventEmitter().setMaxListeners(0);
  const now = (): number => systemClock.now() + ahead;
  return {
    now,
    jump: (milliseconds) => {
      ahead += milliseconds;
      jumps.emit('jump');
    },
    sleep: async (milliseconds, { signal } = {}) => {
      const end = now() + milliseconds;
      while (now() < end) {
        const woken = new AbortController();
        const until = signal ? AbortSignal.any([signal, woken.signal]) : woken.signal;
        const jumped = once(jumps, 'jump', { signal: until });
        const slept = systemClock.sleep(end - now(), { signal: until });
        try {
          await Promise.race([jumped, slept]);
        } finally {
          woken.abort();
          await Promise.allSettled([jumped, slept]);
        }
      }
      signal?.throwIfAborted();
    },
  };
}
