import { outOfRangeError } from '../dotnet-error.ts';

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A day of the proleptic Gregorian calendar. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function isLeapYear(year: number): boolean {
  if (year < 1 || year > 9999) throw outOfRangeError('Year must be between 1 and 9999.', 'year');
  return leap(year);
}

export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) throw outOfRangeError('Month must be between one and twelve.', 'month');
  return monthLength(isLeapYear(year), month);
}

const monthLength = (inLeapYear: boolean, month: number): number =>
  (monthLengths[month - 1] ?? 0) + (inLeapYear && month === 2 ? 1 : 0);

export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= monthLength(leap(year), month);
}

const daysBeforeYear = (year: number): number => {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

export function dayOfYear({ year, month, day }: CalendarDay): number {
  let days = day;
  for (let earlier = 1; earlier < month; earlier++) days += monthLength(leap(year), earlier);
  return days;
}

/** Days since 1 January of the year 1. */
export const dayNumber = (date: CalendarDay): number => daysBeforeYear(date.year) + dayOfYear(date) - 1;

/** The day that is `number` days after 1 January of the year 1. */
export function calendarDay(number: number): CalendarDay {
  let year = Math.floor(number / 365.2425) + 1;
  while (daysBeforeYear(year) > number) year--;
  while (daysBeforeYear(year + 1) <= number) year++;
  let rest = number - daysBeforeYear(year);
  let month = 1;
  for (; rest >= monthLength(leap(year), month); month++) rest -= monthLength(leap(year), month);
  return { year, month, day: rest + 1 };
}
