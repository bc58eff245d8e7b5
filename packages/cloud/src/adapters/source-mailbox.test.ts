import { defineErrors } from '@cutover/base';
import type { ContentChange } from '@cutover/migration';
import type { ContentsChange, ContentsSync, FolderCount, ItemChange, Mailbox } from '@cutover/outlook-anywhere';
import { expect, test } from 'vitest';
import { sourceMailbox } from './source-mailbox.ts';

const clientErrors = defineErrors('outlookAnywhere', {
  itemUnreadable: { category: 'ReadError', message: () => "The server couldn't read the item." },
  connectionLost: { category: 'ConnectionError', retry: true, message: () => 'The connection was lost.' },
});

const item = (id: string, content: () => AsyncIterable<Uint8Array>): ItemChange => ({
  kind: 'item',
  header: {
    id,
    mid: new Uint8Array(),
    sourceKey: Uint8Array.of(1),
    changeKey: Uint8Array.of(2),
    changeNumber: new Uint8Array(),
    size: 9,
    associated: true,
    lastModified: new Date(5),
  },
  content: content(),
});

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text, 'hex');
}

async function* breaking(error: Error): AsyncGenerator<Uint8Array> {
  yield Buffer.from('1f0037000a000000', 'hex');
  throw error;
}

function contents(changes: ContentsChange[]) {
  const closed = { count: 0 };
  const queue = changes.values();
  const close = async (): Promise<void> => void closed.count++;
  const sync: Pick<ContentsSync, 'next' | 'state' | 'checkpoint' | 'close' | typeof Symbol.asyncDispose> = {
    next: async () => queue.next().value,
    state: Buffer.from('end'),
    checkpoint: () => Buffer.from('so far'),
    close,
    [Symbol.asyncDispose]: close,
  };
  const mailbox = { syncContents: () => sync } as unknown as Mailbox;
  return { closed, changes: sourceMailbox(mailbox).contents('folder', undefined, {}) };
}

async function collect(changes: AsyncIterable<ContentChange>): Promise<ContentChange[]> {
  return Array.fromAsync(changes);
}

async function readError(change: ContentChange | undefined): Promise<unknown> {
  if (change?.kind !== 'message') throw new Error('no message');
  try {
    for await (const _piece of change.content);
  } catch (error) {
    return error;
  }
  return undefined;
}

test('an item comes with what lists show of it, once it was read', async () => {
  const [message] = await collect(contents([item('a', () => pieces('1f003700060000', '00480069000000'))]).changes);
  if (message?.kind !== 'message') throw new Error('no message');
  expect(message.header).toMatchObject({ id: 'a', size: 9, associated: true, modifiedAt: 5 });
  expect(Buffer.concat(await Array.fromAsync(message.content)).toString('hex')).toBe('1f00370006000000480069000000');
  expect(message.summary()).toMatchObject({ subject: 'Hi', read: false });
});

test('what the server gives up is one item; a broken line is more than that', async () => {
  const unreadable = clientErrors.itemUnreadable({});
  const lost = clientErrors.connectionLost({});
  const failed: ContentsChange = { kind: 'failed', id: 'c', error: unreadable };
  const { changes } = contents([item('a', () => breaking(unreadable)), item('b', () => breaking(lost)), failed]);
  const [first, second, third] = await collect(changes);
  expect(await readError(first)).toMatchObject({ code: 'migration.itemUnreadable', cause: unreadable });
  expect(await readError(second)).toBe(lost);
  expect(third).toMatchObject({ kind: 'failure', id: 'c', error: { code: 'migration.itemUnreadable' } });
});

test('marks come apart, the state comes last, and the download is closed', async () => {
  const range = { first: '1', last: '2' };
  const { changes, closed } = contents([
    { kind: 'deleted', ranges: [range] },
    { kind: 'readState', read: [range], unread: [] },
  ]);
  expect(await collect(changes)).toEqual([
    { kind: 'deleted', ranges: [range] },
    { kind: 'readState', read: true, ranges: [range] },
    { kind: 'readState', read: false, ranges: [] },
    { kind: 'state', state: Buffer.from('end') },
  ]);
  expect(Buffer.from((await changes.checkpoint())!).toString()).toBe('so far');
  expect(closed.count).toBe(1);
});

test('a mailbox is as large as its folders; a server that tells no sizes leaves the counts', async () => {
  const folders = new Map<string, FolderCount>([
    ['a', { items: 2, bytes: 300 }],
    ['b', { items: 1, bytes: undefined }],
  ]);
  const mailbox = { countItems: async () => folders } as unknown as Mailbox;
  expect(await sourceMailbox(mailbox).measure({})).toEqual({ items: 3, bytes: 300 });
});

test('leaving early closes the download', async () => {
  const { changes, closed } = contents([item('a', () => pieces('00')), item('b', () => pieces('00'))]);
  for await (const _change of changes) break;
  expect(closed.count).toBe(1);
});
