import { type Codec, defineCodec } from '../../codec.ts';
import { type ShortId, shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import { tags, yesNo } from '../fields.ts';
import { defineRop } from '../rop.ts';
import { typedString } from '../typed-string.ts';

/** A recipient of an opened message; `row` is a RecipientRow of the announced columns. [MS-OXCROPS] 2.2.6.1.2.1 */
const openRecipient = le.struct('OpenRecipientRow', {
  type: le.u8,
  codePage: le.u16,
  reserved: le.u16,
  row: le.prefixed(le.u16),
});

/** What is told of a message when it is opened. Not every recipient need be in `recipients`. */
const openedMessage = {
  hasNamedProperties: yesNo,
  subjectPrefix: typedString,
  normalizedSubject: typedString,
  recipientCount: le.u16,
  recipientColumns: tags,
  recipients: le.counted(le.u8, openRecipient),
};

/** The code page that means the one of the logon. */
export const codePageOfLogon = 0x0fff;

/** [MS-OXCROPS] 2.2.6.1 */
export const openMessage = defineRop({
  name: 'RopOpenMessage',
  id: 0x03,
  handles: 'both',
  request: { codePage: le.u16, folderId: shortId, openModeFlags: le.u8, messageId: shortId },
  response: openedMessage,
});

/** A recipient with its place among all; `row` is a RecipientRow. [MS-OXCROPS] 2.2.6.6.2.1 */
const readRecipient = le.struct('ReadRecipientRow', {
  rowId: le.u32,
  type: le.u8,
  codePage: le.u16,
  reserved: le.u16,
  row: le.prefixed(le.u16),
});

/** [MS-OXCROPS] 2.2.6.6 */
export const readRecipients = defineRop({
  name: 'RopReadRecipients',
  id: 0x0f,
  handles: 'input',
  request: { rowId: le.u32, reserved: le.u16 },
  response: { recipients: le.counted(le.u8, readRecipient) },
});

/** [MS-OXCROPS] 2.2.6.17 */
export const getAttachmentTable = defineRop({
  name: 'RopGetAttachmentTable',
  id: 0x21,
  handles: 'both',
  request: { tableFlags: le.u8 },
  response: {},
});

/** [MS-OXCROPS] 2.2.6.12 */
export const openAttachment = defineRop({
  name: 'RopOpenAttachment',
  id: 0x22,
  handles: 'both',
  request: { openAttachmentFlags: le.u8, attachmentId: le.u32 },
  response: {},
});

/** [MS-OXCROPS] 2.2.6.16 */
export const openEmbeddedMessage = defineRop({
  name: 'RopOpenEmbeddedMessage',
  id: 0x46,
  handles: 'both',
  request: { codePage: le.u16, openModeFlags: le.u8 },
  response: { reserved: le.u8, messageId: shortId, ...openedMessage },
});

/** What follows a byte that tells whether it is there. */
const optionalId = defineCodec<ShortId | undefined>({
  leastSize: 1,
  read: (reader) => (reader.u8() === 0 ? undefined : shortId.read(reader)),
  write: (writer, value) => {
    writer.u8(value === undefined ? 0 : 1);
    if (value !== undefined) shortId.write(writer, value);
  },
});

/** Exchange gives a new message its id when it is saved. [MS-OXCROPS] 2.2.6.2 */
export const createMessage = defineRop({
  name: 'RopCreateMessage',
  id: 0x06,
  handles: 'both',
  request: { codePage: le.u16, folderId: shortId, associated: yesNo },
  response: { messageId: optionalId },
});

/** What becomes of a message that is saved. [MS-OXCMSG] 2.2.3.3.1 */
export const saveFlag = { keepOpenReadOnly: 0x01, keepOpenReadWrite: 0x02, forceSave: 0x04 } as const;

/** [MS-OXCROPS] 2.2.6.3 */
export const saveChangesMessage = defineRop({
  name: 'RopSaveChangesMessage',
  id: 0x0c,
  handles: 'answered',
  request: { saveFlags: le.u8 },
  response: { inputIndex: le.u8, messageId: shortId },
});

/** [MS-OXCROPS] 2.2.6.4 */
export const removeAllRecipients = defineRop({
  name: 'RopRemoveAllRecipients',
  id: 0x0d,
  handles: 'input',
  request: { reserved: le.u32 },
  response: {},
});

/** One recipient that is added, replaced or, with an empty row, removed. [MS-OXCROPS] 2.2.6.5.1.1 */
const modifyRecipient = le.struct('ModifyRecipientRow', {
  rowId: le.u32,
  type: le.u8,
  row: le.prefixed(le.u16),
});

/** [MS-OXCROPS] 2.2.6.5 */
export const modifyRecipients = defineRop({
  name: 'RopModifyRecipients',
  id: 0x0e,
  handles: 'input',
  request: { columns: tags, recipients: le.counted(le.u16, modifyRecipient) },
  response: {},
});

/** [MS-OXCROPS] 2.2.6.7 */
export const reloadCachedInformation = defineRop({
  name: 'RopReloadCachedInformation',
  id: 0x10,
  handles: 'input',
  request: { reserved: le.u16 },
  response: openedMessage,
});

/** [MS-OXCROPS] 2.2.6.8 */
export const setMessageStatus = defineRop({
  name: 'RopSetMessageStatus',
  id: 0x20,
  handles: 'input',
  request: { messageId: shortId, flags: le.u32, mask: le.u32 },
  response: { flags: le.u32 },
});

/** Its answer is that of RopSetMessageStatus, number and all. [MS-OXCROPS] 2.2.6.9.2 */
export const getMessageStatus = defineRop({
  name: 'RopGetMessageStatus',
  id: 0x1f,
  answerId: setMessageStatus.id,
  handles: 'input',
  request: { messageId: shortId },
  response: { flags: le.u32 },
});

/** What becomes of the read mark, and of receipts. [MS-OXCMSG] 2.2.3.10.1 */
export const readFlag = {
  default: 0x00,
  suppressReceipt: 0x01,
  clearReadFlag: 0x04,
  generateReceiptOnly: 0x10,
  clearNotifyRead: 0x20,
  clearNotifyUnread: 0x40,
} as const;

/** [MS-OXCROPS] 2.2.6.10 */
export const setReadFlags = defineRop({
  name: 'RopSetReadFlags',
  id: 0x66,
  handles: 'input',
  request: { wantAsynchronous: yesNo, readFlags: le.u8, messageIds: le.counted(le.u16, shortId) },
  response: { partialCompletion: yesNo },
  failureValue: { partialCompletion: false },
});

/** In a mailbox; that of public folders has more fields. [MS-OXCROPS] 2.2.6.11 */
export const setMessageReadFlag = defineRop({
  name: 'RopSetMessageReadFlag',
  id: 0x11,
  handles: 'answered',
  request: { readFlags: le.u8 },
  response: { readStatusChanged: yesNo },
});

/** What a client of public folders gives along to have it back with a mark that changed. */
export interface ReadStatus {
  readonly logonId: number;
  readonly clientData: Uint8Array;
}

const clientData = le.bytes(24);
const changedStatus: Codec<ReadStatus> = le.struct('ReadStatus', { logonId: le.u8, clientData });

const readStatus: Codec<ReadStatus | undefined> = defineCodec<ReadStatus | undefined>({
  leastSize: le.u8.leastSize,
  read: (reader) => (reader.u8() === 0 ? undefined : changedStatus.read(reader)),
  write: (writer, value) => {
    writer.u8(value === undefined ? 0 : 1);
    if (value !== undefined) changedStatus.write(writer, value);
  },
});

/** The same on public folders. [MS-OXCROPS] 2.2.6.11 */
export const setPublicMessageReadFlag = defineRop({
  name: setMessageReadFlag.name,
  id: setMessageReadFlag.id,
  handles: 'answered',
  request: { readFlags: le.u8, clientData },
  response: { changed: readStatus },
});

/** [MS-OXCROPS] 2.2.6.13 */
export const createAttachment = defineRop({
  name: 'RopCreateAttachment',
  id: 0x23,
  handles: 'both',
  request: {},
  response: { attachmentId: le.u32 },
});

/** [MS-OXCROPS] 2.2.6.14 */
export const deleteAttachment = defineRop({
  name: 'RopDeleteAttachment',
  id: 0x24,
  handles: 'input',
  request: { attachmentId: le.u32 },
  response: {},
});

/** [MS-OXCROPS] 2.2.6.15 */
export const saveChangesAttachment = defineRop({
  name: 'RopSaveChangesAttachment',
  id: 0x25,
  handles: 'answered',
  request: { saveFlags: le.u8 },
  response: {},
});

/** [MS-OXCROPS] 2.2.6.18 */
export const getValidAttachments = defineRop({
  name: 'RopGetValidAttachments',
  id: 0x52,
  handles: 'input',
  request: {},
  response: { attachmentIds: le.counted(le.u16, le.u32) },
});
