import { filetimeFromDate } from '@cutover/wire';
import {
  type AttachmentContent,
  composeAppointment,
  composeContact,
  composeMail,
  composeNote,
  composeTask,
  exceptionAttachment,
  fileAttachment,
  ianaZoneName,
  localFromUtc,
  type MailAddress,
  messageAttachment,
  type MessageContent,
  nativeGlobalObjectId,
  ruleOfZone,
  windowsZoneName,
  type Appointment,
} from '@cutover/content';
import type { SeedAddress, SeedAppointment, SeedAttachment, SeedItem, SeedMail, SeedRecurrence } from './seed-item.ts';
import { seedErrors } from '../errors.ts';
import { stableBytes, stableGuid } from './stable.ts';

/** What an item needs to know of where it goes. */
export interface ItemContext {
  /** Finds whom an alias or an address means. */
  readonly address: (name: SeedAddress) => MailAddress;
  /** Words that make the item's keys its own. */
  readonly key: string;
}

const addresses = (names: readonly SeedAddress[] | undefined, { address }: ItemContext): MailAddress[] =>
  (names ?? []).map((name) => address(name));

/** Makes an item of a seed into a message. */
export function composeItem(item: SeedItem, context: ItemContext): MessageContent {
  const besides = { searchKey: stableBytes(16, context.key), attachments: composeAttachments(item, context) };
  switch (item.type) {
    case 'mail':
      return composeMail({ ...item, ...besides, ...people(item, context) });
    case 'appointment':
      return composeAppointment(appointmentOf(item, context));
    case 'contact':
      return composeContact({ ...item, ...besides });
    case 'task':
      return composeTask({ ...item, ...besides });
    case 'note':
      return composeNote({ ...item, searchKey: besides.searchKey });
    case 'content':
      return item.content;
  }
}

function people(item: SeedMail, context: ItemContext) {
  const { from, sender, to, cc, bcc, rtf } = item;
  return {
    from: from === undefined ? undefined : context.address(from),
    sender: sender === undefined ? undefined : context.address(sender),
    to: addresses(to, context),
    cc: addresses(cc, context),
    bcc: addresses(bcc, context),
    rtf: rtf === undefined ? undefined : Uint8Array.from(Buffer.from(rtf, 'latin1')),
  };
}

function composeAttachments(item: SeedItem, context: ItemContext): AttachmentContent[] {
  const attachments = 'attachments' in item ? (item.attachments ?? []) : [];
  return attachments.map((attachment, index) =>
    composeAttachment(attachment, { ...context, key: `${context.key}/${index}` }),
  );
}

function composeAttachment(attachment: SeedAttachment, context: ItemContext): AttachmentContent {
  if (!('item' in attachment)) return fileAttachment(attachment);
  const { item } = attachment;
  return messageAttachment('subject' in item ? item.subject : 'Message', composeItem(item, context));
}

function appointmentOf(item: SeedAppointment, context: ItemContext): Appointment {
  const { recurrence } = item;
  const single = singleOf(item, context);
  if (recurrence === undefined) return single;
  const exceptions = (recurrence.modified ?? []).map((modified) => exceptionOf(single, modified, recurrence));
  const attachments = [...(single.attachments ?? []), ...exceptions];
  return { ...single, series: seriesOf(item, recurrence), attachments };
}

function singleOf(item: SeedAppointment, context: ItemContext): Appointment {
  const { organizer, attendees = [], recurrence: _series, ...rest } = item;
  const createdAt = new Date(item.start.getTime() - 14 * 86_400_000);
  return {
    ...rest,
    searchKey: stableBytes(16, context.key),
    attachments: composeAttachments(item, context),
    globalObjectId: nativeGlobalObjectId(stableGuid(context.key, 'goid'), filetimeFromDate(createdAt)),
    createdAt,
    organizer: organizer === undefined ? undefined : context.address(organizer),
    attendees: attendees.map(({ address, role = 'required', response = 'none' }) => ({
      address: context.address(address),
      role,
      response,
    })),
  };
}

type Modified = NonNullable<SeedRecurrence['modified']>[number];

/** One instance that differs, as the hidden attachment of its series. */
function exceptionOf(master: Appointment, modified: Modified, { timeZone }: SeedRecurrence): AttachmentContent {
  const { original, start, end, ...changed } = modified;
  const zone = zoneOf(timeZone);
  const content = composeAppointment({ ...master, ...changed, start, end, attachments: [] });
  const local = { localStart: localFromUtc(start, zone), localEnd: localFromUtc(end, zone) };
  return exceptionAttachment({ content, start, end, originalStart: original, ...local });
}

function zoneOf(name: string): string {
  const zone = ianaZoneName(name);
  if (zone === undefined) throw seedErrors.unknownTimeZone({ zone: name });
  return zone;
}

const rtimeEpoch = Date.UTC(1601, 0, 1);

function seriesOf({ start, end }: SeedAppointment, recurrence: SeedRecurrence): NonNullable<Appointment['series']> {
  const zone = zoneOf(recurrence.timeZone);
  const local = (instant: Date): Date => localFromUtc(instant, zone);
  const rtime = (instant: Date): number => Math.round((local(instant).getTime() - rtimeEpoch) / 60_000);
  const { rule, ends, deleted = [], modified = [], description } = recurrence;
  return {
    rule,
    start: local(start),
    durationMinutes: Math.round((end.getTime() - start.getTime()) / 60_000),
    deleted: deleted.map(local),
    modified: modified.map(({ original, start: from, end: to, ...changed }) => ({
      ...changed,
      start: rtime(from),
      end: rtime(to),
      originalStart: rtime(original),
    })),
    timeZone: { name: windowsZoneName(zone), rule: ruleOfZone(zone, start.getUTCFullYear()) },
    ...(ends === undefined ? {} : { ends: 'count' in ends ? ends : { until: local(ends.until) } }),
    ...(description === undefined ? {} : { description }),
  };
}
