import { steppedClock } from '@cutover/base';
import type { MessageHeader, SourceFolder, TargetMailbox } from '@cutover/migration';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTarget } from '../adapters/target.ts';
import { openOrganisationStore, type OrganisationStore } from './organisation-store.ts';

let store: OrganisationStore;
let mailbox: TargetMailbox & { folders(): { name: string; itemCount: number; parentId: string | undefined }[] };

beforeEach(() => {
  store = openOrganisationStore({ path: ':memory:' });
  const target = createTarget({ store, clock: steppedClock() });
  const entry = { sourceId: '/cn=ann', displayName: 'Ann', alias: 'ann', primaryAddress: 'ann@contoso.com' };
  target.createMailbox(
    { ...entry, kind: 'mailbox', proxyAddresses: [], attributes: {} },
    { guid: 'guid-of-ann', signInHash: 'scrypt$', mustChangePassword: true },
  );
  mailbox = store.mailboxes.open('guid-of-ann');
  mailbox.saveFolders([folder('01', 'Inbox'), folder('02', 'Below', '01')]);
});
afterEach(() => store[Symbol.dispose]());

const folder = (id: string, name: string, parentId?: string): SourceFolder => ({
  id,
  parentId,
  name,
  containerClass: 'IPF.Note',
  properties: Buffer.from(name),
});

const header = (key: number): MessageHeader => ({
  id: String(key),
  sourceKey: Uint8Array.of(key),
  changeKey: Uint8Array.of(1),
  modifiedAt: 5,
  associated: false,
  size: 3,
});

function add(key: number, options: { in?: string; text?: string; replaces?: number } = {}): number {
  const { in: into = '01', text = `text ${key}`, replaces } = options;
  const content = mailbox.stage({ expectedSize: 0 });
  content.write(Buffer.from(text));
  const summary = { messageClass: 'IPM.Note', subject: text, receivedAt: 1, read: false };
  return mailbox.adopt({ folder: into, header: header(key), summary, content, replaces });
}

const items = () => [...store.mailboxes.open('guid-of-ann').items()];
const texts = () =>
  items()
    .map(({ content }) => Buffer.concat([...store.contents.read(content)]).toString())
    .toSorted();

test('folders are changed by their ids', () => {
  mailbox.saveFolders([folder('02', 'Beside')]);
  expect(mailbox.folders()).toMatchObject([
    { name: 'Inbox', parentId: undefined },
    { name: 'Beside', parentId: undefined },
  ]);
});

test('a changed item takes the place of the old one, whose content goes', () => {
  const first = add(1);
  add(2);
  add(1, { text: 'changed', replaces: first });
  expect(texts()).toEqual(['changed', 'text 2']);
});

test('the same item twice is refused, so that nothing can ever be doubled', () => {
  add(1);
  expect(() => add(1)).toThrow(/UNIQUE/);
});

test('items are marked and removed', () => {
  const [first, second] = [add(1), add(2)];
  mailbox.setRead([second], { read: true });
  mailbox.removeItems([first]);
  expect(items()).toMatchObject([{ number: second, isRead: true, subject: 'text 2' }]);
  expect(texts()).toEqual(['text 2']);
});

test('a folder goes with its items, before or after its parent', () => {
  add(1);
  add(2, { in: '02' });
  mailbox.removeFolders(['01', '02']);
  expect(mailbox.folders()).toEqual([]);
  expect(items()).toEqual([]);
});

test('a mailbox, a folder that is not there is refused by name', () => {
  expect(() => store.mailboxes.open('nobody')).toThrow(expect.objectContaining({ code: 'cloud.mailboxNotFound' }));
  expect(() => add(1, { in: '03' })).toThrow(expect.objectContaining({ code: 'cloud.folderNotFound' }));
});

test('what a unit of work has done is undone when it fails', () => {
  expect(() =>
    store.unitOfWork.transaction(() => {
      add(1);
      throw new Error('crash');
    }),
  ).toThrow('crash');
  expect(items()).toEqual([]);
  add(1);
  expect(texts()).toEqual(['text 1']);
});
