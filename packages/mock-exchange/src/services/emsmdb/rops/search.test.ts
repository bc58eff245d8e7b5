import { pidLid, pidTag, type PropertyTag } from '@cutover/wire/properties';
import { errorCode, propertyRow, relation, rops, type Restriction } from '@cutover/wire/rop';
import { beforeEach, expect, test } from 'vitest';
import type { Mailbox } from '../../../store/mailbox.ts';
import { simpleMessage } from '../../../store/testing/simple-message.ts';
import { idOf } from '../objects/ids.ts';
import { readRows, signInAnew } from '../testing/signed-in.ts';
import { signIn, type StoreClient, type StoreFixture } from '../testing/store-client.ts';
import { runWith } from '../testing/write-every-rop.ts';

let fixture: StoreFixture;
let client: StoreClient;
let logon: number;
let ann: Mailbox;

beforeEach(async () => {
  ({ fixture, client, logon, ann } = await signInAnew());
});

const has = (text: string): Restriction => ({
  kind: 'content',
  fuzzyLow: 1,
  fuzzyHigh: 1,
  tag: pidTag.subject,
  value: { tag: pidTag.subject, value: text },
});

async function makeSearch(name = 'Found'): Promise<{ handle: number; id: number }> {
  const finder = await client.openFolder(logon, ann.wellKnown('finder'));
  const folder = { unicode: true, openExisting: false, reserved: 0, name, comment: '' };
  const { handle, value } = await client.run(rops.createFolder, { folderType: 2, folder }, finder);
  return { handle, id: value.folderId.counter };
}

const search = (handle: number, restriction: Restriction | undefined, where: number[], searchFlags = 4) =>
  client.run(rops.setSearchCriteria, { restriction, folderIds: where.map(idOf), searchFlags }, handle);

async function found(handle: number): Promise<unknown[]> {
  const { handle: table } = await client.run(rops.getContentsTable, { tableFlags: 0 }, handle);
  return (await readRows(client, table, [pidTag.subject])).flat();
}

const deliver = (folder: number, subject: string) => ann.deliver(folder, { content: simpleMessage(subject) });

test('a search folder shows what fulfils its restriction, in the folders and below, as it is now', async () => {
  const inbox = ann.wellKnown('inbox');
  const below = ann.createFolder(inbox, { name: 'Below' });
  deliver(inbox, 'a plan');
  deliver(inbox, 'nothing');
  deliver(below.id, 'another PLAN');
  const { handle, id } = await makeSearch();
  await search(handle, has('plan'), [inbox]);
  expect(await found(handle)).toEqual(['a plan', 'another PLAN']);
  const later = deliver(below.id, 'plan b');
  expect(await found(handle)).toHaveLength(3);
  ann.deleteMessage(later.id);
  expect(await found(handle)).toHaveLength(2);
  const counted = await client.run(
    rops.getPropertiesSpecific,
    { propertySizeLimit: 0, wantUnicode: 1, tags: [pidTag.contentCount, pidTag.folderType] },
    await client.openFolder(logon, id),
  );
  expect(propertyRow([pidTag.contentCount, pidTag.folderType]).decode(counted.value.row)).toEqual([2, 2]);
});

test('it looks into recipients and attachments, too', async () => {
  const inbox = ann.wellKnown('inbox');
  const recipient = (name: string) => [{ tag: pidTag.displayName, value: name }];
  const file = { properties: [{ tag: pidTag.attachLongFilename, value: 'plan.doc' }] };
  ann.deliver(inbox, { content: { ...simpleMessage('to Bob'), recipients: ['Ann', 'Bob'].map(recipient) } });
  ann.deliver(inbox, { content: { ...simpleMessage('with a file'), attachments: [file] } });
  const within = (tag: PropertyTag, property: PropertyTag, value: string): Restriction => ({
    kind: 'subobject',
    tag,
    restriction: { kind: 'property', relation: relation.equal, tag: property, value: { tag: property, value } },
  });
  const { handle } = await makeSearch();
  await search(handle, within(pidTag.messageRecipients, pidTag.displayName, 'bob'), [inbox]);
  expect(await found(handle)).toEqual(['to Bob']);
  await search(handle, within(pidTag.messageAttachments, pidTag.attachLongFilename, 'plan.doc'), [inbox]);
  expect(await found(handle)).toEqual(['with a file']);
  const { handle: table } = await client.run(
    rops.getContentsTable,
    { tableFlags: 0 },
    await client.openFolder(logon, inbox),
  );
  const restriction = within(pidTag.messageRecipients, pidTag.displayName, 'ann');
  await client.run(rops.restrict, { restrictFlags: 0, restriction }, table);
  expect(await readRows(client, table, [pidTag.subject])).toEqual([['to Bob']]);
});

test('its criteria can be asked for; what is not said anew stays', async () => {
  const inbox = ann.wellKnown('inbox');
  const { handle } = await makeSearch();
  const ask = { unicode: true, includeRestriction: true, includeFolders: true };
  expect(await client.fail(rops.getSearchCriteria, ask, handle)).toBe(errorCode.notInitialized);
  const nothing = { restriction: undefined, folderIds: [idOf(inbox)], searchFlags: 2 };
  expect(await client.fail(rops.setSearchCriteria, nothing, handle)).toBe(errorCode.notInitialized);
  await search(handle, has('plan'), [inbox]);
  await search(handle, has('other'), [], 8);
  const { value } = await client.run(rops.getSearchCriteria, ask, handle);
  expect(value).toEqual({ restriction: has('other'), logonId: 0, folderIds: [idOf(inbox)], searchFlags: 0x1001 });
});

test('a search that is stopped finds nothing that comes later', async () => {
  const inbox = ann.wellKnown('inbox');
  deliver(inbox, 'plan a');
  const { handle } = await makeSearch();
  await search(handle, has('plan'), [inbox]);
  expect((await client.run(rops.getStoreState, {}, logon)).value.storeState).toBe(0x01000000);
  await search(handle, undefined, [], 1);
  deliver(inbox, 'plan b');
  expect(await found(handle)).toEqual(['plan a']);
  expect((await client.run(rops.getStoreState, {}, logon)).value.storeState).toBe(0);
  await search(handle, undefined, [], 2);
  expect(await found(handle)).toEqual(['plan a', 'plan b']);
});

test('a named property is meant in every session, whatever its id there', async () => {
  const inbox = ann.wellKnown('inbox');
  const content = simpleMessage('private');
  const property = { tag: 0x8000000b, name: pidLid.private.name, value: true };
  ann.deliver(inbox, { content: { ...content, properties: [...content.properties, property] } });
  deliver(inbox, 'public');
  const { value } = await client.run(rops.getPropertyIdsFromNames, { flags: 2, names: [pidLid.private.name] }, logon);
  const tag = ((value.ids[0]! << 16) | 0xb) >>> 0;
  const restriction = { kind: 'property', relation: relation.equal, tag, value: { tag, value: true } } as const;
  const { handle, id } = await makeSearch();
  await search(handle, restriction, [inbox]);
  const other = await signIn(fixture);
  const names = [pidLid.reminderSet.name, pidLid.private.name];
  await other.client.run(rops.getPropertyIdsFromNames, { flags: 2, names }, other.logon);
  const opened = await other.client.openFolder(other.logon, id);
  const ask = { unicode: true, includeRestriction: true, includeFolders: false };
  const { value: told } = await other.client.run(rops.getSearchCriteria, ask, opened);
  expect(told.restriction).toMatchObject({ tag: 0x8002000b, value: { tag: 0x8002000b } });
  expect(await found(handle)).toEqual(['private']);
});

test('messages are read, moved and deleted through it, but none is made in it', async () => {
  const [inbox, drafts] = [ann.wellKnown('inbox'), ann.wellKnown('drafts')];
  const [one, two] = [deliver(inbox, 'plan a'), deliver(inbox, 'plan b')];
  const { handle, id } = await makeSearch();
  await search(handle, has('plan'), [inbox]);
  const deletion = { wantAsynchronous: false, notifyNonRead: false, messageIds: [idOf(one.id)] };
  expect((await client.run(rops.deleteMessages, deletion, handle)).value.partialCompletion).toBe(false);
  const target = await client.openFolder(logon, drafts);
  const moving = { inputIndex: 0, destinationIndex: 1, messageIds: [idOf(two.id)], wantAsynchronous: false };
  await client.execute(
    [{ rop: rops.moveCopyMessages, request: { logonId: 0, ...moving, wantCopy: false } }],
    [handle, target],
  );
  expect([ann.counts(inbox).normal, ann.counts(drafts).normal]).toEqual([0, 1]);
  const creation = { codePage: 0xfff, folderId: idOf(id), associated: false };
  expect(await client.fail(rops.createMessage, creation, handle)).toBe(errorCode.searchFolder);
  const copying = { messageIds: [], wantAsynchronous: false, wantCopy: true };
  const source = await client.openFolder(logon, ann.wellKnown('inbox'));
  const refused = await runWith(client, rops.moveCopyMessages, copying, { handle: source, other: handle });
  expect(refused.returnValue).toBe(errorCode.searchFolder);
});

test('a folder that is none is refused, and one that looks into itself finds nothing there, and is not emptied', async () => {
  const inbox = await client.openFolder(logon, ann.wellKnown('inbox'));
  const criteria = { restriction: has('x'), folderIds: [idOf(ann.wellKnown('inbox'))], searchFlags: 2 };
  expect(await client.fail(rops.setSearchCriteria, criteria, inbox)).toBe(errorCode.notSearchFolder);
  const { handle, id } = await makeSearch();
  const itself = { ...criteria, folderIds: [idOf(id)] };
  await client.run(rops.setSearchCriteria, itself, handle);
  expect(await found(handle)).toEqual([]);
  const emptying = { wantAsynchronous: false, wantDeleteAssociated: false };
  expect(await client.fail(rops.emptyFolder, emptying, handle)).toBe(errorCode.notSupported);
});
