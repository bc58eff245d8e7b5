import { Worker } from 'node:worker_threads';
import type { FuzzMessage, FuzzTask } from './worker.ts';

export interface ScriptDefect {
  readonly what: string;
  readonly script: string;
}

export interface ScriptFuzzReport {
  readonly made: number;
  readonly defects: readonly ScriptDefect[];
}

/** A script that takes longer than this hangs: its own limits do not reach what it does. */
const hangMs = 20_000;
const watchMs = 1000;

/** Runs or parses so many damaged scripts on a thread of its own, and tells what broke or held it up. */
export async function fuzzScripts(options: Omit<FuzzTask, 'made'>): Promise<ScriptFuzzReport> {
  const made = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { ...options, made },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const defects: ScriptDefect[] = [];
  let current = '';
  worker.on('message', (message: FuzzMessage) => {
    if (message.kind === 'begins') current = message.script;
    else defects.push(message);
  });
  await new Promise<void>((resolve) => {
    const watch = watchProgress(made, () => {
      defects.push({ what: `It took more than ${hangMs} ms.`, script: current });
      void worker.terminate();
    });
    worker.on('error', (error) => void defects.push({ what: `The thread died: ${error.stack}`, script: current }));
    worker.on('exit', () => {
      clearInterval(watch);
      resolve();
    });
  });
  return { made: made[0]!, defects };
}

/** Calls when the number has stood still for too long. */
function watchProgress(made: Int32Array, onHang: () => void): NodeJS.Timeout {
  let seen = -1;
  let since = performance.now();
  return setInterval(() => {
    const now = Atomics.load(made, 0);
    if (now !== seen) [seen, since] = [now, performance.now()];
    else if (performance.now() - since > hangMs) onHang();
  }, watchMs);
}

/** The defects, those with the same cause once, as people read them. */
export function printScriptReport({ made, defects }: ScriptFuzzReport): string {
  const causes = Map.groupBy(defects, ({ what }) => what.replaceAll(/\d+/g, 'N'));
  const lines = Array.from(
    causes.values(),
    (same) => `${same.length} × ${same[0]!.what}\n${JSON.stringify(same[0]!.script)}\n`,
  );
  return `${made} scripts, ${defects.length} defects\n${lines.join('\n')}`;
}
