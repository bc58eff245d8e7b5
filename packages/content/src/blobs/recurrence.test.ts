import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AppointmentRecurrence,
  decodeAppointmentRecurrence,
  decodeRecurrencePattern,
  encodeAppointmentRecurrence,
  encodeRecurrencePattern,
} from './recurrence.ts';
import { rtimeFromDate } from './rtime.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
const at = (text: string) => rtimeFromDate(new Date(`${text}Z`));

// Weekly on Tuesday from 09:00 to 09:30, three times from 2004-11-02; 11-09 moved to 10:00 as "Plan B", 11-16 deleted.
const weekly: AppointmentRecurrence = {
  pattern: {
    frequency: 0x200b,
    patternType: 1,
    calendarType: 0,
    firstDateTime: 8640,
    period: 1,
    slidingFlag: 0,
    day: 4,
    endType: 0x2022,
    occurrenceCount: 3,
    firstDayOfWeek: 0,
    deletedDates: [at('2004-11-09T00:00'), at('2004-11-16T00:00')],
    modifiedDates: [at('2004-11-09T00:00')],
    startDate: at('2004-11-02T00:00'),
    endDate: at('2004-11-16T00:00'),
  },
  writerVersion: 0x3009,
  startOffset: 540,
  endOffset: 570,
  exceptions: [
    {
      start: at('2004-11-09T10:00'),
      end: at('2004-11-09T10:30'),
      originalStart: at('2004-11-09T09:00'),
      subject: 'Plan B',
    },
  ],
};
const golden = bytes(`
  04 30 04 30  0b 20  01 00  00 00  c0 21 00 00  01 00 00 00  00 00 00 00  04 00 00 00
  22 20 00 00  03 00 00 00  00 00 00 00
  02 00 00 00  a0 13 a9 0c  00 3b a9 0c
  01 00 00 00  a0 13 a9 0c
  40 ec a8 0c  00 3b a9 0c
  06 30 00 00  09 30 00 00  1c 02 00 00  3a 02 00 00  01 00
  f8 15 a9 0c  16 16 a9 0c  bc 15 a9 0c  01 00  07 00 06 00 50 6c 61 6e 20 42
  00 00 00 00
  04 00 00 00 00 00 00 00  00 00 00 00  f8 15 a9 0c 16 16 a9 0c bc 15 a9 0c  06 00 50 00 6c 00 61 00 6e 00 20 00 42 00  00 00 00 00
  00 00 00 00`);

const damaged = expect.objectContaining({ code: 'content.recurrenceDamaged' });

describe('PidLidAppointmentRecur', () => {
  test('decodes and encodes the same bytes', () => {
    expect(decodeAppointmentRecurrence(golden)).toEqual(weekly);
    expect(encodeAppointmentRecurrence(weekly)).toEqual(golden);
  });

  test('every cut is named', () => {
    for (let end = 0; end < golden.length; end++) {
      expect(() => decodeAppointmentRecurrence(golden.subarray(0, end))).toThrow(damaged);
    }
  });

  test('counts are checked before memory is taken', () => {
    const changed = golden.slice();
    changed.fill(0xff, 38, 42);
    expect(() => decodeAppointmentRecurrence(changed)).toThrow(damaged);
  });

  test('an unknown pattern is named', () => {
    const changed = golden.slice();
    changed[6] = 9;
    expect(() => decodeAppointmentRecurrence(changed)).toThrow('its pattern 9 is unknown');
  });

  test('its first part alone is PidLidTaskRecurrence', () => {
    const part = encodeRecurrencePattern(weekly.pattern);
    expect(golden.subarray(0, part.length)).toEqual(part);
    expect(decodeRecurrencePattern(part)).toEqual(weekly.pattern);
  });
});

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const u32 = fc.nat({ max: 0xffffffff });
const exception = fc
  .record({
    start: u32,
    end: u32,
    originalStart: u32,
    subject: optional(fc.string({ maxLength: 30, unit: 'grapheme' })),
    meetingType: optional(u32),
    reminderDelta: optional(u32),
    reminderSet: optional(u32),
    location: optional(fc.string({ maxLength: 30 })),
    busyStatus: optional(u32),
    attachment: optional(u32),
    subType: optional(u32),
    appointmentColor: optional(u32),
    exceptionalBody: optional(fc.constant(true)),
  })
  .map((value) => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)));

test('whatever the exceptions say is read back', () => {
  const all = fc.record({
    version: fc.constantFrom(0x3008, 0x3009),
    exceptions: fc.array(exception, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(all, ({ version, exceptions }) => {
      const value = { ...weekly, writerVersion: version, exceptions } as unknown as AppointmentRecurrence;
      expect(decodeAppointmentRecurrence(encodeAppointmentRecurrence(value))).toEqual(value);
    }),
  );
});

test('any bytes give a recurrence or a named error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (tail) => {
      try {
        decodeAppointmentRecurrence(Uint8Array.from([...golden.subarray(0, 22), ...tail]));
      } catch (error) {
        expect(error).toEqual(damaged);
      }
    }),
  );
});
