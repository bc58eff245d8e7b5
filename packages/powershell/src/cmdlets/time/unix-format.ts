import { type Culture, type DateTime, formatDateTime } from '../../dotnet/index.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const blankTwo = (value: number): string => String(value).padStart(2, ' ');

/** The specifiers that are a .NET format. Source: GetDateCommand.UFormatDateString. */
const formats: Readonly<Record<string, string>> = {
  A: 'dddd',
  a: 'ddd',
  B: 'MMMM',
  b: 'MMM',
  c: 'ddd dd MMM yyyy HH:mm:ss',
  D: 'MM/dd/yy',
  d: 'dd',
  F: 'yyyy-MM-dd',
  H: 'HH',
  h: 'MMM',
  I: 'hh',
  M: 'mm',
  m: 'MM',
  p: 'tt',
  R: 'HH:mm',
  r: 'hh:mm:ss tt',
  S: 'ss',
  T: 'HH:mm:ss',
  X: 'HH:mm:ss',
  x: 'MM/dd/yy',
  Y: 'yyyy',
  y: 'yy',
  Z: 'zz',
};

const dayIndex: Readonly<Record<string, number>> = {
  Sunday: 0,
  Monday: 1,
  Tuesday: 2,
  Wednesday: 3,
  Thursday: 4,
  Friday: 5,
  Saturday: 6,
};

/** The specifiers that are computed. */
const values: Readonly<Record<string, (date: DateTime) => string>> = {
  C: (date) => String(Math.floor(date.year / 100)),
  e: (date) => blankTwo(date.day),
  G: (date) => String(isoWeek(date).year).padStart(4, '0'),
  g: (date) => two(isoWeek(date).year % 100),
  j: (date) => String(date.dayOfYear).padStart(3, '0'),
  k: (date) => blankTwo(date.hour),
  l: (date) => blankTwo(date.hour % 12 === 0 ? 12 : date.hour % 12),
  n: () => '\n',
  s: (date) => String(Math.round(date.toUnixMilliseconds() / 1000)),
  t: () => '\t',
  U: (date) => String(Math.floor(date.dayOfYear / 7)),
  u: (date) => String(dayIndex[date.dayOfWeek] === 0 ? 7 : dayIndex[date.dayOfWeek]),
  V: (date) => two(isoWeek(date).week),
  W: (date) => String(Math.floor(date.dayOfYear / 7)),
  w: (date) => String(dayIndex[date.dayOfWeek]),
};

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(date: DateTime): { readonly year: number; readonly week: number } {
  const fromMonday = (dayIndex[date.dayOfWeek]! + 6) % 7;
  const thursday = date.addUnits(3 - fromMonday, 'days');
  return { year: thursday.year, week: Math.floor((thursday.dayOfYear - 1) / 7) + 1 };
}

/** A date by a format of Unix's `date`; a plus sign in front is nothing. */
export function unixFormat(date: DateTime, format: string, culture: Culture): string {
  return format.replace(/^\+/, '').replace(/%(.)/gs, (_, specifier: string) => {
    const computed = values[specifier];
    if (computed) return computed(date);
    const known = formats[specifier];
    return known === undefined ? specifier : formatDateTime(date, known, culture);
  });
}
