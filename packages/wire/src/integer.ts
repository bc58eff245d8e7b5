import { type Codec, defineCodec } from './codec.ts';
import type { Reader } from './reader.ts';
import type { Writer } from './writer.ts';

/** The numbers of the wire: name of the reader's and the writer's method, and size. Every integer codec comes from here. */
const sizes = {
  u8: 1,
  u16: 2,
  u32: 4,
  i8: 1,
  i16: 2,
  i32: 4,
  f32: 4,
  f64: 8,
  u16be: 2,
  u32be: 4,
} as const;
const bigSizes = { u64: 8, i64: 8, u64be: 8 } as const;

export type NumberKind = keyof typeof sizes;
export type BigKind = keyof typeof bigSizes;

/** A number, aligned to its size when `aligned` says so (NDR), else packed. */
export function numberCodec(kind: NumberKind, { aligned }: { aligned: boolean }): Codec<number> {
  const size = sizes[kind];
  if (!aligned) {
    return defineCodec({
      leastSize: size,
      read: (reader: Reader) => reader[kind](),
      write: (writer: Writer, value: number) => writer[kind](value),
    });
  }
  return defineCodec({
    leastSize: size,
    read: (reader: Reader) => {
      reader.align(size);
      return reader[kind]();
    },
    write: (writer: Writer, value: number) => {
      writer.align(size);
      writer[kind](value);
    },
  });
}

/** A 64-bit integer as bigint, aligned to 8 when `aligned` says so (NDR), else packed. */
export function bigCodec(kind: BigKind, { aligned }: { aligned: boolean }): Codec<bigint> {
  return defineCodec({
    leastSize: bigSizes[kind],
    read: (reader: Reader) => {
      if (aligned) reader.align(8);
      return reader[kind]();
    },
    write: (writer: Writer, value: bigint) => {
      if (aligned) writer.align(8);
      writer[kind](value);
    },
  });
}
