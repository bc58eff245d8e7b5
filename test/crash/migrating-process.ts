import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import { connect, getMigrationBatch } from '@cutover/core';
import { beginMigration, openOrganisation, type SourceAddress } from '../support/rehearsal.ts';
import type { Kill } from './kill-plan.ts';

/** What the migrating process is told. */
export interface MigratingTask {
  readonly data: string;
  readonly source: SourceAddress;
  readonly kill: Kill;
}

/** Lines that it writes as things happen, with a synchronous write so that the last one before a kill is there. */
export type MigratingLine =
  | { at: 'syncing' | 'synced' | 'failed'; user: string }
  | { at: 'commit'; moment: 'before' | 'after'; number: number }
  | { at: 'end' };

const { data, source, kill } = JSON.parse(process.argv[2]!) as MigratingTask;
const say = (line: MigratingLine): void => void writeSync(1, `${JSON.stringify(line)}\n`);

let copying = false;
let commits = 0;

subscribe('cutover:migration.user', (message) => {
  const { emailAddress: user, status } = message as { emailAddress: string; status: string };
  if (status === 'Syncing') copying = true;
  if (status === 'Syncing') say({ at: 'syncing', user });
  if (status === 'Synced') say({ at: 'synced', user });
  if (status === 'Failed') say({ at: 'failed', user });
});

// Commits count from the beginning of this process's copy on.
subscribe('cutover:cloud.commit', (message) => {
  if (!copying) return;
  const { moment } = message as { moment: 'before' | 'after' };
  if (moment === 'before') commits++;
  say({ at: 'commit', moment, number: commits });
  if (kill.kind === 'commit' && kill.moment === moment && kill.number === commits) process.kill(process.pid, 'SIGKILL');
});

await using organisation = openOrganisation(data, source);
const session = connect(organisation);
if ((await getMigrationBatch(session, {})).length === 0) await beginMigration(session, source);
await organisation.untilIdle();
say({ at: 'end' });
