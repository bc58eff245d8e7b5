import { isStreamed, type MessageContent, type StoredProperty } from '@cutover/content';
import { pidTag, type PropertyValue } from '@cutover/wire/properties';
import type { Message } from './message.ts';

/** Bytes of a value as a store counts them: fixed ones 8, texts in UTF-16. */
function sizeOfValue(value: PropertyValue): number {
  if (typeof value === 'string') return value.length * 2;
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return value.reduce((sum: number, one: PropertyValue) => sum + sizeOfValue(one), 0);
  return 8;
}

const sizeOfProperty = (property: StoredProperty): number =>
  4 + (isStreamed(property) ? property.stream.size : sizeOfValue(property.value));

const sizeOfProperties = (properties: readonly StoredProperty[]): number =>
  properties.reduce((sum, property) => sum + sizeOfProperty(property), 0);

/** 0E08: what a message takes up, with recipients, attachments and embedded messages. */
export function messageSize({ properties, recipients, attachments }: MessageContent): number {
  let size = sizeOfProperties(properties);
  for (const recipient of recipients) size += sizeOfProperties(recipient);
  for (const { properties: own, embedded } of attachments) {
    size += sizeOfProperties(own) + (embedded === undefined ? 0 : messageSize(embedded));
  }
  return size;
}

/** A message never changes: a change makes a new one. */
const sizes = new WeakMap<Message, number>();

/** 0E08 of a message that is kept, reckoned once: its content may be made anew whenever it is read. */
export function sizeOfMessage(message: Message): number {
  const size = sizes.get(message) ?? messageSize(message.content());
  sizes.set(message, size);
  return size;
}

/** 0E1B, and the bit of it in 0E07: pictures in the text and exceptions of a series, which are hidden, do not count. */
export const hasVisibleAttachment = ({ attachments }: MessageContent): boolean =>
  attachments.some(({ properties }) => !properties.some(isHiddenMark));

const isHiddenMark = (property: StoredProperty): boolean =>
  property.tag === pidTag.attachmentHidden && !isStreamed(property) && property.value === true;

/** The properties that the store itself gives a message: delivery and change time, size, and whether it has attachments. */
export function computedProperties(message: Message, content: MessageContent): StoredProperty[] {
  return [
    { tag: pidTag.messageDeliveryTime, value: message.deliveredAt },
    { tag: pidTag.lastModificationTime, value: message.modifiedAt },
    { tag: pidTag.messageSize, value: messageSize(content) },
    { tag: pidTag.hasAttachments, value: hasVisibleAttachment(content) },
  ];
}
