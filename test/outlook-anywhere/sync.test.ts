import { pidTag } from '@cutover/wire/properties';
import type { ContentsChange, Mailbox, ObjectId, OutlookAnywhereSession } from '@cutover/outlook-anywhere';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { allChanges, type Source, startSource } from './source.ts';

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

const counterOf = (id: ObjectId): number => Number.parseInt(id.slice(32), 16);
const content = (subject: string) => ({
  properties: [
    { tag: pidTag.messageClass, value: 'IPM.Note' },
    { tag: pidTag.subject, value: subject },
  ],
  recipients: [],
  attachments: [],
});

/** What a sync told, as kinds with counters. */
function told(changes: readonly ContentsChange[]) {
  const ofKind = <K extends ContentsChange['kind']>(kind: K) =>
    changes.filter((change): change is Extract<ContentsChange, { kind: K }> => change.kind === kind);
  const counters = (ranges: readonly { first: ObjectId; last: ObjectId }[]): number[] =>
    ranges.flatMap(({ first, last }) => {
      const start = counterOf(first);
      return Array.from({ length: counterOf(last) - start + 1 }, (_, index) => start + index);
    });
  return {
    items: ofKind('item').map(({ header }) => counterOf(header.id)),
    deleted: ofKind('deleted').flatMap(({ ranges }) => counters(ranges)),
    read: ofKind('readState').flatMap(({ read }) => counters(read)),
    unread: ofKind('readState').flatMap(({ unread }) => counters(unread)),
  };
}

describe('changes since a state', () => {
  const owner = () => source.dnOf('annb');
  const store = () => source.mock.store.mailbox(owner())!;
  let mailbox: Mailbox;
  let folder: ObjectId;
  let state: Uint8Array;
  beforeEach(async () => {
    mailbox = await session.openMailbox({ legacyExchangeDN: owner() });
    folder = mailbox.wellKnownFolders.inbox;
    const sync = mailbox.syncContents(folder);
    await allChanges(sync);
    state = sync.state!;
    return () => mailbox.close();
  });

  test('what is new, changed, deleted and read comes, and nothing else', async () => {
    const inbox = counterOf(folder);
    const [first, second, third] = store().messages(inbox, { associated: false });
    const added = store().deliver(inbox, { content: content('new') });
    store().edit(first!.id, { set: [{ tag: pidTag.subject, value: 'changed' }] });
    store().deleteMessage(second!.id);
    store().markRead(third!.id, { read: !third!.read });
    const sync = mailbox.syncContents(folder, state);
    const changes = told(await allChanges(sync));
    expect(changes.items.toSorted((a, b) => a - b)).toEqual([first!.id, added.id]);
    expect(changes.deleted).toEqual([second!.id]);
    expect([...changes.read, ...changes.unread]).toEqual([third!.id]);
    expect(await allChanges(mailbox.syncContents(folder, sync.state))).toEqual([]);
  });

  test('a moved item is gone in one folder and new in the other', async () => {
    const inbox = counterOf(folder);
    const moved = store().messages(inbox, { associated: false }).at(-1)!;
    const sent = mailbox.wellKnownFolders.sentItems;
    const before = mailbox.syncContents(sent);
    await allChanges(before);
    const there = store().moveMessage(moved.id, counterOf(sent));
    expect(told(await allChanges(mailbox.syncContents(folder, state))).deleted).toEqual([moved.id]);
    expect(told(await allChanges(mailbox.syncContents(sent, before.state))).items).toEqual([there.id]);
  });

  test('hidden items come unless they are not wanted', async () => {
    const added = store().deliver(counterOf(folder), { content: content('view'), associated: true });
    const without = mailbox.syncContents(folder, state, { includeAssociated: false });
    expect(told(await allChanges(without)).items).toEqual([]);
    const changes = await allChanges(mailbox.syncContents(folder, state));
    expect(changes).toMatchObject([{ kind: 'item', header: { associated: true } }]);
    expect(told(changes).items).toEqual([added.id]);
  });

  test('an item that the store cannot read is reported each time, and the others come', async () => {
    const inbox = counterOf(folder);
    const before = store().deliver(inbox, { content: content('before') });
    const damaged = store().deliver(inbox, {
      content: () => {
        throw new Error('the page checksum is wrong');
      },
    });
    const after = store().deliver(inbox, { content: content('after') });
    const sync = mailbox.syncContents(folder, state);
    const changes = await allChanges(sync);
    expect(told(changes).items).toEqual([before.id, after.id]);
    const failures = changes.filter((change) => change.kind === 'failed');
    expect(failures.map(({ id, error }) => [counterOf(id!), error.code])).toEqual([
      [damaged.id, 'outlookAnywhere.itemUnreadable'],
    ]);
    const again = await allChanges(mailbox.syncContents(folder, sync.state));
    expect(again.map(({ kind }) => kind)).toEqual(['failed']);
    store().deleteMessage(damaged.id);
    expect(await allChanges(mailbox.syncContents(folder, sync.state))).toEqual([]);
  });

  test('a run that was left early goes on from its checkpoint', async () => {
    const all = told(await allChanges(mailbox.syncContents(folder))).items;
    const seen: number[] = [];
    let checkpoint: Uint8Array | undefined;
    for (let runs = 0; runs <= all.length; runs++) {
      const sync = mailbox.syncContents(folder, checkpoint);
      let taken = 0;
      for await (const change of sync) {
        if (change.kind !== 'item') continue;
        // An item that is handed over but not read is not in the checkpoint.
        if (taken++ === 3) break;
        await Array.fromAsync(change.content);
        seen.push(counterOf(change.header.id));
      }
      checkpoint = sync.checkpoint();
      if (sync.state) break;
    }
    expect(seen.toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
    expect(told(await allChanges(mailbox.syncContents(folder, checkpoint))).items).toEqual([]);
  });

  test('folders that are made, renamed, moved and deleted', async () => {
    const top = counterOf(mailbox.wellKnownFolders.ipmSubtree);
    const old = store().createFolder(top, { name: 'Old' });
    const { state: before } = await mailbox.syncHierarchy();
    const made = store().createFolder(top, { name: 'Projects', containerClass: 'IPF.Note' });
    const below = store().createFolder(made.id, { name: '会議 2004' });
    store().deleteFolder(old.id);
    const after = await mailbox.syncHierarchy(before);
    expect(after.folders.map(({ id, displayName }) => [counterOf(id), displayName])).toEqual([
      [made.id, 'Projects'],
      [below.id, '会議 2004'],
    ]);
    expect(after.deleted.map(({ first }) => counterOf(first))).toEqual([old.id]);
    store().renameFolder(made.id, 'Finished');
    store().moveFolder(below.id, top);
    const again = await mailbox.syncHierarchy(after.state);
    expect(again.folders.map(({ displayName }) => displayName).toSorted()).toEqual(['Finished', '会議 2004']);
    expect(again.folders.find(({ displayName }) => displayName === '会議 2004')?.parentId).toBe(
      mailbox.wellKnownFolders.ipmSubtree,
    );
    expect((await mailbox.syncHierarchy(again.state)).folders).toEqual([]);
  });

  test('the state of another mailbox is refused, as of one that was moved or made anew', async () => {
    await using other = await session.openMailbox({ legacyExchangeDN: source.dnOf('administrator') });
    const { state } = await other.syncHierarchy();
    await expect(mailbox.syncHierarchy(state)).rejects.toMatchObject({ code: 'outlookAnywhere.stateOfAnother' });
  });

  test('a folder that is gone is named', async () => {
    const made = store().createFolder(counterOf(folder), { name: 'Short-lived' });
    const { folders } = await mailbox.syncHierarchy();
    const id = folders.find(({ displayName }) => displayName === 'Short-lived')!.id;
    store().deleteFolder(made.id);
    await expect(mailbox.syncContents(id).next()).rejects.toMatchObject({ code: 'outlookAnywhere.folderNotFound' });
    // The mailbox stays usable.
    expect(await mailbox.syncContents(folder).next()).toBeDefined();
  });

  test('a state that is none is refused', () => {
    expect(() => mailbox.syncContents(folder, Uint8Array.of(9, 9, 9))).toThrow(
      expect.objectContaining({ code: 'outlookAnywhere.stateInvalid' }),
    );
  });
});
