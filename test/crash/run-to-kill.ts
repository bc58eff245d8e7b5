import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Kill } from './kill-plan.ts';
import type { MigratingLine, MigratingTask } from './migrating-process.ts';

/** Where a process died, or that it came to the end. */
export interface Fall {
  readonly ended: boolean;
  /** Mailboxes whose copy was under way. */
  readonly underWay: readonly string[];
  readonly lastCommit: string;
  readonly failed: readonly string[];
}

/** Runs the migration in a process of its own until it is killed as planned, or ends. */
export async function runToKill(options: MigratingTask): Promise<Fall> {
  const child = startProcess('migrating-process.ts', [JSON.stringify(options)]);
  const underWay = new Set<string>();
  const failed: string[] = [];
  let lastCommit = 'no commit';
  let ended = false;
  let killed: Promise<void> | undefined;
  const take = (line: MigratingLine): void => {
    if (line.at === 'syncing') underWay.add(line.user);
    if (line.at === 'syncing') killed ??= killLater(child, options.kill);
    if (line.at === 'synced' || line.at === 'failed') underWay.delete(line.user);
    if (line.at === 'failed') failed.push(line.user);
    if (line.at === 'commit') lastCommit = `${line.moment} commit ${line.number}`;
    if (line.at === 'end') ended = true;
  };
  const exit = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout! })) take(JSON.parse(line) as MigratingLine);
  const [code, signal] = (await exit) as [number | null, string | null];
  await killed;
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the migrating process ended with ${code ?? signal}`);
  return { ended, underWay: [...underWay], lastCommit, failed };
}

async function killLater(child: ChildProcess, kill: Kill): Promise<void> {
  if (kill.kind !== 'time') return;
  await delay(kill.milliseconds);
  child.kill('SIGKILL');
}

/** Starts a program of this folder. */
export const startProcess = (program: string, args: readonly string[]): ChildProcess =>
  fork(join(import.meta.dirname, program), args, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
