import type { BackendRecord } from '../backend.ts';
import type { PropertyDefinition, PropertyDefinitions, ValueKind } from '../define-object.ts';

/** An object of an answer as the SDK holds it: no OData marks, and each known member in its own type. */
export function decodeRecord(answer: object, members: PropertyDefinitions): BackendRecord {
  const plain = Object.entries(answer).filter(([name]) => !name.includes('@'));
  const present = plain.map(([name, value]) => [name, decodeMember(value, members[name])]);
  const absent = Object.entries(members).filter(([name]) => !(name in answer));
  const empty = absent.map(([name, { kind }]) => [name, kind === 'list' ? [] : null]);
  return Object.fromEntries([...present, ...empty]) as BackendRecord;
}

function decodeMember(value: unknown, property: PropertyDefinition | undefined): unknown {
  if (property === undefined) return value;
  if (property.kind === 'list') return listOf(value).map((element) => decodeMember(element, property.element));
  if (value === null || value === undefined || value === '') return property.nullable ? null : value;
  if (property.kind === 'record')
    return typeof value === 'object' ? decodeRecord(value, property.members ?? {}) : value;
  return decoders[property.kind]?.(value) ?? value;
}

/** A decoder of what comes as text or a number; anything else (an object need not even have a text) is left as it is. */
const ofPlain =
  (decode: (value: string | number) => unknown) =>
  (value: unknown): unknown =>
    typeof value === 'string' || typeof value === 'number' ? decode(value) : value;

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

const decoders: Partial<Readonly<Record<ValueKind, (value: unknown) => unknown>>> = {
  text: nameOf,
  guid: nameOf,
  enumeration: nameOf,
  boolean: (value) => (typeof value === 'string' ? value.toLowerCase() === 'true' : value),
  integer: ofPlain(Number),
  unlimited: ofPlain((value) => (value === 'Unlimited' ? value : Number(value))),
  dateTime: ofPlain(dateOf),
  timeSpan: ofPlain(timeSpanOf),
  byteSize: ofPlain(byteSizeOf),
};

// Identities and enumerations come as text, or as an object that has it.
function nameOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { Name, Value, Id } = value as Record<string, unknown>;
  return Name ?? Value ?? Id ?? value;
}

function dateOf(value: string | number): unknown {
  const date = new Date(String(value));
  return Number.isNaN(date.getTime()) ? value : date;
}

const duration = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;
const clock = /^(-)?(?:(\d+)\.)?(\d+):(\d+):([\d.]+)$/;

/** Milliseconds of `PT1H2M3S` or `[d.]hh:mm:ss`. */
function timeSpanOf(value: string | number): unknown {
  const match = duration.exec(String(value)) ?? clock.exec(String(value));
  if (!match) return value;
  const [days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0));
  const total = ((days! * 24 + hours!) * 60 + minutes!) * 60_000 + Math.round(seconds! * 1000);
  return match[1] ? -total : total;
}

/** Bytes of `1.5 KB (1,536 bytes)`. */
function byteSizeOf(value: string | number): unknown {
  if (typeof value === 'number') return value;
  const match = /\(([\d,]+) bytes\)/.exec(String(value));
  return match ? Number(match[1]!.replaceAll(',', '')) : value;
}
