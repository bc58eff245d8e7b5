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

/**
 * messageContent: properties, recipients, attachments. A list, as a message's parts are many and small, and generators within
 * generators cost more than all else; what is long in it is read only when it is sent. [MS-OXCFXICS] 2.2.4.3.15
 */
export function messageParts(message: MessageToSend, form: MessageForm): FastTransferPart[] {
  const parts: FastTransferPart[] = [];
  addMessage(parts, message, form);
  return parts;
}

/** propList: what the filter lets through of what is the object's own. */
export function propertyParts(
  properties: Iterable<StoredProperty>,
  form: Pick<MessageForm, 'encoder' | 'filter'>,
): FastTransferPart[] {
  const parts: FastTransferPart[] = [];
  addProperties(parts, properties, form);
  return parts;
}

/** attachmentContent: properties, and the message that is attached, if one is. [MS-OXCFXICS] 2.2.4.3.1 */
export function attachmentParts(
  attachment: AttachmentContent,
  form: Pick<MessageForm, 'encoder' | 'filter'>,
): FastTransferPart[] {
  const parts: FastTransferPart[] = [];
  addAttachment(parts, attachment, form);
  return parts;
}

function addMessage(parts: FastTransferPart[], message: MessageToSend, form: MessageForm): void {
  const { encoder, filter, announce } = form;
  addProperties(parts, message.properties, form);
  if (filter.includes(pidTag.messageRecipients)) {
    if (announce) parts.push(announcement(pidTag.messageRecipients));
    addRecipients(parts, message.recipients, encoder);
  }
  if (filter.includes(pidTag.messageAttachments)) {
    if (announce) parts.push(announcement(pidTag.messageAttachments));
    addAttachments(parts, message.attachments, encoder);
  }
}

function addProperties(
  parts: FastTransferPart[],
  properties: Iterable<StoredProperty>,
  { encoder, filter }: Pick<MessageForm, 'encoder' | 'filter'>,
): void {
  for (const property of properties) {
    if (property.name === undefined && (isServersOwn(property.tag) || !filter.includes(property.tag))) continue;
    const encoded = encoder.encode(property);
    if (encoded !== undefined && (property.name === undefined || filter.includes(encoded.tag))) parts.push(encoded);
  }
}

function addRecipients(
  parts: FastTransferPart[],
  recipients: MessageContent['recipients'],
  encoder: PropertyEncoder,
): void {
  for (const [index, recipient] of recipients.entries()) {
    parts.push(marker.startRecip, number(pidTag.rowid, index));
    for (const property of recipient) {
      const encoded = property.tag === pidTag.rowid ? undefined : encoder.encode(property);
      if (encoded !== undefined) parts.push(encoded);
    }
    parts.push(marker.endToRecip);
  }
}

function addAttachments(
  parts: FastTransferPart[],
  attachments: MessageContent['attachments'],
  encoder: PropertyEncoder,
): void {
  for (const [index, attachment] of attachments.entries()) {
    parts.push(marker.newAttach, number(pidTag.attachNumber, index));
    addAttachment(parts, attachment, { encoder, filter: everything });
    parts.push(marker.endAttach);
  }
}

const computedOfAttachments: ReadonlySet<PropertyTag> = new Set([pidTag.attachNumber, pidTag.attachSize]);

function addAttachment(
  parts: FastTransferPart[],
  { properties, embedded }: AttachmentContent,
  form: Pick<MessageForm, 'encoder' | 'filter'>,
): void {
  const { encoder, filter } = form;
  if (filter.includes(pidTag.attachSize)) parts.push(number(pidTag.attachSize, attachmentSize(properties)));
  const own = properties.filter(({ tag }) => !computedOfAttachments.has(tag));
  addProperties(parts, own, form);
  if (embedded === undefined || !filter.includes(pidTag.attachDataObject)) return;
  parts.push(marker.startEmbed);
  // Filters touch the topmost object alone, so nothing is announced below it.
  addMessage(parts, embedded, { encoder, filter: everything, announce: false });
  parts.push(marker.endEmbed);
}
