import { emsmdb } from '@cutover/wire/emsmdb';
import { globalId, type ShortId } from '@cutover/wire/ics';
import { pidTag } from '@cutover/wire/properties';
import {
  recipientAddressType,
  recipientFlag,
  recipientRow,
  restriction as ropRestriction,
  rops,
} from '@cutover/wire/rop';
import { firstMessage, open, openInbox, place, StoreScript } from './record-store.ts';
import { type Conversation, record } from './recording.ts';

const onLogon = { inputIndex: place.logon };
const onFolder = { inputIndex: place.folder };
const onMessage = { inputIndex: place.message };
const onStream = { inputIndex: place.stream };
const onTable = { inputIndex: place.table };
/** An answer that names the place of the object itself. */
const saved = { inputIndex: place.message, outputIndex: place.message };
const nothing = new Uint8Array();
const guid = '11111111-2222-3333-4444-555555555555';

/** A session that changes a mailbox by every ROP that can. */
export function recordWriting(proxyPort: number): Promise<Conversation> {
  return record(proxyPort, { port: 6001, interface: emsmdb }, async (recorder) => {
    const session = await open(recorder);
    const script = new StoreScript(recorder, session);
    const folderId = await openInbox(script);
    const messageId = await firstMessage(script);
    await subscribe(script, folderId);
    await compose(script, folderId);
    await stream(script);
    await finish(script, folderId);
    await mark(script, messageId);
    await arrangeFolders(script, messageId);
    await script.run(rops.submitMessage, { submitFlags: 0 }, onMessage);
    await script.run(rops.emptyFolder, { wantAsynchronous: false, wantDeleteAssociated: true }, onFolder);
    const emptying = { wantAsynchronous: false, wantDeleteAssociated: true };
    await script.run(rops.hardDeleteMessagesAndSubfolders, emptying, onFolder);
  });
}

/** A session that asks the store and tables for what is no message, and for what there is not. */
export function recordAsking(proxyPort: number): Promise<Conversation> {
  return record(proxyPort, { port: 6001, interface: emsmdb }, async (recorder) => {
    const session = await open(recorder);
    const script = new StoreScript(recorder, session);
    const folderId = await openInbox(script);
    const messageId = await firstMessage(script);
    await decide(script, { folderId, messageId });
    await uploadChanges(script, { folderId, messageId });
    await askTables(script);
    await askStore(script, { folderId, messageId });
  });
}

async function subscribe(script: StoreScript, folderId: ShortId): Promise<void> {
  const object = { folderId, messageId: { replicaId: 0, counter: 0 } };
  const at = { ...onLogon, outputIndex: place.subscription };
  await script.run(rops.registerNotification, { subscription: { types: 0x7e, object: undefined } }, at);
  await script.run(rops.registerNotification, { subscription: { types: 0x47e, object } }, at);
}

async function compose(script: StoreScript, folderId: ShortId): Promise<void> {
  const creation = { codePage: 0x0fff, folderId, associated: false };
  await script.run(rops.createMessage, creation, { ...onFolder, outputIndex: place.message });
  const values = [
    { tag: pidTag.subject, value: 'written' },
    { tag: pidTag.importance, value: 2 },
    { tag: 0x8000101e, value: ['a', 'b'] },
  ];
  await script.run(rops.setProperties, { values }, onMessage);
  await script.run(rops.setPropertiesNoReplicate, { values }, onMessage);
  await script.run(rops.deleteProperties, { tags: [pidTag.importance] }, onMessage);
  await script.run(rops.deletePropertiesNoReplicate, { tags: [pidTag.importance] }, onMessage);
  await script.run(rops.removeAllRecipients, { reserved: 0 }, onMessage);
  const row = recipientRow([pidTag.objectType]).encode({
    flags: recipientAddressType.smtp | recipientFlag.unicode | recipientFlag.emailAddress | recipientFlag.displayName,
    emailAddress: 'nobody@contoso.com',
    displayName: 'Nobody',
    columns: [6],
  });
  const recipients = [{ rowId: 0, type: 1, row }];
  await script.run(rops.modifyRecipients, { columns: [pidTag.objectType], recipients }, onMessage);
  await attach(script);
}

async function attach(script: StoreScript): Promise<void> {
  const at = { inputIndex: place.attachment, outputIndex: place.attachment };
  await script.run(rops.createAttachment, {}, { ...onMessage, outputIndex: place.attachment });
  const values = [{ tag: pidTag.attachLongFilename, value: 'a.txt' }];
  await script.run(rops.setProperties, { values }, at);
  await script.run(rops.saveChangesAttachment, { saveFlags: 2 }, at);
  await script.run(rops.getValidAttachments, {}, onMessage);
  await script.run(rops.deleteAttachment, { attachmentId: 0 }, onMessage);
}

async function stream(script: StoreScript): Promise<void> {
  const opening = { tag: pidTag.body, openModeFlags: 2 };
  await script.run(rops.openStream, opening, { ...onMessage, outputIndex: place.stream });
  const data = Buffer.from('some text', 'utf16le');
  await script.run(rops.writeStream, { data }, onStream);
  await script.run(rops.writeStreamExtended, { data }, onStream);
  await script.run(rops.writeAndCommitStream, { data }, onStream);
  await script.run(rops.setStreamSize, { streamSize: 10n }, onStream);
  await script.run(rops.seekStream, { origin: 0, offset: 2n }, onStream);
  const region = { offset: 0n, size: 1n, lockFlags: 0 };
  await script.run(rops.lockRegionStream, region, onStream);
  await script.run(rops.unlockRegionStream, region, onStream);
  await script.run(rops.cloneStream, {}, { ...onStream, outputIndex: place.other });
  const other = { tag: pidTag.html, openModeFlags: 2 };
  await script.run(rops.openStream, other, { ...onMessage, outputIndex: place.other });
  await script.run(rops.copyToStream, { destinationIndex: place.other, byteCount: 100n }, onStream);
  await script.run(rops.commitStream, {}, onStream);
}

async function finish(script: StoreScript, folderId: ShortId): Promise<void> {
  await script.run(rops.saveChangesMessage, { saveFlags: 2 }, saved);
  await script.run(rops.setMessageReadFlag, { readFlags: 0 }, saved);
  await script.run(rops.reloadCachedInformation, { reserved: 0 }, onMessage);
  await script.run(rops.queryNamedProperties, { queryFlags: 0, set: undefined }, onMessage);
  const creation = { codePage: 0x0fff, folderId, associated: true };
  await script.run(rops.createMessage, creation, { ...onFolder, outputIndex: place.other });
  const copying = { destinationIndex: place.other, wantAsynchronous: false, copyFlags: 0, tags: [pidTag.subject] };
  await script.run(rops.copyTo, { ...copying, wantSubObjects: true }, onMessage);
  await script.run(rops.copyProperties, copying, onMessage);
  await script.run(rops.progress, { wantCancel: false }, onFolder);
}

async function mark(script: StoreScript, messageId: ShortId): Promise<void> {
  await script.run(rops.setMessageStatus, { messageId, flags: 1, mask: 1 }, onFolder);
  await script.run(rops.getMessageStatus, { messageId }, onFolder);
  await script.run(rops.setReadFlags, { wantAsynchronous: false, readFlags: 0, messageIds: [messageId] }, onFolder);
}

async function arrangeFolders(script: StoreScript, messageId: ShortId): Promise<void> {
  const named = { unicode: true, openExisting: true, reserved: 0, name: 'made', comment: 'why' };
  const at = { ...onFolder, outputIndex: place.other };
  const made = await script.run(rops.createFolder, { folderType: 1, folder: named }, at);
  const folderId = made?.folderId ?? messageId;
  const folder = { unicode: true, folderId, name: 'placed' };
  const placed = { destinationIndex: place.folder, wantAsynchronous: false, folder };
  await script.run(rops.copyFolder, { ...placed, wantRecursive: true }, onFolder);
  await script.run(rops.moveFolder, placed, onFolder);
  const moving = { destinationIndex: place.other, messageIds: [messageId], wantAsynchronous: false, wantCopy: true };
  await script.run(rops.moveCopyMessages, moving, onFolder);
  const criteria = { unicode: true, includeRestriction: true, includeFolders: true };
  await script.run(rops.getSearchCriteria, criteria, onFolder);
  const restriction = { kind: 'exist', tag: pidTag.subject } as const;
  await script.run(rops.setSearchCriteria, { restriction, folderIds: [], searchFlags: 0 }, onFolder);
  await script.run(rops.deleteFolder, { deleteFolderFlags: 5, folderId }, onFolder);
  const deletion = { wantAsynchronous: false, notifyNonRead: false, messageIds: [messageId] };
  await script.run(rops.deleteMessages, deletion, onFolder);
  await script.run(rops.hardDeleteMessages, deletion, onFolder);
}

interface Ids {
  readonly folderId: ShortId;
  readonly messageId: ShortId;
}

async function askStore(script: StoreScript, { folderId, messageId }: Ids): Promise<void> {
  await script.run(rops.getReceiveFolder, { messageClass: 'IPM.Note' }, onLogon);
  await script.run(rops.getReceiveFolderTable, {}, onLogon);
  await script.run(rops.setReceiveFolder, { folderId, messageClass: 'IPM' }, onLogon);
  await script.run(rops.getStoreState, {}, onLogon);
  await script.run(rops.publicFolderIsGhosted, { folderId }, onLogon);
  await script.run(rops.getOwningServers, { folderId }, onLogon);
  await script.run(rops.getPerUserLongTermIds, { databaseGuid: guid }, onLogon);
  await script.run(rops.getPerUserGuid, { longTermId: { replicaGuid: guid, counter: 1 } }, onLogon);
  const reading = { folderId: { replicaGuid: guid, counter: 1 }, reserved: 0, dataOffset: 0, maxDataSize: 0 };
  await script.run(rops.readPerUserInformation, reading, onLogon);
  await script.run(rops.getAddressTypes, {}, onLogon);
  await script.run(rops.getTransportFolder, {}, onLogon);
  await script.run(rops.optionsData, { addressType: 'SMTP', wantWin32: 0 }, onLogon);
  await script.run(rops.abortSubmit, { folderId, messageId }, onLogon);
  await script.run(rops.setSpooler, {}, onLogon);
  await script.run(rops.spoolerLockMessage, { messageId, lockState: 0 }, onLogon);
  await script.run(rops.transportNewMail, { messageId, folderId, messageClass: 'IPM', messageFlags: 0 }, onLogon);
  await script.run(rops.transportSend, {}, { inputIndex: place.other });
}

async function askTables(script: StoreScript): Promise<void> {
  await script.run(rops.getContentsTable, { tableFlags: 0 }, { ...onFolder, outputIndex: place.table });
  await script.run(rops.setColumns, { setColumnsFlags: 0, tags: [pidTag.subject] }, onTable);
  await script.run(rops.queryColumnsAll, {}, onTable);
  await script.run(rops.getStatus, {}, onTable);
  await script.run(rops.abort, {}, onTable);
  await script.run(rops.queryPosition, {}, onTable);
  await script.run(rops.seekRowFractional, { numerator: 1, denominator: 2 }, onTable);
  const bookmark = (await script.run(rops.createBookmark, {}, onTable))?.bookmark ?? nothing;
  await script.run(rops.seekRowBookmark, { bookmark, rowCount: 1, wantRowMovedCount: true }, onTable);
  const restriction = { kind: 'exist', tag: pidTag.subject } as const;
  await script.run(rops.findRow, { findRowFlags: 0, restriction, origin: 0, bookmark: nothing }, onTable);
  await script.run(rops.freeBookmark, { bookmark }, onTable);
  await script.run(rops.expandRow, { maxRowCount: 1, categoryId: 0n }, onTable);
  await script.run(rops.collapseRow, { categoryId: 0n }, onTable);
  await script.run(rops.getCollapseState, { rowId: 0n, rowInstance: 0 }, onTable);
  await script.run(rops.setCollapseState, { collapseState: nothing }, onTable);
  await script.run(rops.resetTable, {}, onTable);
}

/** Searches, permissions and rules of a folder. */
async function decide(script: StoreScript, { folderId }: Ids): Promise<void> {
  const [at, onOther] = [{ ...onFolder, outputIndex: place.other }, { inputIndex: place.other }];
  const named = { unicode: true, openExisting: true, reserved: 0, name: 'found', comment: '' };
  await script.run(rops.createFolder, { folderType: 2, folder: named }, at);
  const restriction = { kind: 'exist', tag: pidTag.subject } as const;
  await script.run(rops.setSearchCriteria, { restriction, folderIds: [folderId], searchFlags: 4 }, onOther);
  const ask = { unicode: true, includeRestriction: true, includeFolders: true };
  await script.run(rops.getSearchCriteria, ask, onOther);
  await script.run(rops.getContentsTable, { tableFlags: 0 }, { ...onOther, outputIndex: place.table });
  const rights = [
    { tag: pidTag.memberId, value: 0n },
    { tag: pidTag.memberRights, value: 1 },
  ];
  await script.run(rops.modifyPermissions, { modifyFlags: 0, changes: [{ flags: 2, values: rights }] }, onFolder);
  await script.run(rops.getPermissionsTable, { tableFlags: 0 }, at);
  const rule = [
    { tag: pidTag.ruleProvider, value: 'fuzz' },
    { tag: pidTag.ruleState, value: 1 },
    { tag: pidTag.ruleCondition, value: ropRestriction.encode(restriction) },
    { tag: pidTag.ruleActions, value: Buffer.from('010009000b0000000000000000', 'hex') },
  ];
  await script.run(rops.modifyRules, { modifyFlags: 1, changes: [{ flags: 1, values: rule }] }, onFolder);
  await script.run(rops.getRulesTable, { tableFlags: 0 }, at);
  const entryIds = { serverEntryId: nothing, clientEntryId: nothing };
  await script.run(rops.updateDeferredActionMessages, entryIds, onLogon);
}

/** One message of a FastTransfer stream: a subject, a recipient, an attachment. */
const messageStream = Buffer.from(
  [
    '03000c40',
    '1f00370006000000680069000000',
    '03000340',
    '0300003000000000',
    '03000440',
    '03000040',
    '0300210e00000000',
    '03000e40',
    '03000d40',
  ].join(''),
  'hex',
);

/** What a mailbox in cached mode uploads. */
async function uploadChanges(script: StoreScript, { folderId, messageId }: Ids): Promise<void> {
  const [at, onOther] = [{ ...onFolder, outputIndex: place.other }, { inputIndex: place.other }];
  await script.run(rops.fastTransferDestinationConfigure, { sourceOperation: 3, copyFlags: 0 }, at);
  await script.run(rops.tellVersion, { version: [6, 5, 0] }, onOther);
  await script.run(rops.fastTransferDestinationPutBuffer, { data: messageStream }, onOther);
  await script.run(rops.fastTransferDestinationPutBufferExtended, { data: messageStream }, onOther);
  const ids = await script.run(rops.getLocalReplicaIds, { count: 3 }, onLogon);
  const { replicaGuid, firstCounter } = ids ?? { replicaGuid: guid, firstCounter: 1 };
  const key = (counter: number): Uint8Array => globalId.encode({ replicaGuid, counter });
  const id = { replicaGuid, counter: firstCounter + 2 };
  await script.run(rops.setLocalReplicaMidsetDeleted, { ranges: [{ first: id, last: id }] }, onFolder);
  const change = (counter: number) => [
    { tag: pidTag.sourceKey, value: key(counter) },
    { tag: pidTag.lastModificationTime, value: 1n },
    { tag: pidTag.changeKey, value: key(7) },
    { tag: pidTag.predecessorChangeList, value: Buffer.concat([Uint8Array.of(22), key(7)]) },
  ];
  await script.run(rops.synchronizationOpenCollector, { isContentsCollector: true }, at);
  const imported = { importFlag: 0, values: change(firstCounter) };
  await script.run(rops.synchronizationImportMessageChange, imported, { ...onOther, outputIndex: place.message });
  await script.run(rops.saveChangesMessage, { saveFlags: 2 }, saved);
  const readStates = [{ messageId: key(firstCounter), markAsRead: true }];
  await script.run(rops.synchronizationImportReadStateChanges, { readStates }, onOther);
  const move = {
    sourceFolderId: key(folderId.counter),
    sourceMessageId: key(messageId.counter),
    predecessorChangeList: nothing,
    destinationMessageId: key(firstCounter + 1),
    changeNumber: key(8),
  };
  await script.run(rops.synchronizationImportMessageMove, move, onOther);
  const values = [{ tag: 0x1102, value: [key(firstCounter)] }];
  await script.run(rops.synchronizationImportDeletes, { importDeleteFlags: 0, values }, onOther);
  await script.run(rops.synchronizationGetTransferState, {}, { ...onOther, outputIndex: place.transfer });
  await script.run(rops.synchronizationOpenCollector, { isContentsCollector: false }, at);
  const hierarchyValues = [
    { tag: pidTag.parentSourceKey, value: nothing },
    ...change(firstCounter + 1),
    { tag: pidTag.displayName, value: 'uploaded' },
  ];
  await script.run(rops.synchronizationImportHierarchyChange, { hierarchyValues, values: [] }, onOther);
  const information = { hasFinished: true, dataOffset: 0, data: nothing, replicaGuid: guid };
  const written = { ...information, folderId: { replicaGuid: guid, counter: 1 } };
  await script.run(rops.writePerUserInformation, { information: written }, onLogon);
  await script.run(rops.openFolder, { folderId, openModeFlags: 0 }, { ...onLogon, outputIndex: place.folder });
}
