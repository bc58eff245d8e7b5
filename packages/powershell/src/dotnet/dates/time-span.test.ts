import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TimeSpan } from './time-span.ts';
import { formatTimeSpan, parseTimeSpan, tryParseTimeSpan } from './time-span-text.ts';

describe('TimeSpan', () => {
  test.each([
    ['1:30', '01:30:00'],
    ['1.02:03:04', '1.02:03:04'],
    ['1:02:03:04', '1.02:03:04'],
    ['5', '5.00:00:00'],
    ['-0:00:01.5', '-00:00:01.5000000'],
    [' 12:00 ', '12:00:00'],
  ])('%s is %s', (text, expected) => {
    expect(formatTimeSpan(parseTimeSpan(text))).toBe(expected);
  });

  test.each([
    ['1:2:3', 'c', '01:02:03'],
    ['1:2:3', 'g', '1:02:03'],
    ['1:2:3', 'G', '0:01:02:03.0000000'],
    ['1:2:3', 'hh\\:mm\\:ss', '01:02:03'],
    ['1:2:3', 'd\\d\\ hh\\h', '0d 01h'],
    ['1.02:03:04', 'g', '1:2:03:04'],
    ['1.02:00', 'dd\\.hh\\:mm', '01.02:00'],
    ['0:0:1.25', "s'.'FFF", '1.25'],
    ['0:0:1.25', '%s', '1'],
  ])('%s by %s is %s', (text, format, expected) => {
    expect(formatTimeSpan(parseTimeSpan(text), format)).toBe(expected);
  });

  test.each(['d', 'hh:mm', 'hhh', 'x y'])('refuses the format %s', (format) => {
    expect(() => formatTimeSpan(TimeSpan.zero, format)).toThrow('Input string was not in a correct format.');
  });

  test.each([
    ['abc', 'System.FormatException', "String 'abc' was not recognized as a valid TimeSpan."],
    [
      '25:00',
      'System.OverflowException',
      "The TimeSpan string '25:00' could not be parsed because at least one of the numeric components is out of range or contains too many digits.",
    ],
  ])('refuses %s', (text, exceptionType, message) => {
    expect(() => parseTimeSpan(text)).toThrow(expect.objectContaining({ exceptionType, message }));
    expect(tryParseTimeSpan(text)).toBeUndefined();
  });

  test('parts and totals', () => {
    const span = TimeSpan.of({ days: 1, hours: 2, minutes: 3, seconds: 4 });
    expect(span).toMatchObject({ days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 0 });
    expect(TimeSpan.from(1.5, 'days').total('hours')).toBe(36);
    expect(TimeSpan.of({ hours: 1, minutes: 2, seconds: 3 }).total('hours')).toBeCloseTo(1.03416666666667, 13);
    expect(formatTimeSpan(TimeSpan.from(5, 'minutes').negate())).toBe('-00:05:00');
    expect(TimeSpan.from(3, 'seconds').divide(2).total('seconds')).toBe(1.5);
    expect(TimeSpan.maxValue.days).toBe(10675199);
  });

  test('refuses what is too long', () => {
    expect(() => TimeSpan.from(1e9, 'days')).toThrow('TimeSpan overflowed because the duration is too long.');
    expect(() => TimeSpan.maxValue.add(TimeSpan.maxValue)).toThrow('TimeSpan overflowed');
  });

  test('a text reads back as the same span', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), (ticks) => {
        const span = new TimeSpan(ticks);
        return ['c', 'g', 'G'].every((format) => parseTimeSpan(formatTimeSpan(span, format)).ticks === ticks);
      }),
    );
  });
});
