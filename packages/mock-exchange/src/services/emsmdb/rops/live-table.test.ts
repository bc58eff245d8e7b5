import { pidTag } from '@cutover/wire/properties';
import { notificationType, notify, rops, ropBuffer, tableEvent, tableFlag } from '@cutover/wire/rop';
import { Reader } from '@cutover/wire';
import { beforeEach, expect, test } from 'vitest';
import type { Mailbox } from '../../../store/mailbox.ts';
import { simpleMessage } from '../../../store/testing/simple-message.ts';
import { nextRows, readRows, signInAnew } from '../testing/signed-in.ts';
import { ropRequest, type StoreClient } from '../testing/store-client.ts';

let client: StoreClient;
let logon: number;
let ann: Mailbox;
let inboxId: number;

beforeEach(async () => {
  ({ client, logon, ann, inboxId } = await signInAnew());
  for (const subject of ['a', 'b', 'c', 'd']) deliver(subject);
});

const deliver = (subject: string) => ann.deliver(inboxId, { content: simpleMessage(subject) });
const idOf = (subject: string): number =>
  ann.messages(inboxId).find((one) => one.content().properties.some((p) => 'value' in p && p.value === subject))!.id;

async function openTable(tableFlags = 0): Promise<number> {
  const inbox = await client.openFolder(logon, inboxId);
  const { handle } = await client.run(rops.getContentsTable, { tableFlags }, inbox);
  await client.run(rops.setColumns, { setColumnsFlags: 0, tags: [pidTag.subject] }, handle);
  return handle;
}

const read = async (table: number, rowCount: number): Promise<unknown[]> =>
  (await nextRows(client, table, [pidTag.subject], rowCount)).flat();

/** What stands behind the answer of a ROP that tells nothing itself. */
async function told(): Promise<ReturnType<typeof notify.decode>[]> {
  const { payloads } = await client.execute([ropRequest(rops.getStoreState, {})], [logon]);
  const reader = new Reader(ropBuffer.decode(payloads[0]!).rops);
  reader.skip(10);
  const all = [];
  while (reader.remaining > 0) all.push(notify.read(reader));
  return all;
}

test('a table shows the mailbox as it is; its cursor stays at its row', async () => {
  const table = await openTable();
  expect(await read(table, 2)).toEqual(['a', 'b']);
  ann.deleteMessage(idOf('a'));
  deliver('e');
  expect(await read(table, 9)).toEqual(['c', 'd', 'e']);
  expect((await client.run(rops.queryPosition, {}, table)).value).toEqual({ numerator: 4, denominator: 4 });
});

test('where the row of the cursor is gone, the one that took its place is next', async () => {
  const table = await openTable();
  await read(table, 1);
  ann.deleteMessage(idOf('b'));
  expect(await read(table, 1)).toEqual(['c']);
});

test('a table that was empty shows what comes from its first row on', async () => {
  for (const subject of ['a', 'b', 'c', 'd']) ann.deleteMessage(idOf(subject));
  const table = await openTable();
  deliver('first');
  expect(await read(table, 9)).toEqual(['first']);
});

test('order and restriction hold for what comes later', async () => {
  const table = await openTable();
  const orders = [{ tag: pidTag.subject, order: 1 }];
  await client.run(rops.sortTable, { sortTableFlags: 0, sort: { categories: 0, expanded: 0, orders } }, table);
  const value = { tag: pidTag.subject, value: 'a' };
  const restriction = { kind: 'property', relation: 5, tag: pidTag.subject, value } as const;
  await client.run(rops.restrict, { restrictFlags: 0, restriction }, table);
  deliver('bb');
  expect(await read(table, 9)).toEqual(['d', 'c', 'bb', 'b']);
});

test('open headings stay open when mail comes', async () => {
  const table = await openTable();
  const sort = { categories: 1, expanded: 0, orders: [{ tag: pidTag.subject, order: 0 }] };
  await client.run(rops.sortTable, { sortTableFlags: 0, sort }, table);
  const [[id]] = (await readRows(client, table, [pidTag.instID])) as [[bigint]];
  await client.run(rops.expandRow, { maxRowCount: 0, categoryId: BigInt.asUintN(64, id) }, table);
  deliver('a');
  expect((await client.run(rops.queryPosition, {}, table)).value.denominator).toBe(6);
});

test('the client is told once that a table changed, and again after it looked', async () => {
  const table = await openTable();
  deliver('e');
  deliver('f');
  const change = { type: notificationType.tableModified, tableEvent: tableEvent.changed };
  expect(await told()).toEqual([{ ropId: 0x2a, handle: table, logonId: 0, notification: change }]);
  deliver('g');
  expect(await told()).toEqual([]);
  await client.run(rops.queryPosition, {}, table);
  ann.moveMessage(idOf('g'), ann.wellKnown('drafts'));
  expect(await told()).toHaveLength(1);
});

test('not of what is elsewhere, not if it does not want to know, and not when the table is released', async () => {
  const quiet = await openTable(tableFlag.noNotifications);
  ann.deliver(ann.wellKnown('drafts'), { content: simpleMessage('x') });
  deliver('e');
  expect(await told()).toEqual([]);
  expect(await read(quiet, 9)).toHaveLength(5);
  const table = await openTable();
  await client.execute([ropRequest(rops.release, {})], [table]);
  deliver('f');
  expect(await told()).toEqual([]);
});
