import { filetimeFromDate } from '@cutover/wire';
import { pidLid, pidTag } from '@cutover/wire/properties';
import { oneOffEntryId } from '../blobs/entry-id.ts';
import type { MessageContent } from '../message-content.ts';
import { composeMail, type Mail } from '../mail.ts';
import { PropertyList } from '../property-list.ts';

/** Where a contact lives or works. */
export interface PostalAddress {
  readonly street?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly country?: string | undefined;
}

/** Somebody in an address book of one's own. */
export interface Contact extends Pick<
  Mail,
  'text' | 'categories' | 'searchKey' | 'attachments' | 'sensitivity' | 'besides'
> {
  readonly displayName: string;
  readonly fileAs?: string | undefined;
  readonly prefix?: string | undefined;
  readonly givenName?: string | undefined;
  readonly middleName?: string | undefined;
  readonly surname?: string | undefined;
  readonly suffix?: string | undefined;
  readonly nickname?: string | undefined;
  readonly company?: string | undefined;
  readonly department?: string | undefined;
  readonly title?: string | undefined;
  readonly profession?: string | undefined;
  readonly phones?: Readonly<Partial<Record<PhoneKind, string>>>;
  /** Three at most have a place; more go to the text. */
  readonly emails?: readonly string[];
  readonly workAddress?: PostalAddress | undefined;
  readonly homeAddress?: PostalAddress | undefined;
  readonly otherAddress?: PostalAddress | undefined;
  readonly birthday?: Date | undefined;
  readonly anniversary?: Date | undefined;
  readonly homePage?: string | undefined;
  readonly instantMessaging?: string | undefined;
  readonly createdAt: Date;
}

export const phoneTags = {
  business: pidTag.businessTelephoneNumber,
  business2: pidTag.business2TelephoneNumber,
  home: pidTag.homeTelephoneNumber,
  home2: pidTag.home2TelephoneNumber,
  mobile: pidTag.mobileTelephoneNumber,
  businessFax: pidTag.businessFaxNumber,
  homeFax: pidTag.homeFaxNumber,
  pager: pidTag.pagerTelephoneNumber,
  car: pidTag.carTelephoneNumber,
  isdn: pidTag.isdnNumber,
  other: pidTag.otherTelephoneNumber,
  primary: pidTag.primaryTelephoneNumber,
} as const;
/** Which of a contact's telephones. */
export type PhoneKind = keyof typeof phoneTags;

const emailSlots = [
  {
    name: pidLid.email1DisplayName,
    type: pidLid.email1AddressType,
    address: pidLid.email1EmailAddress,
    original: pidLid.email1OriginalDisplayName,
    entryId: pidLid.email1OriginalEntryId,
  },
  {
    name: pidLid.email2DisplayName,
    type: pidLid.email2AddressType,
    address: pidLid.email2EmailAddress,
    original: pidLid.email2OriginalDisplayName,
    entryId: pidLid.email2OriginalEntryId,
  },
  {
    name: pidLid.email3DisplayName,
    type: pidLid.email3AddressType,
    address: pidLid.email3EmailAddress,
    original: pidLid.email3OriginalDisplayName,
    entryId: pidLid.email3OriginalEntryId,
  },
] as const;

const contactIcon = 0x200;

/** Makes an IPM.Contact. [MS-OXOCNTC] 2.2.1 */
export function composeContact(contact: Contact): MessageContent {
  const list = new PropertyList();
  setNames(list, contact);
  setWork(list, contact);
  setEmails(list, contact);
  setAddresses(list, contact);
  for (const [kind, number] of Object.entries(contact.phones ?? {})) list.set(phoneTags[kind as PhoneKind], number);
  const { text, categories, searchKey, attachments, sensitivity, displayName, createdAt, emails = [] } = contact;
  const left = emails.slice(emailSlots.length);
  return composeMail({
    subject: displayName,
    text: left.length === 0 ? text : [text ?? '', ...left].join('\r\n'),
    categories,
    searchKey,
    sensitivity,
    attachments: attachments ?? [],
    sentAt: createdAt,
    messageClass: 'IPM.Contact',
    besides: [...list.toArray(), ...(contact.besides ?? [])],
  });
}

const filetime = (date: Date | undefined): bigint | undefined =>
  date === undefined ? undefined : filetimeFromDate(date);

function setNames(list: PropertyList, contact: Contact): void {
  const { givenName, surname, displayName } = contact;
  const turned = surname !== undefined && givenName !== undefined ? `${surname}, ${givenName}` : displayName;
  list
    .set(pidTag.iconIndex, contactIcon)
    .set(pidTag.displayName, displayName)
    .set(pidTag.displayNamePrefix, contact.prefix)
    .set(pidTag.givenName, givenName)
    .set(pidTag.middleName, contact.middleName)
    .set(pidTag.surname, surname)
    .set(pidTag.generation, contact.suffix)
    .set(pidTag.nickname, contact.nickname)
    .set(pidTag.birthday, filetime(contact.birthday))
    .set(pidTag.weddingAnniversary, filetime(contact.anniversary))
    .setNamed(pidLid.fileUnder, contact.fileAs ?? turned);
}

function setWork(list: PropertyList, contact: Contact): void {
  list
    .set(pidTag.companyName, contact.company)
    .set(pidTag.departmentName, contact.department)
    .set(pidTag.title, contact.title)
    .set(pidTag.profession, contact.profession)
    .set(pidTag.businessHomePage, contact.homePage)
    .setNamed(pidLid.instantMessagingAddress, contact.instantMessaging);
}

function setEmails(list: PropertyList, { emails = [], displayName }: Contact): void {
  const used = emails.slice(0, emailSlots.length);
  for (const [index, address] of used.entries()) {
    const slot = emailSlots[index]!;
    list
      .setNamed(slot.name, `${displayName} (${address})`)
      .setNamed(slot.type, 'SMTP')
      .setNamed(slot.address, address)
      .setNamed(slot.original, address)
      .setNamed(slot.entryId, oneOffEntryId(displayName, address));
  }
  if (used.length === 0) return;
  list
    .setNamed(
      pidLid.addressBookProviderEmailList,
      used.map((_, index) => index),
    )
    .setNamed(pidLid.addressBookProviderArrayType, (1 << used.length) - 1);
}

/** The address as one text, the way letters have it. */
const addressText = ({ street, city, state, postalCode, country }: PostalAddress): string =>
  [street, [postalCode, city, state].filter(Boolean).join(' '), country].filter(Boolean).join('\r\n');

function setAddresses(
  list: PropertyList,
  { workAddress: work, homeAddress: home, otherAddress: other }: Contact,
): void {
  list
    .setNamed(pidLid.workAddressStreet, work?.street)
    .setNamed(pidLid.workAddressCity, work?.city)
    .setNamed(pidLid.workAddressState, work?.state)
    .setNamed(pidLid.workAddressPostalCode, work?.postalCode)
    .setNamed(pidLid.workAddressCountry, work?.country)
    .setNamed(pidLid.workAddress, work === undefined ? undefined : addressText(work))
    .set(pidTag.homeAddressStreet, home?.street)
    .set(pidTag.homeAddressCity, home?.city)
    .set(pidTag.homeAddressStateOrProvince, home?.state)
    .set(pidTag.homeAddressPostalCode, home?.postalCode)
    .set(pidTag.homeAddressCountry, home?.country)
    .setNamed(pidLid.homeAddress, home === undefined ? undefined : addressText(home))
    .set(pidTag.otherAddressStreet, other?.street)
    .set(pidTag.otherAddressCity, other?.city)
    .set(pidTag.otherAddressStateOrProvince, other?.state)
    .set(pidTag.otherAddressPostalCode, other?.postalCode)
    .set(pidTag.otherAddressCountry, other?.country)
    .setNamed(pidLid.otherAddress, other === undefined ? undefined : addressText(other));
}
