import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { decodeAppointmentRecurrence, encodeAppointmentRecurrence } from '../blobs/recurrence.ts';
import { dateFromRtime } from '../blobs/rtime.ts';
import { buildRecurrence, occurrenceDays, type Series, type SeriesRule } from './series.ts';

const at = (text: string) => new Date(`${text}Z`);
const daysOf = (series: Series, count: number): string[] => {
  const days: string[] = [];
  for (const day of occurrenceDays(series)) {
    if (days.length === count) break;
    days.push(dateFromRtime(day).toISOString().slice(0, 10));
  }
  return days;
};
const series = (rule: SeriesRule, start: string, besides: Partial<Series> = {}): Series => ({
  rule,
  start: at(start),
  durationMinutes: 30,
  ...besides,
});
const tuesday = 1 << 2;

describe('days of a series', () => {
  const cases: [name: string, series: Series, days: string[]][] = [
    [
      'every third day',
      series({ every: 'day', interval: 3 }, '2004-02-27T09:00'),
      ['2004-02-27', '2004-03-01', '2004-03-04'],
    ],
    [
      'the last Tuesday of the month',
      series({ every: 'month', interval: 1, weekdays: tuesday, nth: 5 }, '2004-11-30T09:00'),
      ['2004-11-30', '2004-12-28', '2005-01-25'],
    ],
    [
      'the 31st, or the last day of shorter months',
      series({ every: 'month', interval: 1, dayOfMonth: 31 }, '2005-01-31T09:00'),
      ['2005-01-31', '2005-02-28', '2005-03-31'],
    ],
    [
      'the 29th of February',
      series({ every: 'year', interval: 1, dayOfMonth: 29 }, '2004-02-29T09:00'),
      ['2004-02-29', '2005-02-28', '2006-02-28'],
    ],
  ];
  test.each(cases)('%s', (_name, one, days) => {
    expect(daysOf(one, days.length)).toEqual(days);
  });

  test('end after their number, or on a day', () => {
    const daily = { every: 'day', interval: 1 } as const;
    expect(daysOf(series(daily, '2004-11-01T09:00', { ends: { count: 2 } }), 9)).toHaveLength(2);
    expect(daysOf(series(daily, '2004-11-01T09:00', { ends: { until: at('2004-11-03T23:59') } }), 9)).toHaveLength(3);
  });
});

const weekly = fc
  .record({
    interval: fc.integer({ min: 1, max: 4 }),
    weekdays: fc.integer({ min: 1, max: 127 }),
    wkst: fc.nat({ max: 6 }),
  })
  .map(({ interval, weekdays, wkst }) => ({ rule: { every: 'week', interval, weekdays } as const, wkst }));
const monthly = fc
  .record({
    interval: fc.integer({ min: 1, max: 14 }),
    weekday: fc.nat({ max: 6 }),
    nth: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ interval, weekday, nth }) => ({
    rule: { every: 'month', interval, weekdays: 1 << weekday, nth } as const,
    wkst: 0,
  }));
const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

test('agrees with ical.js on weekly and monthly rules', () => {
  fc.assert(
    fc.property(fc.oneof(weekly, monthly), fc.nat({ max: 2000 }), ({ rule, wkst }, offset) => {
      const start = new Date(Date.UTC(2003, 0, 1 + offset, 9));
      const byday = names.filter((_, index) => rule.weekdays & (1 << index));
      const nth = 'nth' in rule ? String(rule.nth === 5 ? -1 : rule.nth) : '';
      const days = byday.map((day) => nth + day).join(',');
      const text = `FREQ=${rule.every.toUpperCase()}LY;INTERVAL=${rule.interval};WKST=${names[wkst]};BYDAY=${days}`;
      const iterator = ICAL.Recur.fromString(text).iterator(
        ICAL.Time.fromDateTimeString(start.toISOString().slice(0, 19)),
      );
      const expected: string[] = [];
      while (expected.length < 8) {
        const next = iterator.next().toString().slice(0, 10);
        // ical.js begins with the start itself even where the rule leaves it out.
        if (expected.length > 0 || matches(rule, new Date(`${next}T00:00Z`))) expected.push(next);
      }
      expect(daysOf({ rule, start, durationMinutes: 30, firstDayOfWeek: wkst }, 8)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

function matches(rule: Extract<SeriesRule, { weekdays: number }>, date: Date): boolean {
  if ((rule.weekdays & (1 << date.getUTCDay())) === 0) return false;
  if (!('nth' in rule)) return true;
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return rule.nth === 5 ? date.getUTCDate() > days - 7 : Math.ceil(date.getUTCDate() / 7) === rule.nth;
}

describe("the blobs of Microsoft's examples", () => {
  const monday = 2;
  const thursday = 16;
  const friday = 32;
  const examples: [section: string, series: Series, hex: string][] = [
    [
      '[MS-OXOCAL] 4.1.1.3: every three days, two instances deleted',
      series({ every: 'day', interval: 3 }, '2011-04-07T08:00', {
        ends: { until: at('2011-05-04T08:00') },
        deleted: [at('2011-04-19T08:00'), at('2011-04-22T08:00')],
      }),
      '043004300A2000000000A0050000E010000000000000212000000A0000000000000002000000A0C1DC0C80D2DC0C00000000207EDC0C' +
        '0016DD0C0630000009300000E0010000FE01000000000000000000000000',
    ],
    [
      '[MS-OXOCAL] 4.1.1.2: three days a week, one instance moved to another time and place',
      series({ every: 'week', interval: 1, weekdays: monday | thursday | friday }, '2007-03-26T10:00', {
        ends: { count: 12 },
        modified: [
          {
            start: 0x0cbc9934,
            end: 0x0cbc9952,
            originalStart: 0x0cbc98f8,
            subject: 'Simple Recurrence with exceptions',
            location: '34/4141',
          },
        ],
      }),
      '043004300B2001000000C0210000010000000000000032000000222000000C0000000000000001000000A096BC0C01000000A096BC0C' +
        '8020BC0C20ADBC0C0630000009300000580200007602000001003499BC0C5299BC0CF898BC0C11002200210053696D706C6520526563' +
        '757272656E6365207769746820657863657074696F6E730800070033342F343134310000000004000000000000000000000034' +
        '99BC0C5299BC0CF898BC0C2100530069006D0070006C006500200052006500630075007200720065006E0063006500200077006900' +
        '74006800200065007800630065007000740069006F006E0073000700330034002F0034003100340031000000000000000000',
    ],
  ];
  test.each(examples)('%s', (_section, one, hex) => {
    expect(Buffer.from(encodeAppointmentRecurrence(buildRecurrence(one))).toString('hex')).toBe(hex.toLowerCase());
    const bytes = Uint8Array.from(Buffer.from(hex, 'hex'));
    expect(decodeAppointmentRecurrence(bytes)).toEqual(buildRecurrence(one));
  });
});

describe('the blob of a series', () => {
  const plan: Series = series({ every: 'week', interval: 1, weekdays: tuesday }, '2004-11-02T09:00', {
    ends: { count: 3 },
    deleted: [at('2004-11-16T09:00')],
    modified: [{ start: 212407800, end: 212407830, originalStart: 212407740, subject: 'Plan B' }],
  });

  test('is that of the documented example', () => {
    expect(buildRecurrence(plan)).toMatchObject({
      startOffset: 540,
      endOffset: 570,
      pattern: { frequency: 0x200b, firstDateTime: 8640, occurrenceCount: 3, endDate: 0x0ca93b00, day: 4 },
    });
  });

  test('of a yearly one counts in months, and never ends on the day that stands for it', () => {
    const { pattern } = buildRecurrence(series({ every: 'year', interval: 1, dayOfMonth: 24 }, '2004-12-24T00:00'));
    expect(pattern).toMatchObject({
      period: 12,
      frequency: 0x200d,
      patternType: 2,
      endType: 0x2023,
      occurrenceCount: 10,
    });
    expect(pattern.endDate).toBe(0x5ae980df);
    expect(dateFromRtime(pattern.firstDateTime).toISOString()).toBe('1601-12-01T00:00:00.000Z');
  });
});
