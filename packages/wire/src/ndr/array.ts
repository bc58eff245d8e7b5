import type { Codec } from '../codec.ts';
import { within, wireErrors } from '../errors.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';
import {
  alignmentOf,
  type Conformance,
  defineNdr,
  type NdrCodec,
  readConstructed,
  readMember,
  type Slot,
  writeConstructed,
} from './ndr-codec.ts';

function readValues<T>(reader: Reader, element: Codec<T>, count: number): T[] {
  reader.checkCount(count, element.leastSize);
  const values: T[] = [];
  const slots = values as unknown as Slot;
  return readConstructed(reader, '', () => {
    let index = 0;
    try {
      for (; index < count; index++) readMember(reader, element, slots, index);
    } catch (error) {
      throw within(error, `[${index}]`);
    }
    return values;
  });
}

function writeValues<T>(writer: Writer, element: Codec<T>, values: readonly T[]): void {
  writeConstructed(writer, () => {
    let index = 0;
    try {
      for (; index < values.length; index++) element.write(writer, values[index]!);
    } catch (error) {
      throw within(error, `[${index}]`);
    }
  });
}

function readCount(reader: Reader): number {
  reader.align(4);
  return reader.u32();
}

function writeCount(writer: Writer, count: number): void {
  writer.align(4);
  writer.u32(count);
}

/** Offset and actual count of a varying array; parts other than a beginning are not in use anywhere here. */
function readVariance(reader: Reader, maximum: number): number {
  reader.align(4);
  const { offset } = reader;
  const first = reader.u32();
  const count = reader.u32();
  if (first === 0 && count <= maximum) return count;
  const actual = `${count} elements from ${first}`;
  throw wireErrors.unexpected({ path: '', offset, expected: `at most ${maximum} elements from 0`, actual });
}

function writeVariance(writer: Writer, count: number): void {
  writer.align(4);
  writer.u32(0);
  writer.u32(count);
}

function fromConformance<T>(conformance: Conformance<T>, alignment: number, leastSize: number): NdrCodec<T> {
  return defineNdr<T>({
    alignment,
    leastSize,
    conformance,
    read: (reader) => conformance.readBody(reader, conformance.readMaximum(reader)),
    write: (writer, value) => {
      conformance.writeMaximum(writer, value);
      conformance.writeBody(writer, value);
    },
  });
}

/** Exactly `count` elements, without a count on the wire. */
export function fixedArray<T>(element: Codec<T>, count: number): NdrCodec<T[]> {
  return defineNdr<T[]>({
    alignment: alignmentOf(element),
    leastSize: element.leastSize * count,
    read: (reader) => readValues(reader, element, count),
    write: (writer, values) => {
      if (values.length !== count) {
        const [expected, actual] = [`${count} elements`, `${values.length}`];
        throw wireErrors.unexpected({ path: '', offset: writer.offset, expected, actual });
      }
      writeValues(writer, element, values);
    },
  });
}

/** Elements after their count, which is all of them. C706 14.3.3.2 */
export function conformantArray<T>(element: Codec<T>): NdrCodec<T[]> {
  const conformance: Conformance<T[]> = {
    readMaximum: readCount,
    readBody: (reader, maximum) => readValues(reader, element, maximum),
    writeMaximum: (writer, values) => writeCount(writer, values.length),
    writeBody: (writer, values) => writeValues(writer, element, values),
  };
  return fromConformance(conformance, Math.max(4, alignmentOf(element)), 4);
}

/** Elements after offset and count. C706 14.3.3.3 */
export function varyingArray<T>(element: Codec<T>): NdrCodec<T[]> {
  return defineNdr<T[]>({
    alignment: Math.max(4, alignmentOf(element)),
    leastSize: 8,
    read: (reader) => readValues(reader, element, readVariance(reader, 0xffffffff)),
    write: (writer, values) => {
      writeVariance(writer, values.length);
      writeValues(writer, element, values);
    },
  });
}

/**
 * Elements after the room there is, offset and count. `spare` is the room that the interface announces beyond the
 * elements (one, where the IDL says `size_is(count + 1)`); when read, any room that holds them will do. C706 14.3.3.4
 */
export function conformantVaryingArray<T>(element: Codec<T>, { spare = 0 } = {}): NdrCodec<T[]> {
  const conformance: Conformance<T[]> = {
    readMaximum: readCount,
    readBody: (reader, maximum) => readValues(reader, element, readVariance(reader, maximum)),
    writeMaximum: (writer, values) => writeCount(writer, values.length + spare),
    writeBody: (writer, values) => {
      writeVariance(writer, values.length);
      writeValues(writer, element, values);
    },
  };
  return fromConformance(conformance, Math.max(4, alignmentOf(element)), 12);
}

/** Elements together with the room that the caller announced for them. */
export interface Roomed<T> {
  readonly room: number;
  readonly elements: T[];
}

/** As `conformantVaryingArray`, for calls where the room is the caller's choice and comes back in the answer. */
export function roomedArray<T>(element: Codec<T>): NdrCodec<Roomed<T>> {
  const conformance: Conformance<Roomed<T>> = {
    readMaximum: readCount,
    readBody: (reader, room) => ({ room, elements: readValues(reader, element, readVariance(reader, room)) }),
    writeMaximum: (writer, { room }) => writeCount(writer, room),
    writeBody: (writer, { elements }) => {
      writeVariance(writer, elements.length);
      writeValues(writer, element, elements);
    },
  };
  return fromConformance(conformance, Math.max(4, alignmentOf(element)), 12);
}

/** Bytes after their count, as one view instead of an array of numbers. */
export const conformantBytes: NdrCodec<Uint8Array> = fromConformance<Uint8Array>(
  {
    readMaximum: readCount,
    readBody: (reader, maximum) => reader.bytes(maximum),
    writeMaximum: (writer, value) => writeCount(writer, value.length),
    writeBody: (writer, value) => writer.bytes(value),
  },
  4,
  4,
);

/** Bytes after room, offset and count. */
export const conformantVaryingBytes: NdrCodec<Uint8Array> = fromConformance<Uint8Array>(
  {
    readMaximum: readCount,
    readBody: (reader, maximum) => reader.bytes(readVariance(reader, maximum)),
    writeMaximum: (writer, value) => writeCount(writer, value.length),
    writeBody: (writer, value) => {
      writeVariance(writer, value.length);
      writer.bytes(value);
    },
  },
  4,
  12,
);

/** Exactly `length` bytes. */
export function fixedBytes(length: number): NdrCodec<Uint8Array> {
  return defineNdr<Uint8Array>({
    alignment: 1,
    leastSize: length,
    read: (reader) => reader.bytes(length),
    write: (writer, value) => {
      if (value.length !== length) {
        const [expected, actual] = [`${length} bytes`, `${value.length}`];
        throw wireErrors.unexpected({ path: '', offset: writer.offset, expected, actual });
      }
      writer.bytes(value);
    },
  });
}
