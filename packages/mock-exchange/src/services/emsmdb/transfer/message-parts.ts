import type { AttachmentContent, MessageContent, StoredProperty } from '@cutover/content';
import { type EncodedProperty, type FastTransferPart, marker, metaTag } from '@cutover/wire/fasttransfer';
import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import { attachmentSize } from '../objects/message-properties.ts';
import type { PropertyEncoder } from './property-encoder.ts';
import { everything, type PropertyFilter } from './property-filter.ts';

/** Properties of these ids are the server's own, and are not carried beyond it. [MS-OXCFXICS] 3.2.5.8.1.1 */
const isServersOwn = (tag: PropertyTag): boolean => tag >= 0x66000000 && tag < 0x68000000;

/** How a message is written. */
export interface MessageForm {
  readonly encoder: PropertyEncoder;
  readonly filter: PropertyFilter;
  /** Tells by FXDelProp which kinds of subobjects follow, also if there are none. */
  readonly announce: boolean;
}

interface MessageToSend extends Pick<MessageContent, 'recipients' | 'attachments'> {
  readonly properties: Iterable<StoredProperty>;
}

function u32(value: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

const number = (tag: PropertyTag, value: number): EncodedProperty => ({ tag, value: u32(value) });

/** FXDelProp: subobjects of this kind follow, and take the place of all that the reader had. [MS-OXCFXICS] 3.2.5.8.1.4 */
export const announcement = (tag: PropertyTag): EncodedProperty => number(metaTag.fxDelProp, tag);

/** messageContent: properties, recipients, attachments. [MS-OXCFXICS] 2.2.4.3.15 */
export function* messageParts(message: MessageToSend, form: MessageForm): Generator<FastTransferPart> {
  const { encoder, filter, announce } = form;
  yield* propertyParts(message.properties, { encoder, filter });
  if (filter.includes(pidTag.messageRecipients)) {
    if (announce) yield announcement(pidTag.messageRecipients);
    yield* recipientParts(message.recipients, encoder);
  }
  if (filter.includes(pidTag.messageAttachments)) {
    if (announce) yield announcement(pidTag.messageAttachments);
    for (const [index, attachment] of message.attachments.entries()) yield* newAttachment(attachment, index, encoder);
  }
}

/** propList: what the filter lets through of what is the object's own. */
export function* propertyParts(
  properties: Iterable<StoredProperty>,
  { encoder, filter }: Pick<MessageForm, 'encoder' | 'filter'>,
): Generator<EncodedProperty> {
  for (const property of properties) {
    if (property.name === undefined && (isServersOwn(property.tag) || !filter.includes(property.tag))) continue;
    const encoded = encoder.encode(property);
    if (encoded !== undefined && (property.name === undefined || filter.includes(encoded.tag))) yield encoded;
  }
}

function* recipientParts(
  recipients: MessageContent['recipients'],
  encoder: PropertyEncoder,
): Generator<FastTransferPart> {
  for (const [index, recipient] of recipients.entries()) {
    yield marker.startRecip;
    yield number(pidTag.rowid, index);
    yield* encoder.encodeAll(recipient.filter(({ tag }) => tag !== pidTag.rowid));
    yield marker.endToRecip;
  }
}

function* newAttachment(
  attachment: AttachmentContent,
  index: number,
  encoder: PropertyEncoder,
): Generator<FastTransferPart> {
  yield marker.newAttach;
  yield number(pidTag.attachNumber, index);
  yield* attachmentParts(attachment, { encoder, filter: everything });
  yield marker.endAttach;
}

const computedOfAttachments: ReadonlySet<PropertyTag> = new Set([pidTag.attachNumber, pidTag.attachSize]);

/** attachmentContent: properties, and the message that is attached, if one is. [MS-OXCFXICS] 2.2.4.3.1 */
export function* attachmentParts(
  { properties, embedded }: AttachmentContent,
  form: Pick<MessageForm, 'encoder' | 'filter'>,
): Generator<FastTransferPart> {
  const { encoder, filter } = form;
  if (filter.includes(pidTag.attachSize)) yield number(pidTag.attachSize, attachmentSize(properties));
  const own = properties.filter(({ tag }) => !computedOfAttachments.has(tag));
  yield* propertyParts(own, form);
  if (embedded === undefined || !filter.includes(pidTag.attachDataObject)) return;
  yield marker.startEmbed;
  // Filters touch the topmost object alone, so nothing is announced below it.
  yield* messageParts(embedded, { encoder, filter: everything, announce: false });
  yield marker.endEmbed;
}
