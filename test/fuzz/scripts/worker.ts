import { parentPort, workerData } from 'node:worker_threads';
import { seededRandom } from '@cutover/base';
import { createRunspace, parse } from '@cutover/powershell';
import { usedMemory } from '@cutover/powershell/node';
import { mutateScript } from './mutate-script.ts';
import { scriptSeeds } from './script-seeds.ts';

export interface FuzzTask {
  readonly kind: 'run' | 'parse';
  readonly count: number;
  readonly seed: number;
  /** How many scripts have been made, for whoever watches. */
  readonly made: Int32Array;
}

export type FuzzMessage =
  | { readonly kind: 'begins'; readonly script: string }
  | { readonly kind: 'defect'; readonly what: string; readonly script: string };

/** What one script may take; the stop comes later than the time where something does not poll. */
const limits = { time: 300, output: 200_000, memory: 1.5e9, callDepth: 100 };
const slowMs = 3000;

function runScript(script: string): void {
  const host = { write: () => undefined, writeError: () => undefined, width: 80 };
  createRunspace({ host, limits, usedMemory }).invoke(script, { file: '/scripts/fuzzed.ps1' });
}

/** Tells the first lines of what was thrown, and what took too long. */
function defectOf(task: FuzzTask, script: string): string | undefined {
  const started = performance.now();
  try {
    if (task.kind === 'run') runScript(script);
    else parse(script);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error);
  }
  const took = performance.now() - started;
  return took > slowMs ? `It took ${took.toFixed(0)} ms.` : undefined;
}

const task = workerData as FuzzTask;
const random = seededRandom(task.seed);
const seeds = scriptSeeds[task.kind]();
const tell = (message: FuzzMessage): void => parentPort!.postMessage(message);
for (let index = 0; index < task.count; index++) {
  const script = mutateScript(random.pick(seeds), random, seeds);
  tell({ kind: 'begins', script });
  Atomics.add(task.made, 0, 1);
  const what = defectOf(task, script);
  if (what !== undefined) tell({ kind: 'defect', what, script });
}
