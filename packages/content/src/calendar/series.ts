import {
  type AppointmentRecurrence,
  countOfNever,
  endType,
  neverEnds,
  patternType,
  recurFrequency,
  type RecurrenceException,
  type RecurrencePattern,
} from '../blobs/recurrence.ts';
import { dateFromRtime, midnight, rtimeFromDate } from '../blobs/rtime.ts';
import { contentLimits } from '../limits.ts';

const day = 1440;
const week = 7 * day;

/** All seven weekdays. */
const everyDay = 0b1111111;

/** Bit of a weekday, Sunday 0. */
export const weekdayBit = (weekday: number): number => 1 << weekday;

/** On which days a series falls. Weekdays are a mask, bit 0 Sunday. */
export type SeriesRule =
  | { readonly every: 'day'; readonly interval: number }
  | { readonly every: 'week'; readonly interval: number; readonly weekdays: number }
  | { readonly every: 'month' | 'year'; readonly interval: number; readonly dayOfMonth: number }
  | {
      readonly every: 'month' | 'year';
      readonly interval: number;
      readonly weekdays: number;
      /** 1 to 4, or 5 for the last. */
      readonly nth: number;
    };

/** A series as people say it. Times are local to the series, in the UTC fields of a Date. */
export interface Series {
  readonly rule: SeriesRule;
  /** Of the first instance. */
  readonly start: Date;
  readonly durationMinutes: number;
  readonly ends?: { readonly count: number } | { readonly until: Date };
  readonly firstDayOfWeek?: number;
  /** Original starts of instances that do not take place. */
  readonly deleted?: readonly Date[];
  readonly modified?: readonly RecurrenceException[];
}

/** Days of the series as minutes since 1601, from the first instance on; ends only if the series does. */
export function* occurrenceDays({ rule, start, ends, firstDayOfWeek = 0 }: Series): Generator<number> {
  // Without a day the search would not end.
  if ('weekdays' in rule && (rule.weekdays & everyDay) === 0) return;
  const first = midnight(rtimeFromDate(start));
  const count = ends !== undefined && 'count' in ends ? ends.count : Infinity;
  const last = ends !== undefined && 'until' in ends ? rtimeFromDate(ends.until) : Infinity;
  let given = 0;
  for (const at of candidates(rule, first, firstDayOfWeek)) {
    if (at < first) continue;
    if (given >= count || at > last || at > neverEnds) return;
    given++;
    yield at;
  }
}

function* candidates(rule: SeriesRule, first: number, firstDayOfWeek: number): Generator<number> {
  if (rule.every === 'day') {
    for (let at = first; ; at += rule.interval * day) yield at;
  } else if (rule.every === 'week') {
    const begin = startOfWeek(first, firstDayOfWeek);
    for (let at = begin; ; at += rule.interval * week) yield* daysOfWeek(at, rule.weekdays, firstDayOfWeek);
  } else {
    const from = dateFromRtime(first);
    const step = rule.every === 'year' ? 12 * rule.interval : rule.interval;
    for (let month = 0; ; month += step) yield* dayOfMonth(rule, from.getUTCFullYear(), from.getUTCMonth() + month);
  }
}

const startOfWeek = (at: number, firstDayOfWeek: number): number =>
  at - ((dateFromRtime(at).getUTCDay() - firstDayOfWeek + 7) % 7) * day;

function* daysOfWeek(begin: number, weekdays: number, firstDayOfWeek: number): Generator<number> {
  for (let index = 0; index < 7; index++) {
    if (weekdays & weekdayBit((firstDayOfWeek + index) % 7)) yield begin + index * day;
  }
}

/** Months that lack the day give their last one, as Outlook does. */
function* dayOfMonth(
  rule: Exclude<SeriesRule, { every: 'day' | 'week' }>,
  year: number,
  month: number,
): Generator<number> {
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const at = (date: number): number => rtimeFromDate(new Date(Date.UTC(year, month, date)));
  if ('dayOfMonth' in rule) return yield at(Math.min(rule.dayOfMonth, days));
  const all = Array.from({ length: days }, (_, index) => at(index + 1));
  const matching = all.filter((date) => rule.weekdays & weekdayBit(dateFromRtime(date).getUTCDay()));
  const found = rule.nth === 5 ? matching.at(-1) : matching[rule.nth - 1];
  if (found !== undefined) yield found;
}

/** The blob of a series. [MS-OXOCAL] 2.2.1.44 */
export function buildRecurrence(series: Series): AppointmentRecurrence {
  const startOffset = rtimeFromDate(series.start) - midnight(rtimeFromDate(series.start));
  return {
    pattern: buildPattern(series),
    writerVersion: 0x3009,
    startOffset,
    endOffset: startOffset + series.durationMinutes,
    exceptions: (series.modified ?? []).toSorted((left, right) => left.start - right.start),
  };
}

/** The first part of the blob, which is all that a task has. */
export function buildPattern(series: Series): RecurrencePattern {
  const { rule, ends, firstDayOfWeek = 0, deleted = [], modified = [] } = series;
  const days = ends === undefined ? [] : [...take(occurrenceDays(series), contentLimits.recurrenceInstances)];
  const startDate = midnight(rtimeFromDate(series.start));
  const originals = [
    ...deleted.map((date) => midnight(rtimeFromDate(date))),
    ...modified.map(({ originalStart }) => midnight(originalStart)),
  ];
  return {
    ...patternOf(rule, startDate, firstDayOfWeek),
    calendarType: 0,
    slidingFlag: 0,
    endType: endTypeOf(ends),
    occurrenceCount: ends === undefined ? countOfNever : days.length,
    firstDayOfWeek,
    deletedDates: originals.toSorted((left, right) => left - right),
    modifiedDates: modified.map(({ start }) => midnight(start)).toSorted((left, right) => left - right),
    startDate,
    endDate: ends === undefined ? neverEnds : (days.at(-1) ?? startDate),
  };
}

function* take<T>(values: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const value of values) {
    if (left-- <= 0) return;
    yield value;
  }
}

function endTypeOf(ends: Series['ends']): number {
  if (ends === undefined) return endType.never;
  return 'count' in ends ? endType.afterCount : endType.byDate;
}

type PatternHead = Pick<RecurrencePattern, 'frequency' | 'patternType' | 'firstDateTime' | 'period' | 'day' | 'nth'>;

function patternOf(rule: SeriesRule, startDate: number, firstDayOfWeek: number): PatternHead {
  if (rule.every === 'day') {
    const period = rule.interval * day;
    return { frequency: recurFrequency.daily, patternType: patternType.day, period, firstDateTime: startDate % period };
  }
  if (rule.every === 'week') {
    const firstDateTime = startOfWeek(startDate, firstDayOfWeek) % (rule.interval * week);
    const head = { frequency: recurFrequency.weekly, patternType: patternType.week, firstDateTime };
    return { ...head, period: rule.interval, day: rule.weekdays };
  }
  const period = rule.every === 'year' ? 12 * rule.interval : rule.interval;
  const frequency = rule.every === 'year' ? recurFrequency.yearly : recurFrequency.monthly;
  const head = { frequency, period, firstDateTime: monthPhase(startDate, period) };
  if ('dayOfMonth' in rule) return { ...head, patternType: patternType.month, day: rule.dayOfMonth };
  return { ...head, patternType: patternType.monthNth, day: rule.weekdays, nth: rule.nth };
}

/** Midnight of 1601-01-01 plus the months by which the series is out of step. */
function monthPhase(startDate: number, period: number): number {
  const date = dateFromRtime(startDate);
  const months = (date.getUTCFullYear() - 1601) * 12 + date.getUTCMonth();
  return rtimeFromDate(new Date(Date.UTC(1601, months % period, 1)));
}
