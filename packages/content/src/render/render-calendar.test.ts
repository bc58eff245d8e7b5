import { pidLid, type PropertyName, propertyNameKey } from '@cutover/wire/properties';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import {
  type Appointment,
  composeAppointment,
  composeMail,
  globalObjectIdFromUid,
  importCalendar,
  type MessageContent,
  ruleOfZone,
} from '../index.ts';
import { renderMime } from './render-mime.ts';

const ann = { name: 'Ann Beebe', smtp: 'annb@contoso.com' };
const bob = { name: 'Bob, Jr.', smtp: 'bob@example.org' };
const appointment: Appointment = {
  subject: 'Review; of the plan',
  text: 'Bring\r\nnumbers, all of them',
  location: 'Room 4',
  start: new Date('2012-05-07T07:00:00Z'),
  end: new Date('2012-05-07T08:30:00Z'),
  organizer: ann,
  attendees: [
    { address: bob, role: 'required', response: 'accepted' },
    { address: { name: '', smtp: 'room4@contoso.com' }, role: 'resource' },
  ],
  categories: ['Plan'],
  reminderMinutes: 15,
  busy: 'tentative',
  searchKey: new Uint8Array(16),
  attachments: [],
  globalObjectId: globalObjectIdFromUid('plan-1@contoso.com'),
  createdAt: new Date('2012-05-01T09:00:00Z'),
};
const timeZone = { name: 'W. Europe Standard Time', rule: ruleOfZone('Europe/Berlin', 2012) };
const monday = { every: 'week', interval: 2, weekdays: 0b0000010 } as const;
/** Local to the series: 9:00 in Berlin. */
const series = { rule: monday, start: new Date('2012-05-07T09:00:00Z'), durationMinutes: 90, timeZone };

const isRecurrence = (name: PropertyName | undefined): boolean =>
  name !== undefined && propertyNameKey(name) === propertyNameKey(pidLid.appointmentRecur.name);

const rendered = async (content: MessageContent): Promise<string> => Buffer.from(await renderMime(content)).toString();

/** The calendar of a message, as a library of others reads it. */
async function calendarOf(content: MessageContent): Promise<ICAL.Component> {
  const text = await rendered(content);
  const { calendar } =
    /Content-Type: text\/calendar; charset=utf-8;\s+method=PUBLISH\r\n(?:.+\r\n)*\r\n(?<calendar>[^]*?)\r\n--/.exec(
      text,
    )!.groups!;
  const encoding = /Content-Transfer-Encoding: (\S+)/.exec(text.slice(text.indexOf('text/calendar')))?.[1];
  const plain = encoding === 'quoted-printable' ? unquoted(calendar!) : calendar!;
  return new ICAL.Component(ICAL.parse(plain));
}

const unquoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

test('an appointment stands beside its text as a calendar', async () => {
  const calendar = await calendarOf(composeAppointment(appointment));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  expect([event.summary, event.location, event.uid, event.description]).toEqual([
    appointment.subject,
    'Room 4',
    'plan-1@contoso.com',
    'Bring\r\nnumbers, all of them',
  ]);
  expect([event.startDate.toJSDate(), event.endDate.toJSDate()]).toEqual([appointment.start, appointment.end]);
  const attendees = event.attendees.map((one) => [
    one.getFirstValue(),
    one.getParameter('cn'),
    one.getParameter('partstat'),
  ]);
  expect(attendees).toEqual([
    ['mailto:bob@example.org', 'Bob, Jr.', 'ACCEPTED'],
    ['mailto:room4@contoso.com', undefined, 'NEEDS-ACTION'],
  ]);
  expect(event.component.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger')!.toString()).toBe('-PT15M');
});

test('what is written is read back as it was', async () => {
  const content = composeAppointment({ ...appointment, series: { ...series, ends: { count: 5 } } });
  const { items } = importCalendar((await calendarOf(content)).toString(), { now: appointment.createdAt });
  const blobOf = ({ properties }: MessageContent) => properties.find(({ name }) => isRecurrence(name));
  expect(blobOf(items[0]!.content)).toEqual(blobOf(content));
});

test('a series keeps to its zone over the change of its clocks, without what was deleted and with what was moved', async () => {
  const content = composeAppointment({
    ...appointment,
    series: {
      ...series,
      ends: { until: new Date('2012-12-31T00:00:00Z') },
      deleted: [new Date('2012-05-21T09:00:00Z')],
    },
  });
  const calendar = await calendarOf(content);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  const iterator = event.iterator();
  const starts: string[] = [];
  for (let next = iterator.next(); next !== undefined && next !== null && starts.length < 20; next = iterator.next()) {
    starts.push(next.toJSDate().toISOString().slice(0, 16));
  }
  expect(starts.slice(0, 3)).toEqual(['2012-05-07T07:00', '2012-06-04T07:00', '2012-06-18T07:00']);
  expect(starts.at(-1)).toBe('2012-12-31T08:00');
});

test('a mail has none, and a damaged series leaves its first instance', async () => {
  expect(await rendered(composeMail({ ...appointment, sentAt: appointment.start }))).not.toContain('text/calendar');
  const content = composeAppointment({ ...appointment, series });
  const damaged = content.properties.map((property) =>
    isRecurrence(property.name) ? { ...property, value: new Uint8Array(3) } : property,
  );
  const calendar = await calendarOf({ ...content, properties: damaged });
  expect(calendar.getFirstSubcomponent('vevent')!.getFirstPropertyValue('rrule')).toBeNull();
});
