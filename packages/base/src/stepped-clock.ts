import { defineErrors } from './errors.ts';
import { millisecondsIn } from './milliseconds-in.ts';
import type { Clock } from './ports.ts';

/** A clock that stands still until it is told to advance; for tests and rehearsals. */
export interface SteppedClock extends Clock {
  /**
   * Moves the time on, by milliseconds or e.g. '24h', and wakes the sleepers whose time has come, earliest first, each at
   * its own time.
   */
  advance(by: Duration): Promise<void>;
  /** The same up to a moment (milliseconds since 1970, or a date). Throws for one that has passed: time does not go back. */
  advanceTo(moment: number | Date): Promise<void>;
}

/** So much time: milliseconds, or a number with its unit (days, hours, minutes, seconds, milliseconds). */
export type Duration = number | `${number}${'d' | 'h' | 'm' | 's' | 'ms'}`;

const clockErrors = defineErrors('clock', {
  noMoment: {
    category: 'InvalidArgument',
    message: ({ given }: { given: unknown }) =>
      `'${String(given)}' is no moment. Give a date that is valid, or milliseconds since 1970.`,
  },
  noDuration: {
    category: 'InvalidArgument',
    message: ({ given }: { given: unknown }) =>
      `A clock cannot advance by '${String(given)}'. Give milliseconds from 0, or e.g. '90s', '24h' or '30d'; time does not go back.`,
  },
  passed: {
    category: 'InvalidArgument',
    message: ({ moment, now }: { moment: number; now: number }) =>
      `The clock is at ${iso(now)} and does not go back to ${iso(moment)}.`,
  },
});

const iso = (ms: number): string => new Date(ms).toISOString();

interface Sleeper {
  at: number;
  wake: () => void;
}

/** Makes a SteppedClock that begins at `start` (milliseconds since 1970, or a date). */
export function steppedClock(start: number | Date = 0): SteppedClock {
  let now = momentOf(start);
  const sleepers = new Set<Sleeper>();

  const earliest = (limit: number): Sleeper | undefined => {
    let found: Sleeper | undefined;
    for (const sleeper of sleepers) {
      if (sleeper.at <= limit && (found === undefined || sleeper.at < found.at)) found = sleeper;
    }
    return found;
  };

  const advance = async (by: Duration): Promise<void> => {
    const end = now + millisecondsOf(by);
    for (let next = earliest(end); next; next = earliest(end)) {
      now = Math.max(now, next.at);
      next.wake();
      // What the sleeper does next, another sleep perhaps, happens before the time goes on.
      await new Promise((resolve) => setImmediate(resolve));
    }
    now = end;
  };

  return {
    now: () => now,
    sleep: (ms, options) =>
      new Promise((resolve, reject) => {
        const signal = options?.signal;
        if (signal?.aborted) return reject(signal.reason);
        const stop = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const wake = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', stop);
          resolve();
        };
        const sleeper: Sleeper = { at: now + Math.max(0, ms), wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', stop, { once: true });
      }),
    advance,
    advanceTo: async (given) => {
      const moment = momentOf(given);
      if (moment < now) throw clockErrors.passed({ moment, now });
      await advance(moment - now);
    },
  };
}

function momentOf(given: number | Date): number {
  const moment = typeof given === 'number' || given instanceof Date ? Number(given) : NaN;
  if (!Number.isFinite(moment)) throw clockErrors.noMoment({ given });
  return moment;
}

function millisecondsOf(given: Duration): number {
  const by = typeof given === 'number' ? given : millisecondsIn(String(given));
  if (by === undefined || !(by >= 0 && by < Infinity)) throw clockErrors.noDuration({ given });
  return by;
}
