import { subscribe } from 'node:diagnostics_channel';
import { writeSync } from 'node:fs';
import {
  connect,
  getMigrationBatch,
  getMigrationEndpoint,
  getMigrationUser,
  isSdkError,
  newMigrationBatch,
  setMigrationBatch,
  startMigrationBatch,
} from '@cutover/core';
import { beginMigration, openOrganisation, type SourceAddress } from '../support/rehearsal.ts';
import type { Kill } from './kill-plan.ts';

/** What the migrating process is told. */
export interface MigratingTask {
  readonly data: string;
  readonly source: SourceAddress;
  readonly kill: Kill;
  /** Starts what failed again, until nothing does; waits two thousand times as fast as the machine's clock runs. */
  readonly persistent?: boolean;
  /** Asks for the daily sync of a batch that is synced. */
  readonly syncNow?: boolean;
}

/** Lines that it writes as things happen, with a synchronous write so that the last one before a kill is there. */
export type MigratingLine =
  | { at: 'syncing' | 'synced' | 'failed'; user: string }
  | { at: 'commit'; moment: 'before' | 'after'; number: number }
  | { at: 'end' };

const { data, source, kill, persistent = false, syncNow = false } = JSON.parse(process.argv[2]!) as MigratingTask;
const say = (line: MigratingLine): void => void writeSync(1, `${JSON.stringify(line)}\n`);

let copying = false;
let commits = 0;

subscribe('cutover:migration.user', (message) => {
  const { emailAddress: user, status } = message as { emailAddress: string; status: string };
  const isCopied = status === 'Syncing' || status === 'IncrementalSyncing';
  if (isCopied) copying = true;
  if (isCopied) say({ at: 'syncing', user });
  if (status === 'Synced') say({ at: 'synced', user });
  if (status.endsWith('Failed')) say({ at: 'failed', user });
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
if ((await getMigrationBatch(session, {})).length === 0) await begin();
if (syncNow) await setMigrationBatch(session, { Identity: 'Cutover', SyncNow: true });
if (persistent) organisation.clock.setMode('Scaled', { factor: 2000 });
await organisation.untilIdle();
for (let tries = 0; persistent && tries < 50 && (await someFailed()); tries++) {
  await startMigrationBatch(session, { Identity: 'Cutover' });
  await organisation.untilIdle();
}
say({ at: 'end' });

/** What cannot be reached is tried again, as an administrator would. */
async function begin(): Promise<void> {
  for (let tries = persistent ? 50 : 1; ; tries--) {
    try {
      if ((await getMigrationEndpoint(session)).length === 0) await beginMigration(session, source);
      else await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Exchange2003', AutoStart: true });
      return;
    } catch (error) {
      if (!isSdkError(error) || !error.retry || tries <= 1) throw error;
    }
  }
}

async function someFailed(): Promise<boolean> {
  return (await getMigrationUser(session)).some(({ Status }) => Status === 'Failed');
}
