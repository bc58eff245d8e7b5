import { Reader } from '@cutover/wire';
import { pidTag } from '@cutover/wire/properties';
import { codePageOfLogon, errorCode, notificationType, notify, pending, ropBuffer, rops } from '@cutover/wire/rop';
import { beforeEach, describe, expect, test } from 'vitest';
import { simpleMessage } from '../../store/testing/simple-message.ts';
import { limits } from './limits.ts';
import { idOf } from './objects/ids.ts';
import { ropRequest } from './testing/store-client.ts';
import { signInAnew, type SignedIn } from './testing/signed-in.ts';

let at: SignedIn;
beforeEach(async () => {
  at = await signInAnew();
});

test('a table has 256 bookmarks; one that is freed makes room', async () => {
  const { client, inbox, ann, inboxId } = at;
  ann.deliver(inboxId, { content: simpleMessage('mail') });
  const { handle: table } = await client.run(rops.getContentsTable, { tableFlags: 0 }, inbox);
  await client.run(rops.setColumns, { setColumnsFlags: 0, tags: [pidTag.subject] }, table);
  let last;
  for (let count = 0; count < 256; count++) last = (await client.run(rops.createBookmark, {}, table)).value;
  expect(await client.fail(rops.createBookmark, {}, table)).toBe(errorCode.maxObjects);
  await client.run(rops.freeBookmark, last!, table);
  expect(await client.fail(rops.createBookmark, {}, table)).toBe(errorCode.success);
});

describe('a stream', () => {
  async function openBody(): Promise<number> {
    const { client, inbox, inboxId } = at;
    const creation = { codePage: codePageOfLogon, folderId: idOf(inboxId), associated: false };
    const { handle: message } = await client.run(rops.createMessage, creation, inbox);
    return (await client.run(rops.openStream, { tag: pidTag.html, openModeFlags: 2 }, message)).handle;
  }

  test('is read by 32 KB at most', async () => {
    const stream = await openBody();
    await at.client.run(rops.setStreamSize, { streamSize: 0x9000n }, stream);
    const read = (size: number) => at.client.fail(rops.readStream, { byteCount: { size } }, stream);
    expect([await read(0x8000), await read(0x8001)]).toEqual([errorCode.success, errorCode.bufferTooSmall]);
  });

  test('grows to 256 MB and no further, by whichever way', async () => {
    const stream = await openBody();
    const beyond = 256n * 1024n * 1024n + 1n;
    expect(await at.client.fail(rops.setStreamSize, { streamSize: beyond }, stream)).toBe(errorCode.streamSizeError);
    const seek = (offset: bigint) => at.client.fail(rops.seekStream, { origin: 0, offset }, stream);
    expect([await seek(0x80000000n), await seek(beyond - 1n)]).toEqual([errorCode.streamSeekError, errorCode.success]);
    expect(await at.client.fail(rops.writeStream, { data: new Uint8Array(1) }, stream)).toBe(errorCode.streamSizeError);
  });
});

test('1,024 notifications wait; of more the oldest are lost', async () => {
  const { client, logon, ann, inboxId } = at;
  await client.run(
    rops.registerNotification,
    { subscription: { types: notificationType.created, object: undefined } },
    logon,
  );
  const made = Array.from({ length: 1030 }, () => ann.deliver(inboxId, { content: simpleMessage('mail') }).id);
  const told: unknown[] = [];
  for (let isMore = true; isMore;) {
    const { payloads } = await client.execute([ropRequest(rops.getStoreState, {})], [logon]);
    const reader = new Reader(ropBuffer.decode(payloads[0]!).rops);
    reader.skip(10);
    while (reader.peek() === 0x2a) told.push(notify.read(reader).notification.object?.messageId?.counter);
    isMore = reader.remaining > 0 && pending.read(reader).sessionIndex > 0;
  }
  expect(told).toEqual(made.slice(-1024));
});

test('a mailbox keeps 1 MB of what its user read of one public folder', async () => {
  const { client, logon } = at;
  const folderId = { replicaGuid: 'aabbccdd-eeff-0011-2233-445566778899', counter: 9 };
  const piece = { folderId, hasFinished: false, data: new Uint8Array(0x4000) };
  const write = (dataOffset: number) => {
    const replicaGuid = dataOffset === 0 ? folderId.replicaGuid : undefined;
    const information = { ...piece, dataOffset, ...(replicaGuid === undefined ? {} : { replicaGuid }) };
    return client.fail(rops.writePerUserInformation, { information }, logon);
  };
  for (let offset = 0; offset < limits.perUserInformation; offset += 0x4000) expect(await write(offset)).toBe(0);
  expect(await write(limits.perUserInformation)).toBe(errorCode.error);
});
