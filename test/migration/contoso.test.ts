import { connect, getMigrationUser, getMigrationUserStatistics } from '@cutover/core';
import { contoso, hashMailbox, MockExchange, type Recipient } from '@cutover/mock-exchange';
import { DatabaseSync } from 'node:sqlite';
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

test('the directory arrives: mailboxes, contacts, groups with their members', { timeout: 60_000 }, async () => {
  await using mock = await MockExchange.start({ seed: contoso() });
  using folder = temporaryFolder();
  await using organisation = openOrganisation(folder.path, addressOf(mock));
  await migrateAll(organisation, addressOf(mock));
  const shown = mock.organisation.recipients.filter(({ hidden }) => !hidden);
  const aliasOf = (name: string): string => shown.find(({ legacyExchangeDN }) => legacyExchangeDN === name)!.alias;
  const expected = shown.map((recipient) =>
    entry(recipient.kind, recipient.alias, recipient.primarySmtpAddress, membersOf(recipient).map(aliasOf)),
  );
  expect(storedDirectory(folder.databasePath)).toEqual(expected.toSorted());
});

const membersOf = (recipient: Recipient): readonly string[] => (recipient.kind === 'group' ? recipient.members : []);

const entry = (kind: string, alias: string, address: string, members: readonly string[]): string =>
  [kind, alias, address, ...members.toSorted()].join(' ');

function storedDirectory(path: string): string[] {
  using database = new DatabaseSync(path, { readOnly: true });
  const members = database.prepare(
    'SELECT alias FROM group_member JOIN recipient ON recipient.number = member WHERE groupNumber = ?',
  );
  const rows = database.prepare('SELECT number, kind, alias, primaryAddress FROM recipient').all();
  return rows
    .map(({ number, kind, alias, primaryAddress }) => {
      const names = members.all(number!).map((member) => String(member['alias']));
      return entry(String(kind), String(alias), String(primaryAddress), names);
    })
    .toSorted();
}
