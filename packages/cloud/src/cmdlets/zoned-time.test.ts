import { expect, test } from 'vitest';
import { zonedTime } from './zoned-time.ts';

test.each([
  ['UTC', '2026-03-02T08:00:00Z', '2026-03-02T08:00:00Z'],
  ['Europe/Berlin', '2026-03-02T08:00:00Z', '2026-03-02T07:00:00Z'],
  ['Europe/Berlin', '2026-07-02T08:00:00Z', '2026-07-02T06:00:00Z'],
  ['America/New_York', '2026-03-08T01:30:00Z', '2026-03-08T06:30:00Z'],
  ['America/New_York', '2026-03-08T03:30:00Z', '2026-03-08T07:30:00Z'],
  ['W. Europe Standard Time', '2026-07-02T08:00:00Z', '2026-07-02T06:00:00Z'],
  ['Asia/Kolkata', '2026-03-02T08:00:00Z', '2026-03-02T02:30:00Z'],
])('%s: %s on the wall is %s', (zone, wall, utc) => {
  expect(new Date(zonedTime(new Date(wall), zone)).toISOString()).toBe(new Date(utc).toISOString());
});
