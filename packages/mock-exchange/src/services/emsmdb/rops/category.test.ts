import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import { errorCode, propertyRow, rops, sortDirection } from '@cutover/wire/rop';
import { Reader } from '@cutover/wire';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Mailbox } from '../../../store/mailbox.ts';
import { nextRows, signInAnew } from '../testing/signed-in.ts';
import { type StoreClient } from '../testing/store-client.ts';

const { ascending, descending, maximumCategory } = sortDirection;
const columns = [pidTag.rowType, pidTag.depth, pidTag.instID, pidTag.senderName, pidTag.subject] as const;
type Row = [type: number, depth: number, id: bigint, sender: unknown, subject: unknown];

let client: StoreClient;
let logon: number;
let ann: Mailbox;
let table: number;

const absent = { error: errorCode.notFound };

function deliver(senderName: string, subject: string, { importance = 1, read = false, minute = 0 } = {}): void {
  const properties = [
    { tag: pidTag.messageClass, value: 'IPM.Note' },
    { tag: pidTag.senderName, value: senderName },
    { tag: pidTag.subject, value: subject },
    { tag: pidTag.importance, value: importance },
  ];
  const deliveredAt = 127_000_000_000_000_000n + BigInt(minute) * 600_000_000n;
  const content = { properties, recipients: [], attachments: [] };
  ann.deliver(ann.wellKnown('inbox'), { content, read, deliveredAt });
}

beforeEach(async () => {
  ({ client, logon, ann } = await signInAnew());
  deliver('Zoe', 'b', { minute: 1 });
  deliver('Bob', 'c', { minute: 9, read: true });
  deliver('Zoe', 'a', { minute: 2, importance: 2 });
  deliver('Bob', 'd', { minute: 3 });
  table = await openTable();
});

async function openTable(): Promise<number> {
  const inbox = await client.openFolder(logon, ann.wellKnown('inbox'));
  const { handle } = await client.run(rops.getContentsTable, { tableFlags: 0 }, inbox);
  await client.run(rops.setColumns, { setColumnsFlags: 0, tags: [...columns] }, handle);
  return handle;
}

const bySubject = { tag: pidTag.subject, order: ascending };
const bySender = { tag: pidTag.senderName, order: ascending };

const sort = (orders: { tag: PropertyTag; order: number }[], categories: number, expanded: number, to = table) =>
  client.run(rops.sortTable, { sortTableFlags: 0, sort: { categories, expanded, orders } }, to);
const refusal = (orders: { tag: PropertyTag; order: number }[], categories: number, expanded: number, to = table) =>
  client.fail(rops.sortTable, { sortTableFlags: 0, sort: { categories, expanded, orders } }, to);

function decodeRows(bytes: Uint8Array, count: number): Row[] {
  const reader = new Reader(bytes);
  return Array.from({ length: count }, () => propertyRow(columns).read(reader) as Row);
}

async function rows(from = table): Promise<Row[]> {
  await client.run(rops.seekRow, { origin: 0, rowCount: 0, wantRowMovedCount: false }, from);
  return (await nextRows(client, from, columns)) as Row[];
}

/** Type, depth and what the row says. */
const told = (some: readonly Row[]): string[] =>
  some.map(
    ([type, depth, , sender, subject]) =>
      `${type} ${depth} ${typeof subject === 'string' ? subject : (sender as string)}`,
  );

describe('a table with headings', () => {
  test('shows them above what they are about, open or closed', async () => {
    await sort([bySender, bySubject], 1, 1);
    expect(told(await rows())).toEqual(['3 0 Bob', '1 1 c', '1 1 d', '3 0 Zoe', '1 1 a', '1 1 b']);
    expect((await rows())[0]![4]).toEqual(absent);
    await sort([{ ...bySender, order: descending }, bySubject], 1, 0);
    expect(told(await rows())).toEqual(['4 0 Zoe', '4 0 Bob']);
    const { value } = await client.run(rops.queryPosition, {}, table);
    expect(value.denominator).toBe(2);
  });

  test('headings stand within headings, and count what is below them', async () => {
    const byImportance = { tag: pidTag.importance, order: descending };
    await sort([bySender, byImportance, bySubject], 2, 1);
    expect(told(await rows())).toEqual(['3 0 Bob', '4 1 Bob', '3 0 Zoe', '4 1 Zoe', '4 1 Zoe']);
    const tags = [pidTag.contentCount, pidTag.contentUnreadCount];
    await client.run(rops.setColumns, { setColumnsFlags: 0, tags }, table);
    await client.run(rops.seekRow, { origin: 0, rowCount: 0, wantRowMovedCount: false }, table);
    const { value } = await client.run(rops.queryRows, { queryRowsFlags: 0, forwardRead: true, rowCount: 1 }, table);
    expect(propertyRow(tags).decode(value.rows)).toEqual([2, 1]);
  });

  test('headings are ordered by the greatest value below them', async () => {
    const latest = { tag: pidTag.messageDeliveryTime, order: maximumCategory };
    await sort([{ ...bySender, order: descending }, latest, bySubject], 1, 0);
    expect(told(await rows())).toEqual(['4 0 Bob', '4 0 Zoe']);
  });

  test('are opened and closed, the cursor at its row', async () => {
    await sort([bySender, bySubject], 1, 0);
    const [bob, zoe] = (await rows()).map((row) => row[2]) as [bigint, bigint];
    const open = { maxRowCount: 1, categoryId: BigInt.asUintN(64, bob) };
    const { value } = await client.run(rops.expandRow, open, table);
    expect(value).toMatchObject({ expandedRowCount: 2, rowCount: 1 });
    expect(told(decodeRows(value.rows, 1))).toEqual(['1 1 c']);
    expect(await client.fail(rops.expandRow, open, table)).toBe(errorCode.notCollapsed);
    expect(told(await rows())).toEqual(['3 0 Bob', '1 1 c', '1 1 d', '4 0 Zoe']);
    await client.run(rops.seekRow, { origin: 0, rowCount: 3, wantRowMovedCount: false }, table);
    const closed = await client.run(rops.collapseRow, { categoryId: BigInt.asUintN(64, bob) }, table);
    expect(closed.value.collapsedRowCount).toBe(2);
    expect((await client.run(rops.queryPosition, {}, table)).value).toEqual({ numerator: 1, denominator: 2 });
    const again = { categoryId: BigInt.asUintN(64, zoe) };
    expect(await client.fail(rops.collapseRow, again, table)).toBe(errorCode.notExpanded);
    expect(await client.fail(rops.collapseRow, { categoryId: 5n }, table)).toBe(errorCode.notFound);
  });

  test('which are open is kept for another table, also with mail that came in between', async () => {
    await sort([bySender, bySubject], 1, 0);
    const zoe = (await rows())[1]![2];
    await client.run(rops.expandRow, { maxRowCount: 0, categoryId: BigInt.asUintN(64, zoe) }, table);
    const at = (await rows())[2]![2];
    const place = { rowId: BigInt.asUintN(64, at), rowInstance: 0 };
    const { collapseState } = (await client.run(rops.getCollapseState, place, table)).value;
    deliver('Amy', 'new');
    const other = await openTable();
    await sort([bySender, bySubject], 1, 0, other);
    const { bookmark } = (await client.run(rops.setCollapseState, { collapseState }, other)).value;
    expect(told(await rows(other))).toEqual(['4 0 Amy', '4 0 Bob', '3 0 Zoe', '1 1 a', '1 1 b']);
    await client.run(rops.seekRowBookmark, { bookmark, rowCount: 0, wantRowMovedCount: false }, other);
    expect((await client.run(rops.queryPosition, {}, other)).value.numerator).toBe(3);
    const broken = { collapseState: Uint8Array.of(1, 2) };
    expect(await client.fail(rops.setCollapseState, broken, other)).toBe(errorCode.invalidParameter);
  });
});

test('without headings every row is a leaf, and there is nothing to open', async () => {
  await sort([bySubject], 0, 0);
  expect(told(await rows())).toEqual(['1 0 a', '1 0 b', '1 0 c', '1 0 d']);
  expect(await client.fail(rops.expandRow, { maxRowCount: 1, categoryId: 1n }, table)).toBe(errorCode.notSupported);
});

test('what makes no sense is refused', async () => {
  expect(await refusal([bySender], 2, 0)).toBe(errorCode.invalidParameter);
  expect(await refusal([bySender], 1, 2)).toBe(errorCode.invalidParameter);
  expect(await refusal([bySender, bySender, bySender, bySender, bySender], 5, 0)).toBe(errorCode.tooComplex);
  const root = await client.openFolder(logon, ann.wellKnown('root'));
  const { handle } = await client.run(rops.getHierarchyTable, { tableFlags: 0 }, root);
  expect(await refusal([bySubject], 1, 0, handle)).toBe(errorCode.notSupported);
});
