import { filetimeFromDate } from '@cutover/wire';
import { pidLid, pidName, pidTag, type NamedProperty } from '@cutover/wire/properties';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { decodeAppointmentRecurrence, decodeRecurrencePattern } from '../blobs/recurrence.ts';
import { dateFromRtime } from '../blobs/rtime.ts';
import { decodeTimeZoneStruct } from '../blobs/time-zone.ts';
import type { MessageContent } from '../message-content.ts';
import { type CalendarImport, importCalendar } from './import-calendar.ts';
import { seriesRule } from './rrule.ts';

const now = new Date('2013-02-01T00:00Z');
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:abc@x', 'DTSTAMP:20121101T100000Z', ...lines, 'END:VEVENT'];
const importOf = (...lines: string[]): CalendarImport => importCalendar(calendar(...lines), { now });
const only = (...lines: string[]): MessageContent => {
  const { items, problems } = importOf(...lines);
  expect(problems).toEqual([]);
  expect(items).toHaveLength(1);
  return items[0]!.content;
};
const tagged = ({ properties }: MessageContent, tag: number) => {
  const property = properties.find((one) => one.tag === tag);
  return property !== undefined && 'value' in property ? property.value : undefined;
};
const named = ({ properties }: MessageContent, { name }: NamedProperty) => {
  const property = properties.find((one) => JSON.stringify(one.name) === JSON.stringify(name));
  return property !== undefined && 'value' in property ? property.value : undefined;
};
const at = (text: string) => filetimeFromDate(new Date(text));
const recurrenceOf = (content: MessageContent) =>
  decodeAppointmentRecurrence(named(content, pidLid.appointmentRecur) as Uint8Array);
const local = (rtime: number) => dateFromRtime(rtime).toISOString().slice(0, 16);

const pacific = [
  'BEGIN:VTIMEZONE',
  'TZID:Pacific by hand',
  'BEGIN:STANDARD',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:-0700',
  'TZOFFSETTO:-0800',
  'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:-0800',
  'TZOFFSETTO:-0700',
  'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

describe('a single event', () => {
  const content = only(
    ...event(
      'DTSTART:20121108T170000Z',
      'DURATION:PT1H30M',
      'SUMMARY:Größe\\, Preis\\; Farbe',
      'DESCRIPTION:first\\nsecond',
      'LOCATION:Café',
      'CATEGORIES:Red,Blue',
      'CLASS:PRIVATE',
      'PRIORITY:1',
      'ORGANIZER;CN=Ann Beebe:mailto:annb@contoso.com',
      'ATTENDEE;CN="Müller, Jürgen";PARTSTAT=ACCEPTED:mailto:jurgenm@contoso.com',
      'ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=TENTATIVE:mailto:zoel@contoso.com',
      'ATTENDEE;CUTYPE=ROOM:mailto:room4000@contoso.com',
      'BEGIN:VALARM',
      'TRIGGER:-PT15M',
      'ACTION:DISPLAY',
      'END:VALARM',
    ),
  );

  test('has its times, text and marks', () => {
    expect(named(content, pidLid.appointmentStartWhole)).toBe(at('2012-11-08T17:00Z'));
    expect(named(content, pidLid.appointmentEndWhole)).toBe(at('2012-11-08T18:30Z'));
    expect(tagged(content, pidTag.subject)).toBe('Größe, Preis; Farbe');
    expect(tagged(content, pidTag.body)).toBe('first\r\nsecond');
    expect(named(content, pidLid.location)).toBe('Café');
    expect(named(content, pidName.keywords)).toEqual(['Red', 'Blue']);
    expect(named(content, pidLid.private)).toBe(true);
    expect(tagged(content, pidTag.importance)).toBe(2);
    expect(named(content, pidLid.reminderDelta)).toBe(15);
    expect(named(content, pidLid.appointmentRecur)).toBeUndefined();
  });

  test('knows its people', () => {
    const rows = content.recipients.map((row) => row.map((one) => ('value' in one ? one.value : undefined)));
    expect(rows.map(([type, name]) => [type, name])).toEqual([
      [1, 'Müller, Jürgen'],
      [2, 'zoel@contoso.com'],
      [3, 'room4000@contoso.com'],
    ]);
    expect(rows.map((row) => row.at(-1))).toEqual([3, 2, 0]);
    expect(tagged(content, pidTag.sentRepresentingName)).toBe('Ann Beebe');
  });

  test('keeps its UID in the global object id', () => {
    const id = Buffer.from(named(content, pidLid.globalObjectId) as Uint8Array);
    expect(id.toString('latin1')).toContain('vCal-Uid\u0001\0\0\0abc@x\0');
  });
});

test('a day is all day, from midnight to midnight of the zone', () => {
  const { items } = importCalendar(calendar(...event('DTSTART;VALUE=DATE:20121224', 'SUMMARY:Eve')), {
    now,
    timeZone: 'Europe/Berlin',
  });
  expect(named(items[0]!.content, pidLid.appointmentSubType)).toBe(true);
  expect(named(items[0]!.content, pidLid.appointmentStartWhole)).toBe(at('2012-12-23T23:00Z'));
  expect(named(items[0]!.content, pidLid.appointmentEndWhole)).toBe(at('2012-12-24T23:00Z'));
});

describe('zones', () => {
  const start = (line: string, ...before: string[]) =>
    named(only(...before, ...event(line)), pidLid.appointmentStartWhole);
  const cases: [name: string, line: string, before: string[], utc: string][] = [
    ['of the IANA database', 'DTSTART;TZID=Europe/Berlin:20120701T120000', [], '2012-07-01T10:00Z'],
    ['by the name of Windows', 'DTSTART;TZID=Tokyo Standard Time:20120701T120000', [], '2012-07-01T03:00Z'],
    ['that the file brings, in summer', 'DTSTART;TZID=Pacific by hand:20120701T120000', pacific, '2012-07-01T19:00Z'],
    ['that the file brings, in winter', 'DTSTART;TZID=Pacific by hand:20121201T120000', pacific, '2012-12-01T20:00Z'],
    ['that nobody knows are as if not named', 'DTSTART;TZID=Middle-earth:20120701T120000', [], '2012-07-01T12:00Z'],
  ];
  test.each(cases)('%s', (_name, line, before, utc) => {
    expect(start(line, ...before)).toBe(at(utc));
  });
});

describe('a series', () => {
  const content = only(
    ...pacific,
    ...event(
      'DTSTART;TZID=Pacific by hand:20121002T090000',
      'DTEND;TZID=Pacific by hand:20121002T100000',
      'RRULE:FREQ=WEEKLY;UNTIL=20121211T170000Z;WKST=MO;BYDAY=TU',
      'EXDATE;TZID=Pacific by hand:20121106T090000',
      'SUMMARY:Staff',
    ),
    ...event(
      'RECURRENCE-ID;TZID=Pacific by hand:20121113T090000',
      'DTSTART:20121114T183000Z',
      'DTEND:20121114T190000Z',
      'SUMMARY:Staff (moved)',
    ),
  );
  const { pattern, exceptions, startOffset, endOffset } = recurrenceOf(content);

  test('has its pattern, in local time over the change of the clocks', () => {
    expect(pattern).toMatchObject({
      frequency: 0x200b,
      day: 4,
      firstDayOfWeek: 1,
      endType: 0x2021,
      occurrenceCount: 11,
    });
    expect([startOffset, endOffset]).toEqual([540, 600]);
    expect([local(pattern.startDate), local(pattern.endDate)]).toEqual(['2012-10-02T00:00', '2012-12-11T00:00']);
    expect(pattern.deletedDates.map(local)).toEqual(['2012-11-06T00:00', '2012-11-13T00:00']);
    expect(pattern.modifiedDates.map(local)).toEqual(['2012-11-14T00:00']);
  });

  test('holds the instance that differs twice, as Outlook does', () => {
    expect(exceptions).toMatchObject([{ subject: 'Staff (moved)' }]);
    expect([local(exceptions[0]!.start), local(exceptions[0]!.originalStart)]).toEqual([
      '2012-11-14T10:30',
      '2012-11-13T09:00',
    ]);
    const { embedded } = content.attachments[0]!;
    expect(tagged(embedded!, pidTag.messageClass)).toBe('IPM.OLE.CLASS.{00061055-0000-0000-C000-000000000046}');
    expect(named(embedded!, pidLid.exceptionReplaceTime)).toBe(at('2012-11-13T17:00Z'));
    expect(tagged(embedded!, pidTag.subject)).toBe('Staff (moved)');
  });

  test('carries its zone', () => {
    expect(decodeTimeZoneStruct(named(content, pidLid.timeZoneStruct) as Uint8Array)).toEqual({
      bias: 480,
      standardBias: 0,
      daylightBias: -60,
      standardStart: { month: 11, dayOfWeek: 0, day: 1, hour: 2, minute: 0 },
      daylightStart: { month: 3, dayOfWeek: 0, day: 2, hour: 2, minute: 0 },
    });
  });
});

describe('rules', () => {
  const rule = (text: string) => seriesRule(ICAL.Recur.fromString(text), new Date('2012-11-06T09:00Z'));
  const known: [text: string, rule: unknown][] = [
    ['FREQ=DAILY;INTERVAL=2', { every: 'day', interval: 2 }],
    ['FREQ=DAILY;INTERVAL=3;BYMINUTE=0;BYHOUR=9', { every: 'day', interval: 3 }],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', { every: 'week', interval: 1, weekdays: 0b0111110 }],
    ['FREQ=WEEKLY', { every: 'week', interval: 1, weekdays: 0b0000100 }],
    ['FREQ=MONTHLY', { every: 'month', interval: 1, dayOfMonth: 6 }],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', { every: 'month', interval: 1, dayOfMonth: 31 }],
    ['FREQ=MONTHLY;BYDAY=-1FR', { every: 'month', interval: 1, weekdays: 0b0100000, nth: 5 }],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', { every: 'month', interval: 1, weekdays: 0b0111110, nth: 5 }],
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=1TU', { every: 'year', interval: 1, weekdays: 0b0000100, nth: 1 }],
    ['FREQ=YEARLY;INTERVAL=4', { every: 'year', interval: 4, dayOfMonth: 6 }],
  ];
  test.each(known)('%s', (text, expected) => {
    expect(rule(text)).toEqual(expected);
  });

  test.each([
    'FREQ=HOURLY',
    'FREQ=DAILY;INTERVAL=2;BYDAY=MO',
    'FREQ=DAILY;BYMONTH=1',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYMONTHDAY=-3',
    'FREQ=MONTHLY;BYDAY=1MO,3MO',
    'FREQ=MONTHLY;BYDAY=-2FR',
    'FREQ=YEARLY;BYMONTH=1,7',
    'FREQ=YEARLY;BYYEARDAY=100',
    'FREQ=YEARLY;BYDAY=20MO',
    'FREQ=WEEKLY;BYHOUR=9,17',
  ])('%s is refused by name', (text) => {
    expect(() => rule(text)).toThrow(expect.objectContaining({ code: 'content.recurrenceUnsupported' }));
  });
});

test('to-dos become tasks, journal entries notes', () => {
  const { items, problems } = importOf(
    'BEGIN:VTODO',
    'UID:1',
    'SUMMARY:File taxes',
    'DUE;VALUE=DATE:20130415',
    'STATUS:IN-PROCESS',
    'PERCENT-COMPLETE:40',
    'RRULE:FREQ=YEARLY;COUNT=3',
    'END:VTODO',
    'BEGIN:VJOURNAL',
    'UID:2',
    'SUMMARY:Door code',
    'DESCRIPTION:4711',
    'END:VJOURNAL',
  );
  expect(problems).toEqual([]);
  expect(items.map(({ kind }) => kind)).toEqual(['task', 'note']);
  const [task, note] = items.map(({ content }) => content) as [MessageContent, MessageContent];
  expect(named(task, pidLid.taskDueDate)).toBe(at('2013-04-15T00:00Z'));
  expect(named(task, pidLid.percentComplete)).toBe(0.4);
  expect(decodeRecurrencePattern(named(task, pidLid.taskRecurrence) as Uint8Array)).toMatchObject({
    occurrenceCount: 3,
  });
  expect(tagged(note, pidTag.body)).toBe('Door code\r\n4711');
});

describe('what cannot be taken over is told', () => {
  test('by item, and the others come through', () => {
    const { items, problems } = importOf(
      ...event('SUMMARY:no start'),
      'BEGIN:VEVENT',
      'UID:2',
      'DTSTART:20121108T170000Z',
      'RRULE:FREQ=HOURLY',
      'SUMMARY:often',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:3',
      'DTSTART:20121108T170000Z',
      'RDATE:20121109T170000Z',
      'SUMMARY:fine',
      'END:VEVENT',
    );
    expect(items).toHaveLength(1);
    expect(problems).toEqual([
      "'no start': it has no start",
      "'often': Exchange 2003 cannot hold the recurrence 'FREQ=HOURLY': it recurs more than once a day.",
      "'fine': dates added to a series (RDATE) are left out",
    ]);
  });

  test.each(['', 'hello', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'])('%j is no calendar', (source) => {
    expect(() => importCalendar(source, { now })).toThrow(
      expect.objectContaining({ code: 'content.calendarUnreadable' }),
    );
  });
});
