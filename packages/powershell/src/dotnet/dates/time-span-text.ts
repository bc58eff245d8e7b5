import { invariantCulture, type Culture } from '../culture.ts';
import { formatError, overflowError } from '../dotnet-error.ts';
import { ticksPerDay } from './ticks.ts';
import { TimeSpan } from './time-span.ts';

interface Parts {
  readonly negative: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly fraction: number;
}

function partsOf({ ticks }: TimeSpan): Parts {
  const magnitude = ticks < 0n ? -ticks : ticks;
  const rest = Number(magnitude % ticksPerDay);
  return {
    negative: ticks < 0n,
    days: Number(magnitude / ticksPerDay),
    hours: Math.floor(rest / 36e9),
    minutes: Math.floor(rest / 6e8) % 60,
    seconds: Math.floor(rest / 1e7) % 60,
    fraction: rest % 1e7,
  };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const invalidFormat = () => formatError('Input string was not in a correct format.');

/** The span by a standard format (c t T g G) or a custom one. */
export function formatTimeSpan(span: TimeSpan, format = '', culture: Culture = invariantCulture): string {
  const parts = partsOf(span);
  if (format === '' || /^[ctT]$/.test(format)) return constantText(parts);
  if (format === 'g' || format === 'G')
    return generalText(parts, { long: format === 'G', decimal: culture.number.decimal });
  if (format.length === 1) throw invalidFormat();
  return customText(parts, format);
}

function constantText({ negative, days, hours, minutes, seconds, fraction }: Parts): string {
  const day = days === 0 ? '' : `${days}.`;
  const rest = fraction === 0 ? '' : `.${pad(fraction, 7)}`;
  return `${negative ? '-' : ''}${day}${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}${rest}`;
}

function generalText(parts: Parts, { long, decimal }: { long: boolean; decimal: string }): string {
  const { negative, days, hours, minutes, seconds, fraction } = parts;
  const day = days === 0 && !long ? '' : `${days}:`;
  const digits = long ? pad(fraction, 7) : pad(fraction, 7).replace(/0+$/, '');
  const time = `${pad(hours, long ? 2 : 1)}:${pad(minutes, 2)}:${pad(seconds, 2)}`;
  return `${negative ? '-' : ''}${day}${time}${digits === '' ? '' : decimal + digits}`;
}

/** Longest run of a letter that the custom format takes. */
const longest: Readonly<Record<string, number>> = { d: 8, h: 2, m: 2, s: 2, f: 7, F: 7 };

function customText(parts: Parts, format: string): string {
  let text = '';
  for (const [token] of format.matchAll(/\\[\s\S]|%[dhmsfF]|'[^']*'|"[^"]*"|([a-zA-Z])\1*|[\s\S]/g))
    text += tokenText(parts, token);
  return text;
}

function tokenText(parts: Parts, token: string): string {
  const body = token.startsWith('%') ? token.slice(1) : token;
  const letter = body.charAt(0);
  const most = longest[letter];
  if (most !== undefined && !(body.length > most)) return unitText(parts, letter, body.length);
  if (letter === '\\' && body.length === 2) return body.charAt(1);
  if (body.length > 1 && /["']/.test(letter)) return body.slice(1, -1);
  throw invalidFormat();
}

function unitText(parts: Parts, letter: string, width: number): string {
  const fraction = () => pad(parts.fraction, 7).slice(0, width);
  if (letter === 'f') return fraction();
  if (letter === 'F') return fraction().replace(/0+$/, '');
  const values: Readonly<Record<string, number>> = {
    d: parts.days,
    h: parts.hours,
    m: parts.minutes,
    s: parts.seconds,
  };
  return pad(values[letter] ?? 0, width);
}

const shapes = [
  /^(?<days>\d+)$/,
  /^(?:(?<days>\d+)[.:])?(?<hours>\d+):(?<minutes>\d+):(?<seconds>\d+)(?:\.(?<fraction>\d{1,7}))?$/,
  /^(?:(?<days>\d+)\.)?(?<hours>\d+):(?<minutes>\d+)$/,
];

/** `[-][d.]hh:mm[:ss[.fffffff]]`, `d:hh:mm:ss` or whole days; undefined when it is none. */
export function tryParseTimeSpan(text: string): TimeSpan | undefined {
  const parsed = readTimeSpan(text);
  return parsed instanceof TimeSpan ? parsed : undefined;
}

export function parseTimeSpan(text: string): TimeSpan {
  const parsed = readTimeSpan(text);
  if (parsed instanceof TimeSpan) return parsed;
  if (parsed === 'invalid') throw formatError(`String '${text}' was not recognized as a valid TimeSpan.`);
  throw overflowError(
    `The TimeSpan string '${text}' could not be parsed because at least one of the numeric components is out of range or contains too many digits.`,
  );
}

function readTimeSpan(text: string): TimeSpan | 'invalid' | 'overflow' {
  const trimmed = text.trim();
  const negative = trimmed.startsWith('-');
  const body = negative ? trimmed.slice(1) : trimmed;
  const groups = shapes.map((shape) => shape.exec(body)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return 'invalid';
  const [days, hours, minutes, seconds] = ['days', 'hours', 'minutes', 'seconds'].map((name) =>
    Number(groups[name] ?? 0),
  );
  if (days === undefined || hours === undefined || minutes === undefined || seconds === undefined) return 'invalid';
  if (days > 10_675_199 || hours > 23 || minutes > 59 || seconds > 59) return 'overflow';
  const fraction = Number((groups['fraction'] ?? '').padEnd(7, '0'));
  const ticks = BigInt(days) * ticksPerDay + BigInt(((hours * 60 + minutes) * 60 + seconds) * 1e7 + fraction);
  if (ticks > TimeSpan.maxValue.ticks) return 'overflow';
  return new TimeSpan(negative ? -ticks : ticks);
}
