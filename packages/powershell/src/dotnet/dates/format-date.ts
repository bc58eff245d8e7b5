import { invariantCulture, type Culture, type DateSymbols } from '../culture.ts';
import { formatError } from '../dotnet-error.ts';
import { dayNames, DateTime } from './date-time.ts';
import type { DateTimeOffset } from './date-time-offset.ts';

const invalidFormat = () => formatError('Input string was not in a correct format.');

/** What is written: the clock's time, its offset, and what `K` stands for. */
interface Subject {
  readonly time: DateTime;
  readonly offset: () => number;
  readonly zoneMark: 'Z' | 'offset' | 'none';
}

/** The date as `ToString(format, culture)` of .NET gives it. */
export function formatDateTime(value: DateTime, format = '', culture: Culture = invariantCulture): string {
  if (format === 'U') return writeDate(subjectOf(value.toUniversalTime()), 'F', culture);
  return writeDate(subjectOf(value), format === '' ? 'G' : format, culture);
}

function subjectOf(time: DateTime): Subject {
  const zoneMark = ({ Utc: 'Z', Local: 'offset', Unspecified: 'none' } as const)[time.kind];
  return { time, offset: () => time.offsetMinutes, zoneMark };
}

export function formatDateTimeOffset(value: DateTimeOffset, format = '', culture: Culture = invariantCulture): string {
  if (format === 'U') throw invalidFormat();
  const inUtc = /^[rRu]$/.test(format);
  const subject: Subject = {
    time: inUtc ? DateTime.specifyKind(value.utcDateTime, 'Unspecified') : value.dateTime,
    offset: () => (inUtc ? 0 : value.offsetMinutes),
    zoneMark: 'offset',
  };
  return writeDate(
    subject,
    format === '' ? `${culture.date.patterns.d} ${culture.date.patterns.T} zzz` : format,
    culture,
  );
}

function writeDate(subject: Subject, format: string, culture: Culture): string {
  const fixed = fixedPatterns[format];
  if (fixed !== undefined) return writePattern(subject, fixed, invariantCulture.date);
  return writePattern(subject, format.length === 1 ? standardPattern(format, culture.date) : format, culture.date);
}

/** Standard formats that are the same in every culture. */
export const fixedPatterns: Readonly<Record<string, string>> = {
  o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
  O: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
  r: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  R: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
};

/** The pattern that a standard format of one letter stands for in a culture. */
export function standardPattern(letter: string, { patterns }: DateSymbols): string {
  const { d, D, t, T, m, y } = patterns;
  const standard: Readonly<Record<string, string>> = {
    d,
    D,
    t,
    T,
    m,
    y,
    M: m,
    Y: y,
    f: `${D} ${t}`,
    F: `${D} ${T}`,
    U: `${D} ${T}`,
    g: `${d} ${t}`,
    G: `${d} ${T}`,
  };
  const pattern = standard[letter];
  if (pattern === undefined) throw invalidFormat();
  return pattern;
}

/** Tokens of a custom date pattern; one that matches nothing else is a character that stands for itself. */
export const patternTokens = /\\[\s\S]|%[^%]|'[^']*'|"[^"]*"|([dfFghHKmMstyz])\1*|[\s\S]/g;

const knownTokens = new Map<string, readonly string[]>();
/** Scripts use few patterns; whoever makes them in a loop shall not fill the memory. */
const knownLimit = 100;

function tokensOf(pattern: string): readonly string[] {
  const known = knownTokens.get(pattern);
  if (known !== undefined) return known;
  if (knownTokens.size >= knownLimit) knownTokens.clear();
  const tokens = pattern.match(patternTokens) ?? [];
  knownTokens.set(pattern, tokens);
  return tokens;
}

function writePattern(subject: Subject, pattern: string, symbols: DateSymbols): string {
  let text = '';
  for (const token of tokensOf(pattern)) {
    if (/^F+$/.test(token)) text = appendOptionalFraction(text, subject.time, token.length);
    else text += tokenText(subject, token, symbols);
  }
  return text;
}

/** `F` leaves out zeros, and the point before them when nothing remains. */
function appendOptionalFraction(text: string, time: DateTime, width: number): string {
  const digits = fractionText(time, width).replace(/0+$/, '');
  return digits === '' && text.endsWith('.') ? text.slice(0, -1) : text + digits;
}

function fractionText({ fraction }: DateTime, width: number): string {
  if (width > 7) throw invalidFormat();
  return pad(fraction, 7).slice(0, width);
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

type Writer = (subject: Subject, width: number, symbols: DateSymbols) => string;

const short = (value: number, width: number): string => pad(value, Math.min(width, 2));

const writers: Readonly<Record<string, Writer>> = {
  d: ({ time }, width, symbols) => {
    if (width < 3) return short(time.day, width);
    return (width === 3 ? symbols.shortDays : symbols.days)[dayNames.indexOf(time.dayOfWeek)] ?? '';
  },
  f: ({ time }, width) => fractionText(time, width),
  F: ({ time }, width) => fractionText(time, width).replace(/0+$/, ''),
  g: (_subject, _width, symbols) => symbols.era,
  h: ({ time }, width) => short(time.hour % 12 === 0 ? 12 : time.hour % 12, width),
  H: ({ time }, width) => short(time.hour, width),
  K: ({ zoneMark, offset }) =>
    ({ Z: 'Z', none: '', offset: zoneMark === 'offset' ? offsetText(offset(), 3) : '' })[zoneMark],
  m: ({ time }, width) => short(time.minute, width),
  M: ({ time }, width, symbols) => {
    if (width < 3) return short(time.month, width);
    return (width === 3 ? symbols.shortMonths : symbols.months)[time.month - 1] ?? '';
  },
  s: ({ time }, width) => short(time.second, width),
  t: ({ time }, width, symbols) => (time.hour < 12 ? symbols.am : symbols.pm).slice(0, width === 1 ? 1 : undefined),
  y: ({ time }, width) => (width < 3 ? short(time.year % 100, width) : pad(time.year, width)),
  z: ({ offset }, width) => offsetText(offset(), width),
  ':': (_subject, _width, symbols) => symbols.timeSeparator,
  '/': (_subject, _width, symbols) => symbols.dateSeparator,
};

export function offsetText(minutes: number, width: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const magnitude = Math.abs(minutes);
  const hours = pad(Math.floor(magnitude / 60), Math.min(width, 2));
  return width < 3 ? sign + hours : `${sign}${hours}:${pad(magnitude % 60, 2)}`;
}

function tokenText(subject: Subject, token: string, symbols: DateSymbols): string {
  if (token === '\\' || token === '%' || token === "'" || token === '"') throw invalidFormat();
  if (token.startsWith('\\')) return token.slice(1);
  if (token.startsWith("'") || token.startsWith('"')) return token.slice(1, -1);
  const body = token.startsWith('%') ? token.slice(1) : token;
  const writer = writers[body.charAt(0)];
  return writer === undefined ? body : writer(subject, body.length, symbols);
}
