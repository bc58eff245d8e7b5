import { filetimeFromDate } from '@cutover/wire';
import { pidLid, pidTag } from '@cutover/wire/properties';
import { recipientProperties, type MailAddress, type RecipientKind } from '../addresses.ts';
import { encodeAppointmentRecurrence } from '../blobs/recurrence.ts';
import { encodeTimeZoneDefinition, encodeTimeZoneStruct, type TimeZoneRule, utcFromLocal } from '../blobs/time-zone.ts';
import type { MessageContent, StoredProperty } from '../message-content.ts';
import { composeMail, type Mail } from '../mail.ts';
import { PropertyList } from '../property-list.ts';
import { buildRecurrence, type Series } from './series.ts';

/** Who takes part in a meeting, and what they answered. */
export interface Attendee {
  readonly address: MailAddress;
  readonly role: 'required' | 'optional' | 'resource';
  readonly response?: keyof typeof responses;
}

/** A zone with the name that Windows gives it. */
export interface NamedTimeZone {
  readonly name: string;
  readonly rule: TimeZoneRule;
}

/** An appointment, or the master of a series. */
export interface Appointment extends Pick<
  Mail,
  'subject' | 'text' | 'html' | 'categories' | 'sensitivity' | 'importance' | 'searchKey' | 'attachments' | 'besides'
> {
  /** Of the series the first instance. */
  readonly start: Date;
  readonly end: Date;
  readonly location?: string | undefined;
  readonly allDay?: boolean;
  readonly busy?: keyof typeof busyStatus;
  readonly reminderMinutes?: number | undefined;
  readonly organizer?: MailAddress | undefined;
  readonly attendees?: readonly Attendee[];
  /** Meeting:3 without the date of an instance. */
  readonly globalObjectId: Uint8Array;
  readonly sequence?: number;
  readonly createdAt: Date;
  readonly cancelled?: boolean;
  readonly series?: Series & { readonly timeZone: NamedTimeZone; readonly description?: string };
}

const busyStatus = { free: 0, tentative: 1, busy: 2, outOfOffice: 3 } as const;
const responses = { none: 0, organizer: 1, tentative: 2, accepted: 3, declined: 4, notResponded: 5 } as const;
/** 8217. */
const stateFlag = { meeting: 1, received: 2, cancelled: 4 } as const;
const recipientOf: Record<Attendee['role'], RecipientKind> = { required: 'to', optional: 'cc', resource: 'bcc' };
const recurrenceTypes = { day: 1, week: 2, month: 3, year: 4 } as const;
/** 1080. */
const icons = { single: { once: 0x400, series: 0x401 }, meeting: { once: 0x402, series: 0x403 } } as const;

/** Makes an IPM.Appointment. [MS-OXOCAL] 2.2.1 */
export function composeAppointment(appointment: Appointment): MessageContent {
  const { attendees = [], organizer } = appointment;
  const byRole = (role: Attendee['role']): MailAddress[] =>
    attendees.filter((attendee) => attendee.role === role).map(({ address }) => address);
  const mail = composeMail({
    ...appointment,
    messageClass: 'IPM.Appointment',
    from: organizer,
    to: byRole('required'),
    cc: byRole('optional'),
    bcc: byRole('resource'),
    sentAt: appointment.createdAt,
    besides: [...calendarProperties(appointment), ...(appointment.besides ?? [])],
  });
  return { ...mail, recipients: attendees.map(attendeeRow) };
}

const attendeeRow = ({ address, role, response = 'none' }: Attendee): readonly StoredProperty[] => [
  ...recipientProperties(address, recipientOf[role]),
  { tag: pidTag.recipientTrackStatus, value: responses[response] },
];

function calendarProperties(appointment: Appointment): StoredProperty[] {
  const list = new PropertyList();
  setTimes(list, appointment);
  setMeeting(list, appointment);
  setReminder(list, appointment);
  if (appointment.series !== undefined) setSeries(list, appointment.series);
  return list.toArray();
}

function setTimes(list: PropertyList, { start, end, location, allDay = false, busy = 'busy' }: Appointment): void {
  const [from, to] = [filetimeFromDate(start), filetimeFromDate(end)];
  list
    .setNamed(pidLid.appointmentStartWhole, from)
    .setNamed(pidLid.appointmentEndWhole, to)
    .setNamed(pidLid.commonStart, from)
    .setNamed(pidLid.commonEnd, to)
    .setNamed(pidLid.clipStart, from)
    .setNamed(pidLid.clipEnd, to)
    .setNamed(pidLid.appointmentDuration, Math.round((end.getTime() - start.getTime()) / 60_000))
    .setNamed(pidLid.location, location)
    .setNamed(pidLid.appointmentSubType, allDay)
    .setNamed(pidLid.busyStatus, busyStatus[busy]);
}

function setMeeting(list: PropertyList, appointment: Appointment): void {
  const { attendees = [], organizer, series, globalObjectId, sequence = 0, cancelled = false } = appointment;
  const meeting = attendees.length > 0;
  const icon = icons[meeting ? 'meeting' : 'single'][series === undefined ? 'once' : 'series'];
  const state = (meeting ? stateFlag.meeting : 0) | (cancelled ? stateFlag.cancelled : 0);
  list
    .set(pidTag.iconIndex, icon)
    .setNamed(pidLid.appointmentStateFlags, state)
    .setNamed(pidLid.responseStatus, meeting && organizer !== undefined ? responses.organizer : responses.none)
    .setNamed(pidLid.appointmentSequence, sequence)
    .setNamed(pidLid.recurring, series !== undefined)
    .setNamed(pidLid.isRecurring, series !== undefined)
    .setNamed(pidLid.globalObjectId, globalObjectId)
    .setNamed(pidLid.cleanGlobalObjectId, globalObjectId);
}

function setReminder(list: PropertyList, { start, reminderMinutes }: Appointment): void {
  list.setNamed(pidLid.reminderSet, reminderMinutes !== undefined).setNamed(pidLid.reminderDelta, reminderMinutes ?? 0);
  if (reminderMinutes === undefined) return;
  list
    .setNamed(pidLid.reminderTime, filetimeFromDate(start))
    .setNamed(pidLid.reminderSignalTime, filetimeFromDate(new Date(start.getTime() - reminderMinutes * 60_000)));
}

function setSeries(list: PropertyList, series: NonNullable<Appointment['series']>): void {
  const { timeZone, description, ends, rule } = series;
  const recurrence = buildRecurrence(series);
  const begin = utcFromLocal(new Date(series.start.getTime() - recurrence.startOffset * 60_000), timeZone.rule);
  list
    .setNamed(pidLid.appointmentRecur, encodeAppointmentRecurrence(recurrence))
    .setNamed(pidLid.recurrenceType, recurrenceTypes[rule.every])
    .setNamed(pidLid.recurrencePattern, description)
    .setNamed(pidLid.timeZoneStruct, encodeTimeZoneStruct(timeZone.rule))
    .setNamed(pidLid.timeZoneDescription, timeZone.name)
    .setNamed(
      pidLid.appointmentTimeZoneDefinitionRecur,
      encodeTimeZoneDefinition(timeZone.name, timeZone.rule, { recurring: true }),
    )
    .setNamed(pidLid.clipStart, filetimeFromDate(begin))
    .setNamed(pidLid.clipEnd, clipEnd(recurrence.pattern.endDate, ends, timeZone.rule));
}

/** 8236 of a series without end: 4500-08-31T23:59Z. [MS-OXOCAL] 2.2.1.15 */
const endOfTime = filetimeFromDate(new Date(Date.UTC(4500, 7, 31, 23, 59)));
const epochOfRtime = Date.UTC(1601, 0, 1);

function clipEnd(endDate: number, ends: Series['ends'], rule: TimeZoneRule): bigint {
  if (ends === undefined) return endOfTime;
  return filetimeFromDate(utcFromLocal(new Date(epochOfRtime + endDate * 60_000), rule));
}
