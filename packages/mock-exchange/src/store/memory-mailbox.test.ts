import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pidTag } from '@cutover/wire/properties';
import { defaultFolders, specialFolders } from './folder.ts';
import type { Mailbox } from './mailbox.ts';
import { emptyMailbox } from './testing/empty-mailbox.ts';
import { simpleMessage } from './testing/simple-message.ts';

const flagsOf = (mailbox: Mailbox, id: number) =>
  mailbox
    .message(id)!
    .content()
    .properties.find(({ tag }) => tag === pidTag.messageFlags);

const code = (value: string) => expect.objectContaining({ code: value });

describe('a new mailbox', () => {
  test('has the thirteen folders of the logon and the six default ones, each with its own id', () => {
    const mailbox = emptyMailbox();
    const ids = [...specialFolders, ...defaultFolders].map((key) => mailbox.wellKnown(key));
    expect(new Set(ids).size).toBe(19);
    expect(ids.every((id) => mailbox.folder(id) !== undefined)).toBe(true);
  });

  test('shows its owner the folders that Outlook shows', () => {
    const mailbox = emptyMailbox();
    expect(mailbox.children(mailbox.wellKnown('ipmSubtree')).map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "Inbox",
        "Outbox",
        "Sent Items",
        "Deleted Items",
        "Calendar",
        "Contacts",
        "Drafts",
        "Journal",
        "Notes",
        "Tasks",
      ]
    `);
  });
});

describe('messages', () => {
  test('a delivery gives a new id and a change number above all others', () => {
    const mailbox = emptyMailbox();
    const before = mailbox.lastChangeNumber;
    const message = mailbox.deliver(mailbox.wellKnown('inbox'), { content: simpleMessage('one') });
    expect(message.id).toBeGreaterThan(before);
    expect(message.changeNumber).toBe(mailbox.lastChangeNumber);
  });

  test('the content of a lazy message is made when it is read, not before', () => {
    const mailbox = emptyMailbox();
    let calls = 0;
    const content = () => {
      calls++;
      return simpleMessage('lazy');
    };
    const { id } = mailbox.deliver(mailbox.wellKnown('inbox'), { content });
    expect(calls).toBe(0);
    expect(mailbox.message(id)!.content().properties).toContainEqual({ tag: pidTag.subject, value: 'lazy' });
    expect(calls).toBe(1);
  });

  test('marking as read changes the read change number and 0E07, not the change number', () => {
    const mailbox = emptyMailbox();
    const unread = mailbox.deliver(mailbox.wellKnown('inbox'), { content: simpleMessage('one') });
    const read = mailbox.markRead(unread.id, { read: true });
    expect(read.changeNumber).toBe(unread.changeNumber);
    expect(read.readChangeNumber).toBeGreaterThan(unread.readChangeNumber);
    expect(flagsOf(mailbox, unread.id)).toEqual({ tag: pidTag.messageFlags, value: 1 });
    expect(mailbox.markRead(unread.id, { read: true })).toBe(read);
  });

  test('an edit keeps the id and what it does not name', () => {
    const mailbox = emptyMailbox();
    const { id, changeNumber } = mailbox.deliver(mailbox.wellKnown('inbox'), { content: simpleMessage('one') });
    const edited = mailbox.edit(id, { set: [{ tag: 0x0037001e, value: 'two' }] });
    expect(edited.changeNumber).toBeGreaterThan(changeNumber);
    expect(edited.content().properties.map(({ tag }) => tag)).toEqual([
      pidTag.messageClass,
      0x0037001e,
      pidTag.messageFlags,
    ]);
  });

  test('a move is a new message in the target and a deletion in the source', () => {
    const mailbox = emptyMailbox();
    const [inbox, drafts] = [mailbox.wellKnown('inbox'), mailbox.wellKnown('drafts')];
    const { id } = mailbox.deliver(inbox, { content: simpleMessage('one'), read: true });
    const moved = mailbox.moveMessage(id, drafts);
    expect(moved.id).toBeGreaterThan(id);
    expect(mailbox.message(id)).toBeUndefined();
    expect(mailbox.messages(drafts)).toEqual([moved]);
    expect(mailbox.counts(inbox)).toMatchObject({ normal: 0, deleted: 1 });
    expect(mailbox.counts(drafts)).toMatchObject({ normal: 1, unread: 0 });
  });

  test('a snapshot stays as it was', () => {
    const mailbox = emptyMailbox();
    const inbox = mailbox.wellKnown('inbox');
    const { id } = mailbox.deliver(inbox, { content: simpleMessage('one') });
    const snapshot = mailbox.snapshot(inbox);
    mailbox.markRead(id, { read: true });
    mailbox.deleteMessage(id);
    expect(snapshot.messages.map(({ read }) => read)).toEqual([false]);
    expect(mailbox.snapshot(inbox).messages).toEqual([]);
  });

  test('associated ones are counted apart and have no read state', () => {
    const mailbox = emptyMailbox();
    const inbox = mailbox.wellKnown('inbox');
    const { id } = mailbox.deliver(inbox, { content: simpleMessage('rule'), associated: true });
    expect(mailbox.counts(inbox)).toMatchObject({ normal: 0, unread: 0, associated: 1 });
    expect(mailbox.markRead(id, { read: true }).read).toBe(false);
    expect(flagsOf(mailbox, id)).toEqual({ tag: pidTag.messageFlags, value: 0x40 });
  });

  test('what is not there is named', () => {
    const mailbox = emptyMailbox();
    expect(() => mailbox.deleteMessage(0x1234)).toThrow('The mailbox has no message 1234.');
    expect(() => mailbox.deliver(0x1234, { content: simpleMessage('one') })).toThrow(code('store.noSuchFolder'));
  });
});

describe('folders', () => {
  test.each(['Über/uns', '📁 Projekte', '\u200b', 'a\\b', '  '])('may be called %j', (name) => {
    const mailbox = emptyMailbox();
    const { id } = mailbox.createFolder(mailbox.wellKnown('inbox'), { name });
    expect(mailbox.folder(id)!.name).toBe(name);
  });

  test('a name is taken once in a folder, whatever its case', () => {
    const mailbox = emptyMailbox();
    const create = (name: string) => mailbox.createFolder(mailbox.wellKnown('inbox'), { name });
    create('Größe');
    expect(() => create('GRÖSSE')).not.toThrow();
    expect(() => create('gröẞe'.normalize('NFD'))).toThrow(code('store.folderExists'));
  });

  test('moving keeps the id, gives a new change number and takes the subtree along', () => {
    const mailbox = emptyMailbox();
    const [inbox, drafts] = [mailbox.wellKnown('inbox'), mailbox.wellKnown('drafts')];
    const outer = mailbox.createFolder(inbox, { name: 'outer' });
    const inner = mailbox.createFolder(outer.id, { name: 'inner' });
    const moved = mailbox.moveFolder(outer.id, drafts);
    expect(moved.changeNumber).toBeGreaterThan(outer.changeNumber);
    expect(mailbox.descendants(drafts).map(({ id }) => id)).toEqual([outer.id, inner.id]);
    expect(mailbox.descendants(inbox)).toEqual([]);
  });

  test('a folder goes neither below itself nor, if every mailbox has it, away', () => {
    const mailbox = emptyMailbox();
    const inbox = mailbox.wellKnown('inbox');
    const outer = mailbox.createFolder(inbox, { name: 'outer' });
    const inner = mailbox.createFolder(outer.id, { name: 'inner' });
    expect(() => mailbox.moveFolder(outer.id, inner.id)).toThrow(code('store.folderIntoItself'));
    expect(() => mailbox.deleteFolder(inbox)).toThrow(code('store.folderIsFixed'));
    expect(() => mailbox.renameFolder(inbox, 'Post')).toThrow(code('store.folderIsFixed'));
  });

  test('deleting takes folders and messages below along', () => {
    const mailbox = emptyMailbox();
    const outer = mailbox.createFolder(mailbox.wellKnown('inbox'), { name: 'outer' });
    const inner = mailbox.createFolder(outer.id, { name: 'inner' });
    const { id } = mailbox.deliver(inner.id, { content: simpleMessage('one') });
    mailbox.deleteFolder(outer.id);
    expect([mailbox.folder(outer.id), mailbox.folder(inner.id), mailbox.message(id)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a folder', () => {
  test('takes properties, also one that every mailbox has; its name stays', () => {
    const mailbox = emptyMailbox();
    const inbox = mailbox.wellKnown('inbox');
    mailbox.editFolder(inbox, { set: [{ tag: pidTag.comment, value: 'mine' }] });
    const { changeNumber } = mailbox.editFolder(inbox, { set: [{ tag: 0x3004001e, value: 'ours' }] });
    expect(mailbox.folder(inbox)).toMatchObject({
      changeNumber,
      name: 'Inbox',
      properties: [{ tag: 0x3004001e, value: 'ours' }],
    });
    expect(mailbox.editFolder(inbox, { remove: [{ tag: pidTag.comment }] }).properties).toEqual([]);
  });

  test('is copied with its messages, and if asked with what is below', () => {
    const mailbox = emptyMailbox();
    const [inbox, drafts] = [mailbox.wellKnown('inbox'), mailbox.wellKnown('drafts')];
    const outer = mailbox.createFolder(inbox, { name: 'outer' });
    const inner = mailbox.createFolder(outer.id, { name: 'inner' });
    mailbox.deliver(inner.id, { content: simpleMessage('one') });
    const flat = mailbox.copyFolder(outer.id, drafts);
    const deep = mailbox.copyFolder(outer.id, inbox, { name: 'copy', subfolders: true });
    expect(mailbox.children(flat.id)).toEqual([]);
    const [below] = mailbox.children(deep.id);
    expect(below!.name).toBe('inner');
    expect(mailbox.counts(below!.id).normal).toBe(1);
  });

  test('is not copied with what is below it into any of that', () => {
    const mailbox = emptyMailbox();
    const outer = mailbox.createFolder(mailbox.wellKnown('inbox'), { name: 'outer' });
    const inner = mailbox.createFolder(outer.id, { name: 'inner' });
    const copyInto = (id: number) => () => mailbox.copyFolder(outer.id, id, { name: 'copy', subfolders: true });
    expect(copyInto(outer.id)).toThrow(code('store.folderIntoItself'));
    expect(copyInto(inner.id)).toThrow(code('store.folderIntoItself'));
    expect(mailbox.children(mailbox.copyFolder(outer.id, inner.id).id)).toEqual([]);
  });

  test('emptied keeps its associated messages unless told', () => {
    const mailbox = emptyMailbox();
    const inbox = mailbox.wellKnown('inbox');
    mailbox.createFolder(inbox, { name: 'below' });
    mailbox.deliver(inbox, { content: simpleMessage('mail') });
    mailbox.deliver(inbox, { content: simpleMessage('rule'), associated: true });
    mailbox.emptyFolder(inbox, { subfolders: false });
    expect(mailbox.counts(inbox)).toMatchObject({ normal: 0, associated: 1, deleted: 1 });
    expect(mailbox.children(inbox)).toHaveLength(1);
    mailbox.emptyFolder(inbox, { associated: true });
    expect(mailbox.counts(inbox)).toMatchObject({ associated: 0, deleted: 2 });
    expect(mailbox.children(inbox)).toEqual([]);
  });
});

test('who watches is told of every change until he stops; a fork tells only of its own', () => {
  const mailbox = emptyMailbox();
  const told: string[] = [];
  const stop = mailbox.watch(({ kind, object }) => told.push(`${kind} ${object.messageId === undefined ? 'f' : 'm'}`));
  const [inbox, drafts] = [mailbox.wellKnown('inbox'), mailbox.wellKnown('drafts')];
  const folder = mailbox.createFolder(inbox, { name: 'outer' });
  const message = mailbox.deliver(folder.id, { content: simpleMessage('one') });
  mailbox.edit(message.id, { remove: [{ tag: pidTag.subject }] });
  mailbox.markRead(message.id, { read: true });
  mailbox.moveMessage(mailbox.copyMessage(message.id, drafts).id, inbox);
  mailbox.moveFolder(folder.id, drafts, { name: 'moved' });
  mailbox.fork().deleteFolder(folder.id);
  mailbox.deleteMessage(message.id);
  mailbox.deleteFolder(folder.id);
  stop();
  mailbox.createFolder(inbox, { name: 'untold' });
  expect(told).toEqual([
    'created f',
    'created m',
    'modified m',
    'modified m',
    'copied m',
    'moved m',
    'moved f',
    'deleted m',
    'deleted f',
  ]);
});

const step = fc.oneof(
  fc.record({ do: fc.constant('deliver' as const), pick: fc.nat() }),
  fc.record({ do: fc.constant('edit' as const), pick: fc.nat() }),
  fc.record({ do: fc.constant('read' as const), pick: fc.nat() }),
  fc.record({ do: fc.constant('delete' as const), pick: fc.nat() }),
  fc.record({ do: fc.constant('move' as const), pick: fc.nat() }),
  fc.record({ do: fc.constant('create' as const), pick: fc.nat() }),
  fc.record({ do: fc.constant('remove' as const), pick: fc.nat() }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const allFolders = (mailbox: Mailbox) => mailbox.descendants(mailbox.wellKnown('root'));
const allMessages = (mailbox: Mailbox) => allFolders(mailbox).flatMap(({ id }) => mailbox.messages(id));

function take(mailbox: Mailbox, { do: what, pick }: Step): void {
  const folders = allFolders(mailbox);
  const messages = allMessages(mailbox);
  const folder = folders[pick % folders.length]!.id;
  const message = messages[pick % Math.max(messages.length, 1)]?.id;
  if (what === 'deliver') mailbox.deliver(folder, { content: simpleMessage(String(pick)) });
  if (what === 'create') mailbox.createFolder(folder, { name: `f${mailbox.lastChangeNumber}` });
  if (what === 'remove') {
    const own = folders.filter(({ name }) => name.startsWith('f') && name !== 'finder');
    if (own.length > 0) mailbox.deleteFolder(own[pick % own.length]!.id);
  }
  if (message === undefined) return;
  if (what === 'edit') mailbox.edit(message, { set: [{ tag: pidTag.subject, value: 'edited' }] });
  if (what === 'read') mailbox.markRead(message, { read: pick % 2 === 0 });
  if (what === 'delete') mailbox.deleteMessage(message);
  if (what === 'move') mailbox.moveMessage(message, folder);
}

test('whatever is done, ids and change numbers are unique, known and never used again', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const mailbox = emptyMailbox();
      const everUsed = new Set(allFolders(mailbox).map(({ id }) => id));
      for (const one of steps) {
        const before = new Set([...allFolders(mailbox), ...allMessages(mailbox)].map(({ id }) => id));
        take(mailbox, one);
        for (const { id } of [...allFolders(mailbox), ...allMessages(mailbox)]) {
          if (before.has(id)) continue;
          expect(everUsed.has(id)).toBe(false);
          everUsed.add(id);
        }
      }
      const changes = [...allFolders(mailbox), ...allMessages(mailbox)].map(({ changeNumber }) => changeNumber);
      expect(new Set(changes).size).toBe(changes.length);
      expect(Math.max(...changes, ...everUsed)).toBeLessThanOrEqual(mailbox.lastChangeNumber);
      for (const { id } of allFolders(mailbox)) {
        expect(mailbox.messages(id).every(({ folderId }) => folderId === id)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
