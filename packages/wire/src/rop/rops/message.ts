import { shortId } from '../../ics/index.ts';
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
