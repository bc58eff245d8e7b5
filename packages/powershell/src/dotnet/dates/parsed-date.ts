import { formatError } from '../dotnet-error.ts';
import { isCalendarDay, type CalendarDay } from './calendar.ts';
import { dayNames, DateTime } from './date-time.ts';
import { DateTimeOffset } from './date-time-offset.ts';
import { minutesToTicks } from './local-zone.ts';
import { ticksPerDay } from './ticks.ts';

/** What a text said of a date; what it did not say is undefined. */
export interface ParsedDate {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** Index of the weekday that the text names. */
  readonly weekday?: number | undefined;
  /** Ticks since midnight. */
  readonly time?: number | undefined;
  /** Minutes ahead of UTC. */
  readonly offset?: number | undefined;
  readonly zulu?: boolean | undefined;
}

/** Which of DateTimeStyles are set. */
export interface DateStyles {
  readonly assumeUniversal?: boolean;
  readonly assumeLocal?: boolean;
  readonly adjustToUniversal?: boolean;
  readonly roundtripKind?: boolean;
}

export interface DateParsing extends DateStyles {
  /** The day that a text without a date means, and the year of one without a year. */
  readonly today: () => DateTime;
}

export const notRecognized = (text: string) => formatError(`String '${text}' was not recognized as a valid DateTime.`);

/** The DateTime that a text stands for; one with an offset is turned into local time. */
export function toDateTime(parsed: ParsedDate, text: string, parsing: DateParsing): DateTime {
  const clock = clockTime(parsed, text, parsing);
  if (parsed.offset === undefined) return withoutOffset(clock, parsing);
  const utc = new DateTime(clock.ticks - minutesToTicks(parsed.offset), 'Utc');
  const keepsUtc = parsing.adjustToUniversal === true || (parsing.roundtripKind === true && parsed.zulu === true);
  return keepsUtc ? utc : utc.toLocalTime();
}

function withoutOffset(clock: DateTime, { assumeUniversal, assumeLocal, adjustToUniversal }: DateStyles): DateTime {
  if (assumeUniversal !== true && assumeLocal !== true) return clock;
  const known = DateTime.specifyKind(clock, assumeUniversal === true ? 'Utc' : 'Local');
  return adjustToUniversal === true ? known.toUniversalTime() : known.toLocalTime();
}

/** A text without an offset means the process's zone, or UTC when the styles say so. */
export function toDateTimeOffset(parsed: ParsedDate, text: string, parsing: DateParsing): DateTimeOffset {
  const clock = clockTime(parsed, text, parsing);
  const offset = parsed.offset ?? (parsing.assumeUniversal === true ? 0 : undefined);
  const value = offset === undefined ? new DateTimeOffset(clock) : new DateTimeOffset(clock, offset);
  return parsing.adjustToUniversal === true ? value.toUniversalTime() : value;
}

function clockTime(parsed: ParsedDate, text: string, { today }: DateParsing): DateTime {
  const date = dateOf(parsed, today);
  if (!isCalendarDay(date)) throw notRecognized(text);
  const midnight = DateTime.of(date);
  const weekday = dayNames.indexOf(midnight.dayOfWeek);
  if (parsed.weekday !== undefined && parsed.weekday !== weekday) {
    throw formatError(`String '${text}' was not recognized as a valid DateTime because the day of week was incorrect.`);
  }
  const ticks = BigInt(parsed.time ?? 0);
  if (ticks < 0n || ticks > ticksPerDay) throw notRecognized(text);
  return midnight.addTicks(ticks);
}

function dateOf({ year, month, day }: ParsedDate, today: () => DateTime): CalendarDay {
  if (year === undefined && month === undefined && day === undefined) {
    const now = today();
    return { year: now.year, month: now.month, day: now.day };
  }
  return { year: year ?? today().year, month: month ?? 1, day: day ?? 1 };
}

/** Years of two digits lie between 1950 and 2049. */
export const fullYear = (year: number, digits: number): number =>
  digits > 2 ? year : year < 50 ? 2000 + year : 1900 + year;

export interface ClockParts {
  readonly hour: number;
  readonly minute?: number | undefined;
  readonly second?: number | undefined;
  /** Digits behind the seconds' point. */
  readonly fraction?: string | undefined;
  readonly half?: 'am' | 'pm' | undefined;
}

/** Ticks since midnight; undefined when there is no such time. */
export function ticksOfClock({ hour, minute = 0, second = 0, fraction = '', half }: ClockParts): number | undefined {
  if (hour > (half === undefined ? 23 : 12) || minute > 59 || second > 59) return undefined;
  const hours = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  return ((hours * 60 + minute) * 60 + second) * 1e7 + Math.round(Number(`0.${fraction}0`) * 1e7);
}
