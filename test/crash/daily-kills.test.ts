import { DatabaseSync } from 'node:sqlite';
import { seededRandom } from '@cutover/base';
import { hashMailbox, type Mailbox, MockExchange } from '@cutover/mock-exchange';
import { expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';
import { migrateAll, openOrganisation, temporaryFolder } from '../support/rehearsal.ts';
import { hashStoredMailboxes } from '../support/stored-mailboxes.ts';
import { crashSeed } from './crash-seed.ts';
import type { Kill } from './kill-plan.ts';
import { runToKill } from './run-to-kill.ts';

const kills: readonly Kill[] = [
  { kind: 'commit', moment: 'before', number: 2 },
  { kind: 'commit', moment: 'after', number: 4 },
];

/** A day of a busy mailbox: every kind of change, and more messages than one commit takes. */
function liveADay(mailbox: Mailbox, day: number): void {
  const random = seededRandom(day);
  const top = mailbox.descendants(mailbox.wellKnown('ipmSubtree')).filter(({ id }) => mailbox.messages(id).length > 0);
  const messages = top.flatMap(({ id }) => mailbox.messages(id)).map(({ id }) => id);
  const take = (count: number): number[] => messages.splice(random.integer(0, messages.length - count), count);
  for (const id of take(100)) mailbox.copyMessage(id, random.pick(top).id);
  for (const id of take(15)) mailbox.deleteMessage(id);
  for (const id of take(15)) mailbox.moveMessage(id, mailbox.wellKnown('deletedItems'));
  for (const id of take(15)) mailbox.markRead(id, { read: day % 2 === 0 });
  for (const id of take(10)) mailbox.edit(id, { set: [{ tag: 0x0037001f, value: `Edited on day ${day}` }] });
  const { id } = mailbox.createFolder(mailbox.wellKnown('inbox'), { name: `Day ${day}` });
  for (const message of take(5)) mailbox.moveMessage(message, id);
  const old = mailbox.children(mailbox.wellKnown('inbox')).find(({ name }) => name === `Day ${day - 1}`);
  if (old) mailbox.deleteFolder(old.id);
}

/** What a kill has left: a sound file, in which every item stands in the ledger once. */
function inspect(path: string): void {
  using database = new DatabaseSync(path);
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  const count = (table: string): unknown => database.prepare(`SELECT count(*) AS count FROM ${table}`).get();
  expect(count('ledger_item')).toEqual(count('item'));
}

test('kills of the daily sync leave nothing out and nothing twice', { timeout: 90_000 }, async () => {
  await using mock = await MockExchange.start({ seed: crashSeed({ mailboxes: 1, messages: 150 }) });
  const mailboxes = mock.store.owners.map((owner) => mock.store.mailbox(owner)!);
  const busy = mailboxes.find(({ displayName }) => displayName.startsWith('User'))!;
  const source = addressOf(mock);
  using folder = temporaryFolder('cutover-daily-');
  {
    await using organisation = openOrganisation(folder.path, source);
    expect(await migrateAll(organisation, source)).toEqual([]);
  }
  let hits = 0;
  for (const [day, kill] of kills.entries()) {
    liveADay(busy, day);
    // The first kill leaves a sync under way, with which the next process goes on.
    const { ended, underWay } = await runToKill({ data: folder.path, source, kill, syncNow: day === 0 });
    if (!ended && underWay.length > 0) hits++;
    inspect(folder.databasePath);
  }
  const last = await runToKill({ data: folder.path, source, kill: { kind: 'never' } });
  expect(last).toMatchObject({ ended: true, failed: [] });
  inspect(folder.databasePath);
  const stored = hashStoredMailboxes(folder.databasePath);
  expect(stored.map(({ hash }) => hash).toSorted()).toEqual(mailboxes.map((one) => hashMailbox(one).hash).toSorted());
  expect(stored.map(({ doubled }) => doubled)).toEqual([0, 0]);
  expect(hits).toBe(kills.length);
});
