import { isWireError, Reader, Writer } from '@cutover/wire';
import { contentErrors } from '../errors.ts';
import { contentLimits } from '../limits.ts';

/** How often a series recurs. [MS-OXOCAL] 2.2.1.44.1 */
export const recurFrequency = { daily: 0x200a, weekly: 0x200b, monthly: 0x200c, yearly: 0x200d } as const;
/** On which days. */
export const patternType = { day: 0, week: 1, month: 2, monthNth: 3, monthEnd: 4, hijriMonth: 0xa } as const;
/** When it ends. */
export const endType = { byDate: 0x2021, afterCount: 0x2022, never: 0x2023 } as const;
/** End date of a series without end. */
export const neverEnds = 0x5ae980df;
/** Occurrences that a series without end says to have. */
export const countOfNever = 10;

/** PidLidTaskRecurrence, and the first part of PidLidAppointmentRecur. Times are minutes since 1601, local to the series. */
export interface RecurrencePattern {
  readonly frequency: number;
  readonly patternType: number;
  readonly calendarType: number;
  readonly firstDateTime: number;
  readonly period: number;
  readonly slidingFlag: number;
  /** Weekday mask (types 1, 3, B) or day of the month (2, 4, A, C); none for type 0. */
  readonly day?: number;
  /** Which such weekday of the month, 5 the last (types 3, B). */
  readonly nth?: number;
  readonly endType: number;
  readonly occurrenceCount: number;
  readonly firstDayOfWeek: number;
  /** Midnights of the original days of deleted and of modified instances, ascending. */
  readonly deletedDates: readonly number[];
  /** Midnights of the new days of modified instances, ascending. */
  readonly modifiedDates: readonly number[];
  readonly startDate: number;
  readonly endDate: number;
}

/** One instance that differs from the series; what is absent is as in the series. [MS-OXOCAL] 2.2.1.44.2 */
export interface RecurrenceException {
  readonly start: number;
  readonly end: number;
  /** Date and time that the instance would have had. */
  readonly originalStart: number;
  readonly subject?: string;
  readonly meetingType?: number;
  readonly reminderDelta?: number;
  readonly reminderSet?: number;
  readonly location?: string;
  readonly busyStatus?: number;
  readonly attachment?: number;
  readonly subType?: number;
  readonly appointmentColor?: number;
  /** The instance has a body of its own, in the attachment of the exception. */
  readonly exceptionalBody?: boolean;
}

/** PidLidAppointmentRecur. */
export interface AppointmentRecurrence {
  readonly pattern: RecurrencePattern;
  /** 3009 writes change highlights, 3008 does not. */
  readonly writerVersion: number;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly exceptions: readonly RecurrenceException[];
}

const patternVersion = 0x3004;
const readerVersion = 0x3006;
const withHighlight = 0x3009;

const withWeekdays = new Set([1]);
const withDayOfMonth = new Set([2, 4, 0xa, 0xc]);
const withNth = new Set([3, 0xb]);

const flag = { subject: 0x0001, location: 0x0010, exceptionalBody: 0x0200 } as const;
/** Fields of four bytes by their flag; subject and location stand among them in the order of the flags. */
const numbers = [
  [0x0002, 'meetingType'],
  [0x0004, 'reminderDelta'],
  [0x0008, 'reminderSet'],
  [0x0020, 'busyStatus'],
  [0x0040, 'attachment'],
  [0x0080, 'subType'],
  [0x0100, 'appointmentColor'],
] as const;

/** Writes PidLidTaskRecurrence. */
export function encodeRecurrencePattern(pattern: RecurrencePattern): Uint8Array {
  const writer = new Writer();
  writePattern(writer, pattern);
  return writer.finish();
}

/** Writes PidLidAppointmentRecur. */
export function encodeAppointmentRecurrence(recurrence: AppointmentRecurrence): Uint8Array {
  const writer = new Writer();
  writePattern(writer, recurrence.pattern);
  writer.u32(readerVersion);
  writer.u32(recurrence.writerVersion);
  writer.u32(recurrence.startOffset);
  writer.u32(recurrence.endOffset);
  writer.u16(recurrence.exceptions.length);
  for (const exception of recurrence.exceptions) writeException(writer, exception);
  writer.u32(0);
  for (const exception of recurrence.exceptions) writeExtended(writer, exception, recurrence.writerVersion);
  writer.u32(0);
  return writer.finish();
}

function writePattern(writer: Writer, pattern: RecurrencePattern): void {
  for (const value of [patternVersion, patternVersion, pattern.frequency, pattern.patternType, pattern.calendarType]) {
    writer.u16(value);
  }
  for (const value of [pattern.firstDateTime, pattern.period, pattern.slidingFlag]) writer.u32(value);
  if (pattern.day !== undefined) writer.u32(pattern.day);
  if (pattern.nth !== undefined) writer.u32(pattern.nth);
  for (const value of [pattern.endType, pattern.occurrenceCount, pattern.firstDayOfWeek]) writer.u32(value);
  for (const dates of [pattern.deletedDates, pattern.modifiedDates]) {
    writer.u32(dates.length);
    for (const date of dates) writer.u32(date);
  }
  writer.u32(pattern.startDate);
  writer.u32(pattern.endDate);
}

function flagsOf(exception: RecurrenceException): number {
  let flags = 0;
  if (exception.subject !== undefined) flags |= flag.subject;
  if (exception.location !== undefined) flags |= flag.location;
  if (exception.exceptionalBody === true) flags |= flag.exceptionalBody;
  for (const [bit, field] of numbers) if (exception[field] !== undefined) flags |= bit;
  return flags;
}

function writeException(writer: Writer, exception: RecurrenceException): void {
  writer.u32(exception.start);
  writer.u32(exception.end);
  writer.u32(exception.originalStart);
  writer.u16(flagsOf(exception));
  if (exception.subject !== undefined) writeText(writer, exception.subject);
  for (const [bit, field] of numbers) {
    if (bit > flag.location && field === 'busyStatus' && exception.location !== undefined) {
      writeText(writer, exception.location);
    }
    const value = exception[field];
    if (value !== undefined) writer.u32(value);
  }
}

/** 8-bit text for readers that know no other; what Latin-1 has not becomes a question mark. */
function writeText(writer: Writer, text: string): void {
  const bytes = Buffer.from(text.replaceAll(/[\u0100-\uffff]/g, '?'), 'latin1');
  writer.u16(bytes.length + 1);
  writer.u16(bytes.length);
  writer.bytes(bytes);
}

const hasText = ({ subject, location }: RecurrenceException): boolean =>
  subject !== undefined || location !== undefined;

function writeExtended(writer: Writer, exception: RecurrenceException, writerVersion: number): void {
  if (writerVersion >= withHighlight) {
    writer.u32(4);
    writer.u32(0);
  }
  writer.u32(0);
  if (!hasText(exception)) return;
  for (const time of [exception.start, exception.end, exception.originalStart]) writer.u32(time);
  for (const text of [exception.subject, exception.location]) {
    if (text === undefined) continue;
    writer.u16(text.length);
    writer.bytes(Buffer.from(text, 'utf16le'));
  }
  writer.u32(0);
}

/** Reads PidLidTaskRecurrence. */
export const decodeRecurrencePattern = (value: Uint8Array): RecurrencePattern => reading(value, readPattern);

/** Reads PidLidAppointmentRecur. */
export const decodeAppointmentRecurrence = (value: Uint8Array): AppointmentRecurrence => reading(value, readRecurrence);

function reading<T>(value: Uint8Array, read: (reader: Reader) => T): T {
  const reader = new Reader(value);
  try {
    return read(reader);
  } catch (error) {
    if (!isWireError(error)) throw error;
    throw damaged(reader, 'it is cut off', error);
  }
}

const damaged = (reader: Reader, reason: string, cause?: unknown): Error =>
  contentErrors.recurrenceDamaged({ reason, offset: reader.offset }, cause === undefined ? {} : { cause });

function readPattern(reader: Reader): RecurrencePattern {
  const [version] = [reader.u16(), reader.u16()];
  if (version !== patternVersion) throw damaged(reader, 'its version is unknown');
  const [frequency, type, calendarType] = [reader.u16(), reader.u16(), reader.u16()];
  const [firstDateTime, period, slidingFlag] = [reader.u32(), reader.u32(), reader.u32()];
  const specific = readSpecific(reader, type);
  const [end, occurrenceCount, firstDayOfWeek] = [reader.u32(), reader.u32(), reader.u32()];
  const [deletedDates, modifiedDates] = [readDates(reader), readDates(reader)];
  const [startDate, endDate] = [reader.u32(), reader.u32()];
  return {
    frequency,
    patternType: type,
    calendarType,
    firstDateTime,
    period,
    slidingFlag,
    ...specific,
    endType: end,
    occurrenceCount,
    firstDayOfWeek,
    deletedDates,
    modifiedDates,
    startDate,
    endDate,
  };
}

function readSpecific(reader: Reader, type: number): Pick<RecurrencePattern, 'day' | 'nth'> {
  if (type === patternType.day) return {};
  if (withWeekdays.has(type) || withDayOfMonth.has(type)) return { day: reader.u32() };
  if (withNth.has(type)) return { day: reader.u32(), nth: reader.u32() };
  throw damaged(reader, `its pattern ${type} is unknown`);
}

function readDates(reader: Reader): number[] {
  const count = reader.u32();
  if (count > contentLimits.recurrenceExceptions) throw damaged(reader, 'it has too many exceptions');
  return Array.from({ length: count }, () => reader.u32());
}

function readRecurrence(reader: Reader): AppointmentRecurrence {
  const pattern = readPattern(reader);
  const [, writerVersion] = [reader.u32(), reader.u32()];
  const [startOffset, endOffset] = [reader.u32(), reader.u32()];
  const count = reader.u16();
  if (count > contentLimits.recurrenceExceptions) throw damaged(reader, 'it has too many exceptions');
  const bare = Array.from({ length: count }, () => readException(reader));
  reader.bytes(reader.u32());
  const exceptions = bare.map((exception) => readExtended(reader, exception, writerVersion));
  reader.bytes(reader.u32());
  return { pattern, writerVersion, startOffset, endOffset, exceptions };
}

function readException(reader: Reader): RecurrenceException {
  const [start, end, originalStart, flags] = [reader.u32(), reader.u32(), reader.u32(), reader.u16()];
  const found: Record<string, unknown> = { start, end, originalStart };
  if (flags & flag.subject) found['subject'] = readText(reader);
  for (const [bit, field] of numbers) {
    if (field === 'busyStatus' && flags & flag.location) found['location'] = readText(reader);
    if (flags & bit) found[field] = reader.u32();
  }
  if (flags & flag.exceptionalBody) found['exceptionalBody'] = true;
  return found as unknown as RecurrenceException;
}

function readText(reader: Reader): string {
  reader.u16();
  return Buffer.from(reader.bytes(reader.u16())).toString('latin1');
}

/** The Unicode texts of the second part win over the 8-bit ones of the first. */
function readExtended(reader: Reader, exception: RecurrenceException, writerVersion: number): RecurrenceException {
  if (writerVersion >= withHighlight) reader.bytes(reader.u32());
  reader.bytes(reader.u32());
  if (!hasText(exception)) return exception;
  reader.bytes(12);
  const subject = exception.subject === undefined ? {} : { subject: readUnicode(reader) };
  const location = exception.location === undefined ? {} : { location: readUnicode(reader) };
  reader.bytes(reader.u32());
  return { ...exception, ...subject, ...location };
}

const readUnicode = (reader: Reader): string => Buffer.from(reader.bytes(reader.u16() * 2)).toString('utf16le');
