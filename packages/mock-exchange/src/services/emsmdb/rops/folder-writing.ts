import { pidTag } from '@cutover/wire/properties';
import type { ShortId } from '@cutover/wire/ics';
import { deleteFolderFlag, errorCode, folderType, rops } from '@cutover/wire/rop';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { fromCodePage } from '../../../code-page.ts';
import { idOf, ownReplica } from '../objects/ids.ts';
import { isSearchFolder } from '../objects/search-folder.ts';
import type { FolderObject } from '../objects/server-object.ts';
import { invalidParameter, notSupported, RopFailure } from '../rop-failure.ts';
import { defineChange, objectOf, type RopCall } from '../rop-handler.ts';
import { folderOf, requireFolder } from './folder.ts';

/** A text in the form that the request says. */
const textIn = ({ session }: RopCall, { unicode, text }: { unicode: boolean; text: string }): string =>
  unicode ? text : fromCodePage(text, session.codePage);

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const createFolder = defineChange(rops.createFolder, (call, { folderType: type, folder }) => {
  const parent = objectOf(call, 'folder');
  const { mailbox } = parent.logon;
  if (type !== folderType.generic && type !== folderType.search) throw invalidParameter();
  if (type === folderType.search && mailbox.isPublic) throw notSupported();
  const { unicode, openExisting } = folder;
  const name = textIn(call, { unicode, text: folder.name });
  if (name === '') throw invalidParameter();
  const known = mailbox.children(folderOf(parent).id).find((child) => sameName(child.name, name));
  if (known !== undefined && !openExisting) throw new RopFailure(errorCode.duplicateName);
  const comment = textIn(call, { unicode, text: folder.comment });
  const properties = comment === '' ? [] : [{ tag: pidTag.comment, value: comment }];
  const made = known ?? mailbox.createFolder(parent.folderId, { name, containerClass: 'IPF.Note', properties, type });
  call.open({ kind: 'folder', logon: parent.logon, folderId: made.id });
  // Of a folder in a mailbox it is never said. [MS-OXCFOLD] 2.2.1.2.2
  const existing = known !== undefined && mailbox.isPublic ? { hasRules: false, isGhosted: false } : undefined;
  return { folderId: idOf(made.id), existing };
});

const has = (flags: number, flag: number): boolean => (flags & flag) !== 0;

const everyDeleteFolderFlag = deleteFolderFlag.messages | deleteFolderFlag.folders | deleteFolderFlag.hard;

/** Without the flags a folder that holds something stays, which is no failure but a part left undone. [MS-OXCFOLD] 3.2.5.3 */
const deleteFolder = defineChange(rops.deleteFolder, (call, { deleteFolderFlags: flags, folderId }) => {
  const { mailbox } = objectOf(call, 'folder').logon;
  if (has(flags, ~everyDeleteFolderFlag)) throw invalidParameter();
  const { id } = requireFolder(mailbox, folderId);
  const { normal, associated } = mailbox.counts(id);
  const keepsMessages = normal + associated > 0 && !has(flags, deleteFolderFlag.messages);
  const keepsFolders = mailbox.children(id).length > 0 && !has(flags, deleteFolderFlag.folders);
  if (keepsMessages || keepsFolders) return { partialCompletion: true };
  mailbox.deleteFolder(id);
  return { partialCompletion: false };
});

function empty(call: RopCall, { wantDeleteAssociated }: { wantDeleteAssociated: boolean }) {
  const object = objectOf(call, 'folder');
  const folder = folderOf(object);
  // What a search folder shows lies in others. [MS-OXCFOLD] 3.2.5.9
  if (isSearchFolder(folder)) throw notSupported();
  object.logon.mailbox.emptyFolder(folder.id, { associated: wantDeleteAssociated });
  return { partialCompletion: false };
}

const emptyFolder = defineChange(rops.emptyFolder, empty);
const hardDeleteMessagesAndSubfolders = defineChange(rops.hardDeleteMessagesAndSubfolders, empty);

/** The messages of a folder that ids name; those that are not there are left out. */
function messagesOf(object: FolderObject, ids: readonly ShortId[]): Message[] {
  const { mailbox } = object.logon;
  const folder = folderOf(object);
  // A search folder shows those of others.
  const holds = ({ folderId }: Message): boolean => isSearchFolder(folder) || folderId === folder.id;
  return ids.flatMap(({ replicaId, counter }) => {
    const message = replicaId === ownReplica ? mailbox.message(counter) : undefined;
    return message !== undefined && holds(message) ? message : [];
  });
}

/** Does something with each message, and tells whether one was not there. */
function forEach(call: RopCall, messageIds: readonly ShortId[], act: (message: Message) => void) {
  const object = objectOf(call, 'folder');
  const messages = messagesOf(object, messageIds);
  for (const message of messages) act(message);
  return { partialCompletion: messages.length < messageIds.length };
}

const remove = (call: RopCall, { messageIds }: { messageIds: readonly ShortId[] }) =>
  forEach(call, messageIds, ({ id }) => objectOf(call, 'folder').logon.mailbox.deleteMessage(id));

const deleteMessages = defineChange(rops.deleteMessages, remove);
const hardDeleteMessages = defineChange(rops.hardDeleteMessages, remove);

/** The folder that things are put into. */
function destinationOf(call: RopCall, destinationIndex: number): FolderObject {
  const target = call.at(destinationIndex);
  if (target === undefined) {
    throw new RopFailure(errorCode.nullDestination, { destinationIndex, partialCompletion: false });
  }
  if (target.kind !== 'folder') throw notSupported();
  if (isSearchFolder(folderOf(target))) throw new RopFailure(errorCode.searchFolder);
  return target;
}

/** Into another mailbox a message goes as its content. */
function sendOver(message: Message, to: Mailbox, folderId: number): void {
  const { associated, read, deliveredAt } = message;
  to.deliver(folderId, { content: () => message.content(), associated, read, deliveredAt });
}

const moveCopyMessages = defineChange(rops.moveCopyMessages, (call, { destinationIndex, messageIds, wantCopy }) => {
  const { mailbox } = objectOf(call, 'folder').logon;
  const target = destinationOf(call, destinationIndex);
  const isSame = target.logon.mailbox === mailbox;
  return forEach(call, messageIds, (message) => {
    if (!isSame) sendOver(message, target.logon.mailbox, target.folderId);
    else if (wantCopy) mailbox.copyMessage(message.id, target.folderId);
    else mailbox.moveMessage(message.id, target.folderId);
    if (!isSame && !wantCopy) mailbox.deleteMessage(message.id);
  });
});

/** Folders go within one mailbox only; between two a client copies what is in them. */
function withinMailbox(call: RopCall, destinationIndex: number): { mailbox: Mailbox; parentId: number } {
  const { mailbox } = objectOf(call, 'folder').logon;
  const target = destinationOf(call, destinationIndex);
  if (target.logon.mailbox !== mailbox) throw notSupported();
  return { mailbox, parentId: target.folderId };
}

const moveFolder = defineChange(rops.moveFolder, (call, { destinationIndex, folder }) => {
  const { mailbox, parentId } = withinMailbox(call, destinationIndex);
  const { id } = requireFolder(mailbox, folder.folderId);
  const name = textIn(call, { unicode: folder.unicode, text: folder.name });
  mailbox.moveFolder(id, parentId, name === '' ? {} : { name });
  return { partialCompletion: false };
});

const copyFolder = defineChange(rops.copyFolder, (call, { destinationIndex, wantRecursive, folder }) => {
  const { mailbox, parentId } = withinMailbox(call, destinationIndex);
  const { id } = requireFolder(mailbox, folder.folderId);
  const name = textIn(call, { unicode: folder.unicode, text: folder.name });
  mailbox.copyFolder(id, parentId, { subfolders: wantRecursive, ...(name === '' ? {} : { name }) });
  return { partialCompletion: false };
});

export const folderWritingHandlers = [
  createFolder,
  deleteFolder,
  emptyFolder,
  hardDeleteMessagesAndSubfolders,
  deleteMessages,
  hardDeleteMessages,
  moveCopyMessages,
  moveFolder,
  copyFolder,
];
