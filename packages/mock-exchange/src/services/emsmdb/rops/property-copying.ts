import type { StoredProperty } from '@cutover/content';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import { copyFlag, errorCode, rops } from '@cutover/wire/rop';
import { bagOf } from '../objects/bag-of.ts';
import { isComputed } from '../objects/computed-tags.ts';
import { editObject, type WritableObject } from '../objects/edit-object.ts';
import { storedKey } from '../objects/incoming-value.ts';
import type { FolderObject } from '../objects/server-object.ts';
import { invalidParameter, notSupported, RopFailure } from '../rop-failure.ts';
import { defineChange, objectOf, type RopCall } from '../rop-handler.ts';
import { writable } from './property-writing.ts';

/** The object that another one's properties are copied to, which must be of the same kind. [MS-OXCPRPT] 3.2.5.7 */
function destinationOf(call: RopCall, index: number, source: WritableObject): WritableObject {
  const target = call.at(index);
  if (target === undefined) throw new RopFailure(errorCode.nullDestination, { destinationIndex: index });
  if (target.kind !== source.kind) throw notSupported();
  return target as WritableObject;
}

interface Copying {
  readonly copyFlags: number;
  readonly destinationIndex: number;
  /** Whether a property of this id or name goes over. */
  readonly isWanted: (property: StoredProperty) => boolean;
}

const has = (flags: number, flag: number): boolean => (flags & flag) !== 0;

const exchange2010 = 14;

/** Exchange 2003 and 2007 take no notice of flags that they do not know. [MS-OXCPRPT] appendix A */
const refusesUnknownFlags = ({ context: { version } }: RopCall): boolean =>
  version !== undefined && version[0] >= exchange2010;

function assertFlags(call: RopCall, copyFlags: number): void {
  const isUnknown = has(copyFlags, ~(copyFlag.move | copyFlag.noOverwrite));
  if (isUnknown && refusesUnknownFlags(call)) throw invalidParameter();
}

const keyOf = ({ tag, name }: StoredProperty): string =>
  name === undefined ? String(tag >>> 16) : JSON.stringify(name);

/** Copies or moves what is the object's own; what the server computes stays what it is. [MS-OXCPRPT] 3.2.5.7 */
function copy(call: RopCall, { copyFlags, destinationIndex, isWanted }: Copying): void {
  const source = writable(call);
  const target = destinationOf(call, destinationIndex, source);
  assertFlags(call, copyFlags);
  const there = new Set(has(copyFlags, copyFlag.noOverwrite) ? bagOf(target).all.map(keyOf) : []);
  const copied = bagOf(source)
    .unique()
    .filter((property) => property.name !== undefined || !isComputed(property.tag))
    .filter((property) => isWanted(property) && !there.has(keyOf(property)));
  editObject(target, { set: copied });
  if (has(copyFlags, copyFlag.move)) editObject(source, { remove: copied });
}

/** Whether one of the tags means the property, whatever its type. */
function named(call: RopCall, tags: readonly PropertyTag[]): (property: StoredProperty) => boolean {
  const keys = new Set(
    tags.flatMap((tag) => {
      const key = storedKey(tag, call.session.names);
      return key === undefined ? [] : [keyOf(key as StoredProperty)];
    }),
  );
  return (property) => keys.has(keyOf(property));
}

const copyProperties = defineChange(rops.copyProperties, (call, { destinationIndex, copyFlags, tags }) => {
  if (writable(call).kind === 'folder' && has(copyFlags, copyFlag.move)) throw notSupported();
  copy(call, { destinationIndex, copyFlags, isWanted: named(call, tags) });
  return { problems: [] };
});

type IsLeftOut = (tag: PropertyTag) => boolean;

/** Recipients and attachments of a message go along, unless they are left out. */
function copySubobjects(call: RopCall, destinationIndex: number, isLeftOut: IsLeftOut): void {
  const [source, target] = [objectOf(call, 'message'), call.at(destinationIndex)];
  if (target?.kind !== 'message') return;
  if (!isLeftOut(pidTag.messageRecipients)) {
    target.removeRecipients();
    target.editRecipients(source.content.recipients.entries());
  }
  if (isLeftOut(pidTag.messageAttachments)) return;
  for (const attachment of source.content.attachments) target.putAttachment(target.reserveAttachment(), attachment);
}

/** Nothing is copied into what it holds. [MS-OXCPRPT] 3.2.5.8 */
function assertNoMessageCycle(source: WritableObject, target: WritableObject): void {
  if (source.kind !== 'message' || target.kind !== 'message') return;
  if (target.isWithin(source)) throw new RopFailure(errorCode.messageCycle);
}

/** What lies in a folder goes neither into it or what lies below it, nor beside one of the same name, nor into another mailbox. */
function assertTakes(source: FolderObject, target: FolderObject): void {
  const { mailbox } = source.logon;
  if (target.logon.mailbox !== mailbox) throw notSupported();
  const within = [source.folderId, ...mailbox.descendants(source.folderId).map(({ id }) => id)];
  if (within.includes(target.folderId)) throw new RopFailure(errorCode.folderCycle);
  const names = new Set(mailbox.children(target.folderId).map(({ name }) => name.toLowerCase()));
  const collides = mailbox.children(source.folderId).some(({ name }) => names.has(name.toLowerCase()));
  if (collides) throw new RopFailure(errorCode.duplicateName);
}

interface Contents {
  readonly isMove: boolean;
  readonly isLeftOut: IsLeftOut;
}

/** The folders and messages of a folder are copied or moved along, unless they are left out. */
function copyContents(source: FolderObject, { folderId }: FolderObject, { isMove, isLeftOut }: Contents): void {
  const { mailbox } = source.logon;
  const folders = isLeftOut(pidTag.containerHierarchy) ? [] : mailbox.children(source.folderId);
  const kinds = [
    { associated: false, isLeftOut: isLeftOut(pidTag.containerContents) },
    { associated: true, isLeftOut: isLeftOut(pidTag.folderAssociatedContents) },
  ].filter((kind) => !kind.isLeftOut);
  const messages = kinds.flatMap((kind) => mailbox.messages(source.folderId, kind));
  for (const { id } of folders) {
    if (isMove) mailbox.moveFolder(id, folderId);
    else mailbox.copyFolder(id, folderId, { subfolders: true });
  }
  for (const { id } of messages) {
    if (isMove) mailbox.moveMessage(id, folderId);
    else mailbox.copyMessage(id, folderId);
  }
}

const copyTo = defineChange(rops.copyTo, (call, { destinationIndex, wantSubObjects, copyFlags, tags }) => {
  const isExcluded = named(call, tags);
  const isLeftOut: IsLeftOut = (tag) => tags.some((one) => one >>> 16 === tag >>> 16);
  const source = writable(call);
  const target = destinationOf(call, destinationIndex, source);
  assertNoMessageCycle(source, target);
  const areFolders = source.kind === 'folder' && target.kind === 'folder';
  if (wantSubObjects && areFolders) assertTakes(source, target);
  copy(call, { destinationIndex, copyFlags, isWanted: (property) => !isExcluded(property) });
  if (wantSubObjects && areFolders) copyContents(source, target, { isMove: has(copyFlags, copyFlag.move), isLeftOut });
  if (wantSubObjects && source.kind === 'message') copySubobjects(call, destinationIndex, isLeftOut);
  return { problems: [] };
});

export const propertyCopyingHandlers = [copyProperties, copyTo];
