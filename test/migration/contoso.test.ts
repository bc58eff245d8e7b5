import { connect, getMigrationUser, getMigrationUserStatistics } from '@cutover/core';
import { contoso, hashMailbox, MockExchange } from '@cutover/mock-exchange';
import { expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';
import { migrateAll, openOrganisation, temporaryFolder } from '../support/rehearsal.ts';
import { hashStoredMailboxes } from '../support/stored-mailboxes.ts';

const hashesOf = (mock: MockExchange) =>
  mock.organisation.recipients.flatMap((recipient) => {
    const mailbox = recipient.kind === 'mailbox' && mock.store.mailbox(recipient.legacyExchangeDN);
    return mailbox ? [{ address: recipient.primarySmtpAddress.toLowerCase(), ...hashMailbox(mailbox) }] : [];
  });

test('every mailbox of Contoso arrives as it is at the source', { timeout: 60_000 }, async () => {
  await using mock = await MockExchange.start({ seed: contoso() });
  using folder = temporaryFolder();
  await using organisation = openOrganisation(folder.path, addressOf(mock));
  expect(await migrateAll(organisation, addressOf(mock))).toEqual([]);
  const session = connect(organisation);
  for (const { Identity } of await getMigrationUser(session, {})) {
    const [figures] = await getMigrationUserStatistics(session, { Identity });
    expect(figures?.TotalItemsInSourceMailboxCount ?? 0, Identity).toBe(figures?.SyncedItemCount);
  }
  const stored = hashStoredMailboxes(folder.databasePath);
  for (const source of hashesOf(mock)) {
    const target = stored.find(({ address }) => address === source.address);
    const byPath = (folders: typeof source.folders) =>
      Object.fromEntries(folders.map((one) => [one.path.join('/'), one]));
    expect(byPath(target?.folders ?? [])).toEqual(byPath(source.folders));
    expect(target?.hash).toBe(source.hash);
  }
  expect(stored.length).toBeGreaterThan(10);
});
