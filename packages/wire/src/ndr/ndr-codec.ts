import { type Codec, type CodecDefinition, defineCodec } from '../codec.ts';
import { within } from '../errors.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';

/** Where a value goes that may be known only later: a structure under construction, or an array. */
export type Slot = Record<string | number, unknown>;

/** The length of a conformant array stands before the structure that ends with it. */
export interface Conformance<T> {
  readMaximum(this: void, reader: Reader): number;
  readBody(this: void, reader: Reader, maximum: number): T;
  writeMaximum(this: void, writer: Writer, value: T): void;
  writeBody(this: void, writer: Writer, value: T): void;
}

/** A type of the NDR dialect. */
export interface NdrCodec<T> extends Codec<T> {
  readonly alignment: number;
  readonly conformance?: Conformance<T> | undefined;
  /** For what holds an embedded pointer as its value: reads now, fills `target[key]` now or when the pointee comes. */
  readonly readInto?: ((reader: Reader, target: Slot, key: string | number) => void) | undefined;
}

export interface NdrDefinition<T> extends CodecDefinition<T> {
  readonly alignment: number;
  readonly conformance?: Conformance<T> | undefined;
  readonly readInto?: ((reader: Reader, target: Slot, key: string | number) => void) | undefined;
}

export function defineNdr<T>(definition: NdrDefinition<T>): NdrCodec<T> {
  const { alignment, conformance, readInto } = definition;
  return { ...defineCodec(definition), alignment, conformance, readInto };
}

const isNdr = (codec: Codec<unknown>): codec is NdrCodec<unknown> => 'alignment' in codec;

/** The alignment of a codec; what was declared without one is packed. */
export const alignmentOf = (codec: Codec<unknown>): number => (isNdr(codec) ? codec.alignment : 1);

export const conformanceOf = (codec: Codec<unknown>): Conformance<unknown> | undefined =>
  isNdr(codec) ? codec.conformance : undefined;

/** Reads a member of a structure or an array into its slot. */
export function readMember(reader: Reader, codec: Codec<unknown>, target: Slot, key: string | number): void {
  if (isNdr(codec) && codec.readInto) codec.readInto(reader, target, key);
  else target[key] = codec.read(reader);
}

const step = (key: string | number): string => (typeof key === 'number' ? `[${key}]` : `.${key}`);

/** Where in a value another one is, for the text of an error; undefined when it is not there. */
function pathTo(value: unknown, wanted: object): string | undefined {
  if (value === wanted) return '';
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
  for (const [key, inner] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const path = pathTo(inner, wanted);
    if (path !== undefined) return `${step(key)}${path}`;
  }
  return undefined;
}

/**
 * Reads a constructed type. The pointees of the pointers inside follow the outermost one, in the order of their
 * pointers; each is a new beginning, so that what it points to follows it directly. C706 14.3.12.3
 */
export function readConstructed<T>(reader: Reader, name: string, read: () => T): T {
  if (reader.pending !== undefined) return read();
  reader.pending = [];
  const value = read();
  const pointees = reader.pending;
  reader.pending = undefined;
  reader.enter();
  for (const { codec, target, key } of pointees) {
    try {
      target[key] = codec.read(reader);
    } catch (error) {
      throw within(error, `${name}${pathTo(value, target) ?? ''}${step(key)}`);
    }
  }
  reader.leave();
  return value;
}

/** Writes a constructed type, placing pointees as `readConstructed` expects them. */
export function writeConstructed(writer: Writer, write: () => void): void {
  if (writer.pending !== undefined) return write();
  writer.pending = [];
  write();
  const pointees = writer.pending;
  writer.pending = undefined;
  for (const { codec, value } of pointees) codec.write(writer, value);
}

/** Reads a pointee now, or after the outermost structure when there is one. */
export function readPointee(reader: Reader, codec: Codec<unknown>, target: Slot, key: string | number): void {
  if (reader.pending === undefined) target[key] = codec.read(reader);
  else reader.pending.push({ codec, target, key });
}

/** Writes a pointee now, or after the outermost structure when there is one. */
export function writePointee<T>(writer: Writer, codec: Codec<T>, value: T): void {
  if (writer.pending === undefined) codec.write(writer, value);
  else writer.pending.push({ codec, value });
}
