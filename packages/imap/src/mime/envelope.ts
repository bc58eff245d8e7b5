import addressparser, { type AddressOrGroup } from 'nodemailer/lib/addressparser';
import { formatList, formatString } from '../syntax/format.ts';
import { fieldValue, type HeaderField } from './header-fields.ts';

/** ENVELOPE: the header as a list, nothing of it decoded. RFC 3501 7.4.2 */
export function formatEnvelope(fields: readonly HeaderField[]): string {
  const text = (name: string): string => formatString(fieldValue(fields, name));
  const people = (name: string): string => formatAddresses(fieldValue(fields, name));
  const from = people('from');
  const orFrom = (list: string): string => (list === 'NIL' ? from : list);
  return formatList([
    text('date'),
    text('subject'),
    from,
    orFrom(people('sender')),
    orFrom(people('reply-to')),
    people('to'),
    people('cc'),
    people('bcc'),
    text('in-reply-to'),
    text('message-id'),
  ]);
}

function formatAddresses(value: string | undefined): string {
  const addresses = value === undefined ? [] : addressparser(value).flatMap(formatAddress);
  return addresses.length === 0 ? 'NIL' : `(${addresses.join('')})`;
}

function formatAddress(entry: AddressOrGroup): string[] {
  if (entry.group === undefined) return [formatOne(entry.name, entry.address)];
  const [begin, end] = [`(NIL NIL ${formatString(entry.name)} NIL)`, '(NIL NIL NIL NIL)'];
  return [begin, ...entry.group.flatMap(formatAddress), end];
}

/** Name, route, mailbox, host; an address without a host says so by an empty one, as NIL would begin a group. */
function formatOne(name: string, address: string): string {
  const at = address.lastIndexOf('@');
  const [mailbox, host] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
  return formatList([formatString(name === '' ? undefined : name), 'NIL', formatString(mailbox), formatString(host)]);
}
