import { ianaZoneName } from '@cutover/content';
import { coreErrors } from '@cutover/core';

/**
 * The moment at which the clocks of `zone` show what `wallClock` shows in UTC: how -StartAfter and -CompleteAfter are
 * read with -TimeZone. A time that a change to summer time leaves out is taken as the hour after it.
 */
export function zonedTime(wallClock: Date, zone: string): number {
  const wanted = wallClock.getTime();
  // Twice, as the offset at the first guess may be that of the other side of a change of the clocks.
  const guess = wanted - offsetAt(wanted, zone);
  return wanted - offsetAt(guess, zone);
}

function offsetAt(moment: number, zone: string): number {
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const shown = Date.UTC(
    parts['year']!,
    parts['month']! - 1,
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  );
  return shown - Math.floor(moment / 1000) * 1000;
}

function formatter(zone: string): Intl.DateTimeFormat {
  const timeZone = ianaZoneName(zone);
  const number = 'numeric';
  const fields = { year: number, month: number, day: number, hour: number, minute: number, second: number } as const;
  if (timeZone !== undefined) return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...fields });
  const problems = [
    `-TimeZone ${zone} isn't known; give a Windows name such as W. Europe Standard Time, or an IANA name such as Europe/Berlin`,
  ];
  throw coreErrors.parameterInvalid({ cmdlet: 'New-MigrationBatch', problems });
}
