import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { MailAddress } from '../addresses.ts';
import { fileAttachment } from '../attachments.ts';
import { globalObjectIdFromUid } from '../blobs/global-object-id.ts';
import type { RecurrenceException } from '../blobs/recurrence.ts';
import { rtimeFromDate } from '../blobs/rtime.ts';
import type { AttachmentContent, MessageContent } from '../message-content.ts';
import { type Appointment, composeAppointment } from './appointment.ts';
import { exceptionAttachment } from './exception.ts';
import { attendees, body, html, marks, organizer, reminder, searchKeyOf, text } from './ical-component.ts';
import { type CalendarTime, localIn, namedZone, type TimeReader } from './ical-times.ts';
import { seriesRule } from './rrule.ts';
import type { Series } from './series.ts';

export interface EventContext {
  readonly times: TimeReader;
  readonly resolve: (address: MailAddress) => MailAddress;
  /** When the item is said to be made, if the file does not tell. */
  readonly now: Date;
}

/** Start, end and length of an event. */
interface Span {
  readonly start: CalendarTime;
  readonly end: Date;
  readonly minutes: number;
}

const dayMs = 86_400_000;

function spanOf(event: ICAL.Component, { times }: EventContext): Span | undefined {
  const start = times.first(event, 'dtstart');
  if (start === undefined) return undefined;
  const duration = event.getFirstPropertyValue('duration');
  const length = duration instanceof ICAL.Duration ? duration.toSeconds() * 1000 : start.isDate ? dayMs : 0;
  const end = times.first(event, 'dtend')?.instant ?? new Date(start.instant.getTime() + length);
  return { start, end, minutes: Math.round((end.getTime() - start.instant.getTime()) / 60_000) };
}

/** Makes one event, with the instances that differ from it, into an appointment; undefined without a start. */
export function importEvent(
  master: ICAL.Component,
  overrides: readonly ICAL.Component[],
  context: EventContext,
): MessageContent | undefined {
  const span = spanOf(master, context);
  if (span === undefined) return undefined;
  const appointment = appointmentOf(master, span, context);
  const recur = master.getFirstPropertyValue('rrule');
  if (!(recur instanceof ICAL.Recur)) return composeAppointment(appointment);
  const exceptions = overrides.flatMap((override) => exceptionOf(override, span, context));
  const series = seriesOf(master, recur, { span, context, modified: exceptions.map(({ modified }) => modified) });
  return composeAppointment({
    ...appointment,
    series: { ...series, timeZone: namedZone(span.start.zone, span.start.local.getUTCFullYear()) },
    attachments: [...(appointment.attachments ?? []), ...exceptions.map(({ attachment }) => attachment)],
  });
}

const busy: Readonly<Record<string, NonNullable<Appointment['busy']>>> = {
  free: 'free',
  tentative: 'tentative',
  busy: 'busy',
  oof: 'outOfOffice',
};

function appointmentOf(event: ICAL.Component, { start, end }: Span, context: EventContext): Appointment {
  const uid = text(event, 'uid') ?? createHash('sha256').update(event.toString()).digest('hex');
  const status = text(event, 'status')?.toLowerCase();
  const transparent = text(event, 'transp')?.toLowerCase() === 'transparent';
  return {
    subject: text(event, 'summary') ?? '',
    text: body(event),
    html: html(event),
    ...marks(event),
    start: start.instant,
    end,
    allDay: start.isDate,
    location: text(event, 'location'),
    busy: busy[text(event, 'x-microsoft-cdo-busystatus')?.toLowerCase() ?? ''] ?? (transparent ? 'free' : 'busy'),
    reminderMinutes: reminder(event),
    organizer: organizer(event, context.resolve),
    attendees: attendees(event, context.resolve),
    globalObjectId: globalObjectIdFromUid(uid),
    sequence: Number(text(event, 'sequence') ?? 0),
    cancelled: status === 'cancelled',
    createdAt: context.times.madeAt(event) ?? context.now,
    searchKey: searchKeyOf(event),
    attachments: attachmentsOf(event),
  };
}

/** Files that the event brings along; links stay in the text of the file and are not followed. */
const attachmentsOf = (event: ICAL.Component): AttachmentContent[] =>
  event.getAllProperties('attach').flatMap((property, index) => {
    const value: unknown = property.getFirstValue();
    if (!(value instanceof ICAL.Binary)) return [];
    const name =
      property.getFirstParameter('x-filename') ?? property.getFirstParameter('filename') ?? `file${index + 1}.dat`;
    const mimeType = property.getFirstParameter('fmttype') ?? 'application/octet-stream';
    return [fileAttachment({ name, mimeType, data: Uint8Array.from(Buffer.from(value.value, 'base64')) })];
  });

interface SeriesContext {
  readonly span: Span;
  readonly context: EventContext;
  readonly modified: readonly RecurrenceException[];
}

function seriesOf(event: ICAL.Component, recur: ICAL.Recur, { span, context, modified }: SeriesContext): Series {
  const { local, zone } = span.start;
  const deleted = context.times
    .all(event, 'exdate')
    .map(({ instant, isDate, local: day }) => (isDate ? day : localIn(instant, zone)));
  return {
    rule: seriesRule(recur, local),
    start: local,
    durationMinutes: span.minutes,
    firstDayOfWeek: recur.wkst - 1,
    deleted,
    modified,
    ...endsOf(recur, span, context),
  };
}

function endsOf(recur: ICAL.Recur, { start }: Span, { times }: EventContext): Pick<Series, 'ends'> {
  if (recur.count !== null) return { ends: { count: recur.count } };
  if (recur.until === null) return {};
  const until = times.read(recur.until, start.zone);
  return {
    ends: { until: until.isDate ? new Date(until.local.getTime() + dayMs - 1) : localIn(until.instant, start.zone) },
  };
}

/** One instance that differs, as the blob names it and as the attachment holds it. */
function exceptionOf(
  override: ICAL.Component,
  master: Span,
  context: EventContext,
): { modified: RecurrenceException; attachment: AttachmentContent }[] {
  const original = context.times.first(override, 'recurrence-id');
  const span = spanOf(override, context);
  if (original === undefined || span === undefined) return [];
  const { zone } = master.start;
  const [localStart, localEnd] = [localIn(span.start.instant, zone), localIn(span.end, zone)];
  const originalLocal = original.isDate ? original.local : localIn(original.instant, zone);
  const [subject, location] = [text(override, 'summary'), text(override, 'location')];
  const modified = {
    start: rtimeFromDate(localStart),
    end: rtimeFromDate(localEnd),
    originalStart: rtimeFromDate(originalLocal),
    ...(subject === undefined ? {} : { subject }),
    ...(location === undefined ? {} : { location }),
  };
  const content = composeAppointment(appointmentOf(override, span, context));
  const times = { start: span.start.instant, end: span.end, originalStart: original.instant, localStart, localEnd };
  return [{ modified, attachment: exceptionAttachment({ content, ...times }) }];
}
