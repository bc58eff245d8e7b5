import { pidTag, propertyType, withType } from '@cutover/wire/properties';
import { errorCode, type Rop, rops } from '@cutover/wire/rop';
import { beforeEach, expect, test } from 'vitest';
import type { Mailbox } from '../../../store/mailbox.ts';
import { simpleMessage } from '../../../store/testing/simple-message.ts';
import { signInAnew } from '../testing/signed-in.ts';
import type { StoreClient } from '../testing/store-client.ts';

let client: StoreClient;
let ann: Mailbox;
let inbox: number;

beforeEach(async () => {
  ({ client, ann, inbox } = await signInAnew());
  for (const subject of ['a', 'b']) ann.deliver(ann.wellKnown('inbox'), { content: simpleMessage(subject) });
});

const open = async (rop: Rop): Promise<number> =>
  (await client.run(rop as typeof rops.getContentsTable, { tableFlags: 0 }, inbox)).handle;

const bookmark = Uint8Array.of(1, 0, 0, 0);
const find = { findRowFlags: 0, restriction: undefined, origin: 0, bookmark: new Uint8Array() };
const asked: readonly (readonly [Rop, object])[] = [
  [rops.restrict, { restrictFlags: 0, restriction: undefined }],
  [rops.findRow, find],
  [rops.createBookmark, {}],
  [rops.seekRowBookmark, { bookmark, rowCount: 0, wantRowMovedCount: false }],
  [rops.freeBookmark, { bookmark }],
  [rops.resetTable, {}],
  [rops.abort, {}],
  [rops.setCollapseState, { collapseState: new Uint8Array() }],
];

/** Names of the ROPs that the table refuses as those of other tables. */
async function refused(table: number): Promise<string[]> {
  const names = [];
  for (const [rop, request] of asked) {
    const answer = await client.fail(rop as Rop<object>, request, table);
    if (answer === errorCode.notSupported) names.push(rop.name);
  }
  return names;
}

test('each kind of table takes the ROPs that it is for', async () => {
  const ofOthers = ['RopCreateBookmark', 'RopSeekRowBookmark', 'RopFreeBookmark', 'RopResetTable', 'RopAbort'];
  expect(await refused(await open(rops.getContentsTable))).toEqual([]);
  expect(await refused(await open(rops.getHierarchyTable))).toEqual(['RopResetTable', 'RopSetCollapseState']);
  expect(await refused(await open(rops.getRulesTable))).toEqual([...ofOthers, 'RopSetCollapseState']);
  expect(await refused(await open(rops.getPermissionsTable))).toEqual(asked.map(([{ name }]) => name));
});

test('nothing goes on in the background that could be ended', async () => {
  expect(await client.fail(rops.abort, {}, await open(rops.getContentsTable))).toBe(errorCode.unableToAbort);
});

test('a column has a type', async () => {
  const table = await open(rops.getContentsTable);
  for (const type of [propertyType.unspecified, propertyType.error, 0x7777]) {
    const tags = [pidTag.mid, withType(pidTag.subject, type)];
    expect(await client.fail(rops.setColumns, { setColumnsFlags: 0, tags }, table)).toBe(errorCode.invalidParameter);
  }
});

test('a bookmark leads to its row after a reset, too', async () => {
  const table = await open(rops.getContentsTable);
  await client.run(rops.seekRow, { origin: 0, rowCount: 1, wantRowMovedCount: false }, table);
  const { value } = await client.run(rops.createBookmark, {}, table);
  await client.run(rops.resetTable, {}, table);
  await client.run(rops.seekRowBookmark, { ...value, rowCount: 0, wantRowMovedCount: false }, table);
  expect((await client.run(rops.queryPosition, {}, table)).value.numerator).toBe(1);
});
