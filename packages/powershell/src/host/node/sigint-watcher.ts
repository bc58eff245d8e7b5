import { Worker } from 'node:worker_threads';
import type { StopState } from '../stop-flag.ts';

// `breakOnSigint` is the one way in which a signal reaches JavaScript while the main thread is busy: it ends the script that waits here.
const watch = `
const { workerData: state } = require('node:worker_threads');
const { Script } = require('node:vm');
globalThis.state = new Int32Array(new SharedArrayBuffer(4));
const wait = new Script('for (;;) Atomics.wait(state, 0, 0, 1e9)');
for (;;) {
  try {
    wait.runInThisContext({ breakOnSigint: true });
  } catch {
    Atomics.store(state, 0, 1);
    Atomics.add(state, 1, 1);
    Atomics.notify(state, 1);
  }
}`;

/** Waits for Ctrl-C on a thread of its own. */
export interface SigintWatcher {
  /** From here on Ctrl-C asks the script to stop instead of ending the process. */
  start(): void;
  readonly started: boolean;
}

/** Turns SIGINT into a stop of the synchronous code that polls `state`. Costs a thread, but only once it is started. */
export function sigintWatcher(state: StopState): SigintWatcher {
  let worker: Worker | undefined;
  return {
    start: () => {
      if (worker) return;
      worker = new Worker(watch, { eval: true, workerData: state, stdout: false, stderr: false });
      worker.unref();
    },
    get started() {
      return worker !== undefined;
    },
  };
}
