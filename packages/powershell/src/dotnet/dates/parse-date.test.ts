import { describe, expect, test } from 'vitest';
import { cultureByName } from '../culture.ts';
import { DateTime } from './date-time.ts';
import { formatDateTime, formatDateTimeOffset } from './format-date.ts';
import { parseDateTimeExact } from './parse-date-exact.ts';
import { parseDateTime, parseDateTimeOffset } from './parse-date.ts';

const parsing = { today: () => DateTime.of({ year: 2026, month: 11, day: 21 }), adjustToUniversal: true };
const parsed = (text: string): string => formatDateTime(parseDateTime(text, parsing), 's');

describe('parseDateTime', () => {
  test.each([
    ['2024-01-15', '2024-01-15T00:00:00'],
    ['01/02/2024', '2024-01-02T00:00:00'],
    ['5/3/2024', '2024-05-03T00:00:00'],
    ['2024/3/5', '2024-03-05T00:00:00'],
    ['2024-03-05 14:07:09.123', '2024-03-05T14:07:09'],
    ['2024-01-15T10:00:00Z', '2024-01-15T10:00:00'],
    ['2024-01-15T10:00:00+02:00', '2024-01-15T08:00:00'],
    ['2024-01-15T10:00:00.1234567-0530', '2024-01-15T15:30:00'],
    ['Jan 5 2024', '2024-01-05T00:00:00'],
    ['January 5, 2024', '2024-01-05T00:00:00'],
    ['5 January 2024 3pm', '2024-01-05T15:00:00'],
    ['5-Jan-24 12:30 am', '2024-01-05T00:30:00'],
    ['Tue, 05 Mar 2024 14:07:09 GMT', '2024-03-05T14:07:09'],
    ['Tuesday, 05 March 2024 14:07', '2024-03-05T14:07:00'],
    ['2024 March', '2024-03-01T00:00:00'],
    ['2024-03', '2024-03-01T00:00:00'],
    ['March 5', '2026-03-05T00:00:00'],
    ['3/5', '2026-03-05T00:00:00'],
    ['12:30', '2026-11-21T12:30:00'],
    ['3/5/2024 2:07:09 PM', '2024-03-05T14:07:09'],
    ['1/2/49', '2049-01-02T00:00:00'],
    ['1/2/50', '1950-01-02T00:00:00'],
    [' 2024-01-15 ', '2024-01-15T00:00:00'],
  ])('%s is %s', (text, expected) => {
    expect(parsed(text)).toBe(expected);
  });

  test.each([
    ['15/01/2024', "String '15/01/2024' was not recognized as a valid DateTime."],
    ['13/13/2024', "String '13/13/2024' was not recognized as a valid DateTime."],
    ['2024-13-01', "String '2024-13-01' was not recognized as a valid DateTime."],
    ['2024-02-30', "String '2024-02-30' was not recognized as a valid DateTime."],
    ['20240115', "String '20240115' was not recognized as a valid DateTime."],
    ['', "String '' was not recognized as a valid DateTime."],
    ['2024-01-15 25:00', "String '2024-01-15 25:00' was not recognized as a valid DateTime."],
    [
      'garbage',
      "The string 'garbage' was not recognized as a valid DateTime. There is an unknown word starting at index '0'.",
    ],
    ['bad', "The string 'bad' was not recognized as a valid DateTime. There is an unknown word starting at index '0'."],
    [
      'Mon 2024-03-05',
      "String 'Mon 2024-03-05' was not recognized as a valid DateTime because the day of week was incorrect.",
    ],
  ])('refuses %s', (text, message) => {
    expect(() => parsed(text)).toThrow(expect.objectContaining({ exceptionType: 'System.FormatException', message }));
  });

  test('an offset makes the time local, none leaves it open', () => {
    const { today } = parsing;
    expect(parseDateTime('2024-03-05T10:00:00Z', { today }).kind).toBe('Local');
    expect(parseDateTime('2024-03-05T10:00:00Z', { today, roundtripKind: true }).kind).toBe('Utc');
    expect(parseDateTime('2024-03-05', { today }).kind).toBe('Unspecified');
    expect(parseDateTime('2024-03-05', { today, assumeUniversal: true, adjustToUniversal: true }).kind).toBe('Utc');
  });

  test('the culture orders the numbers', () => {
    expect(parseDateTime('05.03.2024', parsing, cultureByName('de-DE')).month).toBe(3);
  });

  test('DateTimeOffset keeps the offset', () => {
    const { today } = parsing;
    const offset = parseDateTimeOffset('2024-01-15T10:00:00+02:00', { today });
    expect(formatDateTimeOffset(offset)).toBe('01/15/2024 10:00:00 +02:00');
  });
});

describe('parseDateTimeExact', () => {
  test.each([
    ['05.03.2024', 'dd.MM.yyyy', '2024-03-05T00:00:00'],
    ['20240305', 'yyyyMMdd', '2024-03-05T00:00:00'],
    ['20240305_140709', 'yyyyMMdd_HHmmss', '2024-03-05T14:07:09'],
    ['5 Mar 24 2:07 PM', 'd MMM yy h:mm tt', '2024-03-05T14:07:00'],
    ['2024-03-05T14:07:09.1230000', 'o', '2024-03-05T14:07:09'],
    ['2024-03-05T14:07:09.1230000+02:00', 'o', '2024-03-05T12:07:09'],
    ['Tue, 05 Mar 2024 14:07:09 GMT', 'r', '2024-03-05T14:07:09'],
    ['day 5', "'day' d", '2026-01-05T00:00:00'],
  ])('%s by %s is %s', (text, format, expected) => {
    expect(formatDateTime(parseDateTimeExact(text, [format], parsing), 's')).toBe(expected);
  });

  test('takes the first format that fits, and none else', () => {
    expect(parseDateTimeExact('2024', ['yy', 'yyyy'], parsing).year).toBe(2024);
    expect(() => parseDateTimeExact('5.3.2024', ['dd.MM.yyyy'], parsing)).toThrow(
      "String '5.3.2024' was not recognized as a valid DateTime.",
    );
  });
});
