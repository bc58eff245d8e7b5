import type ICAL from 'ical.js';
import { contentErrors } from '../errors.ts';
import { weekdays } from './ical-times.ts';
import { type SeriesRule, weekdayBit } from './series.ts';

/** Parts of a rule that Exchange 2003 has no place for. */
const impossible = ['BYYEARDAY', 'BYWEEKNO'];
const workdays = 0b0111110;
const everyDay = 0b1111111;

/** Makes a RRULE into the rule of a series that begins on `start` (local, in the UTC fields). RFC 5545 3.3.10 */
export function seriesRule(recur: ICAL.Recur, start: Date): SeriesRule {
  const refuse = (reason: string): Error => contentErrors.recurrenceUnsupported({ rule: recur.toString(), reason });
  for (const part of impossible) if (partOf(recur, part).length > 0) throw refuse(`it knows no ${part}`);
  // Outlook writes the time of day into its rules; another one than that of the start, or several, have no place.
  for (const [part, own] of timeOfDay(start)) {
    if (partOf(recur, part).some((value) => Number(value) !== own)) throw refuse(`it knows no ${part}`);
  }
  const { interval } = recur;
  if (interval < 1) throw refuse('its interval is not a positive number');
  switch (recur.freq) {
    case 'DAILY':
      return dailyRule(recur, refuse);
    case 'WEEKLY':
      return { every: 'week', interval, weekdays: maskOf(partOf(recur, 'BYDAY')) || weekdayBit(start.getUTCDay()) };
    case 'MONTHLY':
      return { every: 'month', interval, ...dayOfMonth(recur, start, refuse) };
    case 'YEARLY':
      return yearlyRule(recur, start, refuse);
    default:
      throw refuse('it recurs more than once a day');
  }
}

const timeOfDay = (start: Date): [part: string, own: number][] => [
  ['BYHOUR', start.getUTCHours()],
  ['BYMINUTE', start.getUTCMinutes()],
  ['BYSECOND', start.getUTCSeconds()],
];

type Refuse = (reason: string) => Error;

const partOf = (recur: ICAL.Recur, part: string): unknown[] =>
  (recur.getComponent(part) as unknown[] | undefined) ?? [];

function dailyRule(recur: ICAL.Recur, refuse: Refuse): SeriesRule {
  const byDay = partOf(recur, 'BYDAY');
  if (partOf(recur, 'BYMONTHDAY').length + partOf(recur, 'BYMONTH').length > 0)
    throw refuse('days are left out by date');
  if (byDay.length === 0) return { every: 'day', interval: recur.interval };
  if (recur.interval !== 1) throw refuse('days are counted and left out at once');
  const mask = maskOf(byDay);
  if (mask === 0) throw refuse('it names no weekday');
  return { every: 'week', interval: 1, weekdays: mask };
}

function yearlyRule(recur: ICAL.Recur, start: Date, refuse: Refuse): SeriesRule {
  const months = partOf(recur, 'BYMONTH');
  if (months.length > 1) throw refuse('it falls into several months');
  if (months.length === 1 && Number(months[0]) !== start.getUTCMonth() + 1) throw refuse('it begins outside its month');
  if (months.length === 0 && partOf(recur, 'BYDAY').length > 0) throw refuse('weekdays are counted over the year');
  return { every: 'year', interval: recur.interval, ...dayOfMonth(recur, start, refuse) };
}

type MonthDay = { dayOfMonth: number } | { weekdays: number; nth: number };

function dayOfMonth(recur: ICAL.Recur, start: Date, refuse: Refuse): MonthDay {
  const [byDay, byMonthDay, bySetPos] = ['BYDAY', 'BYMONTHDAY', 'BYSETPOS'].map((part) => partOf(recur, part));
  if (byDay!.length > 0) return nthDay(byDay!, bySetPos!, refuse);
  if (byMonthDay!.length > 1) throw refuse('it falls on several days of a month');
  const day = byMonthDay!.length === 0 ? start.getUTCDate() : Number(byMonthDay![0]);
  if (day < -1 || day === 0) throw refuse('it counts days from the end of the month');
  return { dayOfMonth: day === -1 ? 31 : day };
}

/** `2TU`, `-1FR`, or a list of weekdays of which BYSETPOS takes one. */
function nthDay(byDay: readonly unknown[], bySetPos: readonly unknown[], refuse: Refuse): MonthDay {
  const [first] = byDay.map((value) => /^([+-]?\d+)?(\w\w)$/.exec(String(value)));
  const own = first?.[1] === undefined ? undefined : Number(first[1]);
  const position = own ?? (bySetPos.length === 1 ? Number(bySetPos[0]) : undefined);
  if (position === undefined || (own !== undefined && byDay.length > 1))
    throw refuse('it falls on several days of a month');
  if (position < -1 || position > 5 || position === 0) throw refuse('it counts weekdays from the end of the month');
  const mask = maskOf(byDay);
  if (mask === 0) throw refuse('it names no weekday');
  if (byDay.length > 1 && mask !== workdays && mask !== everyDay && mask !== 0b1000001) {
    throw refuse('only days, weekdays and weekend days are counted together');
  }
  return { weekdays: mask, nth: position === -1 ? 5 : position };
}

/** Weekdays as a mask; what is none leaves it empty, and a series without days is refused. */
const maskOf = (byDay: readonly unknown[]): number =>
  byDay.reduce<number>((mask, value) => {
    const weekday = weekdays.indexOf(String(value).slice(-2));
    return weekday === -1 ? mask : mask | weekdayBit(weekday);
  }, 0);
