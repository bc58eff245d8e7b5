import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import {
  connect,
  getMigrationUser,
  getMigrationUserStatistics,
  setMigrationBatch,
  type MigrationUserStatistics,
  type Session,
} from '@cutover/core';
import type { Fault } from '@cutover/mock-exchange';
import { expect, test } from 'vitest';
import { openOrganisation, temporaryFolder } from '../support/rehearsal.ts';
import { hashStoredMailboxes } from '../support/stored-mailboxes.ts';
import { badLine, damaged } from './fault-plans.ts';
import { killPlan } from './kill-plan.ts';
import type { MockReport } from './mock-process.ts';
import { runToKill, startProcess } from './run-to-kill.ts';

// `pnpm test:crash` asks for a long run; a plain test run for a short one.
const isLong = process.env['CUTOVER_CRASH'] !== undefined;
const kills = isLong ? 20 : 2;
const size = isLong ? { mailboxes: 4, messages: 300 } : { mailboxes: 2, messages: 60 };
const secondsEach = 60;
const subjects = Array.from({ length: size.mailboxes }, (_, index) =>
  [3, 41].map((at) => `Message ${at} of user${index}`),
);

test(`${kills} kills on a bad line, with damaged items`, { timeout: (60 + kills * secondsEach) * 1000 }, async () => {
  await using mock = await startMock([...badLine, ...damaged(subjects.flat())]);
  const { address: source, hashes } = mock.report;
  using folder = temporaryFolder('cutover-faults-');
  const { path: data, databasePath } = folder;
  for (const kill of killPlan(kills, 6)) {
    const { ended } = await runToKill({ data, source, kill, persistent: true });
    expectNothingTwice(databasePath);
    if (ended) break;
  }
  await runToKill({ data, source, kill: { kind: 'never' }, persistent: true });
  expectNothingTwice(databasePath);

  await using organisation = openOrganisation(data, source);
  const session = connect(organisation);
  expect((await statisticsOf(session)).map(skippedBy)).toEqual(
    subjects.map((damagedOnes, index) => ({ user: `user${index}@contoso.com`, count: damagedOnes.length })),
  );

  // One command tries just those again.
  await mock.change(badLine);
  const before = itemsIn(databasePath);
  await setMigrationBatch(session, { Identity: 'Cutover', SyncNow: true });
  await organisation.untilIdle();
  await mock.change([]);
  await setMigrationBatch(session, { Identity: 'Cutover', SyncNow: true });
  await organisation.untilIdle();
  expect((await statisticsOf(session)).map(({ SkippedItemCount }) => SkippedItemCount)).toEqual(subjects.map(() => 0));
  const added = itemsIn(databasePath).filter((number) => !before.includes(number));
  expect(added).toHaveLength(subjects.flat().length);
  expectNothingTwice(databasePath);
  const stored = hashStoredMailboxes(databasePath);
  expect(Object.fromEntries(stored.map(({ address, hash }) => [address, hash]))).toEqual(
    Object.fromEntries(Object.entries(hashes).map(([address, { hash }]) => [address, hash])),
  );
});

/** The statistics of the mailboxes that have messages. */
async function statisticsOf(session: Session): Promise<MigrationUserStatistics[]> {
  const users = (await getMigrationUser(session)).filter(({ Identity }) => Identity.startsWith('user'));
  const asked = users.map(({ Identity }) =>
    getMigrationUserStatistics(session, { Identity, IncludeSkippedItems: true }),
  );
  return (await Promise.all(asked)).flat();
}

/** What was left out of a mailbox; each entry says what it is called, why, and what to do. */
function skippedBy({ Identity, SkippedItemCount, SkippedItems }: MigrationUserStatistics): object {
  for (const item of SkippedItems) {
    expect(item.Code).toMatch(/^\w+\.\w+$/);
    expect(item.Failure).not.toBe('');
    expect(item.Remedy).toMatch(/\.$/);
  }
  expect(SkippedItems).toHaveLength(SkippedItemCount);
  return { user: Identity, count: SkippedItemCount };
}

/** A sound file in which every item stands once, in the mailbox and in the ledger. */
function expectNothingTwice(path: string): void {
  using database = new DatabaseSync(path);
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  const { entries } = database.prepare('SELECT count(*) AS entries FROM ledger_item').get() as { entries: number };
  expect(entries).toBe(itemsIn(path).length);
  expect(hashStoredMailboxes(path).reduce((sum, { doubled }) => sum + doubled, 0)).toBe(0);
}

function itemsIn(path: string): number[] {
  using database = new DatabaseSync(path, { readOnly: true });
  return (database.prepare('SELECT number FROM item').all() as { number: number }[]).map(({ number }) => number);
}

interface FaultyMock extends AsyncDisposable {
  readonly report: MockReport;
  change(faults: readonly Fault[]): Promise<void>;
}

async function startMock(faults: readonly Fault[]): Promise<FaultyMock> {
  const plan = JSON.stringify({ seed: 2003, faults });
  const child = startProcess('mock-process.ts', [String(size.mailboxes), String(size.messages), plan]);
  const [report] = (await once(child, 'message')) as [MockReport];
  return {
    report,
    change: async (changed) => {
      const done = once(child, 'message');
      child.send({ seed: 1, faults: changed });
      await done;
    },
    [Symbol.asyncDispose]: async () => {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
    },
  };
}
