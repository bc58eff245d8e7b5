import { argumentError, outOfRangeError } from '../dotnet-error.ts';
import { calendarDay, dayNumber, dayOfYear, daysInMonth, isCalendarDay, type CalendarDay } from './calendar.ts';
import { minutesToTicks, offsetOfLocal, offsetOfUtc } from './local-zone.ts';
import { ticksOf, ticksPerDay, ticksPerMicrosecond, ticksPerMillisecond, unixEpochTicks } from './ticks.ts';
import { ticksPerUnit, TimeSpan, type TimeSpanUnit } from './time-span.ts';

export type DateTimeKind = 'Unspecified' | 'Utc' | 'Local';

export interface DateTimeParts extends CalendarDay {
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
}

export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export type DayOfWeek = (typeof dayNames)[number];

const maximumTicks = 3_155_378_975_999_999_999n;
const fileTimeEpoch = 504_911_232_000_000_000n;
const automationEpoch = 599_264_352_000_000_000n;

const isTicks = (ticks: bigint): boolean => ticks >= 0n && ticks <= maximumTicks;

/** System.DateTime: ticks since the year 1, and whether they are those of UTC, of the process's zone, or of none. */
export class DateTime {
  static readonly minValue = new DateTime(0n);
  static readonly maxValue = new DateTime(maximumTicks);
  static readonly unixEpoch = new DateTime(unixEpochTicks, 'Utc');

  readonly ticks: bigint;
  readonly kind: DateTimeKind;
  private knownDay: CalendarDay | undefined;
  private knownTick: number | undefined;

  constructor(ticks: bigint, kind: DateTimeKind = 'Unspecified') {
    if (!isTicks(ticks)) {
      throw outOfRangeError('Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.', 'ticks');
    }
    this.ticks = ticks;
    this.kind = kind;
  }

  static of(parts: DateTimeParts, kind: DateTimeKind = 'Unspecified'): DateTime {
    const { hour = 0, minute = 0, second = 0, millisecond = 0 } = parts;
    if (!isCalendarDay(parts)) {
      throw outOfRangeError('Year, Month, and Day parameters describe an un-representable DateTime.');
    }
    const inRange = (value: number, end: number) => value >= 0 && value < end;
    if (!inRange(hour, 24) || !inRange(minute, 60) || !inRange(second, 60)) {
      throw outOfRangeError('Hour, Minute, and Second parameters describe an un-representable DateTime.');
    }
    if (!inRange(millisecond, 1000))
      throw outOfRangeError('Valid values are between 0 and 999, inclusive.', 'millisecond');
    const time = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
    return new DateTime(BigInt(dayNumber(parts)) * ticksPerDay + BigInt(time) * ticksPerMillisecond, kind);
  }

  /** The instant in the process's zone, or in UTC. */
  static fromUnixMilliseconds(value: number, kind: 'Local' | 'Utc' = 'Local'): DateTime {
    const utc = new DateTime(unixEpochTicks + ticksOf(value, ticksPerMillisecond), 'Utc');
    return kind === 'Utc' ? utc : utc.toLocalTime();
  }

  static fromFileTimeUtc(value: bigint): DateTime {
    const ticks = value + fileTimeEpoch;
    if (value < 0n || !isTicks(ticks)) throw outOfRangeError('Not a valid Win32 FileTime.', 'fileTime');
    return new DateTime(ticks, 'Utc');
  }

  static fromAutomationDate(value: number): DateTime {
    if (!(value > -657_435 && value < 2_958_466)) throw argumentError('Not a legal OleAut date.');
    const whole = Math.trunc(value);
    const milliseconds = Math.round((whole + Math.abs(value - whole)) * 86_400_000);
    return new DateTime(automationEpoch + BigInt(milliseconds) * ticksPerMillisecond);
  }

  static specifyKind(value: DateTime, kind: DateTimeKind): DateTime {
    return new DateTime(value.ticks, kind);
  }

  private get calendar(): CalendarDay {
    return (this.knownDay ??= calendarDay(Number(this.ticks / ticksPerDay)));
  }

  private get tickOfDay(): number {
    return (this.knownTick ??= Number(this.ticks % ticksPerDay));
  }

  get year(): number {
    return this.calendar.year;
  }

  get month(): number {
    return this.calendar.month;
  }

  get day(): number {
    return this.calendar.day;
  }

  get dayOfYear(): number {
    return dayOfYear(this.calendar);
  }

  get dayOfWeek(): DayOfWeek {
    return dayNames[(Number(this.ticks / ticksPerDay) + 1) % 7] ?? 'Sunday';
  }

  get hour(): number {
    return Math.floor(this.tickOfDay / 36e9);
  }

  get minute(): number {
    return Math.floor(this.tickOfDay / 6e8) % 60;
  }

  get second(): number {
    return Math.floor(this.tickOfDay / 1e7) % 60;
  }

  get millisecond(): number {
    return Math.floor(this.tickOfDay / 1e4) % 1000;
  }

  get microsecond(): number {
    return Number((this.ticks / ticksPerMicrosecond) % 1000n);
  }

  get nanosecond(): number {
    return Number(this.ticks % ticksPerMicrosecond) * 100;
  }

  /** Ticks behind the whole second. */
  get fraction(): number {
    return this.tickOfDay % 1e7;
  }

  get date(): DateTime {
    return new DateTime(this.ticks - (this.ticks % ticksPerDay), this.kind);
  }

  get timeOfDay(): TimeSpan {
    return new TimeSpan(this.ticks % ticksPerDay);
  }

  addTicks(ticks: bigint, parameter = 'value'): DateTime {
    const sum = this.ticks + ticks;
    if (isTicks(sum)) return new DateTime(sum, this.kind);
    throw outOfRangeError('The added or subtracted value results in an un-representable DateTime.', parameter);
  }

  add(span: TimeSpan): DateTime {
    return this.addTicks(span.ticks);
  }

  /** `AddDays` … `AddMicroseconds`. */
  addUnits(value: number, unit: TimeSpanUnit): DateTime {
    const most = Number(maximumTicks / ticksPerUnit[unit]);
    if (!(Math.abs(value) <= most)) throw outOfRangeError('Value to add was out of range.', 'value');
    return this.addTicks(ticksOf(value, ticksPerUnit[unit]));
  }

  /** Keeps the day where the month has it, else takes the month's last. */
  addMonths(months: number): DateTime {
    if (Math.abs(months) > 120_000) throw outOfRangeError('Months value must be between +/-120000.', 'months');
    return this.shiftMonths(months, 'months');
  }

  addYears(years: number): DateTime {
    if (Math.abs(years) > 10_000) throw outOfRangeError('Years value must be between +/-10000.', 'years');
    return this.shiftMonths(years * 12, 'value');
  }

  private shiftMonths(months: number, parameter: string): DateTime {
    const { year, month, day } = this.calendar;
    const index = year * 12 + month - 1 + months;
    const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
    if (target.year < 1 || target.year > 9999) {
      throw outOfRangeError('The added or subtracted value results in an un-representable DateTime.', parameter);
    }
    const days = dayNumber({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
    return new DateTime(BigInt(days) * ticksPerDay + (this.ticks % ticksPerDay), this.kind);
  }

  subtract(other: DateTime): TimeSpan {
    return new TimeSpan(this.ticks - other.ticks);
  }

  /** Minutes ahead of UTC: none for a UTC time, the process's zone for every other. */
  get offsetMinutes(): number {
    return this.kind === 'Utc' ? 0 : offsetOfLocal(this.ticks);
  }

  toUniversalTime(): DateTime {
    if (this.kind === 'Utc') return this;
    return new DateTime(clamp(this.ticks - minutesToTicks(offsetOfLocal(this.ticks))), 'Utc');
  }

  toLocalTime(): DateTime {
    if (this.kind === 'Local') return this;
    return new DateTime(clamp(this.ticks + minutesToTicks(offsetOfUtc(this.ticks))), 'Local');
  }

  toUnixMilliseconds(): number {
    return Number(this.toUniversalTime().ticks - unixEpochTicks) / 1e4;
  }

  toFileTimeUtc(): bigint {
    const ticks = (this.kind === 'Local' ? this.toUniversalTime() : this).ticks - fileTimeEpoch;
    if (ticks < 0n) throw outOfRangeError('Not a valid Win32 FileTime.');
    return ticks;
  }

  toAutomationDate(): number {
    let milliseconds = Number((this.ticks - automationEpoch) / ticksPerMillisecond);
    const rest = milliseconds % 86_400_000;
    if (milliseconds < 0 && rest !== 0) milliseconds -= (86_400_000 + rest) * 2;
    return milliseconds / 86_400_000;
  }

  isDaylightSavingTime(): boolean {
    if (this.kind === 'Utc') return false;
    const year = (month: number) => offsetOfLocal(DateTime.of({ year: this.year, month, day: 1 }).ticks);
    return offsetOfLocal(this.ticks) > Math.min(year(1), year(7));
  }

  compareTo(other: DateTime): number {
    return this.ticks < other.ticks ? -1 : this.ticks > other.ticks ? 1 : 0;
  }
}

const clamp = (ticks: bigint): bigint => (ticks < 0n ? 0n : ticks > maximumTicks ? maximumTicks : ticks);
