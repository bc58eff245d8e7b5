import { filetimeFromDate } from '@cutover/wire';
import { pidTag, propertySet, propertyType, type PropertyTag } from '@cutover/wire/properties';
import { decodeWords, type Email } from 'postal-mime';
import { oneOffEntryId } from '../blobs/entry-id.ts';
import type { StoredProperty } from '../message-content.ts';
import { PropertyList } from '../property-list.ts';
import type { MailAddress } from '../addresses.ts';
import { type HeaderBlock, headerValue } from './header-block.ts';
import { parseMailDate } from './parse-date.ts';

/** Header fields whose text is a property as it stands. */
const texts: readonly (readonly [string, PropertyTag])[] = [
  ['list-help', pidTag.listHelp],
  ['list-subscribe', pidTag.listSubscribe],
  ['list-unsubscribe', pidTag.listUnsubscribe],
];
const times: readonly (readonly [string, PropertyTag])[] = [
  ['expires', pidTag.expiryTime],
  ['expiry-date', pidTag.expiryTime],
  ['reply-by', pidTag.replyTime],
  ['deferred-delivery', pidTag.deferredDeliveryTime],
];
/** Header fields that ask for something by being there. */
const requests: readonly (readonly [string, PropertyTag])[] = [
  ['disposition-notification-to', pidTag.readReceiptRequested],
  ['return-receipt-to', pidTag.originatorDeliveryReportRequested],
];

const words = (value: string): string => decodeWords(value);

/** Properties that header fields give beyond what every mail has: requests, lists, X- fields by their names. */
export function headerProperties(header: HeaderBlock, replyTo: readonly MailAddress[]): StoredProperty[] {
  const list = new PropertyList();
  for (const [name, tag] of texts) list.set(tag, headerValue(header, name));
  for (const [name, tag] of times) list.set(tag, timeOf(headerValue(header, name)));
  for (const [name, tag] of requests) list.set(tag, headerValue(header, name) === undefined ? undefined : true);
  setReplyTo(list, replyTo);
  for (const { name, value } of header.fields) {
    if (!name.startsWith('x-') && name !== 'content-class') continue;
    const property = { name: { set: propertySet.internetHeaders, name }, type: propertyType.unicode };
    list.setNamed(property, words(value.replaceAll('\r\n', '')));
  }
  return list.toArray();
}

function timeOf(value: string | undefined): bigint | undefined {
  const date = value === undefined ? undefined : parseMailDate(value);
  return date === undefined ? undefined : filetimeFromDate(date);
}

/** 004F: count, size of the rest, and each EntryID with its length, filled up to four bytes. [MS-OXOMSG] 2.2.1.43 */
function setReplyTo(list: PropertyList, replyTo: readonly MailAddress[]): void {
  if (replyTo.length === 0) return;
  const entries = replyTo.map(({ name, smtp }) => oneOffEntryId(name, smtp));
  const parts = entries.map((entry) => {
    const part = Buffer.alloc(4 + Math.ceil(entry.length / 4) * 4);
    part.writeUInt32LE(entry.length);
    part.set(entry, 4);
    return part;
  });
  const head = Buffer.alloc(8);
  head.writeUInt32LE(entries.length);
  head.writeUInt32LE(
    parts.reduce((sum, part) => sum + part.length, 0),
    4,
  );
  list
    .set(pidTag.replyRecipientEntries, Uint8Array.from(Buffer.concat([head, ...parts])))
    .set(pidTag.replyRecipientNames, replyTo.map(({ name }) => name).join(';'));
}

const byPriority: Readonly<Record<string, 'low' | 'normal' | 'high'>> = {
  high: 'high',
  urgent: 'high',
  1: 'high',
  2: 'high',
  3: 'normal',
  normal: 'normal',
  low: 'low',
  'non-urgent': 'low',
  4: 'low',
  5: 'low',
};

/** What Importance, X-Priority or Priority say. */
export function importanceOf(header: HeaderBlock): 'low' | 'normal' | 'high' | undefined {
  const value =
    headerValue(header, 'importance') ?? headerValue(header, 'x-priority') ?? headerValue(header, 'priority');
  return value === undefined ? undefined : byPriority[/[a-z-]+|\d/i.exec(value)?.[0].toLowerCase() ?? ''];
}

const bySensitivity: Readonly<Record<string, 'personal' | 'private' | 'confidential'>> = {
  personal: 'personal',
  private: 'private',
  'company-confidential': 'confidential',
  confidential: 'confidential',
};

export const sensitivityOf = (header: HeaderBlock): 'personal' | 'private' | 'confidential' | undefined =>
  bySensitivity[headerValue(header, 'sensitivity')?.trim().toLowerCase() ?? ''];

/** The words of Keywords, which Outlook shows as categories. */
export const categoriesOf = (header: HeaderBlock): string[] =>
  (headerValue(header, 'keywords') ?? '')
    .split(',')
    .map((word) => words(word).trim())
    .filter((word) => word !== '');

/** The day and time when the last server took the message, from the topmost Received field. */
export function receivedAt(header: HeaderBlock): Date | undefined {
  const received = headerValue(header, 'received');
  const semicolon = received?.lastIndexOf(';') ?? -1;
  return received === undefined || semicolon === -1 ? undefined : parseMailDate(received.slice(semicolon + 1));
}

/** Addresses of one kind of field, groups taken apart; what has no address keeps its name. */
export function addressesOf(addresses: Email['to']): MailAddress[] {
  return (addresses ?? []).flatMap((entry) => {
    if (entry.group !== undefined) {
      return entry.group.length === 0 ? [{ name: entry.name, smtp: '' }] : addressesOf(entry.group);
    }
    return [{ name: entry.name === '' ? entry.address : entry.name, smtp: entry.address }];
  });
}
