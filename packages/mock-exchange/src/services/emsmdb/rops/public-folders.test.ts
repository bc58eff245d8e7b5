import { emptyGuid } from '@cutover/wire';
import { type GlobalId, IdSet, idSetsByGuid, idSetsOf } from '@cutover/wire/ics';
import { pidTag } from '@cutover/wire/properties';
import {
  errorCode,
  folderType,
  openFlag,
  propertyRow,
  publicRops,
  readFlag,
  type Rop,
  rops,
  syncFlag,
  syncType,
  tableFlag,
  unsetHandle,
} from '@cutover/wire/rop';
import { beforeEach, describe, expect, test } from 'vitest';
import { exchangeProfiles } from '../../../profiles/exchange-profile.ts';
import { publicFolders } from '../../../store/folder.ts';
import { simpleMessage } from '../../../store/testing/simple-message.ts';
import { idOf } from '../objects/ids.ts';
import { readSync } from '../testing/read-sync.ts';
import { annDN, bobDN, publicDN } from '../testing/small-organisation.ts';
import { readRows } from '../testing/signed-in.ts';
import { startStore, StoreClient, type StoreFixture } from '../testing/store-client.ts';

let fixture: StoreFixture;
let news: number;

beforeEach(() => {
  fixture = startStore();
  const { publicFolders: folders } = fixture;
  news = folders.createFolder(folders.wellKnown('ipmSubtree'), { name: 'News', containerClass: 'IPF.Note' }).id;
  for (const subject of ['one', 'two']) folders.deliver(news, { content: simpleMessage(subject) });
});

async function signIn(userName: string): Promise<{ client: StoreClient; logon: number }> {
  const client = new StoreClient(fixture.service, fixture.account(userName));
  await client.connect(userName === 'bob' ? bobDN : annDN);
  return { client, logon: (await client.logonToPublicFolders()).handle };
}

async function propertiesOf(client: StoreClient, handle: number, tags: readonly number[]): Promise<readonly unknown[]> {
  const request = { propertySizeLimit: 0, wantUnicode: 1, tags: [...tags] };
  return propertyRow(tags).decode((await client.run(rops.getPropertiesSpecific, request, handle)).value.row);
}

async function rowsOf({ client, logon }: { client: StoreClient; logon: number }): Promise<unknown[][]> {
  const folder = await client.openFolder(logon, news);
  const { handle } = await client.run(rops.getContentsTable, { tableFlags: tableFlag.unicode }, folder);
  return readRows(client, handle, [pidTag.subject, pidTag.read]);
}

describe('the logon', () => {
  test('names nine folders in their order, the database and nobody', async () => {
    const { client } = await signIn('ann');
    const { value } = await client.logonToPublicFolders();
    const none = { replicaId: 0, counter: 0 };
    expect(value.folderIds).toEqual([
      ...publicFolders.map((name) => idOf(fixture.publicFolders.wellKnown(name))),
      none,
      none,
      none,
      none,
    ]);
    expect(value.replicaGuid).toBe(fixture.publicFolders.replicaGuid);
    expect(value.perUserGuid).toBe(emptyGuid);
  });

  test('names somebody on Exchange 2007', async () => {
    const at = startStore({ version: exchangeProfiles['2007'].version });
    const client = new StoreClient(at.service, at.account('ann'));
    await client.connect();
    expect((await client.logonToPublicFolders()).value.perUserGuid).toBe(at.publicFolders.guid);
  });

  test('is refused without its flag, with a mailbox, and of a server that has none', async () => {
    const { client } = await signIn('ann');
    const request = (openFlags: number, essdn: string) =>
      ({ outputIndex: 1, logonFlags: 0, openFlags, storeState: 0, essdn }) as never;
    expect(await client.fail(publicRops.logon, request(0, ''), unsetHandle)).toBe(errorCode.error);
    expect(await client.fail(publicRops.logon, request(openFlag.public, publicDN), unsetHandle)).toBe(errorCode.error);
    const without = startStore({ hasPublicFolders: false });
    const lonely = new StoreClient(without.service, without.account('ann'));
    await lonely.connect();
    expect(await lonely.fail(publicRops.logon, request(openFlag.public, ''), unsetHandle)).toBe(errorCode.loginFailure);
  });

  test('tells where its folders are and how much is in them', async () => {
    const { client, logon } = await signIn('ann');
    const [name, subtree, size] = await propertiesOf(client, logon, [
      pidTag.displayName,
      pidTag.ipmPublicFoldersEntryId,
      pidTag.messageSizeExtended,
    ]);
    const folder = await client.openFolder(logon, fixture.publicFolders.wellKnown('ipmSubtree'));
    expect([name, subtree]).toEqual(['Public Folders', (await propertiesOf(client, folder, [pidTag.entryId]))[0]]);
    expect(size).toBeGreaterThan(0n);
  });

  test('has nothing of what only mailboxes have', async () => {
    const { client, logon } = await signIn('admin');
    const { replicaGuid: databaseGuid } = fixture.publicFolders;
    const refused: readonly (readonly [Rop, object])[] = [
      [rops.getReceiveFolder, { messageClass: '' }],
      [rops.setReceiveFolder, { folderId: idOf(news), messageClass: 'IPM.X' }],
      [rops.getReceiveFolderTable, {}],
      [rops.getStoreState, {}],
      [rops.getTransportFolder, {}],
      [rops.getPerUserGuid, { longTermId: idOfNews() }],
      [rops.getPerUserLongTermIds, { databaseGuid }],
    ];
    const refusals: number[] = [];
    for (const [rop, request] of refused) refusals.push(await client.fail(rop, request, logon));
    expect(new Set(refusals)).toEqual(new Set([errorCode.notSupported]));
  });
});

describe('folders', () => {
  test('are there below the top, with one replica that is here', async () => {
    const { client, logon } = await signIn('bob');
    const top = await client.openFolder(logon, fixture.publicFolders.wellKnown('ipmSubtree'));
    const { handle } = await client.run(rops.getHierarchyTable, { tableFlags: tableFlag.unicode }, top);
    expect(await readRows(client, handle, [pidTag.displayName, pidTag.rights])).toEqual([['News', 0x41b]]);
    const at = { folderId: idOf(news) };
    expect((await client.run(rops.publicFolderIsGhosted, at, logon)).value).toEqual({ isGhosted: false });
    const { value } = await client.run(rops.getOwningServers, at, logon);
    expect(value).toEqual({ count: 1, cheapCount: 1, servers: [publicDN] });
    const nowhere = { folderId: idOf(0x999999) };
    expect(await client.fail(rops.getOwningServers, nowhere, logon)).toBe(errorCode.notFound);
  });

  test('are made by who administers the organisation; everybody may read and post', async () => {
    const folder = { unicode: true, openExisting: false, reserved: 0, name: 'New', comment: '' };
    const creation = { folderType: folderType.generic, folder };
    const [ann, admin] = [await signIn('ann'), await signIn('admin')];
    const [annsNews, adminsNews] = [
      await ann.client.openFolder(ann.logon, news),
      await admin.client.openFolder(admin.logon, news),
    ];
    expect(await ann.client.fail(rops.createFolder, creation, annsNews)).toBe(errorCode.accessDenied);
    await admin.client.run(rops.createFolder, creation, adminsNews);
    const search = { ...creation, folderType: folderType.search };
    expect(await admin.client.fail(rops.createFolder, search, adminsNews)).toBe(errorCode.notSupported);
    const post = { codePage: 0xfff, folderId: idOf(news), associated: false };
    const { handle } = await ann.client.run(rops.createMessage, post, annsNews);
    await ann.client.run(rops.saveChangesMessage, { outputIndex: 0, inputIndex: 0, saveFlags: 2 }, handle);
    expect(fixture.publicFolders.counts(news).normal).toBe(3);
    const gone = { wantAsynchronous: false, notifyNonRead: false, messageIds: [] };
    expect(await ann.client.fail(rops.deleteMessages, gone, annsNews)).toBe(errorCode.accessDenied);
  });
});

const idOfNews = (): GlobalId => ({ replicaGuid: fixture.publicFolders.replicaGuid, counter: news });

describe('what was read', () => {
  const mark = async ({ client, logon }: { client: StoreClient; logon: number }): Promise<void> => {
    const folder = await client.openFolder(logon, news);
    const [first] = fixture.publicFolders.messages(news);
    const request = { wantAsynchronous: false, readFlags: readFlag.default, messageIds: [idOf(first!.id)] };
    await client.run(rops.setReadFlags, request, folder);
  };

  test('is each reader’s own', async () => {
    const [ann, bob] = [await signIn('ann'), await signIn('bob')];
    await mark(ann);
    expect(await rowsOf(ann)).toEqual([
      ['one', true],
      ['two', false],
    ]);
    expect(await rowsOf(bob)).toEqual([
      ['one', false],
      ['two', false],
    ]);
    const unread = async ({ client, logon }: { client: StoreClient; logon: number }) =>
      (await propertiesOf(client, await client.openFolder(logon, news), [pidTag.contentUnreadCount]))[0];
    expect([await unread(ann), await unread(bob)]).toEqual([1, 2]);
  });

  test('of one message tells whether it changed, with what the client gave', async () => {
    const ann = await signIn('ann');
    const [message] = fixture.publicFolders.messages(news);
    const opening = { codePage: 0xfff, openModeFlags: 0, folderId: idOf(news), messageId: idOf(message!.id) };
    const { handle } = await ann.client.run(rops.openMessage, opening, ann.logon);
    const clientData = Buffer.alloc(24, 7);
    const set = async () => {
      const request = { readFlags: readFlag.default, clientData };
      const { changed } = (await ann.client.run(publicRops.setMessageReadFlag, request, handle)).value;
      return changed && { ...changed, clientData: Buffer.from(changed.clientData) };
    };
    expect(await set()).toEqual({ logonId: 0, clientData });
    expect(await set()).toBeUndefined();
    const request = { readFlags: readFlag.default, clientData };
    const code = await ann.client.fail(publicRops.setMessageReadFlag, request, unsetHandle);
    expect(code).toBe(errorCode.nullObject);
    expect(await rowsOf(ann)).toEqual([
      ['one', true],
      ['two', false],
    ]);
  });

  const readMarks = async ({ client, logon }: { client: StoreClient; logon: number }): Promise<Uint8Array> => {
    const request = { folderId: idOfNews(), reserved: 0, dataOffset: 0, maxDataSize: 0 };
    return Uint8Array.from((await client.run(rops.readPerUserInformation, request, logon)).value.data);
  };

  test('is read and written as a set of change numbers, with further ROPs behind it', async () => {
    const [ann, bob] = [await signIn('ann'), await signIn('bob')];
    await mark(ann);
    const data = await readMarks(ann);
    const [first] = fixture.publicFolders.messages(news);
    const { replicaGuid } = fixture.publicFolders;
    const expected = idSetsByGuid.encode(idSetsOf(replicaGuid, new IdSet().add(first!.changeNumber)));
    expect(Buffer.from(data).equals(Buffer.from(expected))).toBe(true);
    const information = { folderId: idOfNews(), hasFinished: true, dataOffset: 0, data };
    const { answers } = await bob.client.execute(
      [
        { rop: publicRops.writePerUserInformation, request: { logonId: 0, inputIndex: 0, information } },
        { rop: rops.getPropertiesList, request: { logonId: 0, inputIndex: 0 } },
      ],
      [bob.logon],
    );
    expect(answers.map(({ returnValue }) => returnValue)).toEqual([0, 0]);
    expect((await rowsOf(bob)).map(([, read]) => read)).toEqual([true, false]);
  });

  test('that is no set is refused, and of a folder that is not there', async () => {
    const { client, logon } = await signIn('ann');
    const write = (information: object) =>
      client.fail(publicRops.writePerUserInformation, { information } as never, logon);
    const whole = { hasFinished: true, dataOffset: 0, data: Buffer.from('nonsense, and long') };
    expect(await write({ ...whole, folderId: idOfNews() })).toBe(errorCode.formatError);
    const nowhere = { ...idOfNews(), counter: 0x999999 };
    expect(await write({ ...whole, folderId: nowhere, data: new Uint8Array() })).toBe(errorCode.notFound);
  });

  test('comes with a synchronization', async () => {
    const ann = await signIn('ann');
    await mark(ann);
    const folder = await ann.client.openFolder(ann.logon, news);
    const configuration = {
      synchronizationType: syncType.contents,
      sendOptions: 1,
      synchronizationFlags: syncFlag.unicode | syncFlag.normal | syncFlag.readState,
      restriction: undefined,
      synchronizationExtraFlags: 0,
      tags: [],
    };
    const { handle } = await ann.client.run(rops.synchronizationConfigure, configuration, folder);
    const { changes } = readSync(await ann.client.download(handle));
    const reads = changes.map(({ properties }) => properties.get(pidTag.messageFlags)![0]! & 1);
    expect(reads).toEqual([1, 0]);
  });
});
