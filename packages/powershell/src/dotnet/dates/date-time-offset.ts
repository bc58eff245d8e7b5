import { argumentError, outOfRangeError } from '../dotnet-error.ts';
import { DateTime } from './date-time.ts';
import { minutesToTicks, offsetOfUtc } from './local-zone.ts';
import { unixEpochTicks } from './ticks.ts';
import { ticksPerUnit, TimeSpan, type TimeSpanUnit } from './time-span.ts';

/** System.DateTimeOffset: a time on a clock that is so many minutes ahead of UTC. */
export class DateTimeOffset {
  /** The time on the clock, of unspecified kind. */
  readonly dateTime: DateTime;
  readonly offsetMinutes: number;

  constructor(dateTime: DateTime, offsetMinutes: number = dateTime.offsetMinutes) {
    if (!Number.isInteger(offsetMinutes)) throw argumentError('Offset must be specified in whole minutes.', 'offset');
    if (Math.abs(offsetMinutes) > 840) throw outOfRangeError('Offset must be within plus or minus 14 hours.', 'offset');
    if (dateTime.kind === 'Utc' && offsetMinutes !== 0) {
      throw argumentError('The UTC Offset for Utc DateTime instances must be 0.', 'offset');
    }
    this.dateTime = DateTime.specifyKind(dateTime, 'Unspecified');
    this.offsetMinutes = offsetMinutes;
  }

  static fromUnixMilliseconds(value: number): DateTimeOffset {
    return new DateTimeOffset(DateTime.fromUnixMilliseconds(value, 'Utc'), 0);
  }

  get offset(): TimeSpan {
    return new TimeSpan(minutesToTicks(this.offsetMinutes));
  }

  get utcTicks(): bigint {
    return this.dateTime.ticks - minutesToTicks(this.offsetMinutes);
  }

  get utcDateTime(): DateTime {
    return new DateTime(this.utcTicks, 'Utc');
  }

  get localDateTime(): DateTime {
    return this.utcDateTime.toLocalTime();
  }

  toUnixMilliseconds(): bigint {
    return (this.utcTicks - unixEpochTicks) / ticksPerUnit.milliseconds;
  }

  toUnixSeconds(): bigint {
    return (this.utcTicks - unixEpochTicks) / ticksPerUnit.seconds;
  }

  /** The same instant on a clock with another offset. */
  toOffset(minutes: number): DateTimeOffset {
    return new DateTimeOffset(new DateTime(this.utcTicks + minutesToTicks(minutes)), minutes);
  }

  toUniversalTime(): DateTimeOffset {
    return this.toOffset(0);
  }

  toLocalTime(): DateTimeOffset {
    return this.toOffset(offsetOfUtc(this.utcTicks));
  }

  add(span: TimeSpan): DateTimeOffset {
    return new DateTimeOffset(this.dateTime.add(span), this.offsetMinutes);
  }

  addUnits(value: number, unit: TimeSpanUnit): DateTimeOffset {
    return new DateTimeOffset(this.dateTime.addUnits(value, unit), this.offsetMinutes);
  }

  addMonths(months: number): DateTimeOffset {
    return new DateTimeOffset(this.dateTime.addMonths(months), this.offsetMinutes);
  }

  addYears(years: number): DateTimeOffset {
    return new DateTimeOffset(this.dateTime.addYears(years), this.offsetMinutes);
  }

  subtract(other: DateTimeOffset): TimeSpan {
    return new TimeSpan(this.utcTicks - other.utcTicks);
  }

  compareTo(other: DateTimeOffset): number {
    return this.utcTicks < other.utcTicks ? -1 : this.utcTicks > other.utcTicks ? 1 : 0;
  }
}
