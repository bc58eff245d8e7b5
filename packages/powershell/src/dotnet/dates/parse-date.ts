import { invariantCulture, type Culture, type DateSymbols } from '../culture.ts';
import { formatError } from '../dotnet-error.ts';
import type { DateTime } from './date-time.ts';
import type { DateTimeOffset } from './date-time-offset.ts';
import {
  fullYear,
  notRecognized,
  ticksOfClock,
  toDateTime,
  toDateTimeOffset,
  type DateParsing,
  type ParsedDate,
} from './parsed-date.ts';

/** `DateTime.Parse`: ISO forms, numbers in the culture's order, names of months and days, 12 and 24 hours. */
export function parseDateTime(text: string, parsing: DateParsing, culture: Culture = invariantCulture): DateTime {
  return toDateTime(readDate(text, culture.date), text, parsing);
}

export function parseDateTimeOffset(
  text: string,
  parsing: DateParsing,
  culture: Culture = invariantCulture,
): DateTimeOffset {
  return toDateTimeOffset(readDate(text, culture.date), text, parsing);
}

const timePattern =
  /(?<![\d.])(?:(?<=\d)T)?(?<hour>\d{1,2})(?::(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d+))?)?)?\s*(?<half>[ap]\.?m?\.?(?![a-z]))?\s*(?<zone>Z(?![a-z])|GMT(?![a-z])|[+-]\d{1,2}(?::?\d{2})?(?!\d))?/gi;

function readDate(text: string, symbols: DateSymbols): ParsedDate {
  const found = findTime(text);
  const rest =
    found === undefined
      ? text
      : text.slice(0, found.start) + ' '.repeat(found.length) + text.slice(found.start + found.length);
  const zulu = found === undefined && /\dZ\s*$/i.test(rest);
  const words = readWords(zulu ? rest.replace(/Z\s*$/i, '') : rest, text, symbols);
  const time = found?.parsed;
  const date = { ...words.date, ...time, ...(zulu ? { offset: 0, zulu } : {}) };
  if (Object.keys(date).length === 0) throw notRecognized(text);
  return date;
}

interface FoundTime {
  readonly start: number;
  readonly length: number;
  readonly parsed: ParsedDate;
}

function findTime(text: string): FoundTime | undefined {
  for (const match of text.matchAll(timePattern)) {
    const groups = match.groups ?? {};
    const { hour = '', minute, second, fraction, half, zone } = groups;
    if (minute === undefined && half === undefined) continue;
    const time = ticksOfClock({
      hour: Number(hour),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
      fraction,
      half: half === undefined ? undefined : half.toLowerCase().startsWith('a') ? 'am' : 'pm',
    });
    if (time === undefined) throw notRecognized(text);
    return { start: match.index, length: match[0].length, parsed: { time, ...zoneOf(zone) } };
  }
  return undefined;
}

function zoneOf(zone: string | undefined): ParsedDate {
  if (zone === undefined || zone === '') return {};
  if (/^[zg]/i.test(zone)) return { offset: 0, zulu: true };
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  return { offset: sign === '-' ? -offset : offset };
}

interface Word {
  readonly digits: number;
  readonly value: number;
}

/** Reads the date without its time; `whole` is for the errors. */
function readWords(rest: string, whole: string, symbols: DateSymbols): { date: ParsedDate } {
  const numbers: Word[] = [];
  let month: number | undefined;
  let weekday: number | undefined;
  for (const match of rest.matchAll(/\d+|[\p{L}.]*\p{L}\.?|[^\s]/gu)) {
    const word = match[0];
    if (/^\d/.test(word)) numbers.push({ digits: word.length, value: Number(word) });
    else if (/^\p{L}/u.test(word)) {
      const foundMonth = nameIndex(word, symbols.months, symbols.shortMonths);
      const foundDay = nameIndex(word, symbols.days, symbols.shortDays);
      if (foundMonth !== undefined && month === undefined) month = foundMonth + 1;
      else if (foundDay !== undefined && weekday === undefined) weekday = foundDay;
      else if (!/^T$/i.test(word)) throw unknownWord(whole, match.index);
    } else if (!/^[/\-.,]$/.test(word)) throw notRecognized(whole);
  }
  const order = month === undefined ? numericDate(numbers, symbols) : namedDate(month, numbers);
  if (order === undefined) throw notRecognized(whole);
  return { date: weekday === undefined ? order : { ...order, weekday } };
}

const unknownWord = (text: string, index: number) =>
  formatError(
    `The string '${text}' was not recognized as a valid DateTime. There is an unknown word starting at index '${index}'.`,
  );

function nameIndex(word: string, names: readonly string[], shortNames: readonly string[]): number | undefined {
  const same = (name: string) => name.toLowerCase() === word.toLowerCase();
  const index = names.findIndex(same);
  const found = index >= 0 ? index : shortNames.findIndex((name) => same(name) || same(`${name}.`));
  return found >= 0 ? found : undefined;
}

const isYear = ({ digits }: Word): boolean => digits > 2;
const yearOf = ({ value, digits }: Word): number => fullYear(value, digits);

/** Numbers beside a month's name. */
function namedDate(month: number, numbers: readonly Word[]): ParsedDate | undefined {
  const [first, second] = numbers;
  if (numbers.length > 2 || first === undefined) return numbers.length === 0 ? { month, day: 1 } : undefined;
  if (second === undefined) return isYear(first) ? { year: first.value, month } : { month, day: first.value };
  if (isYear(first)) return isYear(second) ? undefined : { year: first.value, month, day: second.value };
  return { year: yearOf(second), month, day: first.value };
}

/** Numbers alone. */
function numericDate(numbers: readonly Word[], { order }: DateSymbols): ParsedDate | undefined {
  const [a, b, c] = numbers;
  if (a === undefined) return {};
  if (b === undefined || numbers.length > 3) return undefined;
  if (c === undefined) return twoNumbers(a, b, order);
  if (isYear(a)) return { year: a.value, month: b.value, day: c.value };
  if (isYear(b)) return undefined;
  const [month, day] = order === 'mdy' ? [a, b] : [b, a];
  return { year: yearOf(c), month: month.value, day: day.value };
}

function twoNumbers(a: Word, b: Word, order: DateSymbols['order']): ParsedDate | undefined {
  if (isYear(a)) return isYear(b) ? undefined : { year: a.value, month: b.value };
  if (isYear(b)) return { year: b.value, month: a.value };
  const [month, day] = order === 'mdy' ? [a, b] : [b, a];
  return { month: month.value, day: day.value };
}
