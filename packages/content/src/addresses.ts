import { pidTag } from '@cutover/wire/properties';
import { addressBookEntryId, addressSearchKey, oneOffEntryId } from './blobs/entry-id.ts';
import type { StoredProperty } from './message-content.ts';
import { PropertyList } from './property-list.ts';

/** Somebody a message comes from or goes to. */
export interface MailAddress {
  /** Display name; the address where there is none. */
  readonly name: string;
  /** SMTP address; may be empty or odd in what the wild sends. */
  readonly smtp: string;
  /** legacyExchangeDN, if the directory of the organisation knows the address. */
  readonly legacyExchangeDN?: string;
  /** What the directory has under the name; a user unless given. */
  readonly kind?: 'user' | 'group' | 'contact';
}

/** 0C15. */
export const recipientType = { to: 1, cc: 2, bcc: 3 } as const;
/** How a recipient takes part in a message. */
export type RecipientKind = keyof typeof recipientType;

// 0FFE and 3900 of what a directory holds, and the type in its EntryID. [MS-OXOABK] 2.2.3.10, 2.2.3.11
const kinds = {
  user: { objectType: 6, displayType: 0 },
  group: { objectType: 8, displayType: 1 },
  contact: { objectType: 6, displayType: 6 },
} as const;

interface Route {
  readonly type: 'EX' | 'SMTP';
  readonly address: string;
  readonly entryId: Uint8Array;
  readonly searchKey: Uint8Array;
}

/** How a store addresses somebody: by the directory's name if it has one, else by SMTP. */
function routeOf({ name, smtp, legacyExchangeDN, kind = 'user' }: MailAddress): Route {
  if (legacyExchangeDN === undefined) {
    const entryId = oneOffEntryId(name, smtp);
    return { type: 'SMTP', address: smtp, entryId, searchKey: addressSearchKey('SMTP', smtp) };
  }
  const entryId = addressBookEntryId(legacyExchangeDN, kinds[kind].displayType);
  return { type: 'EX', address: legacyExchangeDN, entryId, searchKey: addressSearchKey('EX', legacyExchangeDN) };
}

/** The row of one recipient. [MS-OXCMSG] 2.2.3 */
export function recipientProperties(recipient: MailAddress, type: RecipientKind): readonly StoredProperty[] {
  const route = routeOf(recipient);
  const { objectType, displayType } = kinds[recipient.kind ?? 'user'];
  return new PropertyList()
    .set(pidTag.recipientType, recipientType[type])
    .set(pidTag.displayName, recipient.name)
    .set(pidTag.addressType, route.type)
    .set(pidTag.emailAddress, route.address)
    .set(pidTag.smtpAddress, recipient.smtp)
    .set(pidTag.transmittableDisplayName, recipient.name)
    .set(pidTag.entryId, route.entryId)
    .set(pidTag.searchKey, route.searchKey)
    .set(pidTag.objectType, objectType)
    .set(pidTag.displayType, displayType)
    .toArray();
}

/** Who sent a message: the one who did it. [MS-OXOMSG] 2.2.1.46 ff. */
export function setSender(list: PropertyList, sender: MailAddress): void {
  const route = routeOf(sender);
  list
    .set(pidTag.senderName, sender.name)
    .set(pidTag.senderAddressType, route.type)
    .set(pidTag.senderEmailAddress, route.address)
    .set(pidTag.senderEntryId, route.entryId)
    .set(pidTag.senderSearchKey, route.searchKey);
}

/** Who a message is from: the one on whose behalf it was sent. [MS-OXOMSG] 2.2.1.53 ff. */
export function setRepresenting(list: PropertyList, from: MailAddress): void {
  const route = routeOf(from);
  list
    .set(pidTag.sentRepresentingName, from.name)
    .set(pidTag.sentRepresentingAddressType, route.type)
    .set(pidTag.sentRepresentingEmailAddress, route.address)
    .set(pidTag.sentRepresentingEntryId, route.entryId)
    .set(pidTag.sentRepresentingSearchKey, route.searchKey);
}

/** 0E02 to 0E04: names, parted by semicolons. */
export const displayList = (addresses: readonly MailAddress[]): string => addresses.map(({ name }) => name).join('; ');
