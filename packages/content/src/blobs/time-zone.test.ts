import { describe, expect, test } from 'vitest';
import {
  decodeTimeZoneStruct,
  encodeTimeZoneDefinition,
  encodeTimeZoneStruct,
  type TimeZoneRule,
  utcFromLocal,
} from './time-zone.ts';

const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');
const plain = (text: string) => text.replaceAll(/\s/g, '');

const westernEurope: TimeZoneRule = {
  bias: -60,
  standardBias: 0,
  daylightBias: -60,
  standardStart: { month: 10, dayOfWeek: 0, day: 5, hour: 3, minute: 0 },
  daylightStart: { month: 3, dayOfWeek: 0, day: 5, hour: 2, minute: 0 },
};
const biases = 'c4ffffff 00000000 c4ffffff';
const standard = '0000 0a00 0000 0500 0300 0000 0000 0000';
const daylight = '0000 0300 0000 0500 0200 0000 0000 0000';

test('PidLidTimeZoneStruct', () => {
  const golden = plain(`${biases} 0000 ${standard} 0000 ${daylight}`);
  expect(hex(encodeTimeZoneStruct(westernEurope))).toBe(golden);
  expect(decodeTimeZoneStruct(Buffer.from(golden, 'hex'))).toEqual(westernEurope);
});

test('every cut of it is named', () => {
  const value = encodeTimeZoneStruct(westernEurope);
  for (let end = 0; end < value.length; end++) {
    expect(() => decodeTimeZoneStruct(value.subarray(0, end))).toThrow('The time zone cannot be read: it is cut off.');
  }
});

test('TimeZoneDefinition', () => {
  const name = 'W. Europe Standard Time';
  const value = encodeTimeZoneDefinition(name, westernEurope);
  expect(value).toHaveLength(122);
  const rule = `0201 3e00 0200 4106 ${'00'.repeat(14)} ${biases} ${standard} ${daylight}`;
  const text = Buffer.from(name, 'utf16le').toString('hex');
  expect(hex(value)).toBe(plain(`0201 3400 0200 1700 ${text} 0100 ${rule}`));
});

describe('local time becomes UTC', () => {
  const cases = [
    ['2004-03-28T01:59', '2004-03-28T00:59'],
    ['2004-03-28T03:00', '2004-03-28T01:00'],
    ['2004-07-01T12:00', '2004-07-01T10:00'],
    ['2004-10-31T02:30', '2004-10-31T00:30'],
    ['2004-10-31T03:00', '2004-10-31T02:00'],
  ];
  test.each(cases)('in the north: %s', (local, utc) => {
    expect(utcFromLocal(new Date(`${local}Z`), westernEurope).toISOString()).toContain(utc);
  });

  test('in the south, where summer goes over the new year', () => {
    const sydney: TimeZoneRule = {
      bias: -600,
      standardBias: 0,
      daylightBias: -60,
      standardStart: { month: 3, dayOfWeek: 0, day: 5, hour: 3, minute: 0 },
      daylightStart: { month: 10, dayOfWeek: 0, day: 5, hour: 2, minute: 0 },
    };
    expect(utcFromLocal(new Date('2004-01-01T11:00Z'), sydney).toISOString()).toContain('2004-01-01T00:00');
    expect(utcFromLocal(new Date('2004-07-01T10:00Z'), sydney).toISOString()).toContain('2004-07-01T00:00');
  });

  test('without daylight saving', () => {
    expect(utcFromLocal(new Date('2004-07-01T12:00Z'), { bias: 300, standardBias: 0, daylightBias: 0 })).toEqual(
      new Date('2004-07-01T17:00Z'),
    );
  });
});
