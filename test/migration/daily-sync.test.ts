import { steppedClock } from '@cutover/base';
import {
  connect,
  completeMigrationBatch,
  getMigrationBatch,
  getMigrationUser,
  removeMailbox,
  startMigrationBatch,
} from '@cutover/core';
import { generatedBytes, hashMailbox, type Mailbox, MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';
import { expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';
import { migrateAll, openOrganisation, temporaryFolder } from '../support/rehearsal.ts';
import { hashStoredMailboxes } from '../support/stored-mailboxes.ts';

const day = 24 * 3_600_000;

function seed() {
  const builder = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' });
  builder.user({
    alias: 'annb',
    displayName: 'Ann Beebe',
    fill: (mailbox) => {
      for (let number = 0; number < 30; number++) {
        mailbox.add(number % 2 === 0 ? ['Inbox'] : ['Inbox', 'Below'], {
          type: 'mail',
          subject: `Message ${number}`,
          from: 'annb',
          sentAt: new Date(Date.UTC(2004, 0, 1, number)),
          text: 'text',
          read: false,
        });
      }
      mailbox.addAssociated('inbox', { type: 'mail', subject: 'A view', from: 'annb', sentAt: new Date(0), text: '' });
    },
  });
  return builder.account({ userName: 'administrator' }).grantReceiveAs('administrator').build();
}

/** What people do to a mailbox between two syncs, one thing each. */
const changes: Readonly<Record<string, (mailbox: Mailbox) => void>> = {
  'nothing at all': () => undefined,
  'a new message': (mailbox) => {
    mailbox.copyMessage(inbox(mailbox)[0]!.id, mailbox.wellKnown('sentItems'));
  },
  'an edited message': (mailbox) => {
    mailbox.edit(inbox(mailbox)[1]!.id, { set: [{ tag: 0x0037001f, value: 'Another subject' }], attachments: [] });
  },
  'marks of read and unread': (mailbox) => {
    const [first, second] = inbox(mailbox);
    mailbox.markRead(first!.id, { read: true });
    mailbox.markRead(second!.id, { read: true });
    mailbox.markRead(first!.id, { read: false });
  },
  'a deleted message': (mailbox) => mailbox.deleteMessage(inbox(mailbox)[2]!.id),
  'a moved message': (mailbox) => {
    mailbox.moveMessage(inbox(mailbox)[3]!.id, mailbox.wellKnown('deletedItems'));
  },
  'a new folder with a message': (mailbox) => {
    const { id } = mailbox.createFolder(mailbox.wellKnown('ipmSubtree'), { name: 'New / folder' });
    mailbox.copyMessage(inbox(mailbox)[0]!.id, id);
  },
  'a renamed folder': (mailbox) => {
    mailbox.renameFolder(below(mailbox), 'Renamed');
  },
  'a moved folder': (mailbox) => {
    mailbox.moveFolder(below(mailbox), mailbox.wellKnown('sentItems'));
  },
  'a deleted folder with its messages': (mailbox) => mailbox.deleteFolder(below(mailbox)),
};

const inbox = (mailbox: Mailbox) => mailbox.messages(mailbox.wellKnown('inbox'), { associated: false });
const below = (mailbox: Mailbox): number =>
  mailbox.descendants(mailbox.wellKnown('ipmSubtree')).find(({ name }) => name === 'Below' || name === 'Renamed')!.id;

test(
  'each day what people did at the source is there in the target, and nothing else',
  { timeout: 60_000 },
  async () => {
    await using mock = await MockExchange.start({ seed: seed() });
    const mailbox = mock.store.mailbox(mock.store.owners[0]!)!;
    const clock = steppedClock(Date.UTC(2026, 0, 1));
    using folder = temporaryFolder();
    await using organisation = openOrganisation(folder.path, addressOf(mock), { clock });
    expect(await migrateAll(organisation, addressOf(mock))).toEqual([]);
    for (const [name, change] of Object.entries(changes)) {
      change(mailbox);
      await clock.advance(day);
      await organisation.untilIdle();
      const [stored] = hashStoredMailboxes(folder.databasePath);
      const source = hashMailbox(mailbox);
      const shape = (folders: typeof source.folders) =>
        folders.map(({ path, messages }) => `${path.join(' > ')}: ${messages}`).toSorted();
      expect(shape(stored!.folders), name).toEqual(shape(source.folders));
      expect(stored!.hash, name).toBe(source.hash);
    }
    const session = connect(organisation);
    const [user] = await getMigrationUser(session, {});
    const items = hashMailbox(mailbox).folders.reduce((sum, { messages }) => sum + messages, 0);
    expect(user).toMatchObject({ Status: 'Synced', SyncedItemCount: items, SkippedItemCount: 0 });

    inbox(mailbox).forEach(({ id }) => mailbox.deleteMessage(id));
    await completeMigrationBatch(session, { Identity: 'Cutover' });
    await organisation.untilIdle();
    expect(hashStoredMailboxes(folder.databasePath)[0]!.hash).toBe(hashMailbox(mailbox).hash);
    expect(await getMigrationBatch(session, {})).toMatchObject([{ Status: 'Completed', FinalizedCount: 1 }]);
  },
);

/** One mailbox, whose GUIDs come from a number. */
const numbered = (number: number, messages: number) =>
  new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com', number })
    .user({
      alias: 'annb',
      displayName: 'Ann Beebe',
      fill: (mailbox) => {
        for (let index = 0; index < messages; index++) {
          mailbox.add('inbox', { type: 'mail', subject: `Message ${index}`, sentAt: new Date(0) });
        }
      },
    })
    .account({ userName: 'administrator', password: 'Th3-same-always' })
    .grantReceiveAs('administrator')
    .build();

test('a mailbox that was made anew at the source does not mix with its copy', { timeout: 60_000 }, async () => {
  using folder = temporaryFolder();
  const clock = steppedClock(Date.UTC(2026, 0, 1));
  await using first = await MockExchange.start({ seed: numbered(1, 3), httpPort: 0 });
  const address = addressOf(first);
  const copied = hashMailbox(first.store.mailbox(first.store.owners[0]!)!).hash;
  await using organisation = openOrganisation(folder.path, address, { clock });
  expect(await migrateAll(organisation, address)).toEqual([]);
  await first.close();
  await using second = await MockExchange.start({ seed: numbered(2, 5), httpPort: address.connection.port! });
  await clock.advance(day);
  await organisation.untilIdle();
  const session = connect(organisation);
  expect(await getMigrationUser(session, {})).toMatchObject([
    { Status: 'IncrementalFailed', ErrorSummary: expect.stringContaining('moved to another database, or made anew') },
  ]);
  expect(hashStoredMailboxes(folder.databasePath)[0]!.hash).toBe(copied);

  await removeMailbox(session, { Identity: 'annb' });
  await startMigrationBatch(session, { Identity: 'Cutover' });
  await organisation.untilIdle();
  expect(await getMigrationUser(session, {})).toMatchObject([{ Status: 'Synced', SyncedItemCount: 5 }]);
  const anew = hashMailbox(second.store.mailbox(second.store.owners[0]!)!).hash;
  expect(hashStoredMailboxes(folder.databasePath).at(-1)!.hash).toBe(anew);
});

test('a long attachment passes through without being held', { timeout: 60_000 }, async () => {
  const size = 96 * 1024 * 1024;
  const builder = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' });
  const attachments = [{ name: 'film.avi', data: generatedBytes(size, 'film') }];
  const mail = { type: 'mail', subject: 'Film', from: 'annb', sentAt: new Date(0), text: 'x', attachments } as const;
  const seeded = builder
    .user({ alias: 'annb', displayName: 'Ann Beebe', fill: (mailbox) => void mailbox.add(['Inbox'], mail) })
    .account({ userName: 'administrator' })
    .grantReceiveAs('administrator')
    .build();
  await using mock = await MockExchange.start({ seed: seeded, httpPort: 0 });
  using folder = temporaryFolder();
  await using organisation = openOrganisation(folder.path, addressOf(mock));
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers)), 20);
  const before = process.memoryUsage().arrayBuffers;
  expect(await migrateAll(organisation, addressOf(mock))).toEqual([]);
  clearInterval(watch);
  // Client and server together, garbage that was not collected yet included.
  expect(most - before).toBeLessThan(size);
  const [stored] = hashStoredMailboxes(folder.databasePath);
  expect(stored!.hash).toBe(hashMailbox(mock.store.mailbox(mock.store.owners[0]!)!).hash);
});
