import type { Clock } from '@cutover/base';

/**
 * Watches over calls that are made one after the other. One sleeper serves them all: a timer for each would cost more than a short call.
 */
export interface Watchdog {
  /** `bark` is called once if `done` isn't within `ms`. */
  watch(ms: number, bark: () => void): void;
  done(): void;
  /** Ends the sleeper. */
  close(): void;
}

/** Makes a watchdog that sleeps by this clock. */
export function createWatchdog(clock: Clock): Watchdog {
  const end = new AbortController();
  let watched: { until: number; bark: () => void } | undefined;
  let awake = false;

  const patrol = async (): Promise<void> => {
    awake = true;
    while (watched) {
      const left = watched.until - clock.now();
      if (left > 0) await clock.sleep(left, { signal: end.signal });
      else {
        const { bark } = watched;
        watched = undefined;
        bark();
      }
    }
    awake = false;
  };

  return {
    watch: (ms, bark) => {
      watched = { until: clock.now() + ms, bark };
      // Only the end of the watchdog can break its sleep.
      if (!awake) patrol().catch(() => undefined);
    },
    done: () => (watched = undefined),
    close: () => {
      watched = undefined;
      end.abort();
    },
  };
}
