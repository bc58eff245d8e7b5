import { pidTag, propertyType, type PropertyTag, type PropertyValue, typeOfTag } from '@cutover/wire/properties';
import { errorCode, importDeleteFlag, importFlag, rops, type TaggedValue } from '@cutover/wire/rop';
import { exchangeProfiles } from '../../../profiles/exchange-profile.ts';
import type { Folder } from '../../../store/folder.ts';
import type { Message } from '../../../store/message.ts';
import { compareForms, counterOfKey, listOf, mergedPredecessors, predecessorsOf } from '../objects/change-keys.ts';
import { Collector } from '../objects/collector.ts';
import { editObject } from '../objects/edit-object.ts';
import { noId } from '../objects/ids.ts';
import { storedProperty } from '../objects/incoming-value.ts';
import { OpenedMessage, type UploadedChange } from '../objects/opened-message.ts';
import { invalidParameter, notFound, notSupported, RopFailure } from '../rop-failure.ts';
import { defineChange, defineHandler, objectOf, type RopCall } from '../rop-handler.ts';
import { folderOf } from './folder.ts';

const openCollector = defineHandler(rops.synchronizationOpenCollector, (call, { isContentsCollector }) => {
  const object = objectOf(call, 'folder');
  const about = isContentsCollector ? 'contents' : 'hierarchy';
  call.open(new Collector(object.logon, folderOf(object).id, about));
  return {};
});

/** The collector that the ROP was called on, which must take what it brings. */
function collectorOf(call: RopCall, about: Collector['about']): Collector {
  const collector = objectOf(call, 'collector');
  if (collector.about !== about) throw notSupported();
  folderOf({ kind: 'folder', logon: collector.logon, folderId: collector.folderId });
  return collector;
}

/** The value of a property that an import must bring. */
function required<T extends PropertyValue>(
  values: readonly TaggedValue[],
  tag: PropertyTag,
  is: (value: PropertyValue) => value is T,
): T {
  const found = values.find((one) => one.tag === tag)?.value;
  if (found === undefined || !is(found)) throw invalidParameter();
  return found;
}

const isBytes = (value: PropertyValue): value is Uint8Array => value instanceof Uint8Array;
const isTime = (value: PropertyValue): value is bigint => typeof value === 'bigint';
const isText = (value: PropertyValue): value is string => typeof value === 'string';

const bytesIn = (values: readonly TaggedValue[], tag: PropertyTag): Uint8Array =>
  Uint8Array.from(required(values, tag, isBytes));

/** The id behind a source key: one that this server gave, be it to an object or for later use. */
function idBehind({ logon: { mailbox } }: Collector, key: Uint8Array): number {
  const id = counterOfKey(mailbox, key);
  if (id === undefined || id === 0 || id > mailbox.lastChangeNumber) throw invalidParameter();
  return id;
}

function changeIn(collector: Collector, values: readonly TaggedValue[]): UploadedChange {
  return {
    id: idBehind(collector, bytesIn(values, pidTag.sourceKey)),
    modifiedAt: required(values, pidTag.lastModificationTime, isTime),
    lineage: {
      changeKey: bytesIn(values, pidTag.changeKey),
      predecessors: bytesIn(values, pidTag.predecessorChangeList),
    },
  };
}

/** Refuses what the server has already, and a conflict if it is to be refused; else the upload wins. [MS-OXCFXICS] 3.1.5.6.2 */
function admit(
  { logon: { mailbox } }: Collector,
  change: UploadedChange,
  here: Message | Folder,
  { failOnConflict }: { failOnConflict: boolean },
): void {
  const standing = compareForms(change.lineage.predecessors, predecessorsOf(mailbox, here));
  if (standing === 'known') throw new RopFailure(errorCode.syncIgnore);
  if (standing === 'conflict' && failOnConflict) throw new RopFailure(errorCode.syncConflict);
}

/** What the message has gone through when it is saved: what was uploaded, the upload itself, and what it replaces. */
function lineageAfter(
  { logon: { mailbox } }: Collector,
  { lineage }: UploadedChange,
  here: Message | undefined,
): UploadedChange['lineage'] {
  const { changeKey, predecessors } = lineage;
  const own = changeKey === undefined ? [] : [listOf(changeKey)];
  const before = here === undefined ? [] : [predecessorsOf(mailbox, here)];
  return { ...lineage, predecessors: mergedPredecessors([predecessors, ...own, ...before]) };
}

/** Opens the message as it is uploaded, empty: it gets its properties by further ROPs, and is saved. [MS-OXCFXICS] 3.2.5.9.4.2 */
const importMessageChange = defineChange(
  rops.synchronizationImportMessageChange,
  (call, { importFlag: flags, values }) => {
    const collector = collectorOf(call, 'contents');
    const { logon, folderId } = collector;
    const uploaded = changeIn(collector, values);
    const here = logon.mailbox.message(uploaded.id);
    if (logon.mailbox.folder(uploaded.id) !== undefined) throw invalidParameter();
    if (here !== undefined && here.folderId !== folderId) throw new RopFailure(errorCode.syncObjectDeleted);
    const failOnConflict = (flags & importFlag.failOnConflict) !== 0;
    if (here !== undefined) admit(collector, uploaded, here, { failOnConflict });
    const change = { ...uploaded, lineage: lineageAfter(collector, uploaded, here) };
    const associated = (flags & importFlag.associated) !== 0;
    const saved = (message: Message): void => collector.saw(message);
    const opened = new OpenedMessage(logon, { kind: 'uploaded', folderId, associated, change, here, saved });
    if (here === undefined) opened.edit({ set: [{ tag: pidTag.creationTime, value: change.modifiedAt }] });
    call.open(opened);
    return { messageId: noId };
  },
);

/** The folder that an uploaded one is in: an empty key stands for the collector's own. */
function parentIn(collector: Collector, values: readonly TaggedValue[]): number {
  const key = required(values, pidTag.parentSourceKey, isBytes);
  const id = key.length === 0 ? collector.folderId : counterOfKey(collector.logon.mailbox, key);
  if (id === undefined || collector.logon.mailbox.folder(id) === undefined)
    throw new RopFailure(errorCode.syncNoParent);
  return id;
}

interface UploadedFolder {
  readonly change: UploadedChange;
  readonly parentId: number;
  readonly name: string;
}

/** Makes or changes a folder as it was uploaded; its further properties follow. */
function placeFolder(collector: Collector, { change, parentId, name }: UploadedFolder): Folder {
  const { mailbox } = collector.logon;
  const { id, lineage } = change;
  const here = mailbox.folder(id);
  if (here === undefined) {
    if (mailbox.message(id) !== undefined) throw invalidParameter();
    return mailbox.createFolder(parentId, { name, id, lineage });
  }
  admit(collector, change, here, { failOnConflict: false });
  if (here.parentId !== parentId) mailbox.moveFolder(id, parentId, { name });
  return here;
}

const importHierarchyChange = defineChange(
  rops.synchronizationImportHierarchyChange,
  (call, { hierarchyValues, values }) => {
    const collector = collectorOf(call, 'hierarchy');
    const { logon } = collector;
    const change = changeIn(collector, hierarchyValues);
    const name = required(hierarchyValues, pidTag.displayName, isText);
    const { id } = placeFolder(collector, { change, parentId: parentIn(collector, hierarchyValues), name });
    const set = values.map((value) => storedProperty(value, call.session)).filter((property) => property !== undefined);
    editObject({ kind: 'folder', logon, folderId: id }, { set: [...set, { tag: pidTag.displayName, value: name }] });
    collector.sawFolder(logon.mailbox.editFolder(id, { lineage: change.lineage }));
    return { folderId: noId };
  },
);

/** Deletes a message of the folder, or a folder below it; what is not there is deleted already. */
function deleteOne({ logon: { mailbox }, folderId, about }: Collector, id: number): void {
  if (about === 'contents' && mailbox.message(id)?.folderId === folderId) mailbox.deleteMessage(id);
  const isBelow = mailbox.descendants(folderId).some((folder) => folder.id === id);
  if (about === 'hierarchy' && isBelow) mailbox.deleteFolder(id);
}

/** The source keys are one property without an id. [MS-OXCFXICS] 2.2.3.2.4.5.1 */
function keysIn(values: readonly TaggedValue[]): readonly Uint8Array[] {
  const [keys, ...others] = values;
  if (keys === undefined || others.length > 0 || typeOfTag(keys.tag) !== propertyType.mvBinary)
    throw invalidParameter();
  return keys.value as readonly Uint8Array[];
}

const knownDeletion = importDeleteFlag.hierarchy | importDeleteFlag.hard;
const [major2007] = exchangeProfiles['2007'].version;

/**
 * Up to Exchange 2007 no message is deleted for good by an upload; 2003 passes over flags without a meaning.
 * [MS-OXCFXICS] 3.2.5.9.4.5 and appendix A
 */
function checkDeletion({ context }: RopCall, flags: number): void {
  const [major] = context.version ?? exchangeProfiles['2003'].version;
  if (major <= major2007 && (flags & knownDeletion) === importDeleteFlag.hard) throw notSupported();
  if ((flags & ~knownDeletion) === 0 || major < major2007) return;
  throw major === major2007 ? notSupported() : invalidParameter();
}

const importDeletes = defineChange(rops.synchronizationImportDeletes, (call, { importDeleteFlags, values }) => {
  const collector = objectOf(call, 'collector');
  checkDeletion(call, importDeleteFlags);
  const isOfFolders = (importDeleteFlags & importDeleteFlag.hierarchy) !== 0;
  if (isOfFolders !== (collector.about === 'hierarchy')) throw notSupported();
  for (const key of keysIn(values)) {
    const id = idBehind(collector, key);
    deleteOne(collector, id);
    collector.sawDeletion(id);
  }
  return {};
});

/**
 * Moves a message into the collector's folder, where it has an id that the client set aside. It keeps the keys that it has
 * here if the client's form is newer, which is told. [MS-OXCFXICS] 3.2.5.9.4.6
 */
const importMessageMove = defineChange(rops.synchronizationImportMessageMove, (call, request) => {
  const collector = collectorOf(call, 'contents');
  const { mailbox } = collector.logon;
  const message = mailbox.message(idBehind(collector, request.sourceMessageId));
  if (message === undefined || message.folderId !== idBehind(collector, request.sourceFolderId)) throw notFound();
  const id = idBehind(collector, request.destinationMessageId);
  if (mailbox.message(id) !== undefined || mailbox.folder(id) !== undefined) throw invalidParameter();
  const lineage = {
    changeKey: Uint8Array.from(request.changeNumber),
    predecessors: Uint8Array.from(request.predecessorChangeList),
  };
  const isNewer = compareForms(lineage.predecessors, predecessorsOf(mailbox, message)) === 'newer';
  const moved = mailbox.moveMessage(message.id, collector.folderId, { id, ...(!isNewer && { lineage }) });
  if (isNewer) throw new RopFailure(errorCode.newerClientChange);
  collector.saw(moved);
  return { messageId: noId };
});

const importReadStateChanges = defineChange(rops.synchronizationImportReadStateChanges, (call, { readStates }) => {
  const collector = collectorOf(call, 'contents');
  const { mailbox } = collector.logon;
  for (const { messageId, markAsRead } of readStates) {
    const message = mailbox.message(idBehind(collector, messageId));
    if (message?.folderId !== collector.folderId) continue;
    collector.sawRead(mailbox.markRead(message.id, { read: markAsRead }));
  }
  return {};
});

export const syncImportHandlers = [
  openCollector,
  importMessageChange,
  importHierarchyChange,
  importDeletes,
  importMessageMove,
  importReadStateChanges,
];
