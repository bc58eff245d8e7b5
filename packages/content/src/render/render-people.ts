import { pidTag, type PropertyTag } from '@cutover/wire/properties';
import { recipientType, type RecipientKind } from '../addresses.ts';
import type { MessageContent } from '../message-content.ts';
import { PropertyReader } from './property-reader.ts';
import { defaultDomain, type RenderOptions } from './render-options.ts';

/** Somebody as a header names them. */
export interface HeaderAddress {
  readonly name: string;
  readonly address: string;
}

interface AddressTags {
  readonly name: PropertyTag;
  readonly type: PropertyTag;
  readonly address: PropertyTag;
  readonly smtp: PropertyTag;
}

export const senderTags: AddressTags = {
  name: pidTag.senderName,
  type: pidTag.senderAddressType,
  address: pidTag.senderEmailAddress,
  smtp: pidTag.senderSmtpAddress,
};
export const representingTags: AddressTags = {
  name: pidTag.sentRepresentingName,
  type: pidTag.sentRepresentingAddressType,
  address: pidTag.sentRepresentingEmailAddress,
  smtp: pidTag.sentRepresentingSmtpAddress,
};
export const recipientTags: AddressTags = {
  name: pidTag.displayName,
  type: pidTag.addressType,
  address: pidTag.emailAddress,
  smtp: pidTag.smtpAddress,
};

/** One of the people of a message; undefined if it names none. */
export function readAddress(
  reader: PropertyReader,
  tags: AddressTags,
  options: RenderOptions,
): HeaderAddress | undefined {
  const name = reader.text(tags.name) ?? '';
  const address = reader.text(tags.smtp) || smtpOf(reader, tags, options);
  return name === '' && address === '' ? undefined : { name: name === address ? '' : name, address };
}

function smtpOf(reader: PropertyReader, tags: AddressTags, options: RenderOptions): string {
  const address = reader.text(tags.address) ?? '';
  if (reader.text(tags.type)?.toUpperCase() !== 'EX') return address;
  return options.smtpOf?.(address) ?? encapsulated(address, options);
}

/** An address of the directory as a gateway wraps it for the Internet. [MS-OXCMAIL] 2.1.3.1.1.1 */
const encapsulated = (dn: string, { domain = defaultDomain }: RenderOptions): string =>
  `IMCEAEX-${dn.replaceAll(/[^A-Za-z0-9/=-]/g, escaped).replaceAll('/', '_')}@${domain}`;

const escaped = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `+${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** The recipients of one kind, in their order. */
export const recipientsOf = (
  { recipients }: MessageContent,
  kind: RecipientKind,
  options: RenderOptions,
): HeaderAddress[] =>
  recipients
    .map((recipient) => new PropertyReader(recipient))
    .filter((reader) => ((reader.number(pidTag.recipientType) ?? 1) & 0xf) === recipientType[kind])
    .flatMap((reader) => readAddress(reader, recipientTags, options) ?? []);

/** 004F: the one-off addresses in it. [MS-OXOMSG] 2.2.1.43 */
export function replyTo(reader: PropertyReader): HeaderAddress[] {
  const list = reader.bytes(pidTag.replyRecipientEntries);
  if (list === undefined || list.length < 8) return [];
  const bytes = Buffer.from(list);
  const found: HeaderAddress[] = [];
  for (let at = 8; at + 4 <= bytes.length;) {
    const size = bytes.readUInt32LE(at);
    const address = oneOffAddress(bytes.subarray(at + 4, at + 4 + size));
    if (address !== undefined) found.push(address);
    at += 4 + Math.ceil(size / 4) * 4;
  }
  return found;
}

const oneOffHead = 24;
const unicodeFlag = 0x8000;

/** Name and address of a one-off EntryID. [MS-OXCDATA] 2.2.5.1 */
function oneOffAddress(entry: Buffer): HeaderAddress | undefined {
  if (entry.length < oneOffHead || (entry.readUInt16LE(22) & unicodeFlag) === 0) return undefined;
  const [name = '', , address = ''] = entry.subarray(oneOffHead).toString('utf16le').split('\0');
  return address === '' ? undefined : { name: name === address ? '' : name, address };
}
