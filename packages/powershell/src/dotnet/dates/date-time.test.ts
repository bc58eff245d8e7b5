import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cultureByName } from '../culture.ts';
import { calendarDay, dayNumber, daysInMonth, isLeapYear } from './calendar.ts';
import { DateTime, type DateTimeParts } from './date-time.ts';
import { DateTimeOffset } from './date-time-offset.ts';
import { formatDateTime, formatDateTimeOffset } from './format-date.ts';
import { TimeSpan } from './time-span.ts';

const time: DateTimeParts = { year: 2024, month: 3, day: 5, hour: 14, minute: 7, second: 9, millisecond: 123 };
const date = DateTime.of(time);
const iso = (value: DateTime): string => formatDateTime(value, 'yyyy-MM-dd HH:mm:ss');
const day = (year: number, month: number, number: number): DateTime => DateTime.of({ year, month, day: number });

describe('DateTime', () => {
  test.each([
    ['d', '03/05/2024'],
    ['D', 'Tuesday, 05 March 2024'],
    ['f', 'Tuesday, 05 March 2024 14:07'],
    ['F', 'Tuesday, 05 March 2024 14:07:09'],
    ['g', '03/05/2024 14:07'],
    ['G', '03/05/2024 14:07:09'],
    ['', '03/05/2024 14:07:09'],
    ['m', 'March 05'],
    ['o', '2024-03-05T14:07:09.1230000'],
    ['R', 'Tue, 05 Mar 2024 14:07:09 GMT'],
    ['s', '2024-03-05T14:07:09'],
    ['t', '14:07'],
    ['T', '14:07:09'],
    ['u', '2024-03-05 14:07:09Z'],
    ['y', '2024 March'],
    ['yyyy-MM-dd HH:mm:ss.fff', '2024-03-05 14:07:09.123'],
    ['dddd, d MMMM yyyy', 'Tuesday, 5 March 2024'],
    ['ddd MMM d yy', 'Tue Mar 5 24'],
    ['hh:mm tt', '02:07 PM'],
    ['h:m:s t', '2:7:9 P'],
    ['HH\\:mm', '14:07'],
    ["'at' H", 'at 14'],
    ['%d', '5'],
    ['ss.FFFFFF', '09.123'],
    ['yyyyMMdd_HHmmss', '20240305_140709'],
  ])('%s is %s', (format, text) => {
    expect(formatDateTime(date, format)).toBe(text);
  });

  test.each([
    ['en-US', 'd', '3/5/2024'],
    ['en-US', 'G', '3/5/2024 2:07:09\u202FPM'],
    ['en-US', 'D', 'Tuesday, March 5, 2024'],
    ['de-DE', 'd', '05.03.2024'],
    ['fr-FR', 'D', 'mardi 5 mars 2024'],
  ])('in %s %s is %s', (culture, format, text) => {
    expect(formatDateTime(date, format, cultureByName(culture))).toBe(text);
  });

  test.each(['x', 'q', 'ffffffff', '\\'])('refuses the format %s', (format) => {
    expect(() => formatDateTime(date, format)).toThrow('Input string was not in a correct format.');
  });

  test('parts', () => {
    expect(date).toMatchObject({ year: 2024, month: 3, day: 5, hour: 14, minute: 7, second: 9, millisecond: 123 });
    expect([date.dayOfWeek, date.dayOfYear]).toEqual(['Tuesday', 65]);
    expect(DateTime.of({ ...time, millisecond: 0 }).ticks).toBe(638452444290000000n);
  });

  test('F leaves out the point before no digits', () => {
    expect(formatDateTime(day(2024, 1, 1), 'ss.FFF')).toBe('00');
  });

  test('months keep the day where they can', () => {
    expect(iso(day(2024, 1, 31).addMonths(1))).toBe('2024-02-29 00:00:00');
    expect(iso(day(2024, 2, 29).addYears(-1))).toBe('2023-02-28 00:00:00');
    expect(iso(day(2024, 1, 31).addMonths(-2))).toBe('2023-11-30 00:00:00');
    expect(iso(day(2024, 1, 31).addUnits(25, 'hours'))).toBe('2024-02-01 01:00:00');
    expect(iso(day(2024, 1, 31).addUnits(-0.5, 'days'))).toBe('2024-01-30 12:00:00');
  });

  test('other counts of time', () => {
    expect(day(2024, 1, 1).toAutomationDate()).toBe(45292);
    expect(iso(DateTime.fromAutomationDate(45292.5))).toBe('2024-01-01 12:00:00');
    expect(formatDateTime(DateTime.fromFileTimeUtc(133484000000000000n), 'o')).toBe('2023-12-30T08:53:20.0000000Z');
    expect(formatDateTime(DateTime.fromUnixMilliseconds(1700000000000, 'Utc'), 's')).toBe('2023-11-14T22:13:20');
    expect(formatDateTime(DateTime.unixEpoch, 'o')).toBe('1970-01-01T00:00:00.0000000Z');
  });

  test.each([
    [() => day(2024, 2, 30), 'Year, Month, and Day parameters describe an un-representable DateTime.'],
    [
      () => DateTime.of({ ...time, hour: 24 }),
      'Hour, Minute, and Second parameters describe an un-representable DateTime.',
    ],
    [
      () => DateTime.maxValue.addUnits(1, 'days'),
      "The added or subtracted value results in an un-representable DateTime. (Parameter 'value')",
    ],
    [() => date.addUnits(1e18, 'days'), "Value to add was out of range. (Parameter 'value')"],
    [() => date.addMonths(200_000), "Months value must be between +/-120000. (Parameter 'months')"],
    [() => daysInMonth(2024, 13), "Month must be between one and twelve. (Parameter 'month')"],
    [() => isLeapYear(0), "Year must be between 1 and 9999. (Parameter 'year')"],
  ])('out of range %#', (make, message) => {
    expect(make).toThrow(expect.objectContaining({ exceptionType: 'System.ArgumentOutOfRangeException', message }));
  });

  test('each day number is one calendar day', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3652058 }), (number) => dayNumber(calendarDay(number)) === number));
  });

  test('local and universal time are the same instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 4e12 }), (milliseconds) => {
        const utc = DateTime.fromUnixMilliseconds(milliseconds, 'Utc');
        return (
          utc.toLocalTime().kind === 'Local' &&
          utc.subtract(utc.toLocalTime()).ticks === -BigInt(utc.toLocalTime().ticks - utc.ticks)
        );
      }),
    );
  });
});

describe('DateTimeOffset', () => {
  const offset = new DateTimeOffset(date, 120);

  test('knows its instant', () => {
    expect(formatDateTime(offset.utcDateTime, 'o')).toBe('2024-03-05T12:07:09.1230000Z');
    expect(offset.toUnixSeconds()).toBe(1709640429n);
    expect(offset.toOffset(-60).dateTime.hour).toBe(11);
    expect(offset.subtract(offset.add(TimeSpan.from(1, 'hours'))).totalNanoseconds).toBe(-3.6e12);
  });

  test.each([
    ['', '03/05/2024 14:07:09 +02:00'],
    ['o', '2024-03-05T14:07:09.1230000+02:00'],
    ['r', 'Tue, 05 Mar 2024 12:07:09 GMT'],
    ['u', '2024-03-05 12:07:09Z'],
    ['zz z', '+02 +2'],
  ])('%s is %s', (format, text) => {
    expect(formatDateTimeOffset(offset, format)).toBe(text);
  });

  test('refuses offsets that no clock has', () => {
    expect(() => new DateTimeOffset(date, 900)).toThrow('Offset must be within plus or minus 14 hours.');
  });
});
