import { isSdkError } from '@cutover/base';
import type { ObjectId, OutlookAnywhereSession } from '@cutover/outlook-anywhere';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { allChanges, type Source, startSource } from './source.ts';

let source: Source;
let relay: CuttingProxy;
beforeAll(async () => {
  source = await startSource();
  relay = await startCuttingProxy(Number(new URL(source.mock.httpUrl!).port));
});
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await source[Symbol.asyncDispose]();
});

const connect = (): Promise<OutlookAnywhereSession> =>
  source.connect('administrator', { address: { host: '127.0.0.1', port: relay.port } });

/** Reads the inbox from `checkpoint` on; calls `read` for each item that came to its end. */
async function readInbox(read: (id: ObjectId) => void, checkpoint?: Uint8Array): Promise<Uint8Array | undefined> {
  await using session = await connect();
  await using mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
  const sync = mailbox.syncContents(mailbox.wellKnownFolders.inbox, checkpoint);
  try {
    for await (const change of sync) {
      if (change.kind !== 'item') continue;
      await Array.fromAsync(change.content);
      read(change.header.id);
    }
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ code: 'outlookAnywhere.connectionLost', retry: true });
    return sync.checkpoint();
  }
}

// From the first byte of an HTTP head through both handshakes and the bind into the data.
const offsets = [
  0, 1, 30, 100, 120, 150, 190, 230, 300, 500, 1_000, 2_000, 3_000, 5_000, 9_000, 17_000, 33_000, 60_000,
];

test.each(offsets)(
  'a connection that breaks after %i bytes is told, and the run goes on where it was',
  async (offset) => {
    await using session = await source.connect();
    await using mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
    const all = (await allChanges(mailbox.syncContents(mailbox.wellKnownFolders.inbox))).flatMap((change) =>
      change.kind === 'item' ? [change.header.id] : [],
    );
    const seen: ObjectId[] = [];
    relay.cutAfter(offset);
    const checkpoint = await readInbox((id) => seen.push(id)).catch((error: unknown) => {
      expect(isSdkError(error, 'outlookAnywhere.connectionLost')).toBe(true);
      return undefined;
    });
    relay.cutAfter(undefined);
    if (seen.length < all.length) await readInbox((id) => seen.push(id), checkpoint);
    expect(seen.toSorted()).toEqual(all.toSorted());
  },
);
