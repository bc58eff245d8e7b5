import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Operations } from '../async-world.ts';
import { exitCodeOf } from './exit-code.ts';
import type { ProgramCall, ProgramEvent, RunOptions, StartCall } from '../processes.ts';

export const processOperation = 'process';
export const startOperation = 'process-start';
export const exitOperation = 'process-exit';

export interface ExitQuestion {
  readonly id: number;
  /** Milliseconds; no limit without it. */
  readonly timeout: number | undefined;
}

type Call = ProgramCall & RunOptions;

/** Runs programs for the thread of the scripts. */
export const processOperations: Operations = {
  [processOperation]: async function* (call: Call, signal: AbortSignal): AsyncGenerator<ProgramEvent> {
    const child = spawn(call.path, [...call.arguments], {
      cwd: call.folder,
      env: call.environment,
      signal,
      stdio: [call.input === undefined ? 'inherit' : 'pipe', 'pipe', call.errors === 'told' ? 'pipe' : 'inherit'],
    });
    const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    child.stdin?.on('error', () => undefined).end(call.input);
    yield* merged([['output', child.stdout!], ...(child.stderr ? [['error', child.stderr] as const] : [])]);
    const [status, killedBy] = await ended;
    yield { kind: 'exit', code: exitCodeOf({ status, signal: killedBy }) };
  },
  [startOperation]: async function* (call: StartCall): AsyncGenerator<number> {
    yield await start(call);
  },
  [exitOperation]: async function* ({ id, timeout }: ExitQuestion, stopped: AbortSignal): AsyncGenerator<number> {
    const over = timeout === undefined ? [] : [AbortSignal.timeout(timeout)];
    const signal = AbortSignal.any([stopped, ...over]);
    const ended = await Promise.race([exits.get(id), once(signal, 'abort')]);
    if (typeof ended === 'number') yield ended;
  },
};

/** When the programs that were started end, by their numbers. */
const exits = new Map<number, Promise<number>>();

async function start({ path, arguments: args, folder, environment, ...files }: StartCall): Promise<number> {
  const { inputFile, outputFile, errorFile } = files;
  const opened: number[] = [];
  const open = (file: string | undefined, mode: 'r' | 'w'): number | 'inherit' => {
    if (file === undefined) return 'inherit';
    const descriptor = openSync(file, mode);
    opened.push(descriptor);
    return descriptor;
  };
  try {
    const stdio = [open(inputFile, 'r'), open(outputFile, 'w'), open(errorFile, 'w')];
    const child = spawn(path, [...args], { cwd: folder, env: environment, stdio });
    await once(child, 'spawn');
    exits.set(child.pid!, exitOf(child));
    child.unref();
    return child.pid!;
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}

async function exitOf(child: ChildProcess): Promise<number> {
  const [status, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return exitCodeOf({ status, signal });
}

type Source = readonly [kind: 'output' | 'error', stream: Readable];

/** The texts of several streams, each as it comes. */
async function* merged(sources: readonly Source[]): AsyncGenerator<ProgramEvent> {
  const readers = sources.map(([kind, stream]) => {
    const chunks = stream.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>;
    const next = async () => ({ kind, result: await chunks.next(), next });
    return { next };
  });
  const waiting = new Map(readers.map(({ next }) => [next, next()]));
  while (waiting.size > 0) {
    const { kind, result, next } = await Promise.race(waiting.values());
    if (result.done) waiting.delete(next);
    else {
      waiting.set(next, next());
      yield { kind, text: result.value };
    }
  }
}
