import { similarNames } from '@cutover/base';
import { checkTable } from '../check-fields.ts';
import { seedErrors } from '../errors.ts';
import type { AddressFinder } from './address-book.ts';
import { fileFields, itemFields } from './item-fields.ts';
import type { SeedAddress, SeedAttachment, SeedItem } from './seed-item.ts';

/** Throws for an item that cannot be made into a message, now and not when a client reads it. */
export function checkItem(item: SeedItem, address: AddressFinder): void {
  checkKind(item);
  const of = `the ${item.type}`;
  checkTable(item, of, itemFields[item.type]);
  if (item.type === 'appointment' && item.end < item.start) throw seedErrors.endsEarly({ subject: item.subject });
  for (const name of peopleOf(item)) {
    if (!address(name).smtp.includes('@')) throw unknownPerson(name, { item, address });
  }
  for (const attachment of attachmentsOf(item)) checkAttachment(attachment, { of, address });
}

function checkKind({ type }: SeedItem): void {
  if (Object.hasOwn(itemFields, type)) return;
  const known = Object.keys(itemFields);
  throw seedErrors.unknownItem({ type: String(type), known, similar: similarNames(String(type), known) });
}

const attachmentsOf = (item: SeedItem): readonly SeedAttachment[] =>
  'attachments' in item ? (item.attachments ?? []) : [];

function checkAttachment(attachment: SeedAttachment, { of, address }: { of: string; address: AddressFinder }): void {
  if ('item' in attachment) return checkItem(attachment.item, address);
  checkTable(attachment, `an attachment of ${of}`, fileFields);
}

const unknownPerson = (name: string, { item, address }: { item: SeedItem; address: AddressFinder }): Error =>
  seedErrors.unknownPerson({ name, item: subjectOf(item), similar: similarNames(name, address.aliases) });

function peopleOf(item: SeedItem): SeedAddress[] {
  if (item.type === 'appointment') {
    return [item.organizer, ...(item.attendees ?? []).map(({ address }) => address)].filter((one) => one !== undefined);
  }
  if (item.type !== 'mail') return [];
  const { from, sender, to = [], cc = [], bcc = [] } = item;
  return [from, sender, ...to, ...cc, ...bcc].filter((one) => one !== undefined);
}

const subjectOf = (item: SeedItem): string => ('subject' in item ? (item.subject ?? '') : '');
