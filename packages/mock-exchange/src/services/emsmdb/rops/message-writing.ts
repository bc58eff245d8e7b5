import type { StoredProperty } from '@cutover/content';
import { filetimeFromDate } from '@cutover/wire';
import { pidTag } from '@cutover/wire/properties';
import { errorCode, publicRops, readFlag, rops, saveFlag } from '@cutover/wire/rop';
import type { Mailbox } from '../../../store/mailbox.ts';
import type { Message } from '../../../store/message.ts';
import { dnPrefixOf } from '../connect-ex.ts';
import { storedRecipient } from '../objects/incoming-recipient.ts';
import { idOf, ownReplica } from '../objects/ids.ts';
import { OpenedAttachment, OpenedMessage } from '../objects/opened-message.ts';
import { isSearchFolder } from '../objects/search-folder.ts';
import { notFound, notSupported, RopFailure } from '../rop-failure.ts';
import { defineChange, defineHandler, objectOf, type RopCall } from '../rop-handler.ts';
import { folderOf, requireFolder } from './folder.ts';

const createMessage = defineChange(rops.createMessage, (call, { folderId, associated }) => {
  const { logon } = objectOf(call, 'logon', 'folder');
  const folder = requireFolder(logon.mailbox, folderId);
  if (isSearchFolder(folder)) throw new RopFailure(errorCode.searchFolder);
  call.open(new OpenedMessage(logon, { kind: 'new', folderId: folder.id, associated }));
  // Exchange 2003 gives the id when the message is saved.
  return { messageId: undefined };
});

const has = (flags: number, flag: number): boolean => (flags & flag) !== 0;

const everySaveFlag = saveFlag.keepOpenReadOnly | saveFlag.keepOpenReadWrite | saveFlag.forceSave;

/** The object of a ROP whose answer names another place of the handle table than the one that it is about. */
const saveChangesMessage = defineChange(rops.saveChangesMessage, (call, { inputIndex, saveFlags }) => {
  const message = objectOf(call, 'message');
  const keep = (saveFlags & everySaveFlag) === saveFlag.keepOpenReadOnly ? 'readOnly' : 'open';
  const id = message.save({ force: has(saveFlags, saveFlag.forceSave), keep });
  return { inputIndex, messageId: idOf(id) };
});

const removeAllRecipients = defineChange(rops.removeAllRecipients, (call) => {
  objectOf(call, 'message').removeRecipients();
  return {};
});

const modifyRecipients = defineChange(rops.modifyRecipients, (call, { columns: tags, recipients }) => {
  const message = objectOf(call, 'message');
  const organisation = call.context.organisation();
  const { names, codePage } = call.session;
  const options = { names, codePage, organisation, dnPrefix: dnPrefixOf(organisation), tags };
  const changes = recipients.map(({ rowId, type, row }) => {
    const properties = row.length === 0 ? undefined : storedRecipient(row, { ...options, type });
    return [rowId, properties] as const;
  });
  message.editRecipients(changes);
  return {};
});

const messageOf = (call: RopCall, { replicaId, counter }: { replicaId: number; counter: number }): Message => {
  const object = objectOf(call, 'folder');
  const message = replicaId === ownReplica ? object.logon.mailbox.message(counter) : undefined;
  if (message?.folderId !== folderOf(object).id) throw notFound();
  return message;
};

function statusOf(message: Message): number {
  const property = message.content().properties.find(({ tag }) => tag === pidTag.messageStatus);
  return property !== undefined && 'value' in property ? Number(property.value) : 0;
}

const getMessageStatus = defineHandler(rops.getMessageStatus, (call, { messageId }) => ({
  flags: statusOf(messageOf(call, messageId)) >>> 0,
}));

/** Tells what the status was. [MS-OXCMSG] 3.2.5.8 */
const setMessageStatus = defineChange(rops.setMessageStatus, (call, { messageId, flags, mask }) => {
  const message = messageOf(call, messageId);
  const before = statusOf(message);
  const value = (before & ~mask) | (flags & mask);
  const { mailbox } = objectOf(call, 'folder').logon;
  if (value !== before) mailbox.edit(message.id, { set: [{ tag: pidTag.messageStatus, value }] });
  return { flags: before >>> 0 };
});

/** Receipts are not sent here, so flags that are about them alone change nothing. */
function mark(mailbox: Mailbox, { id }: Message, readFlags: number): void {
  const receiptsOnly = readFlag.generateReceiptOnly | readFlag.clearNotifyRead | readFlag.clearNotifyUnread;
  if (!has(readFlags, receiptsOnly)) mailbox.markRead(id, { read: !has(readFlags, readFlag.clearReadFlag) });
}

/** Without ids it is about every message of the folder. [MS-OXCMSG] 3.2.5.10 */
const setReadFlags = defineChange(rops.setReadFlags, (call, { readFlags, messageIds }) => {
  const object = objectOf(call, 'folder');
  const { mailbox } = object.logon;
  const all = mailbox.messages(folderOf(object).id, { associated: false });
  const wanted = new Set(messageIds.filter(({ replicaId }) => replicaId === ownReplica).map(({ counter }) => counter));
  const found = messageIds.length === 0 ? all : all.filter(({ id }) => wanted.has(id));
  for (const message of found) mark(mailbox, message, readFlags);
  return { partialCompletion: messageIds.length > found.length };
});

/** A mailbox does not tell whether the mark changed. [MS-OXCMSG] 2.2.3.11.2 */
const setMessageReadFlag = defineChange(rops.setMessageReadFlag, (call, { readFlags }) => {
  const { message, logon } = objectOf(call, 'message');
  if (message !== undefined) mark(logon.mailbox, message, readFlags);
  return { readStatusChanged: false };
});

/** Public folders tell it, and give back what the client gave. [MS-OXCMSG] 2.2.3.11.2 */
const setPublicMessageReadFlag = defineChange(publicRops.setMessageReadFlag, (call, request) => {
  const { message, logon } = objectOf(call, 'message');
  const { logonId, readFlags, clientData } = request;
  const isRead = (id: number): boolean => logon.mailbox.message(id)?.read === true;
  if (message === undefined) return { changed: undefined };
  const before = isRead(message.id);
  mark(logon.mailbox, message, readFlags);
  return { changed: isRead(message.id) === before ? undefined : { logonId, clientData } };
});

/** What an attachment has before anything is set. [MS-OXCMSG] 3.2.5.13 */
function newAttachment({ context: { clock } }: RopCall): StoredProperty[] {
  const now = filetimeFromDate(new Date(clock.now()));
  return [
    { tag: pidTag.renderingPosition, value: -1 },
    { tag: pidTag.creationTime, value: now },
    { tag: pidTag.lastModificationTime, value: now },
  ];
}

const createAttachment = defineChange(rops.createAttachment, (call) => {
  const message = objectOf(call, 'message');
  const number = message.reserveAttachment();
  call.open(new OpenedAttachment(message, number, { properties: newAttachment(call) }));
  return { attachmentId: number };
});

const deleteAttachment = defineChange(rops.deleteAttachment, (call, { attachmentId }) => {
  const message = objectOf(call, 'message');
  if (message.attachments[attachmentId] === undefined) throw notFound();
  message.putAttachment(attachmentId, undefined);
  return {};
});

/** What is kept open is kept to be read or to be written. [MS-OXCMSG] 3.2.5.15 */
const bothKinds = saveFlag.keepOpenReadOnly | saveFlag.keepOpenReadWrite;

const saveChangesAttachment = defineChange(rops.saveChangesAttachment, (call, { saveFlags }) => {
  if ((saveFlags & bothKinds) === bothKinds) throw notSupported();
  objectOf(call, 'attachment').save();
  return {};
});

export const messageWritingHandlers = [
  createMessage,
  saveChangesMessage,
  removeAllRecipients,
  modifyRecipients,
  getMessageStatus,
  setMessageStatus,
  setReadFlags,
  setMessageReadFlag,
  setPublicMessageReadFlag,
  createAttachment,
  deleteAttachment,
  saveChangesAttachment,
];
