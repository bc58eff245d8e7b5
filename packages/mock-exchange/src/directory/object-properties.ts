import { displayType, type NspiValue } from '@cutover/wire/nspi';
import { propertyType } from '@cutover/wire/properties';
import { filetimeFromDate, parseGuid } from '@cutover/wire';
import type { Recipient, RecipientAttributes } from '../organisation/recipient.ts';
import type { AddressBook, AddressBookObject } from './address-book.ts';

const { unicode, mvUnicode, mvBinary, i32, bool, time, binary, object } = propertyType;

/** A property that objects can have: its id, the type it is kept in, and where its value comes from. */
interface PropertyDefinition {
  readonly id: number;
  readonly type: number;
  readonly value: (object: AddressBookObject, book: AddressBook) => NspiValue | undefined;
}

type CertificateAttribute = 'userCertificates' | 'certificates';
type TextAttribute = Exclude<keyof RecipientAttributes, 'otherPhones' | 'extensionAttributes' | CertificateAttribute>;

const kinds = {
  mailbox: { displayType: displayType.mailUser, objectType: 6 },
  group: { displayType: displayType.distributionList, objectType: 8 },
  contact: { displayType: displayType.remoteMailUser, objectType: 6 },
} as const;

/** PidTagDisplayType of an object. */
export const displayTypeOf = (recipient: Recipient): number => kinds[recipient.kind].displayType;

const text = (id: number, value: (recipient: Recipient) => string | undefined): PropertyDefinition => ({
  id,
  type: unicode,
  value: ({ recipient }) => value(recipient),
});
const attribute = (id: number, name: TextAttribute): PropertyDefinition =>
  text(id, ({ attributes }) => attributes[name]);

const certificates = (id: number, name: CertificateAttribute): PropertyDefinition => ({
  id,
  type: mvBinary,
  value: ({ recipient }) => recipient.attributes[name]?.map((text) => Uint8Array.from(Buffer.from(text, 'base64'))),
});

const minimalIdBytes = (id: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, id, true);
  return bytes;
};

const printable = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?');

const commonNameOf = ({ legacyExchangeDN }: Recipient): string =>
  legacyExchangeDN.slice(legacyExchangeDN.lastIndexOf('=') + 1);

const links = (
  id: number,
  dns: (recipient: Recipient, book: AddressBook) => readonly string[],
): PropertyDefinition => ({
  id,
  type: object,
  value: ({ recipient }, book) => {
    const values = dns(recipient, book);
    return values.length === 0 ? undefined : values;
  },
});
const optional = (value: string | undefined): string[] => (value === undefined ? [] : [value]);

/** Properties that name other objects, by id: GetMatches lists the objects, a string column shows their DNs. */
const linkDefinitions: readonly PropertyDefinition[] = [
  links(0x8005, ({ attributes }) => optional(attributes.manager)),
  links(0x8008, (recipient, book) => book.groupsOf(recipient).map(({ legacyExchangeDN }) => legacyExchangeDN)),
  links(0x8009, (recipient) => (recipient.kind === 'group' ? recipient.members : [])),
  links(0x800c, (recipient) => (recipient.kind === 'group' ? optional(recipient.managedBy) : [])),
  links(0x800e, (recipient, book) => book.reportsOf(recipient).map(({ legacyExchangeDN }) => legacyExchangeDN)),
];

const extensionIds = [
  0x802d, 0x802e, 0x802f, 0x8030, 0x8031, 0x8032, 0x8033, 0x8034, 0x8035, 0x8036, 0x8c57, 0x8c58, 0x8c59, 0x8c60,
  0x8c61,
];

const definitions: readonly PropertyDefinition[] = [
  { id: 0x0ff6, type: binary, value: ({ id }) => minimalIdBytes(id) },
  { id: 0x0ff9, type: binary, value: ({ recipient }) => parseGuid(recipient.objectGuid) },
  { id: 0x0ffe, type: i32, value: ({ recipient }) => kinds[recipient.kind].objectType },
  { id: 0x3900, type: i32, value: ({ recipient }) => kinds[recipient.kind].displayType },
  text(0x3001, ({ displayName }) => displayName),
  text(0x3002, () => 'EX'),
  text(0x3003, ({ legacyExchangeDN }) => legacyExchangeDN),
  { id: 0x3007, type: time, value: ({ recipient }) => filetimeFromDate(recipient.createdAt) },
  { id: 0x3008, type: time, value: ({ recipient }) => filetimeFromDate(recipient.changedAt) },
  text(0x39fe, ({ primarySmtpAddress }) => primarySmtpAddress),
  text(0x39ff, ({ attributes, displayName }) => attributes.printableName ?? printable(displayName)),
  text(0x3a00, ({ alias }) => alias),
  attribute(0x3a06, 'givenName'),
  attribute(0x3a08, 'businessPhone'),
  attribute(0x3a09, 'homePhone'),
  attribute(0x3a0a, 'initials'),
  text(0x3a0f, commonNameOf),
  attribute(0x3a11, 'surname'),
  attribute(0x3a16, 'company'),
  attribute(0x3a17, 'title'),
  attribute(0x3a18, 'department'),
  attribute(0x3a19, 'office'),
  attribute(0x3a1a, 'businessPhone'),
  { id: 0x3a1b, type: mvUnicode, value: ({ recipient }) => recipient.attributes.otherPhones },
  attribute(0x3a1c, 'mobilePhone'),
  text(0x3a20, ({ displayName }) => displayName),
  attribute(0x3a23, 'fax'),
  attribute(0x3a26, 'country'),
  attribute(0x3a27, 'city'),
  attribute(0x3a28, 'state'),
  attribute(0x3a29, 'street'),
  attribute(0x3a2a, 'postalCode'),
  text(0x8006, (recipient) => (recipient.kind === 'mailbox' ? recipient.homeDatabase : undefined)),
  { id: 0x800f, type: mvUnicode, value: ({ recipient }) => recipient.proxyAddresses },
  text(0x8011, (recipient) => (recipient.kind === 'contact' ? recipient.targetAddress : undefined)),
  text(0x803c, ({ legacyExchangeDN }) => legacyExchangeDN),
  { id: 0x80b9, type: bool, value: ({ recipient }) => (recipient.hidden ? true : undefined) },
  certificates(0x3a70, 'userCertificates'),
  certificates(0x8c6a, 'certificates'),
  { id: 0x8c6d, type: binary, value: ({ recipient }) => parseGuid(recipient.objectGuid) },
  {
    id: 0x8c73,
    type: binary,
    value: ({ recipient }) => (recipient.kind === 'mailbox' ? parseGuid(recipient.mailboxGuid) : undefined),
  },
  ...extensionIds.map((id, index) => text(id, ({ attributes }) => attributes.extensionAttributes?.[index + 1])),
  ...linkDefinitions,
];

const byId = new Map(definitions.map((definition) => [definition.id, definition]));

/** Ids and kept types of every property that the directory knows; entry ids are made for each call. */
export const knownProperties: readonly { readonly id: number; readonly type: number }[] = [
  { id: 0x0fff, type: binary },
  ...definitions,
].toSorted((left, right) => left.id - right.id);

/** A property's value in the type it is kept in; undefined when the object does not have it. Links give DNs. */
export function propertyOf(
  target: AddressBookObject,
  id: number,
  book: AddressBook,
): { readonly type: number; readonly value: NspiValue } | undefined {
  const definition = byId.get(id);
  const value = definition?.value(target, book);
  return definition === undefined || value === undefined ? undefined : { type: definition.type, value };
}
