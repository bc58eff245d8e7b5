import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { serviceRuntime } from '@cutover/cloud';
import { temporaryFolder } from '../support/rehearsal.ts';
import type { MigratingTask, PassUsage } from './migrating-process.ts';
import type { MockUsage } from './mock-process.ts';

/** `http` as the peers run, too; `https` as one migrates for real. */
export type Transport = 'http' | 'https';

/** What the first copy and the pass behind it took; processor time is that of both processes. */
export interface CopyFigures {
  readonly messages: number;
  readonly bytes: number;
  readonly fileBytes: number;
  readonly folders: number;
  readonly first: PassFigures;
  readonly second: PassFigures;
}

export interface PassFigures {
  readonly seconds: number;
  readonly cpuMilliseconds: number;
  readonly migratingCpuMilliseconds: number;
  readonly peakMegabytes: number;
  readonly calls: number;
}

/** Copies workload S from a mock in a process of its own into a database on disk, then syncs again with nothing changed. */
export async function benchCopy({ at, transport }: { at: number; transport: Transport }): Promise<CopyFigures> {
  using folder = temporaryFolder('cutover-bench-');
  const mock = startMock(transport);
  const before = await answer<MockUsage>(mock);
  const task: MigratingTask = { data: folder.path, source: before.address, maxConcurrentMigrations: at };
  const compiled = join(folder.path, 'compiled');
  await once(startMigrating(compiled, undefined), 'exit');
  const migrating = startMigrating(compiled, task);
  const first = await pass({ mock, migrating, before });
  const second = await pass({ mock, migrating, before: first.usage });
  await once(migrating, 'exit');
  mock.disconnect();
  return { ...contents(folder.databasePath), first: first.figures, second: second.figures };
}

interface Measured {
  readonly figures: PassFigures;
  readonly usage: MockUsage;
}

async function pass(options: { mock: ChildProcess; migrating: ChildProcess; before: MockUsage }): Promise<Measured> {
  const { mock, migrating, before } = options;
  const own = await answer<PassUsage>(migrating);
  if (own.failed.length > 0) throw new Error(`not migrated: ${JSON.stringify(own.failed)}`);
  const asked = answer<MockUsage>(mock);
  mock.send('usage');
  const usage = await asked;
  migrating.send('go on');
  const figures = {
    seconds: own.milliseconds / 1000,
    cpuMilliseconds: own.cpuMilliseconds + usage.cpuMilliseconds - before.cpuMilliseconds,
    migratingCpuMilliseconds: own.cpuMilliseconds,
    peakMegabytes: own.peakMegabytes,
    calls: usage.calls - before.calls,
  };
  return { figures, usage };
}

export async function answer<T>(child: ChildProcess): Promise<T> {
  const gone = once(child, 'exit').then(([code]) => Promise.reject(new Error(`a process ended early with ${code}`)));
  const [message] = (await Promise.race([once(child, 'message'), gone])) as [T];
  return message;
}

function contents(path: string): Pick<CopyFigures, 'messages' | 'bytes' | 'fileBytes' | 'folders'> {
  using database = new DatabaseSync(path);
  const items = database.prepare('SELECT count(*) AS messages, sum(size) AS bytes FROM item').get();
  const folders = database.prepare('SELECT count(*) AS folders FROM folder').get();
  const fileBytes = statSync(path).size;
  return { ...(items as { messages: number; bytes: number }), ...(folders as { folders: number }), fileBytes };
}

export const quiet = '--disable-warning=ExperimentalWarning';

export const startMock = (transport: Transport, mailboxes = 0): ChildProcess =>
  fork(join(import.meta.dirname, 'mock-process.ts'), [transport, String(mailboxes)], { execArgv: [quiet] });

/** As the service's own process is started; what is compiled is kept, as an installed build has no types to strip either. */
function startMigrating(compiled: string, task: MigratingTask | undefined): ChildProcess {
  const args = task === undefined ? [] : [JSON.stringify(task)];
  return fork(join(import.meta.dirname, 'migrating-process.ts'), args, {
    execArgv: [quiet, ...serviceRuntime.nodeOptions],
    env: { ...process.env, ...serviceRuntime.environment, NODE_COMPILE_CACHE: compiled },
  });
}
