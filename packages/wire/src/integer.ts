import { type Codec, defineCodec } from './codec.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

interface Kind<T> {
  readonly size: number;
  readonly read: (reader: Reader) => T;
  readonly write: (writer: Writer, value: T) => void;
}

// Written out, as a method looked up by its name costs more than the read itself.
const numbers = {
  u8: { size: 1, read: (reader) => reader.u8(), write: (writer, value) => writer.u8(value) },
  u16: { size: 2, read: (reader) => reader.u16(), write: (writer, value) => writer.u16(value) },
  u32: { size: 4, read: (reader) => reader.u32(), write: (writer, value) => writer.u32(value) },
  i8: { size: 1, read: (reader) => reader.i8(), write: (writer, value) => writer.i8(value) },
  i16: { size: 2, read: (reader) => reader.i16(), write: (writer, value) => writer.i16(value) },
  i32: { size: 4, read: (reader) => reader.i32(), write: (writer, value) => writer.i32(value) },
  f32: { size: 4, read: (reader) => reader.f32(), write: (writer, value) => writer.f32(value) },
  f64: { size: 8, read: (reader) => reader.f64(), write: (writer, value) => writer.f64(value) },
  u16be: { size: 2, read: (reader) => reader.u16be(), write: (writer, value) => writer.u16be(value) },
  u32be: { size: 4, read: (reader) => reader.u32be(), write: (writer, value) => writer.u32be(value) },
} as const satisfies Record<string, Kind<number>>;

const bigs = {
  u64: { size: 8, read: (reader) => reader.u64(), write: (writer, value) => writer.u64(value) },
  i64: { size: 8, read: (reader) => reader.i64(), write: (writer, value) => writer.i64(value) },
  u64be: { size: 8, read: (reader) => reader.u64be(), write: (writer, value) => writer.u64be(value) },
} as const satisfies Record<string, Kind<bigint>>;

interface Placement {
  /** At multiples of its size (NDR); else packed. */
  readonly aligned: boolean;
}

/** The one factory of numbers on the wire. */
function scalar<T>({ size, read, write }: Kind<T>, { aligned }: Placement): Codec<T> {
  if (!aligned || size === 1) return defineCodec({ leastSize: size, read, write });
  return defineCodec<T>({
    leastSize: size,
    read: (reader) => {
      reader.align(size);
      return read(reader);
    },
    write: (writer, value) => {
      writer.align(size);
      write(writer, value);
    },
  });
}

/** A number of up to 32 bits, or a float. */
export const numberCodec = (kind: keyof typeof numbers, placement: Placement): Codec<number> =>
  scalar<number>(numbers[kind], placement);

/** A 64-bit integer as bigint. */
export const bigCodec = (kind: keyof typeof bigs, placement: Placement): Codec<bigint> =>
  scalar<bigint>(bigs[kind], placement);
