import { pidTag } from '@cutover/wire/properties';
import {
  restriction as ropRestriction,
  rowChange,
  codePageOfLogon,
  notificationType,
  recipientAddressType,
  recipientFlag,
  recipientRow,
  rops,
  type Rop,
} from '@cutover/wire/rop';
import { idOf } from '../objects/ids.ts';
import { ropRequest, type StoreClient } from './store-client.ts';

/** Where things are written. */
export interface WritePlace {
  readonly logon: number;
  readonly folder: number;
  readonly folderId: number;
  /** A message of the folder. */
  readonly messageId: number;
}

/** The row of a recipient with an SMTP address. */
export const smtpRecipient = (name: string, address: string): Uint8Array =>
  recipientRow([]).encode({
    flags: recipientAddressType.smtp | recipientFlag.unicode | recipientFlag.emailAddress | recipientFlag.displayName,
    emailAddress: address,
    displayName: name,
    columns: [],
  });

/** Runs a ROP that names a second place of the handle table, which `other` stands at. */
export async function runWith<Q>(
  client: StoreClient,
  rop: Rop<Q>,
  request: Partial<Q> & object,
  { handle, other }: { handle: number; other: number },
) {
  const { answers } = await client.execute(
    [ropRequest(rop, { outputIndex: 0, inputIndex: 0, destinationIndex: 1, ...request } as never)],
    [handle, other],
  );
  return answers[0]!;
}

/** Makes, changes, moves, sends and deletes, by every ROP that can. */
export async function writeByEveryRop(client: StoreClient, place: WritePlace): Promise<void> {
  await subscribe(client, place);
  const message = await writeMessage(client, place);
  await writeStreams(client, message);
  await client.run(rops.saveChangesMessage, { outputIndex: 0, inputIndex: 0, saveFlags: 2 }, message);
  await markMessages(client, place);
  await writeFolders(client, place);
  await copyBetween(client, place, message);
  await client.run(rops.submitMessage, { submitFlags: 0 }, message);
  await deleteAll(client, place);
  await askStore(client, place);
  await askTables(client, place);
  await search(client, place);
  await decide(client, place);
  await uploadChanges(client, place);
}

async function subscribe(client: StoreClient, { logon, folderId }: WritePlace): Promise<void> {
  const types = Object.values(notificationType).reduce((sum, type) => sum | type, 0);
  await client.run(rops.registerNotification, { subscription: { types, object: undefined } }, logon);
  const object = { folderId: idOf(folderId), messageId: idOf(0) };
  await client.run(rops.registerNotification, { subscription: { types: 4, object } }, logon);
}

async function writeMessage(client: StoreClient, { folder, folderId }: WritePlace): Promise<number> {
  const creation = { codePage: codePageOfLogon, folderId: idOf(folderId), associated: false };
  const { handle } = await client.run(rops.createMessage, creation, folder);
  const values = [
    { tag: pidTag.subject, value: 'written' },
    { tag: 0x1000001e, value: 'body' },
  ];
  await client.run(rops.setProperties, { values }, handle);
  await client.run(rops.setPropertiesNoReplicate, { values }, handle);
  await client.run(rops.deleteProperties, { tags: [pidTag.body] }, handle);
  await client.run(rops.deletePropertiesNoReplicate, { tags: [pidTag.body] }, handle);
  await client.run(rops.removeAllRecipients, { reserved: 0 }, handle);
  const recipients = [{ rowId: 0, type: 1, row: smtpRecipient('Ann', 'ann@contoso.com') }];
  await client.run(rops.modifyRecipients, { columns: [], recipients }, handle);
  await attach(client, handle);
  await client.run(rops.saveChangesMessage, { outputIndex: 0, inputIndex: 0, saveFlags: 2 }, handle);
  await client.run(rops.reloadCachedInformation, { reserved: 0 }, handle);
  await client.run(rops.queryNamedProperties, { queryFlags: 0, set: undefined }, handle);
  return handle;
}

async function attach(client: StoreClient, message: number): Promise<void> {
  for (let count = 0; count < 2; count++) {
    const { handle } = await client.run(rops.createAttachment, {}, message);
    await client.run(rops.setProperties, { values: [{ tag: pidTag.attachLongFilename, value: 'a.txt' }] }, handle);
    await client.run(rops.saveChangesAttachment, { outputIndex: 0, inputIndex: 0, saveFlags: 2 }, handle);
  }
  await client.run(rops.getValidAttachments, {}, message);
  await client.run(rops.deleteAttachment, { attachmentId: 0 }, message);
}

async function writeStreams(client: StoreClient, message: number): Promise<void> {
  const { handle: stream } = await client.run(rops.openStream, { tag: pidTag.body, openModeFlags: 2 }, message);
  const data = Buffer.from('text', 'utf16le');
  await client.run(rops.writeStream, { data }, stream);
  await client.run(rops.writeStreamExtended, { data }, stream);
  await client.run(rops.writeAndCommitStream, { data }, stream);
  await client.run(rops.setStreamSize, { streamSize: 4n }, stream);
  await client.run(rops.seekStream, { origin: 0, offset: 0n }, stream);
  const region = { offset: 0n, size: 4n, lockFlags: 0 };
  await client.run(rops.lockRegionStream, region, stream);
  await client.run(rops.unlockRegionStream, region, stream);
  await client.run(rops.cloneStream, {}, stream);
  const { handle: other } = await client.run(rops.openStream, { tag: pidTag.html, openModeFlags: 2 }, message);
  await runWith(client, rops.copyToStream, { byteCount: 100n }, { handle: stream, other });
  await client.run(rops.commitStream, {}, stream);
}

async function markMessages(client: StoreClient, { folder, folderId, messageId, logon }: WritePlace): Promise<void> {
  const [id, ids] = [{ messageId: idOf(messageId) }, { messageIds: [idOf(messageId)] }];
  await client.run(rops.setMessageStatus, { ...id, flags: 1, mask: 1 }, folder);
  await client.run(rops.getMessageStatus, id, folder);
  await client.run(rops.setReadFlags, { wantAsynchronous: false, readFlags: 0, ...ids }, folder);
  const opening = { codePage: codePageOfLogon, folderId: idOf(folderId), openModeFlags: 1, ...id };
  const { handle } = await client.run(rops.openMessage, opening, logon);
  await client.run(rops.setMessageReadFlag, { outputIndex: 0, inputIndex: 0, readFlags: 4 }, handle);
}

async function makeFolder(client: StoreClient, folder: number, name: string) {
  const made = { unicode: true, openExisting: true, reserved: 0, name, comment: '' };
  return client.run(rops.createFolder, { folderType: 1, folder: made }, folder);
}

async function writeFolders(client: StoreClient, { folder }: WritePlace): Promise<void> {
  const one = await makeFolder(client, folder, 'one');
  const two = await makeFolder(client, folder, 'two');
  const placed = { unicode: true, folderId: one.value.folderId, name: 'moved' };
  const request = { wantAsynchronous: false, wantRecursive: true, folder: placed };
  await runWith(client, rops.copyFolder, request, { handle: folder, other: two.handle });
  await runWith(
    client,
    rops.moveFolder,
    { ...request, folder: { ...placed, name: 'other' } },
    { handle: folder, other: two.handle },
  );
  await client.run(rops.emptyFolder, { wantAsynchronous: false, wantDeleteAssociated: true }, two.handle);
  const emptying = { wantAsynchronous: false, wantDeleteAssociated: true };
  await client.run(rops.hardDeleteMessagesAndSubfolders, emptying, two.handle);
  await client.run(rops.deleteFolder, { deleteFolderFlags: 5, folderId: two.value.folderId }, folder);
}

async function copyBetween(client: StoreClient, place: WritePlace, message: number): Promise<void> {
  const { folder, folderId, messageId } = place;
  const moving = { messageIds: [idOf(messageId)], wantAsynchronous: false, wantCopy: true };
  await runWith(client, rops.moveCopyMessages, moving, { handle: folder, other: folder });
  const creation = { codePage: codePageOfLogon, folderId: idOf(folderId), associated: false };
  const { handle: other } = await client.run(rops.createMessage, creation, folder);
  const copying = { wantAsynchronous: false, wantSubObjects: true, copyFlags: 0, tags: [pidTag.subject] };
  await runWith(client, rops.copyTo, copying, { handle: message, other });
  await runWith(client, rops.copyProperties, copying, { handle: message, other });
  await client.fail(rops.progress, { wantCancel: false }, folder);
  await client.fail(rops.transportSend, {}, other);
}

async function deleteAll(client: StoreClient, { folder, messageId }: WritePlace): Promise<void> {
  const deletion = { wantAsynchronous: false, notifyNonRead: false, messageIds: [idOf(messageId)] };
  await client.run(rops.deleteMessages, deletion, folder);
  await client.run(rops.hardDeleteMessages, deletion, folder);
}

async function askStore(client: StoreClient, { logon, folderId, messageId }: WritePlace): Promise<void> {
  await client.run(rops.getReceiveFolder, { messageClass: 'IPM.Note' }, logon);
  await client.run(rops.getReceiveFolderTable, {}, logon);
  await client.run(rops.getStoreState, {}, logon);
  await client.run(rops.publicFolderIsGhosted, { folderId: idOf(folderId) }, logon);
  await client.fail(rops.getOwningServers, { folderId: idOf(folderId) }, logon);
  await client.run(rops.getPerUserLongTermIds, { databaseGuid: '11111111-2222-3333-4444-555555555555' }, logon);
  await client.run(rops.getAddressTypes, {}, logon);
  await client.run(rops.getTransportFolder, {}, logon);
  await client.run(rops.optionsData, { addressType: 'SMTP', wantWin32: 0 }, logon);
  await client.fail(rops.abortSubmit, { folderId: idOf(folderId), messageId: idOf(messageId) }, logon);
  await client.run(rops.setReceiveFolder, { folderId: idOf(folderId), messageClass: 'IPM.Note.Fax' }, logon);
  await client.fail(rops.getPerUserGuid, { longTermId: somewhere }, logon);
  const reading = { folderId: somewhere, reserved: 0, dataOffset: 0, maxDataSize: 0 };
  await client.run(rops.readPerUserInformation, reading, logon);
  const information = { folderId: somewhere, hasFinished: true, dataOffset: 0, data: nothing, replicaGuid: guid };
  await client.run(rops.writePerUserInformation, { information }, logon);
  await client.run(rops.setSpooler, {}, logon);
  await client.fail(rops.spoolerLockMessage, { messageId: idOf(messageId), lockState: 0 }, logon);
  const mail = { messageId: idOf(messageId), folderId: idOf(folderId), messageClass: 'IPM', messageFlags: 0 };
  await client.fail(rops.transportNewMail, mail, logon);
}

async function search(client: StoreClient, { folder, folderId }: WritePlace): Promise<void> {
  const named = { unicode: true, openExisting: true, reserved: 0, name: 'found', comment: '' };
  const { handle } = await client.run(rops.createFolder, { folderType: 2, folder: named }, folder);
  const restriction = { kind: 'exist', tag: pidTag.subject } as const;
  await client.run(rops.setSearchCriteria, { restriction, folderIds: [idOf(folderId)], searchFlags: 4 }, handle);
  const ask = { unicode: true, includeRestriction: true, includeFolders: true };
  await client.run(rops.getSearchCriteria, ask, handle);
  await client.run(rops.getContentsTable, { tableFlags: 0 }, handle);
}

/** Who may do what in a folder, and what is done with mail that comes there. */
async function decide(client: StoreClient, { folder, logon }: WritePlace): Promise<void> {
  await client.run(rops.getPermissionsTable, { tableFlags: 0 }, folder);
  const everybody = [
    { tag: pidTag.memberId, value: 0n },
    { tag: pidTag.memberRights, value: 0 },
  ];
  const change = { modifyFlags: 0, changes: [{ flags: rowChange.modify, values: everybody }] };
  await client.run(rops.modifyPermissions, change, folder);
  const rule = [
    { tag: pidTag.ruleProvider, value: 'test' },
    { tag: pidTag.ruleState, value: 0 },
    { tag: pidTag.ruleCondition, value: ropRestriction.encode({ kind: 'exist', tag: pidTag.subject }) },
    { tag: pidTag.ruleActions, value: Buffer.from('010009000b0000000000000000', 'hex') },
  ];
  await client.run(rops.modifyRules, { modifyFlags: 1, changes: [{ flags: rowChange.add, values: rule }] }, folder);
  await client.run(rops.getRulesTable, { tableFlags: 0x40 }, folder);
  const entryIds = { serverEntryId: nothing, clientEntryId: nothing };
  await client.fail(rops.updateDeferredActionMessages, entryIds, logon);
}

async function uploadChanges(client: StoreClient, { folder, logon }: WritePlace): Promise<void> {
  const configuration = { sourceOperation: 1, copyFlags: 0 };
  const { handle: destination } = await client.run(rops.fastTransferDestinationConfigure, configuration, folder);
  await client.run(rops.tellVersion, { version: [6, 5, 0] }, destination);
  await client.run(rops.fastTransferDestinationPutBuffer, { data: nothing }, destination);
  await client.run(rops.fastTransferDestinationPutBufferExtended, { data: nothing }, destination);
  const { value } = await client.run(rops.getLocalReplicaIds, { count: 9 }, logon);
  const last = { replicaGuid: value.replicaGuid, counter: value.firstCounter };
  await client.run(rops.setLocalReplicaMidsetDeleted, { ranges: [{ first: last, last }] }, folder);
  const { handle: contents } = await client.run(
    rops.synchronizationOpenCollector,
    { isContentsCollector: true },
    folder,
  );
  await client.fail(rops.synchronizationImportMessageChange, { importFlag: 0, values: [] }, contents);
  const empty = { sourceFolderId: nothing, sourceMessageId: nothing, predecessorChangeList: nothing };
  const move = { ...empty, destinationMessageId: nothing, changeNumber: nothing };
  await client.fail(rops.synchronizationImportMessageMove, move, contents);
  await client.run(rops.synchronizationImportReadStateChanges, { readStates: [] }, contents);
  await client.fail(rops.synchronizationImportDeletes, { importDeleteFlags: 0, values: [] }, contents);
  await client.fail(rops.synchronizationImportHierarchyChange, { hierarchyValues: [], values: [] }, contents);
}

async function askTables(client: StoreClient, { folder }: WritePlace): Promise<void> {
  const { handle: table } = await client.run(rops.getContentsTable, { tableFlags: 0 }, folder);
  await client.run(rops.setColumns, { setColumnsFlags: 0, tags: [pidTag.subject] }, table);
  await client.run(rops.queryColumnsAll, {}, table);
  await client.run(rops.getStatus, {}, table);
  await client.fail(rops.abort, {}, table);
  await client.run(rops.seekRowFractional, { numerator: 1, denominator: 2 }, table);
  await client.run(rops.queryPosition, {}, table);
  const { value } = await client.run(rops.createBookmark, {}, table);
  const { bookmark } = value;
  await client.run(rops.seekRowBookmark, { bookmark, rowCount: 1, wantRowMovedCount: true }, table);
  const nothing = new Uint8Array();
  await client.fail(rops.findRow, { findRowFlags: 0, restriction: undefined, origin: 0, bookmark: nothing }, table);
  await client.run(rops.freeBookmark, { bookmark }, table);
  await client.fail(rops.expandRow, { maxRowCount: 1, categoryId: 0n }, table);
  await client.fail(rops.collapseRow, { categoryId: 0n }, table);
  await client.fail(rops.getCollapseState, { rowId: 0n, rowInstance: 0 }, table);
  await client.fail(rops.setCollapseState, { collapseState: nothing }, table);
  await client.run(rops.resetTable, {}, table);
}

const nothing = new Uint8Array();
const guid = '11111111-2222-3333-4444-555555555555';
const somewhere = { replicaGuid: guid, counter: 1 };
