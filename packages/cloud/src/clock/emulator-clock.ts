import type { Clock } from '@cutover/base';

/** How an organisation's time passes: as the machine's, so many times as fast, or only when it is told to. */
export const clockModes = ['Real', 'Scaled', 'Stepped'] as const;
export type ClockMode = (typeof clockModes)[number];

/** What an organisation's clock has to remember: at `base` of the clock below, it showed `time`. */
export interface ClockState {
  readonly mode: ClockMode;
  /** How much of its time passes while one of the clock's below does. */
  readonly factor: number;
  readonly time: number;
  readonly base: number;
}

/** A clock over another, whose time can run faster, stand still and be put forward. It never goes back. */
export interface EmulatorClock extends Clock {
  readonly state: ClockState;
  /** The earliest time that somebody sleeps until. */
  readonly nextWake: number | undefined;
  /** Time goes on from where it is, by another rule. */
  setMode(mode: ClockMode, options?: { factor?: number }): void;
  /** Puts the time forward at once; whoever has slept until then wakes. */
  moveTo(time: number): void;
}

const factorOf = (mode: ClockMode, factor = 60): number => ({ Real: 1, Scaled: factor, Stepped: 0 })[mode];

export function emulatorClock(options: {
  below: Clock;
  state?: ClockState | undefined;
  /** Called after each change, to write it down. */
  onChange?: (state: ClockState) => void;
}): EmulatorClock {
  const { below, onChange = () => undefined } = options;
  let state: ClockState = options.state ?? { mode: 'Real', factor: 1, time: below.now(), base: below.now() };
  let changed = new AbortController();
  const wakes = new Set<{ readonly at: number }>();

  let seen = { below: state.base, time: state.time };
  const now = (): number => {
    const at = below.now();
    if (at < seen.below) onSetBack(at);
    const time = state.time + (at - state.base) * state.factor;
    seen = { below: at, time };
    return time;
  };
  /** The machine's clock was set back: time goes on from where it was. */
  const onSetBack = (base: number): void => {
    state = { ...state, time: seen.time, base };
    onChange(state);
  };
  const change = (next: ClockState): void => {
    state = next;
    seen = { below: next.base, time: next.time };
    const before = changed;
    changed = new AbortController();
    before.abort();
    onChange(state);
  };
  /** Until the clock below has come so far, or the rule has changed. */
  const wait = async (left: number, signal: AbortSignal | undefined): Promise<void> => {
    const ends = signal ? [signal, changed.signal] : [changed.signal];
    const either = AbortSignal.any(ends);
    if (state.factor === 0) await aborted(either);
    else await below.sleep(Math.ceil(left / state.factor), { signal: either }).catch(() => undefined);
    signal?.throwIfAborted();
  };
  return {
    now,
    get state() {
      return { ...state, time: now(), base: below.now() };
    },
    get nextWake() {
      return wakes.size === 0 ? undefined : Math.min(...[...wakes].map(({ at }) => at));
    },
    sleep: async (ms, { signal } = {}) => {
      const wake = { at: now() + Math.max(0, ms) };
      wakes.add(wake);
      try {
        do await wait(wake.at - now(), signal);
        while (now() < wake.at);
      } finally {
        wakes.delete(wake);
      }
    },
    setMode: (mode, { factor } = {}) =>
      change({ mode, factor: factorOf(mode, factor), time: now(), base: below.now() }),
    moveTo: (time) => change({ ...state, time: Math.max(time, now()), base: below.now() }),
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
