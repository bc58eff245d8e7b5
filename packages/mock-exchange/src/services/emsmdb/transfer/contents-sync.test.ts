import { FastTransferParser, marker } from '@cutover/wire/fasttransfer';
import { stateTag } from '@cutover/wire/ics';
import { pidTag } from '@cutover/wire/properties';
import { errorCode, relation, rops, sendOption, syncExtraFlag, syncFlag } from '@cutover/wire/rop';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { exchangeProfiles } from '../../../profiles/exchange-profile.ts';
import { simpleMessage } from '../../../store/testing/simple-message.ts';
import { counterIn, readSync, sourceOf, type SyncedFolder, textIn } from '../testing/read-sync.ts';
import { richMessage } from '../testing/rich-message.ts';
import { signIn, startStore, type StoreClient, type StoreFixture } from '../testing/store-client.ts';
import { configureSync, everyFlag, syncFolder, type SyncRequest, transferState } from '../testing/sync-client.ts';

let fixture: StoreFixture;
let client: StoreClient;
let inbox: number;
let folder: number;

beforeEach(async () => {
  fixture = startStore();
  const signedIn = await signIn(fixture);
  ({ client } = signedIn);
  inbox = fixture.ann.wellKnown('inbox');
  folder = await client.openFolder(signedIn.logon, inbox);
});

const deliver = (subject: string, more = {}) =>
  fixture.ann.deliver(inbox, { content: simpleMessage(subject), ...more });
const sync = (request?: SyncRequest): Promise<SyncedFolder> => syncFolder(client, folder, request);
const subjects = ({ changes }: SyncedFolder): unknown[] =>
  changes.map(({ properties }) => textIn(properties, pidTag.subject));
const idsOf = ({ changes }: SyncedFolder): number[] => changes.map(({ header }) => sourceOf(header).counter);

describe('a first sync', () => {
  test('brings every message, headers as asked for, and a state', async () => {
    const message = deliver('one');
    const { changes, state, deleted } = await sync();
    const header = changes[0]!.header;
    expect([...header.keys()]).toEqual([
      pidTag.sourceKey,
      pidTag.lastModificationTime,
      pidTag.changeKey,
      pidTag.predecessorChangeList,
      pidTag.associated,
      pidTag.mid,
      pidTag.messageSize,
      pidTag.changeNumber,
    ]);
    expect([counterIn(header, pidTag.mid), counterIn(header, pidTag.changeNumber)]).toEqual([
      message.id,
      message.changeNumber,
    ]);
    expect([deleted, state.size]).toEqual([[], 4]);
  });

  test('without extra flags the header ends after Associated', async () => {
    deliver('one');
    expect((await sync({ extra: 0 })).changes[0]!.header.size).toBe(5);
  });

  test('an empty folder has a state too', async () => {
    const { changes, state } = await sync();
    expect([changes.length, state.get(0x40170003)!.length]).toEqual([0, 0]);
  });

  test('can be asked newest first', async () => {
    for (const [subject, deliveredAt] of [
      ['old', 1n],
      ['new', 3n],
      ['middle', 2n],
    ] as const)
      deliver(subject, { deliveredAt });
    expect(subjects(await sync({ extra: syncExtraFlag.orderByDeliveryTime }))).toEqual(['new', 'middle', 'old']);
  });

  test('with the flag Progress tells how much is to come, in all and of each', async () => {
    deliver('one');
    deliver('view', { associated: true });
    const handle = await configureSync(client, folder, { flags: everyFlag | syncFlag.progress });
    const hex = Buffer.from(await client.download(handle)).toString('hex');
    const total = /^0b007440 02010000 20000000 0000 0000 (.{8}) (.{16}) (.{8}) 00000000 (.{16})/.source.replaceAll(
      ' ',
      '',
    );
    expect(new RegExp(total).exec(hex)?.slice(1, 4)).toEqual(['01000000', expect.any(String), '01000000']);
    const each = [...hex.matchAll(/0b00754003000000[0-9a-f]{8}0b000000(0[01])00/g)].map(([, associated]) => associated);
    expect(each).toEqual(['00', '01']);
  });

  test('of one kind of message alone', async () => {
    deliver('normal');
    deliver('view', { associated: true });
    expect(subjects(await sync({ flags: syncFlag.unicode | syncFlag.normal }))).toEqual(['normal']);
    expect(subjects(await sync({ flags: syncFlag.unicode | syncFlag.fai }))).toEqual(['view']);
  });

  test('properties left out, or the only ones', async () => {
    fixture.ann.deliver(inbox, { content: richMessage('x') });
    const without = await sync({ tags: [pidTag.body, pidTag.messageAttachments] });
    expect(without.changes[0]!.properties.has(pidTag.body)).toBe(false);
    expect(without.changes[0]!.properties.has(pidTag.subject)).toBe(true);
    const only = await sync({ tags: [pidTag.subject], flags: everyFlag | syncFlag.onlySpecifiedProperties });
    expect([...only.changes[0]!.properties.keys()]).toEqual([pidTag.subject]);
  });
});

describe('a second sync', () => {
  let state: SyncedFolder['state'];
  let first: number;
  let second: number;
  beforeEach(async () => {
    [first, second] = [deliver('first').id, deliver('second').id];
    ({ state } = await sync());
  });

  test('brings nothing when nothing happened', async () => {
    const again = await sync({ state });
    expect(again).toMatchObject({ changes: [], deleted: [], read: [], unread: [], state });
  });

  test('brings what is new or changed', async () => {
    const third = deliver('third').id;
    fixture.ann.edit(first, { set: [{ tag: pidTag.subject, value: 'edited' }] });
    expect(subjects(await sync({ state }))).toEqual(['edited', 'third']);
    expect(idsOf(await sync({ state }))).toEqual([first, third]);
  });

  test('tells what was deleted or moved away, and where it was moved to it is new', async () => {
    const drafts = fixture.ann.wellKnown('drafts');
    fixture.ann.deleteMessage(first);
    fixture.ann.moveMessage(second, drafts);
    const changes = await sync({ state });
    expect(changes.deleted).toEqual([first, second]);
    expect(await sync({ state: changes.state })).toMatchObject({ changes: [], deleted: [] });
    expect((await sync({ state, flags: everyFlag | syncFlag.noDeletions })).deleted).toEqual([]);
  });

  test('tells read states apart from changes, and never both of one message', async () => {
    fixture.ann.markRead(first, { read: true });
    const read = await sync({ state });
    expect([read.changes.length, read.read, read.unread]).toEqual([0, [first], []]);
    fixture.ann.markRead(first, { read: false });
    fixture.ann.markRead(second, { read: true });
    fixture.ann.edit(second, { set: [] });
    const both = await sync({ state: read.state });
    expect([idsOf(both), both.read, both.unread]).toEqual([[second], [], [first]]);
    const { read: told } = await sync({ state, flags: everyFlag & ~syncFlag.readState });
    expect(told).toEqual([]);
  });

  test('leaves out of the state what is known of read states, if they are not asked for', async () => {
    const synced = await sync({ flags: everyFlag & ~syncFlag.readState });
    expect(synced.changes).toHaveLength(2);
    expect(synced.state.get(stateTag.cnsetRead)).toHaveLength(0);
  });

  test('tells what left the scope of a restriction', async () => {
    const value = { tag: pidTag.subject, value: 'first' };
    const restriction = { kind: 'property', relation: relation.equal, tag: pidTag.subject, value } as const;
    const scoped = await sync({ restriction });
    expect(subjects(scoped)).toEqual(['first']);
    fixture.ann.edit(first, { set: [{ tag: pidTag.subject, value: 'other' }] });
    const after = await sync({ restriction, state: scoped.state });
    expect([after.changes.length, after.outOfScope, after.deleted]).toEqual([0, [first], []]);
    const ignored = await sync({ restriction, state: scoped.state, flags: everyFlag | syncFlag.ignoreNoLongerInScope });
    expect(ignored.outOfScope).toEqual([]);
  });

  test('after a restore with another replica everything comes again', async () => {
    const foreign = [...state].map(
      ([tag, bytes]) => [tag, Uint8Array.from(bytes, (byte, at) => (at < 16 ? byte ^ 1 : byte))] as const,
    );
    const again = await sync({ state: new Map(foreign) });
    expect([again.changes.length, again.deleted]).toEqual([2, []]);
  });

  test('a state that cannot be read is refused', async () => {
    const broken = new Map([[0x40170003, new Uint8Array(20)]]);
    broken.get(0x40170003)![16] = 0x50;
    await expect(sync({ state: broken })).rejects.toThrow(/0x4b6/);
  });
});

describe('configuring', () => {
  const configure = (request: object): Promise<number> =>
    client.fail(
      rops.synchronizationConfigure,
      {
        synchronizationType: 1,
        sendOptions: 9,
        synchronizationFlags: everyFlag,
        restriction: undefined,
        synchronizationExtraFlags: 0,
        tags: [],
        ...request,
      },
      folder,
    );

  test('reserved flags and unknown kinds are refused, not flags that contradict each other', async () => {
    expect(await configure({ sendOptions: 8 })).toBe(errorCode.success);
    expect(await configure({ synchronizationFlags: everyFlag | syncFlag.reserved })).toBe(errorCode.rpcFormat);
    expect(await configure({ synchronizationType: 3 })).toBe(errorCode.invalidParameter);
  });

  test('Exchange 2007 knows no further kinds', async () => {
    const later = await signIn(startStore({ version: exchangeProfiles['2007'].version }));
    const inbox = await later.client.openFolder(later.logon, fixture.ann.wellKnown('inbox'));
    const request = { synchronizationType: 4, sendOptions: 9, synchronizationFlags: everyFlag, tags: [] };
    const further = { ...request, restriction: undefined, synchronizationExtraFlags: 0 };
    expect(await later.client.fail(rops.synchronizationConfigure, further, inbox)).toBe(errorCode.notSupported);
  });

  test('a state comes in order, and not once the download has begun', async () => {
    const handle = await configureSync(client, folder);
    const begin = { stateProperty: 0x67960102, transferBufferSize: 0 };
    expect(await client.fail(rops.synchronizationUploadStateStreamEnd, {}, handle)).toBe(errorCode.notSupported);
    expect(await client.fail(rops.synchronizationUploadStateStreamBegin, { ...begin, stateProperty: 1 }, handle)).toBe(
      errorCode.invalidParameter,
    );
    await client.download(handle);
    expect(await client.fail(rops.synchronizationUploadStateStreamBegin, begin, handle)).toBe(errorCode.notSupported);
  });
});

describe('what goes wrong on the way', () => {
  const broken = () => {
    throw new Error('the disk is broken');
  };

  test('with RecoverMode a message that cannot be read is told, and comes again', async () => {
    deliver('good');
    const bad = fixture.ann.deliver(inbox, { content: broken });
    deliver('also good');
    const sendOptions = sendOption.unicode | sendOption.forceUnicode | sendOption.recoverMode;
    const synced = await sync({ sendOptions });
    expect([subjects(synced), synced.failed]).toEqual([['good', 'also good'], [bad.id]]);
    const again = await sync({ sendOptions, state: synced.state });
    expect([again.changes.length, again.failed]).toEqual([0, [bad.id]]);
  });

  test('a message that the client has and that breaks later comes again when it is mended', async () => {
    let disk = 'good';
    const content = () => (disk === 'broken' ? broken() : simpleMessage(disk));
    const { id } = fixture.ann.deliver(inbox, { content });
    const sendOptions = sendOption.unicode | sendOption.forceUnicode | sendOption.recoverMode;
    const first = await sync({ sendOptions });
    fixture.ann.edit(id, {});
    disk = 'broken';
    const second = await sync({ sendOptions, state: first.state });
    disk = 'mended';
    const third = await sync({ sendOptions, state: second.state });
    expect([second.failed, second.deleted, subjects(third)]).toEqual([[id], [], ['mended']]);
  });

  test('without it the download is over for good', async () => {
    fixture.ann.deliver(inbox, { content: broken });
    const handle = await configureSync(client, folder);
    const get = { bufferSize: { size: 0x4000 } };
    expect(await client.fail(rops.fastTransferSourceGetBuffer, get, handle)).toBe(errorCode.error);
    expect(await client.fail(rops.fastTransferSourceGetBuffer, get, handle)).toBe(errorCode.error);
  });

  test('what changes during the download is left for the next one', async () => {
    const messages = Array.from({ length: 20 }, (_, index) => deliver(`${index} ${'x'.repeat(400)}`));
    const handle = await configureSync(client, folder);
    const { value } = await client.run(rops.fastTransferSourceGetBuffer, { bufferSize: { size: 2000 } }, handle);
    fixture.ann.edit(messages[19]!.id, { set: [{ tag: pidTag.subject, value: 'later' }] });
    fixture.ann.deleteMessage(messages[18]!.id);
    const late = deliver('late');
    const synced = readSync(Buffer.concat([value.data, await client.download(handle)]));
    expect(idsOf(synced)).toEqual(messages.map(({ id }) => id));
    const after = await sync({ state: synced.state });
    expect([idsOf(after), after.deleted]).toEqual([[messages[19]!.id, late.id], [messages[18]!.id]]);
  });
});

/** What a client holds of a folder, kept by applying what syncs bring. */
class Replica {
  readonly messages = new Map<number, { subject: string; read: boolean; changeNumber: number }>();
  state: SyncedFolder['state'] | undefined;

  apply({ changes, deleted, read, unread, state }: SyncedFolder): void {
    for (const { header, properties } of changes) this.#change(header, properties);
    for (const id of deleted) expect(this.messages.delete(id), `deleted ${id} was there`).toBe(true);
    for (const [ids, value] of [
      [read, true],
      [unread, false],
    ] as const) {
      for (const id of ids) {
        expect(this.messages.has(id)).toBe(true);
        this.messages.get(id)!.read = value;
      }
    }
    this.state = state;
  }

  #change(header: ReadonlyMap<number, Uint8Array>, properties: ReadonlyMap<number, Uint8Array>): void {
    const changeNumber = counterIn(header, pidTag.changeNumber);
    const id = counterIn(header, pidTag.mid);
    expect(this.messages.get(id)?.changeNumber, `${id} comes only when it changed`).not.toBe(changeNumber);
    const flags = Buffer.from(properties.get(pidTag.messageFlags)!).readUInt32LE();
    this.messages.set(id, { subject: textIn(properties, pidTag.subject)!, read: (flags & 1) !== 0, changeNumber });
  }
}

type Step = {
  readonly kind: 'deliver' | 'edit' | 'read' | 'unread' | 'delete' | 'move' | 'back' | 'copy' | 'sync';
  readonly pick: number;
};

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('deliver', 'deliver', 'edit', 'read', 'unread', 'delete', 'move', 'back', 'copy', 'sync'),
  pick: fc.nat(1000),
});

/** Does to the mailbox what a step says; `pick` chooses among the messages that are there. */
function mutate({ ann }: StoreFixture, folders: { inbox: number; other: number }, { kind, pick }: Step): void {
  if (kind === 'deliver') {
    ann.deliver(folders.inbox, {
      content: simpleMessage(`subject ${pick}`),
      associated: pick % 5 === 0,
      read: pick % 3 === 0,
    });
    return;
  }
  const from = ann.messages(kind === 'back' ? folders.other : folders.inbox);
  const message = from[pick % Math.max(1, from.length)];
  if (message === undefined) return;
  const { id } = message;
  if (kind === 'edit') ann.edit(id, { set: [{ tag: pidTag.subject, value: `edited ${pick}` }] });
  if (kind === 'read' || kind === 'unread') ann.markRead(id, { read: kind === 'read' });
  if (kind === 'delete') ann.deleteMessage(id);
  if (kind === 'move') ann.moveMessage(id, folders.other);
  if (kind === 'back') ann.moveMessage(id, folders.inbox);
  if (kind === 'copy') ann.copyMessage(id, folders.inbox);
}

test('whatever happens to a mailbox, a client that applies the syncs holds the same, and nothing comes twice', async () => {
  const property = fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
    const store = startStore();
    const signedIn = await signIn(store);
    const folders = { inbox: store.ann.wellKnown('inbox'), other: store.ann.wellKnown('drafts') };
    const handle = await signedIn.client.openFolder(signedIn.logon, folders.inbox);
    const replica = new Replica();
    for (const step of [...steps, { kind: 'sync', pick: 0 } as const]) {
      if (step.kind !== 'sync') mutate(store, folders, step);
      else replica.apply(await syncFolder(signedIn.client, handle, { state: replica.state }));
    }
    const expected = store.ann.messages(folders.inbox).map((message) => {
      const { id, read, changeNumber } = message;
      const subject = message.content().properties.find(({ tag }) => tag === pidTag.subject);
      return [
        id,
        { subject: subject !== undefined && 'value' in subject ? subject.value : undefined, read, changeNumber },
      ];
    });
    expect(new Map(replica.messages)).toEqual(new Map(expected as never));
    expect((await syncFolder(signedIn.client, handle, { state: replica.state })).changes).toEqual([]);
  });
  await fc.assert(property, { numRuns: 60 });
});

/** Where each message of a stream ends: at the marker of the next change, or of what follows the changes. */
function messageEnds(stream: Uint8Array): number[] {
  const parser = new FastTransferParser({ wholeUpTo: Number.POSITIVE_INFINITY });
  parser.push(stream);
  const borders: number[] = [];
  const top = new Set<number>([marker.incrSyncChg, marker.incrSyncStateBegin]);
  for (let element = parser.next(); element !== undefined; element = parser.next()) {
    if (element.kind === 'marker' && top.has(element.tag)) borders.push(parser.elementStart);
  }
  return borders.slice(1);
}

test('a download broken off anywhere goes on from its checkpoint, which covers what came to its end and no more', async () => {
  const anyPieces = fc.array(fc.integer({ min: 400, max: 3000 }), { maxLength: 12 });
  const property = fc.asyncProperty(anyPieces, fc.nat(12), async (pieces, count) => {
    const store = startStore();
    const signedIn = await signIn(store);
    const id = store.ann.wellKnown('inbox');
    for (let n = 0; n < count; n++) store.ann.deliver(id, { content: simpleMessage(`s${n}`.repeat(60)) });
    const handle = await signedIn.client.openFolder(signedIn.logon, id);
    const whole = await signedIn.client.download(await configureSync(signedIn.client, handle));
    const download = await configureSync(signedIn.client, handle);
    let received = 0;
    for (const size of pieces) {
      const { value } = await signedIn.client.run(rops.fastTransferSourceGetBuffer, { bufferSize: { size } }, download);
      received += value.data.length;
      if (value.transferStatus === 3) break;
    }
    const state = await transferState(signedIn.client, download);
    const rest = await syncFolder(signedIn.client, handle, { state });
    const covered = messageEnds(whole).filter((end) => end <= received).length;
    expect(idsOf(rest)).toEqual(idsOf(readSync(whole)).slice(covered));
    expect((await syncFolder(signedIn.client, handle, { state: rest.state })).changes).toEqual([]);
  });
  await fc.assert(property, { numRuns: 40 });
});
