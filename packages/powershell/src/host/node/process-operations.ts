import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { Operations } from '../async-world.ts';
import { exitCodeOf } from './exit-code.ts';
import type { ProgramCall, ProgramEvent, RunOptions } from '../processes.ts';

export const processOperation = 'process';

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
};

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
