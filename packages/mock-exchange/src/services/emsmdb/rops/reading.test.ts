import { pidLid, pidName, pidTag, propertySet } from '@cutover/wire/properties';
import {
  bookmark,
  codePageOfLogon,
  errorCode,
  isPropertyError,
  propertyRow,
  asFits,
  recipientAddressType,
  recipientRow,
  relation,
  rops,
  tableFlag,
  unsetHandle,
} from '@cutover/wire/rop';
import { emptyGuid, Reader } from '@cutover/wire';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../../store/message.ts';
import { richMessage } from '../testing/rich-message.ts';
import { ropRequest, signIn, startStore, type StoreClient, type StoreFixture } from '../testing/store-client.ts';
import { rpcExt2Flag } from '@cutover/wire/emsmdb';
import { simpleMessage } from '../../../store/testing/simple-message.ts';

let fixture: StoreFixture;
let client: StoreClient;
let logon: number;
let inbox: number;

beforeEach(async () => {
  fixture = startStore();
  ({ client, logon } = await signIn(fixture));
  inbox = fixture.ann.wellKnown('inbox');
});

/** Rows of a table, every one in as many calls as it takes. */
async function readTable(table: number, columns: readonly number[], rowCount = 0xffff): Promise<unknown[][]> {
  await client.run(rops.setColumns, { setColumnsFlags: 0, tags: [...columns] }, table);
  const rows: unknown[][] = [];
  for (;;) {
    const { value } = await client.run(rops.queryRows, { queryRowsFlags: 0, forwardRead: true, rowCount }, table);
    const reader = new Reader(value.rows);
    for (let index = 0; index < value.rowCount; index++) rows.push(propertyRow(columns).read(reader));
    if (value.rowCount === 0) return rows;
  }
}

async function openMessage(message: Message): Promise<{ handle: number; value: Record<string, unknown> }> {
  const [folderId, messageId] = [
    { replicaId: 1, counter: message.folderId },
    { replicaId: 1, counter: message.id },
  ];
  return client.run(rops.openMessage, { codePage: codePageOfLogon, folderId, openModeFlags: 0, messageId }, logon);
}

describe('folders', () => {
  test('that are not there, or are of another replica, are not found', async () => {
    const missing = { folderId: { replicaId: 1, counter: 0x999999 }, openModeFlags: 0 };
    const foreign = { folderId: { replicaId: 2, counter: inbox }, openModeFlags: 0 };
    expect(await client.fail(rops.openFolder, missing, logon)).toBe(errorCode.notFound);
    expect(await client.fail(rops.openFolder, foreign, logon)).toBe(errorCode.notFound);
  });

  test('are opened with the flag for deleted ones, too', async () => {
    const openSoftDeleted = 0x04;
    const here = { folderId: { replicaId: 1, counter: inbox }, openModeFlags: openSoftDeleted };
    expect((await client.run(rops.openFolder, here, logon)).value).toEqual({ hasRules: false, isGhosted: false });
  });

  test('the hierarchy, one level or all of it', async () => {
    const child = fixture.ann.createFolder(inbox, { name: 'Projekte Ж' });
    fixture.ann.createFolder(child.id, { name: 'deep' });
    const folder = await client.openFolder(logon, inbox);
    const names = async (tableFlags: number): Promise<unknown[]> => {
      const { handle, value } = await client.run(rops.getHierarchyTable, { tableFlags }, folder);
      const rows = await readTable(handle, [pidTag.displayName, pidTag.subfolders]);
      expect(value.rowCount).toBe(rows.length);
      return rows;
    };
    expect(await names(tableFlag.unicode)).toEqual([['Projekte Ж', true]]);
    expect(await names(tableFlag.unicode | tableFlag.depth)).toEqual([
      ['Projekte Ж', true],
      ['deep', false],
    ]);
    expect(await names(tableFlag.softDeletes)).toEqual([]);
  });

  test('tell counts, keys and where the default folders are', async () => {
    fixture.ann.deliver(inbox, { content: simpleMessage('one'), read: true });
    fixture.ann.deliver(inbox, { content: simpleMessage('two') });
    const folder = await client.openFolder(logon, inbox);
    const tags = [
      pidTag.contentCount,
      pidTag.contentUnreadCount,
      pidTag.containerClass,
      pidTag.ipmAppointmentEntryId,
      0x7777_0003,
    ];
    const { value } = await client.run(
      rops.getPropertiesSpecific,
      { propertySizeLimit: 0, wantUnicode: 1, tags },
      folder,
    );
    const [count, unread, containerClass, calendar, nothing] = propertyRow(tags).decode(value.row);
    expect([count, unread, containerClass, nothing]).toEqual([2, 1, 'IPF.Note', { error: errorCode.notFound }]);
    expect((calendar as Uint8Array).length).toBe(46);
  });
});

describe('sizes', () => {
  const inBothWidths = [pidTag.messageSize, pidTag.messageSizeExtended];
  const byKind = [...inBothWidths, pidTag.normalMessageSizeExtended, pidTag.assocMessageSize];

  async function valuesOf(handle: number, tags: readonly number[]): Promise<unknown[]> {
    const request = { propertySizeLimit: 0, wantUnicode: 1, tags: [...tags] };
    const { value } = await client.run(rops.getPropertiesSpecific, request, handle);
    return [...propertyRow(tags).decode(value.row)];
  }

  async function sumOfRows(folder: number, tableFlags: number): Promise<number> {
    const { handle } = await client.run(rops.getContentsTable, { tableFlags }, folder);
    const rows = await readTable(handle, [pidTag.messageSize]);
    return rows.reduce((sum, [size]) => sum + Number(size), 0);
  }

  test('of a folder are those of its rows, in 32 and in 64 bits; those of the mailbox are of all folders', async () => {
    fixture.ann.deliver(inbox, { content: richMessage('rich') });
    fixture.ann.deliver(inbox, { content: simpleMessage('view'), associated: true });
    fixture.ann.deliver(fixture.ann.wellKnown('drafts'), { content: simpleMessage('elsewhere') });
    const folder = await client.openFolder(logon, inbox);
    const [normal, associated] = [await sumOfRows(folder, 0), await sumOfRows(folder, tableFlag.associated)];
    const elsewhere = await sumOfRows(await client.openFolder(logon, fixture.ann.wellKnown('drafts')), 0);
    const all = normal + associated;
    expect(await valuesOf(folder, byKind)).toEqual([all, BigInt(all), BigInt(normal), associated]);
    const whole = [...inBothWidths, pidTag.contentCount, pidTag.associatedContentCount];
    expect(await valuesOf(logon, whole)).toEqual([all + elsewhere, BigInt(all + elsewhere), 2, 1]);
  });

  test('change with what is in the folder, and are columns of the hierarchy', async () => {
    const message = fixture.ann.deliver(inbox, { content: simpleMessage('gone') });
    const folder = await client.openFolder(logon, fixture.ann.wellKnown('ipmSubtree'));
    const sizes = async (): Promise<unknown[][]> => {
      const { handle } = await client.run(rops.getHierarchyTable, { tableFlags: 0 }, folder);
      const rows = await readTable(handle, [pidTag.displayName, pidTag.messageSizeExtended, pidTag.deletedCountTotal]);
      return rows.filter(([name]) => name === 'Inbox');
    };
    const [[, before]] = (await sizes()) as [[string, bigint, number]];
    fixture.ann.deleteMessage(message.id);
    expect([before > 0n, await sizes()]).toEqual([true, [['Inbox', 0n, 1]]]);
  });
});

describe('contents tables', () => {
  const columns = [pidTag.subject, pidTag.read];
  let table: number;

  beforeEach(async () => {
    for (const subject of ['b', 'a', 'c']) fixture.ann.deliver(inbox, { content: simpleMessage(subject) });
    fixture.ann.deliver(inbox, { content: simpleMessage('view'), associated: true });
    const folder = await client.openFolder(logon, inbox);
    table = (await client.run(rops.getContentsTable, { tableFlags: tableFlag.unicode }, folder)).handle;
  });

  const subjects = async (): Promise<unknown[]> => (await readTable(table, columns)).map(([subject]) => subject);

  test('hold normal messages, or associated ones', async () => {
    const folder = await client.openFolder(logon, inbox);
    const { value } = await client.run(rops.getContentsTable, { tableFlags: tableFlag.associated }, folder);
    expect([await subjects(), value.rowCount]).toEqual([['b', 'a', 'c'], 1]);
  });

  test('sort up and down, and start anew', async () => {
    const sort = (order: number) => ({
      sortTableFlags: 0,
      sort: { categories: 0, expanded: 0, orders: [{ tag: pidTag.subject, order }] },
    });
    await client.run(rops.sortTable, sort(0), table);
    expect(await subjects()).toEqual(['a', 'b', 'c']);
    await client.run(rops.sortTable, sort(1), table);
    expect(await subjects()).toEqual(['c', 'b', 'a']);
  });

  test('restrict, and say so where they cannot', async () => {
    const subject = (value: string) => ({ tag: pidTag.subject, value });
    const property = (value: string) =>
      ({ kind: 'property', relation: relation.greaterOrEqual, tag: pidTag.subject, value: subject(value) }) as const;
    await client.run(rops.restrict, { restrictFlags: 0, restriction: property('B') }, table);
    expect(await subjects()).toEqual(['b', 'c']);
    await client.run(
      rops.restrict,
      { restrictFlags: 0, restriction: { kind: 'not', restriction: property('b') } },
      table,
    );
    expect(await subjects()).toEqual(['a']);
    await client.run(rops.restrict, { restrictFlags: 0, restriction: undefined }, table);
    expect((await subjects()).length).toBe(3);
    const count = { kind: 'count', count: 1, restriction: property('a') } as const;
    expect(await client.fail(rops.restrict, { restrictFlags: 0, restriction: count }, table)).toBe(
      errorCode.tooComplex,
    );
  });

  test('seek from the beginning, from here and from the end', async () => {
    const seek = async (origin: number, rowCount: number) =>
      (await client.run(rops.seekRow, { origin, rowCount, wantRowMovedCount: true }, table)).value;
    expect(await seek(bookmark.end, -1)).toEqual({ hasSoughtLess: false, rowsSought: -1 });
    expect(await subjects()).toEqual(['c']);
    expect(await seek(bookmark.current, -9)).toEqual({ hasSoughtLess: true, rowsSought: -3 });
    expect(await seek(bookmark.beginning, 1)).toEqual({ hasSoughtLess: false, rowsSought: 1 });
    expect(await subjects()).toEqual(['a', 'c']);
  });

  test('cut values after 510 bytes', async () => {
    const long = 'x'.repeat(1000);
    const folder = fixture.ann.createFolder(inbox, { name: 'long' });
    fixture.ann.deliver(folder.id, { content: simpleMessage(long) });
    const { handle } = await client.run(
      rops.getContentsTable,
      { tableFlags: 0 },
      await client.openFolder(logon, folder.id),
    );
    expect(await readTable(handle, [pidTag.subject])).toEqual([[long.slice(0, 255)]]);
  });

  test('give as many rows as fit, then go on; chained in one call', async () => {
    const folder = fixture.ann.createFolder(inbox, { name: 'many' });
    for (let index = 0; index < 300; index++) {
      fixture.ann.deliver(folder.id, { content: simpleMessage(`${index} ${'y'.repeat(200)}`) });
    }
    const opened = await client.openFolder(logon, folder.id);
    const many = (await client.run(rops.getContentsTable, { tableFlags: 0 }, opened)).handle;
    expect((await readTable(many, [pidTag.subject])).length).toBe(300);
    await client.run(rops.seekRow, { origin: bookmark.beginning, rowCount: 0, wantRowMovedCount: false }, many);
    const query = ropRequest(rops.queryRows, { queryRowsFlags: 0, forwardRead: true, rowCount: 1000 });
    const { answers, payloads } = await client.execute([query], [many], {
      flags: 3 | rpcExt2Flag.chain,
      outputRoom: 0x40000,
    });
    const counts = answers.map(({ value }) => (value as { rowCount: number }).rowCount);
    expect(payloads.length).toBe(4);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
  });
});

describe('messages', () => {
  let message: Message;
  beforeEach(() => {
    message = fixture.ann.deliver(inbox, { content: richMessage('Hällo Ж') });
  });

  test('tell subject and recipients when they are opened', async () => {
    const { value } = await openMessage(message);
    expect(value).toMatchObject({
      hasNamedProperties: true,
      subjectPrefix: 'RE: ',
      normalizedSubject: 'Hällo Ж',
      recipientCount: 2,
    });
    const columns = value['recipientColumns'] as number[];
    const rows = value['recipients'] as { type: number; row: Uint8Array }[];
    const [ann, zh] = rows.map(({ row }) => recipientRow(columns).decode(row));
    expect(rows.map(({ type }) => type)).toEqual([1, 2]);
    expect(ann).toMatchObject({ addressType: 'EX', emailAddress: '/o=Contoso/cn=ann', displayName: 'Ann' });
    expect(zh).toMatchObject({ emailAddress: 'zh@x.org', displayName: 'Ж' });
    expect(zh!.flags & 7).toBe(recipientAddressType.smtp);
    expect(zh).not.toHaveProperty('addressType');
  });

  test('give recipients from any place on', async () => {
    const { handle } = await openMessage(message);
    const { value } = await client.run(rops.readRecipients, { rowId: 1, reserved: 0 }, handle);
    expect(value.recipients.map(({ rowId, type }) => [rowId, type])).toEqual([[1, 2]]);
    expect(await client.fail(rops.readRecipients, { rowId: 2, reserved: 0 }, handle)).toBe(errorCode.notFound);
  });

  test('give properties by id and by name; what is too long is told by an error', async () => {
    const { handle } = await openMessage(message);
    const names = [pidLid.reminderSet.name, pidName.keywords.name];
    const { value: ids } = await client.run(rops.getPropertyIdsFromNames, { flags: 2, names }, logon);
    const tags = [
      ((ids.ids[0]! << 16) | 0x000b) >>> 0,
      ((ids.ids[1]! << 16) | 0x101f) >>> 0,
      pidTag.body,
      pidTag.subject & 0xffff0000,
    ];
    const ask = { propertySizeLimit: 500, wantUnicode: 1, tags };
    const { value } = await client.run(rops.getPropertiesSpecific, ask, handle);
    const cells = propertyRow(tags).decode(value.row);
    expect(cells).toEqual([
      true,
      ['Blue', 'Ж'],
      { error: errorCode.outOfMemory },
      { type: 0x1f, value: 'RE: Hällo Ж' },
    ]);
    const back = await client.run(rops.getNamesFromPropertyIds, { ids: ids.ids }, logon);
    expect(back.value.names).toEqual(names);
  });

  test('an unknown name has no id unless one is made', async () => {
    const names = [pidLid.reminderSet.name];
    expect((await client.run(rops.getPropertyIdsFromNames, { flags: 0, names }, logon)).value.ids).toEqual([0]);
    expect((await client.run(rops.getPropertyIdsFromNames, { flags: 2, names }, logon)).value.ids).toEqual([0x8001]);
  });

  test('an id below those of names stands for a number in the set of MAPI, and that number for it', async () => {
    const names = [{ set: propertySet.mapi, lid: 0x37 }];
    const { value } = await client.run(rops.getNamesFromPropertyIds, { ids: [0x37] }, logon);
    expect(value.names).toEqual(names);
    expect((await client.run(rops.getPropertyIdsFromNames, { flags: 0, names }, logon)).value.ids).toEqual([0x37]);
  });

  test('list all properties, those that are too long by an error', async () => {
    const { handle } = await openMessage(message);
    const { value: list } = await client.run(rops.getPropertiesList, {}, handle);
    const { value: all } = await client.run(rops.getPropertiesAll, { propertySizeLimit: 500, wantUnicode: 1 }, handle);
    const types = new Map(all.values.map(({ tag, value }) => [tag >>> 16, { type: tag & 0xffff, value }]));
    expect(new Set(types.keys())).toEqual(new Set(list.tags.map((tag) => tag >>> 16)));
    expect(types.get(pidTag.body >>> 16)).toEqual({ type: 0x0a, value: errorCode.outOfMemory });
    expect(types.get(pidTag.importance >>> 16)).toEqual({ type: 3, value: 1 });
  });

  test('tell texts of no said type in the code page to who does not want Unicode', async () => {
    const { handle } = await openMessage(message);
    const tags = [pidTag.subject & 0xffff0000].map((tag) => tag >>> 0);
    const ask = { propertySizeLimit: 0, wantUnicode: 0 };
    const { value } = await client.run(rops.getPropertiesSpecific, { ...ask, tags }, handle);
    expect(propertyRow(tags).decode(value.row)).toEqual([{ type: 0x1e, value: expect.stringContaining('RE: H') }]);
    const { value: all } = await client.run(rops.getPropertiesAll, ask, handle);
    const types = new Set(all.values.map(({ tag }) => tag & 0xffff));
    expect([0x1e, 0x1f].map((type) => types.has(type))).toEqual([true, false]);
  });

  test('share the room of one answer; what finds none left is told by an error', async () => {
    const html = Buffer.alloc(12_000, 'x');
    const properties = [pidTag.body, pidTag.transportMessageHeaders].map((tag) => ({ tag, value: 'y'.repeat(6000) }));
    const large = { ...simpleMessage('large'), properties: [...properties, { tag: pidTag.html, value: html }] };
    const { handle } = await openMessage(fixture.ann.deliver(inbox, { content: large }));
    const { value } = await client.run(rops.getPropertiesAll, { propertySizeLimit: 0, wantUnicode: 1 }, handle);
    const told = new Map(value.values.map(({ tag }) => [tag >>> 16, tag & 0xffff]));
    const types = [pidTag.body, pidTag.transportMessageHeaders, pidTag.html].map((tag) => told.get(tag >>> 16));
    expect(types).toEqual([0x1f, 0x1f, 0x0a]);
  });

  test('are streamed in the sizes of later versions by those alone', async () => {
    fixture = startStore({ version: [8, 3, 83, 6] });
    ({ client, logon } = await signIn(fixture));
    message = fixture.ann.deliver(fixture.ann.wellKnown('inbox'), { content: simpleMessage('wide') });
    const { handle } = await openMessage(message);
    const { handle: stream } = await client.run(rops.openStream, { tag: pidTag.subject, openModeFlags: 0 }, handle);
    const read = async (maximum: number): Promise<string> => {
      const { value } = await client.run(rops.readStream, { byteCount: { size: asFits, maximum } }, stream);
      return Buffer.from(value.data).toString('utf16le');
    };
    expect([await read(2), await read(0x10000), await read(9)]).toEqual(['w', 'ide', '']);
  });

  test('stream long values, texts without a terminator', async () => {
    const { handle } = await openMessage(message);
    const { value, handle: stream } = await client.run(rops.openStream, { tag: pidTag.body, openModeFlags: 0 }, handle);
    const chunks: Uint8Array[] = [];
    for (;;) {
      const { value: read } = await client.run(rops.readStream, { byteCount: { size: 3000 } }, stream);
      if (read.data.length === 0) break;
      chunks.push(Uint8Array.from(read.data));
    }
    const bytes = Buffer.concat(chunks);
    expect(bytes.length).toBe(value.streamSize);
    expect(bytes.toString('utf16le')).toBe(`Hällo Ж ${'Grüße Ж '.repeat(500)}`);
    expect((await client.run(rops.getStreamSize, {}, stream)).value.streamSize).toBe(bytes.length);
    expect(await client.fail(rops.readStream, { byteCount: { size: 0xbabe, maximum: 9 } }, stream)).toBe(
      errorCode.bufferTooSmall,
    );
    expect(await client.fail(rops.openStream, { tag: pidTag.body, openModeFlags: 1 }, handle)).toBe(
      errorCode.accessDenied,
    );
    expect(await client.fail(rops.openStream, { tag: pidTag.rtfCompressed, openModeFlags: 0 }, handle)).toBe(
      errorCode.notFound,
    );
  });

  test('hold attachments, of which one is a message', async () => {
    const { handle } = await openMessage(message);
    const { handle: table } = await client.run(rops.getAttachmentTable, { tableFlags: 0 }, handle);
    const rows = await readTable(table, [pidTag.attachNumber, pidTag.attachLongFilename, pidTag.attachMethod]);
    expect(rows).toEqual([
      [0, 'note.txt', 1],
      [1, 'large.bin', 1],
      [2, { error: errorCode.notFound }, 5],
    ]);
    const { handle: attachment } = await client.run(
      rops.openAttachment,
      { openAttachmentFlags: 0, attachmentId: 2 },
      handle,
    );
    const { value } = await client.run(
      rops.openEmbeddedMessage,
      { codePage: codePageOfLogon, openModeFlags: 0 },
      attachment,
    );
    expect(value).toMatchObject({ normalizedSubject: 'inner', recipientCount: 1 });
    expect(await client.fail(rops.openAttachment, { openAttachmentFlags: 0, attachmentId: 3 }, handle)).toBe(
      errorCode.notFound,
    );
  });

  test('a large attachment is read where it lies, chained into one answer', async () => {
    const { handle } = await openMessage(message);
    const { handle: attachment } = await client.run(
      rops.openAttachment,
      { openAttachmentFlags: 0, attachmentId: 1 },
      handle,
    );
    const { handle: stream, value } = await client.run(
      rops.openStream,
      { tag: pidTag.attachDataBinary, openModeFlags: 0 },
      attachment,
    );
    expect(value.streamSize).toBe(100_000);
    const read = ropRequest(rops.readStream, { byteCount: { size: 0x7000 } });
    const { answers } = await client.execute([read], [stream], { flags: 3 | rpcExt2Flag.chain, outputRoom: 0x40000 });
    const bytes = Buffer.concat(answers.map((answer) => (answer.value as { data: Uint8Array }).data));
    expect(bytes).toEqual(Buffer.from(Array.from({ length: 100_000 }, (_, index) => index & 0xff)));
  });

  test('that are elsewhere, or gone, are not found', async () => {
    const request = (folderId: number, counter: number) => ({
      codePage: codePageOfLogon,
      folderId: { replicaId: 1, counter: folderId },
      openModeFlags: 0,
      messageId: { replicaId: 1, counter },
    });
    const drafts = fixture.ann.wellKnown('drafts');
    expect(await client.fail(rops.openMessage, request(drafts, message.id), logon)).toBe(errorCode.notFound);
    fixture.ann.deleteMessage(message.id);
    expect(await client.fail(rops.openMessage, request(inbox, message.id), logon)).toBe(errorCode.notFound);
  });
});

describe('identifiers', () => {
  test('go between the short and the lasting form', async () => {
    const id = { replicaId: 1, counter: inbox };
    const { value } = await client.run(rops.longTermIdFromId, { id }, logon);
    expect(value.longTermId).toEqual({ replicaGuid: fixture.ann.replicaGuid, counter: inbox });
    expect((await client.run(rops.idFromLongTermId, value, logon)).value.id).toEqual(id);
    expect(await client.fail(rops.longTermIdFromId, { id: { replicaId: 7, counter: 1 } }, logon)).toBe(
      errorCode.notFound,
    );
  });

  test('of a replica elsewhere get a number of their own, and come back by it', async () => {
    const longTermId = { replicaGuid: '99999999-8888-7777-6666-555555555555', counter: 7 };
    const { value } = await client.run(rops.idFromLongTermId, { longTermId }, logon);
    expect(value.id).toEqual({ replicaId: 2, counter: 7 });
    expect((await client.run(rops.idFromLongTermId, { longTermId }, logon)).value).toEqual(value);
    expect((await client.run(rops.longTermIdFromId, value, logon)).value).toEqual({ longTermId });
    const none = { replicaGuid: emptyGuid, counter: 7 };
    expect(await client.fail(rops.idFromLongTermId, { longTermId: none }, logon)).toBe(errorCode.notFound);
  });
});

test('8-bit texts come in the code page of the session', async () => {
  const folder = fixture.ann.createFolder(inbox, { name: 'Grüße Ж' });
  const handle = await client.openFolder(logon, folder.id);
  const tags = [(pidTag.displayName & 0xffff0000) | 0x1e].map((tag) => tag >>> 0);
  const { value } = await client.run(
    rops.getPropertiesSpecific,
    { propertySizeLimit: 0, wantUnicode: 0, tags },
    handle,
  );
  const [cell] = propertyRow(tags).decode(value.row);
  expect([cell, isPropertyError(cell)]).toEqual(['Grüße ?', false]);
  expect(
    await client.fail(rops.getPropertiesSpecific, { propertySizeLimit: 0, wantUnicode: 0, tags }, unsetHandle),
  ).toBe(errorCode.nullObject);
});
