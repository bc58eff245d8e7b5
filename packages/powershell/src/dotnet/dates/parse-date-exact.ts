import { invariantCulture, type Culture, type DateSymbols } from '../culture.ts';
import type { DateTime } from './date-time.ts';
import type { DateTimeOffset } from './date-time-offset.ts';
import { fixedPatterns, patternTokens, standardPattern } from './format-date.ts';
import {
  fullYear,
  notRecognized,
  ticksOfClock,
  toDateTime,
  toDateTimeOffset,
  type DateParsing,
  type ParsedDate,
} from './parsed-date.ts';

/** `DateTime.ParseExact`: the text has to be what one of the formats would write. */
export function parseDateTimeExact(
  text: string,
  formats: readonly string[],
  parsing: DateParsing,
  culture: Culture = invariantCulture,
): DateTime {
  return toDateTime(readExact(text, formats, culture), text, parsing);
}

export function parseDateTimeOffsetExact(
  text: string,
  formats: readonly string[],
  parsing: DateParsing,
  culture: Culture = invariantCulture,
): DateTimeOffset {
  return toDateTimeOffset(readExact(text, formats, culture), text, parsing);
}

function readExact(text: string, formats: readonly string[], culture: Culture): ParsedDate {
  for (const format of formats) {
    const parsed = readFormat(text, format, culture);
    if (parsed !== undefined) return parsed;
  }
  throw notRecognized(text);
}

/** What the tokens of a format have found so far. */
interface Fields {
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  hour?: number;
  minute?: number;
  second?: number;
  fraction?: string;
  half?: 'am' | 'pm';
  offset?: number;
  zulu?: boolean;
}

function readFormat(text: string, format: string, culture: Culture): ParsedDate | undefined {
  const fixed = fixedPatterns[format];
  const symbols = fixed === undefined ? culture.date : invariantCulture.date;
  const pattern = fixed ?? (format.length === 1 ? standardPattern(format, symbols) : format);
  const fields: Fields = {};
  let at = 0;
  for (const [token] of pattern.matchAll(patternTokens)) {
    const length = readToken(text.slice(at), token, { fields, symbols });
    if (length === undefined) return undefined;
    at += length;
  }
  return at === text.length ? finish(fields) : undefined;
}

function finish({ year, month, day, weekday, offset, zulu, ...clock }: Fields): ParsedDate | undefined {
  const hasTime = clock.hour !== undefined || clock.minute !== undefined || clock.second !== undefined;
  const time = hasTime ? ticksOfClock({ hour: 0, ...clock }) : undefined;
  if (hasTime && time === undefined) return undefined;
  return { year, month, day, weekday, time, offset, zulu };
}

interface Reading {
  readonly fields: Fields;
  readonly symbols: DateSymbols;
}

/** The length of the text that a token takes; undefined when it does not match. */
function readToken(text: string, token: string, reading: Reading): number | undefined {
  if (token.length > 1 && /^['"\\]/.test(token)) {
    const literal = token.startsWith('\\') ? token.slice(1) : token.slice(1, -1);
    return text.startsWith(literal) ? literal.length : undefined;
  }
  const body = token.startsWith('%') && token.length > 1 ? token.slice(1) : token;
  const letter = body.charAt(0);
  const read = readers[letter];
  if (read !== undefined) return read(text, body.length, reading);
  const literal =
    letter === '/' ? reading.symbols.dateSeparator : letter === ':' ? reading.symbols.timeSeparator : body;
  return text.startsWith(literal) ? literal.length : undefined;
}

type Reader = (text: string, width: number, reading: Reading) => number | undefined;

/** One or two digits for a single letter, else exactly as many as letters. */
function digits(text: string, width: number, most = 2): string | undefined {
  const pattern = width === 1 ? new RegExp(`^\\d{1,${most}}`) : new RegExp(`^\\d{${Math.min(width, most)}}`);
  return pattern.exec(text)?.[0];
}

const number =
  (name: 'hour' | 'minute' | 'second'): Reader =>
  (text, width, { fields }) => {
    const found = digits(text, width);
    if (found !== undefined) fields[name] = Number(found);
    return found?.length;
  };

/** The longest of the names that the text begins with. */
function nameAt(text: string, names: readonly string[]): { index: number; length: number } | undefined {
  const lower = text.toLowerCase();
  const found = names
    .map((name, index) => ({ index, length: lower.startsWith(name.toLowerCase()) ? name.length : 0 }))
    .filter(({ length }) => length > 0);
  return found.sort((a, b) => b.length - a.length)[0];
}

const readers: Readonly<Record<string, Reader>> = {
  y: (text, width, { fields }) => {
    const found = digits(text, width, width > 2 ? width : 2);
    if (found !== undefined) fields.year = width > 2 ? Number(found) : fullYear(Number(found), 2);
    return found?.length;
  },
  M: (text, width, { fields, symbols }) => {
    if (width < 3) {
      const found = digits(text, width);
      if (found !== undefined) fields.month = Number(found);
      return found?.length;
    }
    const name = nameAt(text, width === 3 ? symbols.shortMonths : symbols.months);
    if (name !== undefined) fields.month = name.index + 1;
    return name?.length;
  },
  d: (text, width, { fields, symbols }) => {
    if (width < 3) {
      const found = digits(text, width);
      if (found !== undefined) fields.day = Number(found);
      return found?.length;
    }
    const name = nameAt(text, width === 3 ? symbols.shortDays : symbols.days);
    if (name !== undefined) fields.weekday = name.index;
    return name?.length;
  },
  h: number('hour'),
  H: number('hour'),
  m: number('minute'),
  s: number('second'),
  f: (text, width, { fields }) => {
    const found = new RegExp(`^\\d{${width}}`).exec(text)?.[0];
    if (found !== undefined) fields.fraction = found;
    return found?.length;
  },
  F: (text, width, { fields }) => {
    fields.fraction = new RegExp(`^\\d{0,${width}}`).exec(text)?.[0] ?? '';
    return fields.fraction.length;
  },
  t: (text, width, { fields, symbols }) => {
    const marks = [symbols.am, symbols.pm].map((mark) => mark.slice(0, width === 1 ? 1 : undefined));
    const name = nameAt(text, marks);
    if (name !== undefined) fields.half = name.index === 0 ? 'am' : 'pm';
    return name?.length;
  },
  g: (text, _width, { symbols }) => (text.startsWith(symbols.era) ? symbols.era.length : undefined),
  z: readOffset,
  K: (text, width, reading) => {
    if (!text.startsWith('Z')) return /^[+-]/.test(text) ? readOffset(text, width + 2, reading) : 0;
    reading.fields.offset = 0;
    reading.fields.zulu = true;
    return 1;
  },
};

function readOffset(text: string, width: number, { fields }: Reading): number | undefined {
  const pattern = width > 2 ? /^([+-])(\d{1,2}):?(\d{2})/ : width === 2 ? /^([+-])(\d{2})/ : /^([+-])(\d{1,2})/;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  fields.offset = match[1] === '-' ? -minutes : minutes;
  return match[0].length;
}
