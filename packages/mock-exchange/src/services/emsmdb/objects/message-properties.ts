import { isStreamed, type AttachmentContent, type MessageContent, type StoredProperty } from '@cutover/content';
import { pidTag, type PropertyValue } from '@cutover/wire/properties';
import type { Mailbox } from '../../../store/mailbox.ts';
import { computedProperties, hasVisibleAttachment, messageSize } from '../../../store/message-properties.ts';
import type { Message } from '../../../store/message.ts';
import { changeKeyOf, predecessorsOf } from './change-keys.ts';
import { folderEntryIdOf, idValue, keyOf, messageEntryId } from './ids.ts';

const fullAccess = 0x3f;
/** 0FF4 of what cannot be deleted, as it is not there yet: it is read and changed. [MS-OXCMSG] appendix A */
const unsavedAccess = 0x03;
/** 0FFE of a message and of an attachment. */
const objectType = { message: 5, attachment: 7 } as const;
/** 0FF7 of what may be changed. */
const modify = 1;

const ownedObject = (kind: keyof typeof objectType): StoredProperty[] => [
  { tag: pidTag.objectType, value: objectType[kind] },
  { tag: pidTag.access, value: fullAccess },
  { tag: pidTag.accessLevel, value: modify },
];

/** What a sync says of a message before its content. [MS-OXCFXICS] 2.2.4.3.11 */
export function messageKeys(mailbox: Mailbox, message: Message): StoredProperty[] {
  return [
    { tag: pidTag.sourceKey, value: keyOf(mailbox, message.id) },
    { tag: pidTag.lastModificationTime, value: message.modifiedAt },
    { tag: pidTag.changeKey, value: changeKeyOf(mailbox, message) },
    { tag: pidTag.predecessorChangeList, value: predecessorsOf(mailbox, message) },
  ];
}

/** Sixteen bytes that no other message has. */
function searchKeyOf(mailbox: Mailbox, id: number): Uint8Array {
  const key = keyOf(mailbox, id);
  return Buffer.concat([key.subarray(0, 10), key.subarray(-6)]);
}

/** The subject and its normal form, each from the other and the prefix where only one was set. [MS-OXCMSG] 2.2.1.46 */
function subjects(properties: readonly StoredProperty[]): StoredProperty[] {
  const prefix = textOf(properties, pidTag.subjectPrefix) ?? '';
  const [whole, normal] = [pidTag.subject, pidTag.normalizedSubject].map((tag) => textOf(properties, tag));
  if (whole === undefined) return normal === undefined ? [] : [{ tag: pidTag.subject, value: prefix + normal }];
  const rest = whole.startsWith(prefix) ? whole.slice(prefix.length) : whole;
  return [{ tag: pidTag.normalizedSubject, value: rest }];
}

/** Of a message without recipients. */
const noNames = [pidTag.displayTo, pidTag.displayCc, pidTag.displayBcc].map((tag) => ({ tag, value: '' }));

/** Of a message of which nobody said anything. [MS-OXCMSG] 3.2.5.2 */
const defaults: readonly StoredProperty[] = [
  ...noNames,
  { tag: pidTag.trustSender, value: 1 },
  { tag: pidTag.messageStatus, value: 0 },
];

/** What every message has, if nobody said otherwise. [MS-OXCMSG] 2.2.1.1 */
const generalProperties = (mailbox: Mailbox, { id, deliveredAt }: Message): StoredProperty[] => [
  ...defaults,
  { tag: pidTag.creationTime, value: deliveredAt },
  { tag: pidTag.lastModifierName, value: mailbox.displayName },
  { tag: pidTag.searchKey, value: searchKeyOf(mailbox, id) },
];

/** Everything that can be asked of a message. [MS-OXCMSG] 2.2.1 */
export function messageProperties(mailbox: Mailbox, message: Message, content: MessageContent): StoredProperty[] {
  return [
    ...generalProperties(mailbox, message),
    ...subjects(content.properties),
    ...content.properties,
    ...computedProperties(message, content),
    ...messageKeys(mailbox, message),
    { tag: pidTag.mid, value: idValue(message.id) },
    { tag: pidTag.changeNumber, value: idValue(message.changeNumber) },
    { tag: pidTag.associated, value: message.associated },
    { tag: pidTag.read, value: message.read },
    { tag: pidTag.folderId, value: idValue(message.folderId) },
    { tag: pidTag.parentSourceKey, value: keyOf(mailbox, message.folderId) },
    { tag: pidTag.entryId, value: messageEntryId(mailbox, message.folderId, message.id) },
    { tag: pidTag.parentEntryId, value: folderEntryIdOf(mailbox, message.folderId) },
    ...ownedObject('message'),
  ];
}

/** What can be asked of a message that is not saved, or lies in an attachment. [MS-OXCMSG] 3.2.5.2 */
export const unsavedProperties = (content: MessageContent): StoredProperty[] => [
  ...defaults,
  ...subjects(content.properties),
  ...content.properties,
  { tag: pidTag.messageSize, value: messageSize(content) },
  { tag: pidTag.hasAttachments, value: hasVisibleAttachment(content) },
  ...ownedObject('message'),
  { tag: pidTag.access, value: unsavedAccess },
];

/** Everything that can be asked of an attachment. [MS-OXCMSG] 2.2.2 */
export function attachmentProperties({ properties }: AttachmentContent, number: number): StoredProperty[] {
  return [
    ...properties,
    { tag: pidTag.attachNumber, value: number },
    { tag: pidTag.attachSize, value: attachmentSize(properties) },
    { tag: pidTag.recordKey, value: Buffer.from(Uint32Array.of(number).buffer) },
    ...ownedObject('attachment'),
  ];
}

/** 0E20: the bytes of the attachment's own properties; those of an embedded message do not count. */
export const attachmentSize = (properties: readonly StoredProperty[]): number =>
  properties.reduce((sum, property) => sum + sizeOf(property), 0);

const sizeOf = (property: StoredProperty): number =>
  isStreamed(property) ? property.stream.size : valueSize(property.value);

function valueSize(value: PropertyValue): number {
  if (typeof value === 'string') return value.length * 2;
  return value instanceof Uint8Array ? value.length : 8;
}

/** A property's text, if it has one. */
export function textOf(properties: readonly StoredProperty[], tag: number): string | undefined {
  const property = properties.find((one) => one.tag === tag);
  return property !== undefined && !isStreamed(property) && typeof property.value === 'string'
    ? property.value
    : undefined;
}
