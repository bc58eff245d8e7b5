import { generatedBytes, messageSize, OrganisationBuilder } from '@cutover/mock-exchange';
import {
  type ContentsSync,
  decodeItem,
  type Mailbox,
  type ObjectId,
  type OutlookAnywhereSession,
} from '@cutover/outlook-anywhere';
import { nameOfRtsPdu, rtsPdu } from '@cutover/wire/rts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectSameItem } from './expect-same-item.ts';
import { countCalls, overHttps, type Source, startSource } from './source.ts';

let source: Source;
let session: OutlookAnywhereSession;
beforeAll(async () => {
  source = await startSource();
  session = await source.connect();
});
afterAll(async () => {
  await session.close();
  await source[Symbol.asyncDispose]();
});

const byNumber = (left: number, right: number): number => left - right;
const counterOf = (id: ObjectId): number => Number.parseInt(id.slice(32), 16);

/** Reads every item of a mailbox and holds it against the store; returns how many there were. */
async function compareWithStore(mailbox: Mailbox): Promise<number> {
  const stored = source.mock.store.mailbox(mailbox.legacyExchangeDN)!;
  const { folders } = await mailbox.syncHierarchy();
  let count = 0;
  for (const { id } of folders) {
    const ids: number[] = [];
    for await (const change of mailbox.syncContents(id)) {
      if (change.kind !== 'item') throw new Error(`a first sync brought ${change.kind}`);
      const message = stored.message(counterOf(change.header.id))!;
      expect(change.header).toMatchObject({ associated: message.associated });
      expectSameItem(await decodeItem(change.content), message.content());
      ids.push(message.id);
    }
    expect(ids.toSorted(byNumber)).toEqual(
      stored
        .messages(counterOf(id))
        .map((message) => message.id)
        .toSorted(byNumber),
    );
    count += ids.length;
  }
  return count;
}

async function* chunksOf(sync: ContentsSync): AsyncGenerator<Uint8Array> {
  for await (const change of sync) if (change.kind === 'item') yield* change.content;
}

describe('a mailbox of contoso', () => {
  test('tells what its folders hold, and what that takes once it is asked', async () => {
    await using mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
    const stored = source.mock.store.mailbox(mailbox.legacyExchangeDN)!;
    const counts = await mailbox.countItems();
    const sized = await mailbox.countItems({ sizes: true });
    expect([...sized.keys()].map(counterOf).toSorted(byNumber)).toEqual(
      stored
        .descendants(stored.wellKnown('ipmSubtree'))
        .map(({ id }) => id)
        .toSorted(byNumber),
    );
    for (const [id, { bytes, items }] of sized) {
      const messages = stored.messages(counterOf(id));
      const size = messages.reduce((sum, message) => sum + messageSize(message.content()), 0);
      expect({ bytes, items }).toEqual({ bytes: size, items: messages.length });
      expect(counts.get(id)).toEqual({ bytes: undefined, items: messages.length });
    }
  });

  test('shows the folders of the store, parents first', async () => {
    await using mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
    const stored = source.mock.store.mailbox(mailbox.legacyExchangeDN)!;
    expect(mailbox.mailboxGuid).toBe(stored.guid);
    const { folders, deleted } = await mailbox.syncHierarchy();
    const expected = stored.descendants(stored.wellKnown('ipmSubtree'));
    expect(deleted).toEqual([]);
    expect(
      folders.map(({ id, parentId, displayName, containerClass }) => ({
        id: counterOf(id),
        parentId: counterOf(parentId),
        name: displayName,
        containerClass,
      })),
    ).toEqual(
      expect.arrayContaining(
        expected.map(({ id, parentId, name, containerClass }) => ({ id, parentId, name, containerClass })),
      ),
    );
    expect(folders).toHaveLength(expected.length);
    const seen = new Set([mailbox.wellKnownFolders.ipmSubtree]);
    for (const { id, parentId } of folders) {
      expect(seen).toContain(parentId);
      seen.add(id);
    }
    expect(seen).toContain(mailbox.wellKnownFolders.inbox);
  });

  test('every item of every mailbox comes with all its properties', async () => {
    let count = 0;
    for await (const entry of session.directory()) {
      if (entry.kind !== 'mailbox') continue;
      await using mailbox = await session.openMailbox(entry);
      count += await compareWithStore(mailbox);
    }
    expect(count).toBeGreaterThan(300);
  });

  test('a second pass with nothing changed is one call a folder', async () => {
    await using mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
    const { folders, state } = await mailbox.syncHierarchy();
    const states = new Map<ObjectId, Uint8Array>();
    for (const { id } of folders) {
      const sync = mailbox.syncContents(id);
      while (await sync.next());
      states.set(id, sync.state!);
    }
    const calls = await countCalls(async () => {
      expect((await mailbox.syncHierarchy(state)).folders).toEqual([]);
      for (const { id } of folders) {
        const sync = mailbox.syncContents(id, states.get(id));
        expect(await sync.next()).toBeUndefined();
      }
    });
    expect(calls).toBe(folders.length + 1);
  });

  test.each([
    ['Basic', 'Connect'],
    ['NTLM', 'Sign'],
    ['NTLM', 'Seal'],
  ] as const)(
    'is read over HTTPS with %s at the proxy and %s at the server',
    async (authentication, rpcAuthentication) => {
      const more = { ...overHttps(source), authentication, rpcAuthentication };
      await using sealed = await source.connect('administrator', more);
      await using mailbox = await sealed.openMailbox({ legacyExchangeDN: source.dnOf('annb') });
      expect(await compareWithStore(mailbox)).toBeGreaterThan(10);
    },
  );

  test('is read through a proxy that sends chunks', async () => {
    await using chunked = await startSource({ outChannelEncoding: 'chunked' });
    await using other = await chunked.connect();
    await using mailbox = await other.openMailbox({ legacyExchangeDN: chunked.dnOf('annb') });
    const { folders } = await mailbox.syncHierarchy();
    expect(folders.length).toBeGreaterThan(10);
  });

  test.each(['sameProxy', 'otherProxy'] as const)(
    'a mailbox larger than channels may carry goes on over successors (%s), in the middle of an answer',
    async (recycling) => {
      await using other = await startSource({ outChannelLength: 30_000, recycling, tap: true });
      await using small = await other.connect('administrator', { channelBytes: 500 });
      await using mailbox = await small.openMailbox({ legacyExchangeDN: other.dnOf('annb') });
      expect(await compareWithStore(mailbox)).toBeGreaterThan(10);
      const names = other.mock.tap.pdus.map(({ bytes }) => (bytes[2] === 20 ? nameOfRtsPdu(rtsPdu.decode(bytes)) : ''));
      const counted = (name: string): number => names.filter((one) => one === name).length;
      expect(counted('OUT_R1/A3')).toBeGreaterThan(1);
      expect(counted('IN_R1/A5')).toBeGreaterThan(2);
      // The store's connection is one from the first to the last byte.
      expect(counted('CONN/B1')).toBeLessThan(4);
    },
  );

  test('two folders are read at the same time, item by item, without mixing their bytes', async () => {
    const large = generatedBytes(400_000, 'large');
    const builder = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' }).user({
      alias: 'annb',
      displayName: 'Ann Beebe',
      fill: (box) => {
        for (const folder of ['inbox', 'sentItems'] as const) {
          for (let number = 0; number < 4; number++) {
            const attachments = [{ name: `${number}.bin`, data: large }];
            box.add(folder, { type: 'mail', subject: `${folder} ${number}`, sentAt: new Date(0), attachments });
          }
        }
      },
    });
    await using other = await startSource({ seed: builder.build() });
    await using own = await other.connect('annb');
    await using mailbox = await own.openMailbox({ legacyExchangeDN: other.dnOf('annb'), asAdministrator: false });
    const { inbox, sentItems } = mailbox.wellKnownFolders;
    const beside = chunksOf(mailbox.syncContents(sentItems));
    let besides = 0;
    for await (const chunk of chunksOf(mailbox.syncContents(inbox))) {
      const before = Buffer.from(chunk);
      for (let turn = 0; turn < 3; turn++) if (!(await beside.next()).done) besides++;
      expect(before.equals(chunk)).toBe(true);
    }
    expect(besides).toBeGreaterThan(30);
  });

  test('several mailboxes are read at the same time', async () => {
    const mailboxes = source.mock.organisation.recipients.filter(({ kind }) => kind === 'mailbox').slice(0, 5);
    const counts = await Promise.all(
      mailboxes.map(async ({ legacyExchangeDN }) => {
        await using mailbox = await session.openMailbox({ legacyExchangeDN });
        return await compareWithStore(mailbox);
      }),
    );
    expect(Math.min(...counts)).toBeGreaterThan(10);
  });
});
