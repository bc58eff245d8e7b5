import { type StoredProperty } from '@cutover/content';
import { pidTag } from '@cutover/wire/properties';
import { textOf } from './message-properties.ts';

/** 0E04, 0E03, 0E02 by 0C15. */
const lists = [
  { tag: pidTag.displayTo, type: 1 },
  { tag: pidTag.displayCc, type: 2 },
  { tag: pidTag.displayBcc, type: 3 },
] as const;

/** Bits of 0C15 besides the type: that it was sent, or is to be sent again. */
const typeMask = 0x0f;

function typeOf(recipient: readonly StoredProperty[]): number {
  const property = recipient.find(({ tag }) => tag === pidTag.recipientType);
  return property !== undefined && 'value' in property ? Number(property.value) & typeMask : 1;
}

/** The names of recipients as the store writes them into the message. [MS-OXOMSG] 2.2.1.7 to 2.2.1.9 */
export const displayNames = (recipients: readonly (readonly StoredProperty[])[]): StoredProperty[] =>
  lists.map(({ tag, type }) => ({
    tag,
    value: recipients
      .filter((recipient) => typeOf(recipient) === type)
      .map((recipient) => textOf(recipient, pidTag.displayName) ?? '')
      .join('; '),
  }));
