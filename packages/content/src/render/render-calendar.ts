import ICAL from 'ical.js';
import { pidLid, pidName, pidTag } from '@cutover/wire/properties';
import { recipientType } from '../addresses.ts';
import { uidOfGlobalObjectId } from '../blobs/global-object-id.ts';
import type { MessageContent } from '../message-content.ts';
import { PropertyReader } from './property-reader.ts';
import { addSeries, type CalendarClock, clockOf } from './render-series.ts';
import { type HeaderAddress, readAddress, recipientTags, representingTags } from './render-people.ts';
import type { RenderOptions } from './render-options.ts';

/** An appointment or a meeting as iCalendar, a series with its zone and what differs of it. [MS-OXCICAL] 2.1.3 */
export function renderCalendar(content: MessageContent, method: string, options: RenderOptions): string {
  const reader = new PropertyReader(content.properties);
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('method', method);
  calendar.addPropertyWithValue('prodid', 'Microsoft CDO for Microsoft Exchange');
  calendar.addPropertyWithValue('version', '2.0');
  const clock = clockOf(reader);
  if (clock.zone !== undefined) calendar.addSubcomponent(clock.zone);
  const event = eventOf(content, reader, { clock, options });
  calendar.addSubcomponent(event);
  addSeries(calendar, event, { reader, clock });
  return `${calendar.toString()}\r\n`;
}

interface Context {
  readonly clock: CalendarClock;
  readonly options: RenderOptions;
}

const classes = ['PUBLIC', 'PERSONAL', 'PRIVATE', 'CONFIDENTIAL'];
const priorities = [9, 5, 1];
const busyStatuses = ['FREE', 'TENTATIVE', 'BUSY', 'OOF'];

function eventOf(content: MessageContent, reader: PropertyReader, { clock, options }: Context): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const busy = numberOf(reader, pidLid.busyStatus) ?? 2;
  const madeAt = reader.date(pidTag.clientSubmitTime) ?? options.date ?? new Date(0);
  const isAllDay = reader.named(pidLid.appointmentSubType) === true;
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(madeAt, true));
  clock.addTime(event, 'dtstart', reader.namedDate(pidLid.appointmentStartWhole)!, isAllDay);
  const end = reader.namedDate(pidLid.appointmentEndWhole);
  if (end !== undefined) clock.addTime(event, 'dtend', end, isAllDay);
  const texts = {
    summary: reader.text(pidTag.subject),
    location: reader.namedText(pidLid.location),
    uid: uidOf(reader),
    description: reader.text(pidTag.body),
    class: classes[reader.number(pidTag.sensitivity) ?? 0],
    transp: busy === 0 ? 'TRANSPARENT' : 'OPAQUE',
    'x-microsoft-cdo-busystatus': busyStatuses[busy],
  };
  for (const [name, value] of Object.entries(texts)) if (value) event.addPropertyWithValue(name, value);
  event.addPropertyWithValue('priority', priorities[reader.number(pidTag.importance) ?? 1] ?? 5);
  event.addPropertyWithValue('sequence', numberOf(reader, pidLid.appointmentSequence) ?? 0);
  addCategories(event, reader);
  addPeople(event, content, { reader, options });
  addReminder(event, reader);
  return event;
}

function numberOf(reader: PropertyReader, property: Parameters<PropertyReader['named']>[0]): number | undefined {
  const value = reader.named(property);
  return typeof value === 'number' ? value : undefined;
}

function uidOf(reader: PropertyReader): string | undefined {
  const id = reader.named(pidLid.cleanGlobalObjectId) ?? reader.named(pidLid.globalObjectId);
  return id instanceof Uint8Array ? uidOfGlobalObjectId(id) : undefined;
}

function addCategories(event: ICAL.Component, reader: PropertyReader): void {
  const keywords = reader.named(pidName.keywords);
  if (!Array.isArray(keywords) || keywords.length === 0) return;
  const categories = new ICAL.Property('categories');
  categories.setValues(keywords.map(String));
  event.addProperty(categories);
}

const roles = { to: 'REQ-PARTICIPANT', cc: 'OPT-PARTICIPANT', bcc: 'NON-PARTICIPANT' } as const;
/** 5FFF. [MS-OXOCAL] 2.2.1.11 */
const answers: Readonly<Record<number, string>> = { 2: 'TENTATIVE', 3: 'ACCEPTED', 4: 'DECLINED' };

function addPeople(
  event: ICAL.Component,
  { recipients }: MessageContent,
  { reader, options }: { reader: PropertyReader; options: RenderOptions },
): void {
  const organizer = readAddress(reader, representingTags, options);
  if (recipients.length === 0) return;
  if (organizer !== undefined) event.addProperty(personOf('organizer', organizer));
  for (const recipient of recipients) {
    const person = new PropertyReader(recipient);
    const address = readAddress(person, recipientTags, options);
    if (address === undefined) continue;
    const attendee = personOf('attendee', address);
    const type = (person.number(pidTag.recipientType) ?? 1) & 0xf;
    const kind = (Object.keys(roles) as (keyof typeof roles)[]).find((one) => recipientType[one] === type) ?? 'to';
    attendee.setParameter('role', roles[kind]);
    attendee.setParameter('partstat', answers[person.number(pidTag.recipientTrackStatus) ?? 0] ?? 'NEEDS-ACTION');
    event.addProperty(attendee);
  }
}

function personOf(property: string, { name, address }: HeaderAddress): ICAL.Property {
  const person = new ICAL.Property(property);
  person.setValue(`mailto:${address}`);
  if (name !== '') person.setParameter('cn', name);
  return person;
}

function addReminder(event: ICAL.Component, reader: PropertyReader): void {
  if (reader.named(pidLid.reminderSet) !== true) return;
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('description', 'REMINDER');
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromSeconds(-60 * (numberOf(reader, pidLid.reminderDelta) ?? 0)));
  event.addSubcomponent(alarm);
}
