import { createHash } from 'node:crypto';
import { stateTag } from '@cutover/wire/ics';
import { describe, expect, test } from 'vitest';
import { exampleParts, exampleStream } from '../testing/contents-sync.ts';
import { hex } from '../testing/hex.ts';
import { ContentsReader } from './contents-reader.ts';
import type { ContentsChange } from './contents-sync.ts';
import { StateTracker } from './state-tracker.ts';
import { decodeSyncState } from './sync-state.ts';
import { SyncStream } from './sync-stream.ts';
import { testReplicas } from '../testing/replicas.ts';

const prefix = 'ddccbbaaffee11002233445566778899';
const { change, header, message, content, deletions, readState, errorInfo, state } = exampleParts;

/** A reader of these chunks; each chunk is overwritten when the next one is asked for, as a reused buffer would be. */
function readerOf(chunks: Uint8Array[], tracker = new StateTracker(undefined, testReplicas)): ContentsReader {
  const copies = chunks.map((chunk) => Uint8Array.from(chunk));
  let index = 0;
  const stream = new SyncStream(async () => copies[index++]);
  return new ContentsReader(stream, testReplicas, tracker);
}

const cutAt = (bytes: Uint8Array, offset: number): Uint8Array[] => [bytes.subarray(0, offset), bytes.subarray(offset)];

async function readAll(reader: ContentsReader) {
  const changes: Exclude<ContentsChange, { kind: 'item' }>[] = [];
  const contents: Buffer[] = [];
  for (let next = await reader.next(); next; next = await reader.next()) {
    if (next.kind !== 'item') changes.push(next);
    else contents.push(Buffer.concat(await Array.fromAsync(next.content, (chunk) => Uint8Array.from(chunk))));
  }
  return { changes, contents };
}

test('the example is the one whose digest is known', () => {
  expect(exampleStream).toHaveLength(506);
  expect(createHash('sha256').update(exampleStream).digest('hex')).toBe(
    '5a9b24d38f0681057124178e3351eb1eafb4bb8fa6e45e085c02dd9c7f5d49dc',
  );
});

describe('ContentsReader', () => {
  test('reads header, content, deletions, read marks and state, wherever the stream is cut', async () => {
    // Atoms are never parted by a server, yet nothing here depends on it.
    for (let offset = 0; offset <= exampleStream.length; offset++) {
      const reader = readerOf(cutAt(exampleStream, offset));
      const { changes, contents } = await readAll(reader);
      expect(contents).toEqual([Buffer.from(content)]);
      expect(changes).toEqual([
        { kind: 'deleted', ranges: [{ first: `${prefix}000000001fff`, last: `${prefix}000000001fff` }] },
        { kind: 'readState', read: [{ first: `${prefix}000000002002`, last: `${prefix}000000002002` }], unread: [] },
      ]);
      const parts = decodeSyncState(reader.state);
      expect(parts.get(stateTag.cnsetRead)).toEqual(Buffer.from(hex`${prefix} 52 000000000001 000000003006 00`));
    }
  });

  test('tells the header of an item', async () => {
    const item = await readerOf([exampleStream]).next();
    expect(item).toMatchObject({
      kind: 'item',
      header: {
        id: `${prefix}000000002001`,
        mid: hex`0100 000000002001`,
        sourceKey: hex`${prefix} 000000002001`,
        changeNumber: hex`0100 000000003005`,
        size: 1234,
        associated: false,
        lastModified: new Date('2004-11-01T10:00:00Z'),
      },
    });
  });

  test('skips content that nobody reads', async () => {
    const reader = readerOf(Array.from(exampleStream, (byte) => Uint8Array.of(byte)));
    const kinds: string[] = [];
    for (let next = await reader.next(); next; next = await reader.next()) kinds.push(next.kind);
    expect(kinds).toEqual(['item', 'deleted', 'readState']);
  });

  test('content cannot be read once the sync has gone on', async () => {
    const reader = readerOf([exampleStream]);
    const item = await reader.next();
    await reader.next();
    if (item?.kind !== 'item') throw new Error('not an item');
    await expect(Array.fromAsync(item.content)).rejects.toMatchObject({ code: 'outlookAnywhere.contentPassed' });
  });

  test.each([
    ['before its content', [change, header, errorInfo]],
    ['inside its content', [change, header, message, content.subarray(0, 17), errorInfo]],
    ['inside a recipient', [change, header, message, hex`03000340 03000030 00000000`, errorInfo]],
  ])('an item given up %s is reported, and the sync goes on', async (_where, broken) => {
    const stream = Buffer.concat([...broken, change, header, message, content, deletions, state]);
    const reader = readerOf([stream]);
    const kinds: unknown[] = [];
    for (let next = await reader.next(); next; next = await reader.next()) {
      kinds.push(next.kind === 'failed' ? [next.id, next.error.code, next.error.context['code']] : next.kind);
    }
    const failed = [`${prefix}000000002001`, 'outlookAnywhere.itemUnreadable', 0x80070005];
    expect(kinds.filter((kind) => Array.isArray(kind))).toEqual([failed]);
    expect(kinds.slice(-2)).toEqual(['item', 'deleted']);
  });

  test('an item given up while it is read fails its content alone', async () => {
    const stream = Buffer.concat([change, header, message, content.subarray(0, 17), errorInfo, readState, state]);
    const reader = readerOf([stream]);
    const item = await reader.next();
    if (item?.kind !== 'item') throw new Error('not an item');
    await expect(Array.fromAsync(item.content)).rejects.toMatchObject({
      code: 'outlookAnywhere.itemUnreadable',
      context: { id: `${prefix}000000002001` },
    });
    expect(await reader.next()).toMatchObject({ kind: 'readState' });
    expect(await reader.next()).toBeUndefined();
  });

  test('an error behind an item that names another is about the other', async () => {
    const other = Buffer.from(errorInfo);
    // The last byte of the message's id. [MS-OXCFXICS] 2.2.2.9
    other[12 + 32 + 21] = 0x77;
    const stream = Buffer.concat([change, header, message, content, other, readState, state]);
    for (const read of [true, false]) {
      const tracker = new StateTracker(undefined, testReplicas);
      const reader = readerOf([stream], tracker);
      const item = await reader.next();
      if (item?.kind !== 'item') throw new Error('not an item');
      if (read) expect(Buffer.concat(await Array.fromAsync(item.content))).toEqual(Buffer.from(content));
      expect(await reader.next()).toMatchObject({ kind: 'failed', id: `${prefix}000000002077` });
      expect(await reader.next()).toMatchObject({ kind: 'readState' });
      expect(decodeSyncState(tracker.state()).get(stateTag.idsetGiven)).not.toHaveLength(0);
    }
  });

  test('a checkpoint holds what was read to its end, less what was deleted', async () => {
    const tracker = new StateTracker(undefined, testReplicas);
    const reader = readerOf([exampleStream], tracker);
    const item = await reader.next();
    expect(decodeSyncState(tracker.state()).get(stateTag.idsetGiven)).toHaveLength(0);
    await reader.next();
    expect(item?.kind).toBe('item');
    const parts = decodeSyncState(tracker.state());
    expect(Buffer.from(parts.get(stateTag.idsetGiven)!)).toEqual(Buffer.from(hex`${prefix} 06 000000002001 00`));
    expect(Buffer.from(parts.get(stateTag.cnsetSeen)!)).toEqual(Buffer.from(hex`${prefix} 06 000000003005 00`));
    tracker.remove([{ first: `${prefix}000000000001`, last: `${prefix}000000002001` }]);
    expect(decodeSyncState(tracker.state()).get(stateTag.idsetGiven)).toHaveLength(0);
  });

  test('every cut of the stream is an error, never an end', async () => {
    for (let end = 0; end < exampleStream.length; end++) {
      const reader = readerOf([exampleStream.subarray(0, end)]);
      await expect(readAll(reader), `cut at ${end}`).rejects.toMatchObject({ code: 'outlookAnywhere.streamBroken' });
      expect(reader.state).toBeUndefined();
    }
  });

  test.each([
    ['a property at the top', [header]],
    ['a marker that has no place', [change, header, message, hex`03000440`, state]],
    ['a recipient that never ends', [change, header, message, hex`03000340`, state]],
    ['bytes after the end', [state, Uint8Array.of(0)]],
    ['an unknown type', [change, hex`ff000100`, state]],
  ])('%s is refused with its offset', async (_what, parts) => {
    const chunks = parts.map((part) => Uint8Array.from(part));
    await expect(readAll(readerOf(chunks))).rejects.toMatchObject({
      code: 'outlookAnywhere.streamInvalid',
      context: { offset: expect.any(Number) as number },
    });
  });
});
