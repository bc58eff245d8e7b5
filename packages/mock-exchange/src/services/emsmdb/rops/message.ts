import type { MessageContent, StoredProperty } from '@cutover/content';
import { type PropertyTag, pidTag } from '@cutover/wire/properties';
import {
  errorCode,
  recipientAddressType,
  recipientFlag,
  type RecipientRow,
  recipientRow,
  rops,
} from '@cutover/wire/rop';
import { mayEdit } from '../delegate-rights.ts';
import { cellOf, type CellOptions, told } from '../objects/cell.ts';
import { idOf, ownReplica } from '../objects/ids.ts';
import type { Logon } from '../objects/logon.ts';
import { attachmentProperties, textOf } from '../objects/message-properties.ts';
import { contentReader } from '../objects/content-reader.ts';
import { openFixedTable } from '../objects/live-rows.ts';
import { PropertyBag } from '../objects/property-bag.ts';
import { OpenedAttachment, OpenedMessage } from '../objects/opened-message.ts';
import { limits } from '../limits.ts';
import { notFound, RopFailure } from '../rop-failure.ts';
import { defineHandler, objectOf, type RopCall } from '../rop-handler.ts';

/** What is told of recipients besides type, name and address. */
const recipientColumns: readonly PropertyTag[] = [
  pidTag.objectType,
  pidTag.displayType,
  pidTag.smtpAddress,
  pidTag.entryId,
  pidTag.searchKey,
];
const recipientFlags =
  recipientFlag.unicode | recipientFlag.emailAddress | recipientFlag.displayName | recipientFlag.transmittableName;

/** How the row says which type of address it has: SMTP has a number, all others are named. [MS-OXCDATA] 2.8.3.1 */
const addressTypeOf = (type: string): Pick<RecipientRow, 'flags' | 'addressType'> =>
  type === 'SMTP'
    ? { flags: recipientFlags | recipientAddressType.smtp }
    : { flags: recipientFlags | recipientFlag.otherType, addressType: type };

interface Recipient {
  readonly type: number;
  readonly codePage: number;
  readonly reserved: number;
  readonly row: Uint8Array;
}

function recipientOf(properties: readonly StoredProperty[], options: CellOptions): Recipient {
  const bag = new PropertyBag(properties);
  const displayName = textOf(properties, pidTag.displayName) ?? '';
  const row = recipientRow(recipientColumns).encode({
    ...addressTypeOf(textOf(properties, pidTag.addressType) ?? 'SMTP'),
    emailAddress: textOf(properties, pidTag.emailAddress) ?? '',
    displayName,
    transmittableName: textOf(properties, pidTag.transmittableDisplayName) ?? displayName,
    columns: recipientColumns.map((tag) => told(cellOf(bag, tag, options))),
  });
  const type = cellOf(bag, pidTag.recipientType, options);
  return { type: typeof type === 'number' ? type : 1, codePage: options.codePage, reserved: 0, row };
}

/** Bytes of the answer besides the recipients: heads, counts and columns; the two texts come on top. */
const openedHead = 64;

/** As many of the recipients as fit; the rest is for ReadRecipients. */
function fitting<T extends Recipient>(recipients: Iterable<T>, room: number): T[] {
  const kept: T[] = [];
  let left = room;
  for (const recipient of recipients) {
    left -= recipient.row.length + 12;
    if (left < 0 || kept.length === limits.openedRecipients) break;
    kept.push(recipient);
  }
  return kept;
}

function opened({ session, room }: RopCall, { properties, recipients }: MessageContent) {
  const subjectPrefix = textOf(properties, pidTag.subjectPrefix);
  const normalizedSubject = textOf(properties, pidTag.normalizedSubject) ?? textOf(properties, pidTag.subject);
  const texts = 2 * ((subjectPrefix?.length ?? 0) + (normalizedSubject?.length ?? 0) + 2);
  const rows = recipients.values().map((recipient) => recipientOf(recipient, session));
  return {
    hasNamedProperties: properties.some(({ name }) => name !== undefined),
    subjectPrefix,
    normalizedSubject,
    recipientCount: recipients.length,
    recipientColumns: [...recipientColumns],
    recipients: fitting(rows, room - openedHead - texts),
  };
}

/** Open modes: 1 reads and writes, 2 makes one where there is none, 3 does what it may. [MS-OXCMSG] 2.2.3.1.1 */
const readOnly = 0;
const create = 2;
const best = 3;

function mayEditAt(logon: Logon, folderId: number): boolean {
  const folder = logon.mailbox.folder(folderId);
  return folder !== undefined && mayEdit(logon, folder);
}

const openMessage = defineHandler(rops.openMessage, (call, { folderId, messageId, openModeFlags }) => {
  const { logon } = objectOf(call, 'logon', 'folder');
  const { mailbox } = logon;
  const message = messageId.replicaId === ownReplica ? mailbox.message(messageId.counter) : undefined;
  // A zero folder id is filled in by the server: the message says itself where it is.
  if (message === undefined || (folderId.counter !== 0 && message.folderId !== folderId.counter)) throw notFound();
  const content = contentReader(call, mailbox)(message);
  const isReadOnly = openModeFlags === readOnly || (openModeFlags === best && !mayEditAt(logon, message.folderId));
  call.open(new OpenedMessage(logon, { kind: 'stored', message, content }, { isReadOnly }));
  return opened(call, content);
});

const nothing: MessageContent = {
  properties: [{ tag: pidTag.messageClass, value: 'IPM.Note' }],
  recipients: [],
  attachments: [],
};

/** Of every code page that Windows has a number for; the four lowest name one of the machine's own. */
const isNumberOfCodePage = (page: number): boolean => page <= 3 || (page >= 37 && page <= 65001);

const openEmbeddedMessage = defineHandler(rops.openEmbeddedMessage, (call, { codePage, openModeFlags }) => {
  const attachment = objectOf(call, 'attachment');
  if (!isNumberOfCodePage(codePage)) throw new RopFailure(errorCode.unknownCodePage);
  const content = attachment.attachment.embedded ?? (openModeFlags === create ? nothing : undefined);
  if (content === undefined) throw notFound();
  const isReadOnly = openModeFlags === readOnly;
  call.open(new OpenedMessage(attachment.logon, { kind: 'embedded', attachment, content }, { isReadOnly }));
  return { reserved: 0, messageId: idOf(0), ...opened(call, content) };
});

const readRecipients = defineHandler(rops.readRecipients, (call, { rowId }) => {
  const { content } = objectOf(call, 'message');
  const rest = content.recipients.slice(rowId);
  if (rest.length === 0) throw notFound();
  const rows = rest
    .values()
    .map((recipient, index) => ({ rowId: rowId + index, ...recipientOf(recipient, call.session) }));
  return { recipients: fitting(rows, call.room - openedHead) };
});

const getAttachmentTable = defineHandler(rops.getAttachmentTable, (call) => {
  const message = objectOf(call, 'message');
  const rows = [...message.attachments.entries()].flatMap(([number, attachment]) =>
    attachment === undefined ? [] : { bag: () => new PropertyBag(attachmentProperties(attachment, number)) },
  );
  openFixedTable(call, message.logon, { kind: 'attachments', rows });
  return {};
});

const openAttachment = defineHandler(rops.openAttachment, (call, { attachmentId }) => {
  const message = objectOf(call, 'message');
  const attachment = message.attachments[attachmentId];
  if (attachment === undefined) throw notFound();
  call.open(new OpenedAttachment(message, attachmentId, attachment));
  return {};
});

const reloadCachedInformation = defineHandler(rops.reloadCachedInformation, (call) => {
  const message = objectOf(call, 'message');
  message.reload();
  return opened(call, message.content);
});

const getValidAttachments = defineHandler(rops.getValidAttachments, (call) => {
  const { attachments } = objectOf(call, 'message');
  return { attachmentIds: [...attachments.keys()].filter((number) => attachments[number] !== undefined) };
});

export const messageHandlers = [
  openMessage,
  openEmbeddedMessage,
  readRecipients,
  getAttachmentTable,
  openAttachment,
  reloadCachedInformation,
  getValidAttachments,
];
