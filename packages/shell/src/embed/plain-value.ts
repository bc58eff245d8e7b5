import { CustomObject, DateTime, isNumeric, listOf, TimeSpan, toNumber, toText } from '@cutover/powershell/values';
import { ByteSize } from '../migration/byte-size.ts';

/** How the values that TypeScript has no type for are told. */
export interface PlainStyle {
  readonly date: (value: Date) => unknown;
  readonly timeSpan: (milliseconds: number, text: string) => unknown;
}

const ticksPerMillisecond = 10_000n;

/** A value of the language as plain data: objects by their notes, sizes in bytes, everything else as its text. */
export function plainValue(value: unknown, style: PlainStyle): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof CustomObject) return plainObject(value, style);
  if (value instanceof ByteSize) return value.bytes;
  if (value instanceof DateTime) return style.date(dateOf(value));
  if (value instanceof TimeSpan) return style.timeSpan(Number(value.ticks / ticksPerMillisecond), toText(value));
  if (isNumeric(value)) return toNumber(value);
  if (typeof value !== 'object') return value;
  const items = listOf(value);
  return items ? items.map((item) => plainValue(item, style)) : toText(value);
}

function plainObject({ members }: CustomObject, style: PlainStyle): Record<string, unknown> {
  const notes = [...members].filter((member) => member.kind === 'note');
  return Object.fromEntries(notes.map(({ name, value }) => [name, plainValue(value, style)]));
}

const dateOf = (value: DateTime): Date =>
  new Date(Number((value.toUniversalTime().ticks - DateTime.unixEpoch.ticks) / ticksPerMillisecond));
