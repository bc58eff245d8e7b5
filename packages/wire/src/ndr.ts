import { type Codec, defineCodec } from './codec.ts';
import { bigCodec, numberCodec } from './integer.ts';
import {
  conformantArray,
  conformantBytes,
  conformantVaryingArray,
  conformantVaryingBytes,
  fixedArray,
  fixedBytes,
  roomedArray,
  varyingArray,
} from './ndr/array.ts';
import { defineNdr, type NdrCodec } from './ndr/ndr-codec.ts';
import { countedBytes, countedPointer, unique } from './ndr/pointer.ts';
import { string16, string8, varyingString8 } from './ndr/string.ts';
import { parameters, struct } from './ndr/struct.ts';
import { union } from './ndr/union.ts';

export type { Codec, Infer } from './codec.ts';
export type { NdrCodec } from './ndr/ndr-codec.ts';
export type { NdrUnion } from './ndr/union.ts';

const aligned = { aligned: true } as const;
const as = <T>(codec: Codec<T>, alignment: number): NdrCodec<T> => ({ ...codec, alignment });

const guid = defineNdr<string>({
  alignment: 4,
  leastSize: 16,
  read: (reader) => {
    reader.align(4);
    return reader.guid();
  },
  write: (writer, value) => {
    writer.align(4);
    writer.guid(value);
  },
});

/** The value that a server hands out and gets back with each call; zeros mean none. C706 14.2.16.6 */
const contextHandle = struct('CONTEXT_HANDLE', { attributes: as(numberCodec('u32', aligned), 4), uuid: guid });

/** A codec that may hold itself, made when it is first used; nesting is limited. */
function lazy<T>(make: () => NdrCodec<T>, alignment = 4): NdrCodec<T> {
  let made: NdrCodec<T> | undefined;
  const get = (): NdrCodec<T> => (made ??= make());
  return defineNdr<T>({
    alignment,
    read: (reader) => {
      reader.enter();
      const value = get().read(reader);
      reader.leave();
      return value;
    },
    write: (writer, value) => get().write(writer, value),
  });
}

/** The same bytes with another type of value. Pointers inside are not filled yet when `to` is called. */
function transform<A, B>(codec: NdrCodec<A>, to: (value: A) => B, from: (value: B) => A): NdrCodec<B> {
  const { conformance } = codec;
  return {
    ...defineCodec<B>({
      leastSize: codec.leastSize,
      read: (reader) => to(codec.read(reader)),
      write: (writer, value) => codec.write(writer, from(value)),
    }),
    alignment: codec.alignment,
    conformance: conformance && {
      readMaximum: conformance.readMaximum,
      readBody: (reader, maximum) => to(conformance.readBody(reader, maximum)),
      writeMaximum: (writer, value) => conformance.writeMaximum(writer, from(value)),
      writeBody: (writer, value) => conformance.writeBody(writer, from(value)),
    },
  };
}

/** The NDR dialect (C706 chapter 14), little endian: natural alignment, referents, conformance. */
export const ndr = {
  u8: as(numberCodec('u8', aligned), 1),
  u16: as(numberCodec('u16', aligned), 2),
  u32: as(numberCodec('u32', aligned), 4),
  u64: as(bigCodec('u64', aligned), 8),
  i16: as(numberCodec('i16', aligned), 2),
  i32: as(numberCodec('i32', aligned), 4),
  i64: as(bigCodec('i64', aligned), 8),
  guid,
  contextHandle,
  string8,
  string16,
  varyingString8,
  fixedBytes,
  fixedArray,
  conformantArray,
  varyingArray,
  conformantVaryingArray,
  roomedArray,
  conformantBytes,
  conformantVaryingBytes,
  unique,
  countedPointer,
  countedBytes,
  struct,
  parameters,
  union,
  lazy,
  transform,
} as const;
