import type { Clock, SdkError } from '@cutover/base';

/** How long something may take, and who may end it earlier. */
export interface Deadline {
  readonly clock: Clock;
  readonly ms: number;
  readonly signals: readonly (AbortSignal | undefined)[];
  /** Made when the time is over. */
  readonly timedOut: () => SdkError;
}

/**
 * Runs `work` with a signal that is aborted when the time is over or one of the signals is; then rejects with that reason at once,
 * whether or not `work` heeds its signal.
 */
export async function withDeadline<T>(deadline: Deadline, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const end = new AbortController();
  const sources = deadline.signals.filter((signal) => signal !== undefined);
  for (const source of sources) source.throwIfAborted();
  const stops = sources.map((source) => {
    const stop = (): void => end.abort(source.reason);
    source.addEventListener('abort', stop, { once: true });
    return () => source.removeEventListener('abort', stop);
  });
  const finished = new AbortController();
  void deadline.clock.sleep(deadline.ms, { signal: finished.signal }).then(
    () => end.abort(deadline.timedOut()),
    () => undefined,
  );
  try {
    return await Promise.race([work(end.signal), rejectedBy(end.signal)]);
  } finally {
    finished.abort(over);
    for (const stop of stops) stop();
  }
}

// A reason of its own: without one each call would make an error with a stack.
const over = new Error('The work is done.');

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
