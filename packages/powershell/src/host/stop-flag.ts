/** Thrown where a script is told to stop: `catch` and `trap` never see it, `finally` and `clean` run. Source: PipelineStoppedException. */
export class PipelineStopped {}

const stop = 0;
const wakeUps = 1;

/** Two numbers in memory that threads share: whether a stop was asked for, and how often the waiting side was woken. */
export type StopState = Int32Array<SharedArrayBuffer>;

/** A flag in shared memory, by which another thread stops a script. */
export const createStopState = (): StopState => new Int32Array(new SharedArrayBuffer(8));

/** Asks the code that polls this state to stop, and wakes it if it waits; any thread may. */
export function requestStop(state: StopState): void {
  Atomics.store(state, stop, 1);
  wake(state);
}

/** Wakes whoever waits: something has come that it may want. */
export function wake(state: StopState): void {
  Atomics.add(state, wakeUps, 1);
  Atomics.notify(state, wakeUps);
}

/** Throws when a stop was asked for, once: what `finally` does afterwards runs until the next one. */
export function throwIfStopped(state: StopState): void {
  if (state[stop] !== 0 && Atomics.exchange(state, stop, 0) !== 0) throw new PipelineStopped();
}

/** Waits for what `ready` looks for, at most so many milliseconds; false when the time was over. A stop is thrown. */
export function waitUntil(state: StopState, ready: () => boolean, timeout = Infinity): boolean {
  const end = performance.now() + timeout;
  for (;;) {
    const seen = Atomics.load(state, wakeUps);
    throwIfStopped(state);
    if (ready()) return true;
    const left = end - performance.now();
    if (left <= 0) return false;
    Atomics.wait(state, wakeUps, seen, left);
  }
}

/** Waits so many milliseconds; a stop is thrown. */
export const waitFor = (state: StopState, milliseconds: number): boolean => waitUntil(state, () => false, milliseconds);
