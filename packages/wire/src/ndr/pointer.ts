import type { Codec } from '../codec.ts';
import { wireErrors } from '../errors.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';
import { conformantBytes } from './array.ts';
import { defineNdr, type NdrCodec, readPointee, type Slot, writePointee } from './ndr-codec.ts';

/** Reads through `readInto` where the value stands at top level, so that it is complete at once. */
function readNow<T>(reader: Reader, readInto: (reader: Reader, target: Slot, key: string) => void): T {
  const box: Slot = {};
  readInto(reader, box, 'value');
  return box['value'] as T;
}

function readReferent(reader: Reader): number {
  reader.align(4);
  return reader.u32();
}

function writeReferent(writer: Writer, present: boolean): void {
  writer.align(4);
  writer.u32(present ? writer.nextReferent() : 0);
}

/** A pointer that may be null: a referent id, then the pointee, at once or after the outermost structure. C706 14.3.10 */
export function unique<T>(pointee: Codec<T>): NdrCodec<T | null> {
  const readInto = (reader: Reader, target: Slot, key: string | number): void => {
    target[key] = null;
    if (readReferent(reader) !== 0) readPointee(reader, pointee, target, key);
  };
  return defineNdr<T | null>({
    alignment: 4,
    leastSize: 4,
    readInto,
    read: (reader) => readNow(reader, readInto),
    write: (writer, value) => {
      writeReferent(writer, value !== null);
      if (value !== null) writePointee(writer, pointee, value);
    },
  });
}

interface List {
  readonly length: number;
}

/** The list, refused when its length is not the count that stands beside its pointer. */
function withLength<T extends List>(list: NdrCodec<T>, count: number): Codec<T> {
  const read = (reader: Reader): T => {
    const { offset } = reader;
    const values = list.read(reader);
    if (values.length === count) return values;
    const [expected, actual] = [`${count} elements`, `${values.length}`];
    throw wireErrors.unexpected({ path: '', offset, expected, actual });
  };
  return { ...list, read };
}

function countedList<T extends List>(list: NdrCodec<T>, none: () => T): NdrCodec<T> {
  const readInto = (reader: Reader, target: Slot, key: string | number): void => {
    reader.align(4);
    const count = reader.u32();
    target[key] = none();
    if (readReferent(reader) === 0) return;
    readPointee(reader, withLength(list, count), target, key);
  };
  return defineNdr<T>({
    alignment: 4,
    leastSize: 8,
    readInto,
    read: (reader) => readNow(reader, readInto),
    write: (writer, values) => {
      writer.align(4);
      writer.u32(values.length);
      writeReferent(writer, values.length > 0);
      if (values.length > 0) writePointee(writer, list, values);
    },
  });
}

/** Elements as a count and a pointer to a conformant array; the pointer is null when there are none. */
export const countedPointer = <T>(list: NdrCodec<T[]>): NdrCodec<T[]> => countedList(list, () => []);

/** Bytes as a count and a pointer; the pointer is null when there are none. */
export const countedBytes: NdrCodec<Uint8Array> = countedList(conformantBytes, () => new Uint8Array(0));
