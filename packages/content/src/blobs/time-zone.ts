import { isWireError, Reader, Writer } from '@cutover/wire';
import { contentErrors } from '../errors.ts';

/** The moment of a change, once a year: the `day`-th `dayOfWeek` of the month (5 the last) at local `hour`:`minute`. */
export interface TimeZoneChange {
  readonly month: number;
  readonly dayOfWeek: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** A time zone as a series carries it. Biases in minutes; UTC = local + bias + the season's bias. [MS-OXOCAL] 2.2.1.39 */
export interface TimeZoneRule {
  readonly bias: number;
  readonly standardBias: number;
  readonly daylightBias: number;
  /** Absent without daylight saving. */
  readonly standardStart?: TimeZoneChange;
  readonly daylightStart?: TimeZoneChange;
}

function writeChange(writer: Writer, change: TimeZoneChange | undefined): void {
  const { month = 0, dayOfWeek = 0, day = 0, hour = 0, minute = 0 } = change ?? {};
  for (const value of [0, month, dayOfWeek, day, hour, minute, 0, 0]) writer.u16(value);
}

/** Writes PidLidTimeZoneStruct, 48 bytes. */
export function encodeTimeZoneStruct(rule: TimeZoneRule): Uint8Array {
  const writer = new Writer();
  for (const bias of [rule.bias, rule.standardBias, rule.daylightBias]) writer.i32(bias);
  writer.u16(0);
  writeChange(writer, rule.standardStart);
  writer.u16(0);
  writeChange(writer, rule.daylightStart);
  return writer.finish();
}

function readChange(reader: Reader): TimeZoneChange | undefined {
  reader.u16();
  const [month, dayOfWeek, day, hour, minute] = [reader.u16(), reader.u16(), reader.u16(), reader.u16(), reader.u16()];
  reader.bytes(4);
  return month === 0 ? undefined : { month, dayOfWeek, day, hour, minute };
}

/** Reads PidLidTimeZoneStruct. */
export function decodeTimeZoneStruct(value: Uint8Array): TimeZoneRule {
  try {
    const reader = new Reader(value);
    const [bias, standardBias, daylightBias] = [reader.i32(), reader.i32(), reader.i32()];
    reader.u16();
    const standardStart = readChange(reader);
    reader.u16();
    const daylightStart = readChange(reader);
    const standard = standardStart === undefined ? {} : { standardStart };
    return { bias, standardBias, daylightBias, ...standard, ...(daylightStart === undefined ? {} : { daylightStart }) };
  } catch (error) {
    if (!isWireError(error)) throw error;
    throw contentErrors.timeZoneDamaged({ reason: 'it is cut off' }, { cause: error });
  }
}

/** [MS-OXOCAL] 2.2.1.41.1: the rule that matches 8233 and is in force. */
const ruleFlags = { recurring: 1, effective: 2 } as const;

/** Writes a TimeZoneDefinition (8260 for a series, 825E and 825F for display) with one rule. [MS-OXOCAL] 2.2.1.41 */
export function encodeTimeZoneDefinition(
  name: string,
  rule: TimeZoneRule,
  { year = 1601, recurring = false }: { year?: number; recurring?: boolean } = {},
): Uint8Array {
  const writer = new Writer();
  writer.u16(0x0102);
  writer.u16(6 + 2 * name.length);
  writer.u16(2);
  writer.u16(name.length);
  writer.bytes(Buffer.from(name, 'utf16le'));
  writer.u16(1);
  writer.u16(0x0102);
  writer.u16(0x3e);
  writer.u16(ruleFlags.effective | (recurring ? ruleFlags.recurring : 0));
  writer.u16(year);
  writer.bytes(new Uint8Array(14));
  for (const bias of [rule.bias, rule.standardBias, rule.daylightBias]) writer.i32(bias);
  writeChange(writer, rule.standardStart);
  writeChange(writer, rule.daylightStart);
  return writer.finish();
}

/** UTC of a local time (given in the UTC fields of a Date) by a yearly rule. */
export function utcFromLocal(local: Date, rule: TimeZoneRule): Date {
  const season = isDaylight(local, rule) ? rule.daylightBias : rule.standardBias;
  return new Date(local.getTime() + (rule.bias + season) * 60_000);
}

function isDaylight(local: Date, { standardStart, daylightStart }: TimeZoneRule): boolean {
  if (standardStart === undefined || daylightStart === undefined) return false;
  const year = local.getUTCFullYear();
  const [begin, end] = [changeIn(year, daylightStart), changeIn(year, standardStart)];
  const at = local.getTime();
  return begin < end ? at >= begin && at < end : at >= begin || at < end;
}

/** The local moment of a change in a year. */
export function changeIn(year: number, { month, dayOfWeek, day, hour, minute }: TimeZoneChange): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const nth = 1 + ((dayOfWeek - first + 7) % 7) + (day - 1) * 7;
  return Date.UTC(year, month - 1, nth > days ? nth - 7 : nth, hour, minute);
}
