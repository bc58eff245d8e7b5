import { isSdkError } from '@cutover/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importCalendar } from './import-calendar.ts';

const names = fc.constantFrom(
  'DTSTART',
  'DTSTART;TZID=Europe/Berlin',
  'DTSTART;VALUE=DATE',
  'DTEND',
  'DUE',
  'DURATION',
  'RRULE',
  'EXDATE',
  'RECURRENCE-ID',
  'SUMMARY',
  'ATTENDEE',
  'TRIGGER',
  'TZID',
  'TZOFFSETTO',
  'PERCENT-COMPLETE',
  'ATTACH;ENCODING=BASE64;VALUE=BINARY',
);
const values = fc.constantFrom(
  '20121108T170000Z',
  '20121108',
  '20121332T990000',
  '-P1D',
  'PT1H',
  'FREQ=WEEKLY;BYDAY=TU',
  'FREQ=MONTHLY;BYDAY=2XX',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;COUNT=99999999',
  'FREQ=YEARLY;BYMONTH=13',
  '00010101T000000',
  '99991231T000000Z',
  '+0100',
  '',
  'x;y=z:',
);
const line = fc.tuple(names, values).map((parts) => parts.join(':'));
const { component } = fc.letrec<{ component: string; part: string }>((tie) => ({
  component: fc
    .tuple(
      fc.constantFrom('VEVENT', 'VTODO', 'VJOURNAL', 'VTIMEZONE', 'STANDARD', 'VALARM'),
      fc.array(tie('part'), { maxLength: 6 }),
    )
    .map(([name, parts]) => [`BEGIN:${name}`, ...parts, `END:${name}`].join('\r\n')),
  part: fc.oneof({ maxDepth: 2 }, { weight: 6, arbitrary: line }, { weight: 1, arbitrary: tie('component') }),
}));

test('whatever a calendar holds becomes items and problems, or one named error', () => {
  fc.assert(
    fc.property(fc.array(component, { maxLength: 4 }), (components) => {
      const source = ['BEGIN:VCALENDAR', ...components, 'END:VCALENDAR', ''].join('\r\n');
      try {
        const { items, problems } = importCalendar(source, { now: new Date(0) });
        const asked = components.filter((one) => /^BEGIN:V(EVENT|TODO|JOURNAL)/.test(one));
        expect(items.length).toBeLessThanOrEqual(asked.length);
        expect(problems.every((problem) => problem.length > 0)).toBe(true);
      } catch (error) {
        expect(isSdkError(error, 'content.calendarUnreadable')).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
