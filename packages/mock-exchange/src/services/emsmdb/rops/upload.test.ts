import { globalId, predecessorChangeList } from '@cutover/wire/ics';
import { pidTag, propertyType } from '@cutover/wire/properties';
import { errorCode, importDeleteFlag, importFlag, rops, sourceOperation, transferStatus } from '@cutover/wire/rop';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashMessage } from '../../../store/hash-mailbox.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { simpleMessage } from '../../../store/testing/simple-message.ts';
import { idOf, keyOf } from '../objects/ids.ts';
import { sourceOf, type SyncedFolder, textIn } from '../testing/read-sync.ts';
import { richMessage } from '../testing/rich-message.ts';
import { signInAnew } from '../testing/signed-in.ts';
import { type StoreClient } from '../testing/store-client.ts';
import { syncFolder, transferState } from '../testing/sync-client.ts';

let client: StoreClient;
let logon: number;
let ann: Mailbox;
let inbox: number;
let inboxId: number;

beforeEach(async () => {
  ({ client, logon, ann, inbox, inboxId } = await signInAnew());
});

const { fastTransferDestinationPutBuffer: putBuffer, fastTransferDestinationPutBufferExtended: putExtended } = rops;

/** Uploads a stream in pieces of `size`, by the one ROP and the other in turn. */
async function upload(target: number, operation: number, stream: Uint8Array, size = 333): Promise<void> {
  const configuration = { sourceOperation: operation, copyFlags: 0 };
  const { handle } = await client.run(rops.fastTransferDestinationConfigure, configuration, target);
  for (let at = 0; at < stream.length; at += size) {
    const data = stream.subarray(at, at + size);
    const { value } = await client.run((at / size) % 2 === 0 ? putBuffer : putExtended, { data }, handle);
    expect(value).toMatchObject({ usedSize: data.length, transferStatus: transferStatus.partial });
  }
  await client.execute([{ rop: rops.release, request: { logonId: 0, inputIndex: 0 } }], [handle]);
}

describe('a stream that is uploaded', () => {
  async function copyOver(message: Message, size: number): Promise<Message> {
    const copy = { messageIds: [idOf(message.id)], copyFlags: 0, sendOptions: 9 };
    const source = await client.openFolder(logon, message.folderId);
    const { handle } = await client.run(rops.fastTransferSourceCopyMessages, copy, source);
    const drafts = await client.openFolder(logon, ann.wellKnown('drafts'));
    await upload(drafts, sourceOperation.copyMessages, await client.download(handle), size);
    return ann.messages(ann.wellKnown('drafts')).at(-1)!;
  }

  test('messages come out as they went in, whatever the pieces', async () => {
    const original = ann.deliver(inboxId, { content: richMessage('rich', { streamed: 70_000 }), read: true });
    const first = await copyOver(original, 30_000);
    const { recipients, attachments } = first.content();
    expect(recipients).toEqual(original.content().recipients);
    expect(attachments.map(({ properties }) => properties.length)).toEqual([10, 9, 5]);
    expect(attachments[2]!.embedded).toMatchObject({ recipients: [expect.any(Array)] });
    expect(first).toMatchObject({ read: true, deliveredAt: original.deliveredAt });
    // The first copy has what every new message has besides; from then on nothing changes.
    for (const size of [97, 4096, 30_000]) expect(hashMessage(await copyOver(first, size))).toBe(hashMessage(first));
  });

  test('a folder comes with all below it', async () => {
    const top = ann.createFolder(inboxId, { name: 'Top', containerClass: 'IPF.Note' });
    const below = ann.createFolder(top.id, { name: 'Below' });
    ann.deliver(top.id, { content: simpleMessage('one') });
    ann.deliver(top.id, { content: simpleMessage('setting'), associated: true });
    ann.deliver(below.id, { content: simpleMessage('two') });
    const copy = { copyFlags: 0x10, sendOptions: 9 };
    const source = await client.openFolder(logon, top.id);
    const { handle } = await client.run(rops.fastTransferSourceCopyFolder, copy, source);
    const drafts = ann.wellKnown('drafts');
    await upload(await client.openFolder(logon, drafts), sourceOperation.copyFolder, await client.download(handle));
    const [copied] = ann.children(drafts);
    const [copiedBelow] = ann.children(copied!.id);
    expect([copied!.name, copied!.containerClass, copiedBelow!.name]).toEqual(['Top', 'IPF.Note', 'Below']);
    expect(ann.messages(copied!.id).map(({ associated }) => associated)).toEqual([true, false]);
    expect(ann.counts(copiedBelow!.id).normal).toBe(1);
  });

  test('into an open message, which is saved afterwards', async () => {
    const original = await copyOver(ann.deliver(inboxId, { content: richMessage('rich') }), 30_000);
    const opening = {
      codePage: 0xfff,
      folderId: idOf(original.folderId),
      openModeFlags: 0,
      messageId: idOf(original.id),
    };
    const { handle: opened } = await client.run(rops.openMessage, opening, logon);
    const copy = { level: 0, copyFlags: 0, sendOptions: 9, tags: [] };
    const { handle } = await client.run(rops.fastTransferSourceCopyTo, copy, opened);
    const stream = await client.download(handle);
    const creation = { codePage: 0xfff, folderId: idOf(inboxId), associated: false };
    const { handle: made } = await client.run(rops.createMessage, creation, inbox);
    await upload(made, sourceOperation.copyTo, stream);
    await client.run(rops.saveChangesMessage, { outputIndex: 0, inputIndex: 0, saveFlags: 2 }, made);
    expect(hashMessage(ann.messages(inboxId).at(-1)!)).toBe(hashMessage(original));
  });

  test('what is out of place or cut is refused', async () => {
    const configuration = { sourceOperation: sourceOperation.copyMessages, copyFlags: 0 };
    const { handle } = await client.run(rops.fastTransferDestinationConfigure, configuration, inbox);
    const endMessage = Buffer.from('03000d40', 'hex');
    expect(await client.fail(rops.fastTransferDestinationPutBuffer, { data: endMessage }, handle)).toBe(
      errorCode.rpcFormat,
    );
    const bad = { sourceOperation: 9, copyFlags: 0 };
    expect(await client.fail(rops.fastTransferDestinationConfigure, bad, inbox)).toBe(errorCode.invalidParameter);
    expect(await client.fail(rops.fastTransferDestinationPutBuffer, { data: endMessage }, inbox)).toBe(
      errorCode.notSupported,
    );
  });
});

const ownNamespace = '99999999-8888-7777-6666-555555555555';

/** What a client says of a change of its own. */
function changeOf(id: number, version: number, predecessors: readonly number[] = []) {
  const localId = Uint8Array.of(0, 0, 0, version);
  const changeKey = Buffer.concat([
    globalId.encode({ replicaGuid: ownNamespace, counter: 0 }).subarray(0, 16),
    localId,
  ]);
  const list = [
    ...predecessors.map((counter) => {
      const bytes = Buffer.alloc(6);
      bytes.writeUIntBE(counter, 0, 6);
      return { namespace: ann.replicaGuid, localId: bytes };
    }),
    { namespace: ownNamespace, localId },
  ];
  return [
    { tag: pidTag.sourceKey, value: keyOf(ann, id) },
    { tag: pidTag.lastModificationTime, value: 127_000_000_000_000_000n },
    { tag: pidTag.changeKey, value: changeKey },
    { tag: pidTag.predecessorChangeList, value: predecessorChangeList.encode(list) },
  ];
}

const collect = async (folder: number, isContentsCollector = true): Promise<number> =>
  (await client.run(rops.synchronizationOpenCollector, { isContentsCollector }, folder)).handle;

const reserve = async (count = 1): Promise<number> =>
  (await client.run(rops.getLocalReplicaIds, { count }, logon)).value.firstCounter;

async function importMessage(collector: number, values: ReturnType<typeof changeOf>, subject: string, flags = 0) {
  const change = { importFlag: flags, values };
  const { handle, value } = await client.run(rops.synchronizationImportMessageChange, change, collector);
  expect(value.messageId).toEqual({ replicaId: 0, counter: 0 });
  await client.run(rops.setProperties, { values: [{ tag: pidTag.subject, value: subject }] }, handle);
  await client.run(rops.saveChangesMessage, { outputIndex: 0, inputIndex: 0, saveFlags: 2 }, handle);
}

const subjects = ({ changes }: SyncedFolder) => changes.map(({ properties }) => textIn(properties, pidTag.subject));

describe('changes of a cached mailbox that are uploaded', () => {
  test('ids that are set aside are given to nobody else', async () => {
    const first = await reserve(100);
    const message = ann.deliver(inboxId, { content: simpleMessage('x') });
    expect(message.id).toBeGreaterThanOrEqual(first + 100);
    expect(await client.fail(rops.getLocalReplicaIds, { count: 0 }, logon)).toBe(errorCode.invalidParameter);
    const id = (counter: number) => ({ replicaGuid: ann.replicaGuid, counter });
    const ranges = [{ first: id(first), last: id(first + 99) }];
    await client.run(rops.setLocalReplicaMidsetDeleted, { ranges }, inbox);
  });

  test('a new message has the id, the time and the keys that the client gave it; its state says that it is known', async () => {
    const id = await reserve();
    const collector = await collect(inbox);
    await importMessage(collector, changeOf(id, 1), 'made offline', importFlag.failOnConflict);
    expect(ann.message(id)).toMatchObject({ folderId: inboxId, modifiedAt: 127_000_000_000_000_000n });
    const synced = await syncFolder(client, inbox);
    expect(sourceOf(synced.changes[0]!.header).counter).toBe(id);
    const [, , changeKey, predecessors] = changeOf(id, 1);
    expect(synced.changes[0]!.header.get(pidTag.changeKey)).toEqual(Uint8Array.from(changeKey!.value as Uint8Array));
    expect(synced.changes[0]!.header.get(pidTag.predecessorChangeList)).toEqual(predecessors!.value);
    const state = await transferState(client, collector);
    expect((await syncFolder(client, inbox, { state })).changes).toEqual([]);
  });

  test('a new message has a class and the time it was made, also if the client gave it none', async () => {
    const id = await reserve();
    await importMessage(await collect(inbox), changeOf(id, 1), 'without');
    const { properties } = ann.message(id)!.content();
    expect(properties).toContainEqual({ tag: pidTag.messageClass, value: 'IPM.Note' });
    expect(properties).toContainEqual({ tag: pidTag.creationTime, value: 127_000_000_000_000_000n });
  });

  test('a changed message replaces what was there; a change here afterwards is in its predecessors', async () => {
    const { id, changeNumber } = ann.deliver(inboxId, { content: richMessage('before') });
    await importMessage(await collect(inbox), changeOf(id, 7, [changeNumber]), 'after');
    expect(ann.message(id)!.content()).toMatchObject({ recipients: [], attachments: [] });
    const edited = ann.edit(id, { set: [{ tag: pidTag.subject, value: 'here' }] });
    const synced = await syncFolder(client, inbox);
    expect(subjects(synced)).toEqual(['here']);
    const list = predecessorChangeList.decode(synced.changes[0]!.header.get(pidTag.predecessorChangeList)!);
    expect(list).toEqual([
      { namespace: ownNamespace, localId: Uint8Array.of(0, 0, 0, 7) },
      { namespace: ann.replicaGuid, localId: Uint8Array.from(keyOf(ann, edited.changeNumber).subarray(16)) },
    ]);
  });

  test('what is known is refused, a conflict only if the client wants that', async () => {
    const { id, changeNumber } = ann.deliver(inboxId, { content: simpleMessage('one') });
    const collector = await collect(inbox);
    await importMessage(collector, changeOf(id, 1, [changeNumber]), 'first');
    const again = { importFlag: 0, values: changeOf(id, 1, [changeNumber]) };
    expect(await client.fail(rops.synchronizationImportMessageChange, again, collector)).toBe(errorCode.syncIgnore);
    ann.edit(id, { set: [{ tag: pidTag.subject, value: 'here' }] });
    const late = { importFlag: importFlag.failOnConflict, values: changeOf(id, 2, [changeNumber]) };
    expect(await client.fail(rops.synchronizationImportMessageChange, late, collector)).toBe(errorCode.syncConflict);
    await importMessage(collector, changeOf(id, 2, [changeNumber]), 'mine');
    expect(subjects(await syncFolder(client, inbox))).toEqual(['mine']);
  });

  test('ids that were never given, and properties that lack, are refused', async () => {
    const collector = await collect(inbox);
    const wrong = { importFlag: 0, values: changeOf(ann.lastChangeNumber + 5, 1) };
    expect(await client.fail(rops.synchronizationImportMessageChange, wrong, collector)).toBe(
      errorCode.invalidParameter,
    );
    const less = { importFlag: 0, values: changeOf(await reserve(), 1).slice(1) };
    expect(await client.fail(rops.synchronizationImportMessageChange, less, collector)).toBe(
      errorCode.invalidParameter,
    );
  });

  test('read marks, deletions and moves', async () => {
    const [read, gone, moved] = ['read', 'gone', 'moved'].map((subject) =>
      ann.deliver(inboxId, { content: simpleMessage(subject) }),
    );
    const collector = await collect(inbox);
    const readStates = [{ messageId: keyOf(ann, read!.id), markAsRead: true }];
    await client.run(rops.synchronizationImportReadStateChanges, { readStates }, collector);
    const keys = { tag: propertyType.mvBinary, value: [keyOf(ann, gone!.id), keyOf(ann, gone!.id)] };
    await client.run(rops.synchronizationImportDeletes, { importDeleteFlags: 0, values: [keys] }, collector);
    const drafts = ann.wellKnown('drafts');
    const to = await reserve();
    const [, , changeKey, predecessors] = changeOf(to, 3);
    await client.run(
      rops.synchronizationImportMessageMove,
      {
        sourceFolderId: keyOf(ann, inboxId),
        sourceMessageId: keyOf(ann, moved!.id),
        predecessorChangeList: predecessors!.value as Uint8Array,
        destinationMessageId: keyOf(ann, to),
        changeNumber: changeKey!.value as Uint8Array,
      },
      await collect(await client.openFolder(logon, drafts)),
    );
    expect(ann.messages(inboxId).map((message) => [message.id, message.read])).toEqual([[read!.id, true]]);
    expect(ann.messages(drafts).map(({ id }) => id)).toEqual([to]);
  });

  test('deletions of messages for good are refused, as up to Exchange 2007', async () => {
    const { id } = ann.deliver(inboxId, { content: simpleMessage('stays') });
    const values = [{ tag: propertyType.mvBinary, value: [keyOf(ann, id)] }];
    const deletion = { importDeleteFlags: importDeleteFlag.hard, values };
    expect(await client.fail(rops.synchronizationImportDeletes, deletion, await collect(inbox))).toBe(
      errorCode.notSupported,
    );
    expect(ann.message(id)).toBeDefined();
  });

  test('a message that is newer at the client is moved as it is here', async () => {
    const { id, changeNumber } = ann.deliver(inboxId, { content: simpleMessage('moved') });
    const to = await reserve();
    const [, , changeKey, predecessors] = changeOf(to, 3, [changeNumber]);
    const moving = {
      sourceFolderId: keyOf(ann, inboxId),
      sourceMessageId: keyOf(ann, id),
      predecessorChangeList: predecessors!.value as Uint8Array,
      destinationMessageId: keyOf(ann, to),
      changeNumber: changeKey!.value as Uint8Array,
    };
    const drafts = await collect(await client.openFolder(logon, ann.wellKnown('drafts')));
    expect(await client.fail(rops.synchronizationImportMessageMove, moving, drafts)).toBe(errorCode.newerClientChange);
    expect(ann.message(to)!.lineage).toBeUndefined();
  });

  test('folders are made, renamed, moved and deleted', async () => {
    const subtree = await client.openFolder(logon, ann.wellKnown('ipmSubtree'));
    const collector = await collect(subtree, false);
    const id = await reserve();
    const place = (parent: Uint8Array, version: number, name: string) => ({
      hierarchyValues: [
        { tag: pidTag.parentSourceKey, value: parent },
        ...changeOf(id, version),
        { tag: pidTag.displayName, value: name },
      ],
      values: [{ tag: pidTag.comment, value: `version ${version}` }],
    });
    await client.run(rops.synchronizationImportHierarchyChange, place(new Uint8Array(), 1, 'Offline'), collector);
    expect(ann.folder(id)).toMatchObject({ name: 'Offline', parentId: ann.wellKnown('ipmSubtree') });
    await client.run(rops.synchronizationImportHierarchyChange, place(keyOf(ann, inboxId), 2, 'Renamed'), collector);
    expect(ann.folder(id)).toMatchObject({ name: 'Renamed', parentId: inboxId });
    const state = await transferState(client, collector);
    const synced = await syncFolder(client, subtree, { kind: 'hierarchy', state });
    expect(synced.changes.map(({ header }) => sourceOf(header).counter)).not.toContain(id);
    const nowhere = place(keyOf(ann, id + 1000), 3, 'Lost');
    expect(await client.fail(rops.synchronizationImportHierarchyChange, nowhere, collector)).toBe(
      errorCode.syncNoParent,
    );
    const values = [{ tag: propertyType.mvBinary, value: [keyOf(ann, id)] }];
    const deletion = { importDeleteFlags: importDeleteFlag.hierarchy | importDeleteFlag.hard, values };
    await client.run(rops.synchronizationImportDeletes, deletion, collector);
    expect(ann.folder(id)).toBeUndefined();
  });
});
