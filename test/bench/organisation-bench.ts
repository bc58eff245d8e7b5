import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceRuntime } from '@cutover/cloud';
import { temporaryFolder } from '../support/rehearsal.ts';
import { answer, quiet, startMock } from './copy-bench.ts';
import type { MockUsage } from './mock-process.ts';
import type { OrganisationTask, OrganisationUsage } from './organisation-process.ts';

export interface OrganisationFigures extends OrganisationUsage {
  readonly mailboxes: number;
  /** Rows of the CSV file, without its header. */
  readonly rows: number;
}

/** Migrates an organisation of so many mailboxes of 50 short messages from a mock in a process of its own. */
export async function benchOrganisation(mailboxes: number): Promise<OrganisationFigures> {
  using folder = temporaryFolder('cutover-bench-');
  const mock = startMock('http', mailboxes);
  const { address } = await answer<MockUsage>(mock);
  const csvPath = join(folder.path, 'users.csv');
  const task: OrganisationTask = { data: folder.path, source: address, maxConcurrentMigrations: 10, csvPath };
  const migrating = fork(join(import.meta.dirname, 'organisation-process.ts'), [JSON.stringify(task)], {
    execArgv: [quiet, ...serviceRuntime.nodeOptions],
    env: { ...process.env, ...serviceRuntime.environment },
  });
  const usage = await answer<OrganisationUsage>(migrating);
  if (migrating.exitCode === null) await once(migrating, 'exit');
  mock.disconnect();
  const rows = readFileSync(csvPath, 'utf8').trimEnd().split('\n').length - 1;
  return { ...usage, mailboxes, rows };
}
