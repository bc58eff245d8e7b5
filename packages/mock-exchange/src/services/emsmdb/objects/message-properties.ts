import {
  folderEntryId,
  isStreamed,
  type AttachmentContent,
  type MessageContent,
  type StoredProperty,
} from '@cutover/content';
import { pidTag, type PropertyValue } from '@cutover/wire/properties';
import type { Mailbox } from '../../../store/mailbox.ts';
import { computedProperties } from '../../../store/message-properties.ts';
import type { Message } from '../../../store/message.ts';
import { changeKeyOf, predecessorsOf } from './change-keys.ts';
import { idValue, keyOf, messageEntryId } from './ids.ts';

const fullAccess = 0x3f;
/** 0FFE of a message and of an attachment. */
const objectType = { message: 5, attachment: 7 } as const;

/** What a sync says of a message before its content. [MS-OXCFXICS] 2.2.4.3.11 */
export function messageKeys(mailbox: Mailbox, message: Message): StoredProperty[] {
  return [
    { tag: pidTag.sourceKey, value: keyOf(mailbox, message.id) },
    { tag: pidTag.lastModificationTime, value: message.modifiedAt },
    { tag: pidTag.changeKey, value: changeKeyOf(mailbox, message) },
    { tag: pidTag.predecessorChangeList, value: predecessorsOf(mailbox, message) },
  ];
}

/** Everything that can be asked of a message. [MS-OXCMSG] 2.2.1 */
export function messageProperties(mailbox: Mailbox, message: Message, content: MessageContent): StoredProperty[] {
  return [
    ...content.properties,
    ...computedProperties(message, content),
    ...messageKeys(mailbox, message),
    { tag: pidTag.mid, value: idValue(message.id) },
    { tag: pidTag.changeNumber, value: idValue(message.changeNumber) },
    { tag: pidTag.associated, value: message.associated },
    { tag: pidTag.folderId, value: idValue(message.folderId) },
    { tag: pidTag.parentSourceKey, value: keyOf(mailbox, message.folderId) },
    { tag: pidTag.entryId, value: messageEntryId(mailbox, message.folderId, message.id) },
    { tag: pidTag.parentEntryId, value: folderEntryId(mailbox.guid, mailbox.replicaGuid, message.folderId) },
    { tag: pidTag.access, value: fullAccess },
    { tag: pidTag.objectType, value: objectType.message },
  ];
}

/** Everything that can be asked of an attachment. [MS-OXCMSG] 2.2.2 */
export function attachmentProperties({ properties }: AttachmentContent, number: number): StoredProperty[] {
  return [
    ...properties,
    { tag: pidTag.attachNumber, value: number },
    { tag: pidTag.attachSize, value: attachmentSize(properties) },
    { tag: pidTag.objectType, value: objectType.attachment },
    { tag: pidTag.access, value: fullAccess },
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
