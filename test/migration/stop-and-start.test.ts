import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect, getMigrationBatch, getMigrationUser, startMigrationBatch, stopMigrationBatch } from '@cutover/core';
import { hashMailbox, mockEvents, MockExchange } from '@cutover/mock-exchange';
import { expect, test } from 'vitest';
import { crashSeed } from '../crash/crash-seed.ts';
import { addressOf } from '../support/mock-source.ts';
import { beginMigration, openOrganisation, temporaryFolder } from '../support/rehearsal.ts';
import { hashStoredMailboxes } from '../support/stored-mailboxes.ts';

const progress = 'cutover:migration.progress';

/** Resolves when the first items of any mailbox are committed. */
function firstItems(): Promise<void> {
  return new Promise((resolve) => {
    const listener = (message: unknown): void => {
      if ((message as { items: number }).items === 0) return;
      unsubscribe(progress, listener);
      resolve();
    };
    subscribe(progress, listener);
  });
}

test('a stop ends the copies and their connections at once, a start goes on', { timeout: 60_000 }, async () => {
  await using mock = await MockExchange.start({ seed: crashSeed({ mailboxes: 3, messages: 300 }) });
  const connections = { open: 0 };
  const opened = (): void => void connections.open++;
  const closed = (): void => void connections.open--;
  mockEvents.connectionOpened.channel.subscribe(opened);
  mockEvents.connectionClosed.channel.subscribe(closed);
  using folder = temporaryFolder();
  await using organisation = openOrganisation(folder.path, addressOf(mock));
  const session = connect(organisation);
  const begun = firstItems();
  await beginMigration(session, addressOf(mock));
  await begun;
  await stopMigrationBatch(session, { Identity: 'Cutover' });
  await organisation.untilIdle();
  expect(await getMigrationBatch(session, {})).toMatchObject([{ Status: 'Stopped', ActiveCount: 0 }]);
  const stopped = (await getMigrationUser(session, {})).filter(({ Status }) => Status === 'Stopped');
  expect(stopped.length).toBeGreaterThan(0);
  await expect.poll(() => connections.open, { timeout: 5000 }).toBe(0);

  await startMigrationBatch(session, { Identity: 'Cutover' });
  await organisation.untilIdle();
  expect(await getMigrationBatch(session, {})).toMatchObject([{ Status: 'Synced', SyncedCount: 4 }]);
  mockEvents.connectionOpened.channel.unsubscribe(opened);
  mockEvents.connectionClosed.channel.unsubscribe(closed);
  const hashes = mock.store.owners.map((owner) => hashMailbox(mock.store.mailbox(owner)!).hash);
  expect(
    hashStoredMailboxes(folder.databasePath)
      .map(({ hash }) => hash)
      .toSorted(),
  ).toEqual(hashes.toSorted());
});
