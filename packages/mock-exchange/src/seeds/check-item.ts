import { date, type FieldCheck, requireFields, text } from '../check-fields.ts';
import { seedErrors } from '../errors.ts';
import type { AddressFinder } from './address-book.ts';
import type { SeedAddress, SeedItem } from './seed-item.ts';

/** What an item of each kind must have: what says when it was, and what people see of it. */
const needed: Readonly<Record<SeedItem['type'], Readonly<Record<string, FieldCheck>>>> = {
  mail: { subject: text, sentAt: date },
  appointment: { subject: text, start: date, end: date },
  contact: { createdAt: date },
  task: { subject: text, createdAt: date },
  note: { text, createdAt: date },
  content: {},
};

/** Throws for an item that cannot be made into a message, now and not when a client reads it. */
export function checkItem(item: SeedItem, address: AddressFinder): void {
  const checks = Object.hasOwn(needed, item.type) ? needed[item.type] : undefined;
  if (checks === undefined) throw seedErrors.unknownItem({ type: String(item.type), known: Object.keys(needed) });
  requireFields(item, `the ${item.type}`, checks);
  for (const name of peopleOf(item)) {
    if (!address(name).smtp.includes('@')) throw seedErrors.unknownPerson({ name, item: subjectOf(item) });
  }
}

function peopleOf(item: SeedItem): SeedAddress[] {
  if (item.type === 'appointment') {
    return [item.organizer, ...(item.attendees ?? []).map(({ address }) => address)].filter((one) => one !== undefined);
  }
  if (item.type !== 'mail') return [];
  const { from, sender, to = [], cc = [], bcc = [] } = item;
  return [from, sender, ...to, ...cc, ...bcc].filter((one) => one !== undefined);
}

const subjectOf = (item: SeedItem): string => ('subject' in item ? (item.subject ?? '') : '');
