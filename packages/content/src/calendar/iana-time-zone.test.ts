import { expect, test } from 'vitest';
import { ianaZoneName, localFromUtc, ruleOfZone, windowsZoneName } from './iana-time-zone.ts';

test('the rule of Western Europe in 2004', () => {
  expect(ruleOfZone('Europe/Berlin', 2004)).toEqual({
    bias: -60,
    standardBias: 0,
    daylightBias: -60,
    standardStart: { month: 10, dayOfWeek: 0, day: 5, hour: 3, minute: 0 },
    daylightStart: { month: 3, dayOfWeek: 0, day: 5, hour: 2, minute: 0 },
  });
});

test('the rule of the American East before and after 2007', () => {
  expect(ruleOfZone('America/New_York', 2004)).toMatchObject({
    bias: 300,
    standardStart: { month: 10, day: 5, hour: 2 },
    daylightStart: { month: 4, day: 1, hour: 2 },
  });
  expect(ruleOfZone('America/New_York', 2010)).toMatchObject({
    standardStart: { month: 11, day: 1 },
    daylightStart: { month: 3, day: 2 },
  });
});

test('the rule of Sydney, where summer goes over the new year', () => {
  expect(ruleOfZone('Australia/Sydney', 2004)).toMatchObject({
    bias: -600,
    daylightBias: -60,
    standardStart: { month: 3, day: 5, hour: 3 },
    daylightStart: { month: 10, day: 5, hour: 2 },
  });
});

test('a zone without daylight saving has none', () => {
  expect(ruleOfZone('Asia/Kolkata', 2004)).toEqual({ bias: -330, standardBias: 0, daylightBias: 0 });
});

test('names of both worlds are known', () => {
  expect(ianaZoneName('W. Europe Standard Time')).toBe('Europe/Berlin');
  expect(ianaZoneName('Europe/Berlin')).toBe('Europe/Berlin');
  expect(ianaZoneName('Customized Time Zone')).toBeUndefined();
  expect(windowsZoneName('Europe/Berlin')).toBe('W. Europe Standard Time');
  expect(ianaZoneName('new zealand standard time')).toBe('Pacific/Auckland');
  expect(windowsZoneName('Pacific/Apia')).toBe('Samoa Standard Time');
  expect(windowsZoneName('Customized Time Zone')).toBe('Customized Time Zone');
});

test('local time of an instant', () => {
  expect(localFromUtc(new Date('2004-07-01T10:00Z'), 'Europe/Berlin').toISOString()).toContain('2004-07-01T12:00');
});
