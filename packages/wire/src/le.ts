import {
  type Codec,
  defineCodec,
  type Fields,
  type Infer,
  type InferFields,
  readElements,
  transform,
  writeElements,
} from './codec.ts';
import { within, wireErrors } from './errors.ts';
import { bigCodec, numberCodec } from './integer.ts';
import { Writer } from './writer.ts';

export type { Codec, Infer } from './codec.ts';

const packed = { aligned: false } as const;

/** Fields one after the other, without padding. */
function struct<const F extends Fields>(name: string, fields: F): Codec<InferFields<F>> {
  const names = Object.keys(fields);
  const codecs = Object.values(fields);
  return defineCodec<InferFields<F>>({
    leastSize: codecs.reduce((sum, codec) => sum + codec.leastSize, 0),
    read: (reader) => {
      const value: Record<string, unknown> = {};
      let index = 0;
      try {
        for (; index < names.length; index++) value[names[index]!] = codecs[index]!.read(reader);
      } catch (error) {
        throw within(error, `${name}.${names[index]}`);
      }
      return value as InferFields<F>;
    },
    write: (writer, value) => {
      const values = value as Record<string, unknown>;
      let index = 0;
      try {
        for (; index < names.length; index++) codecs[index]!.write(writer, values[names[index]!]);
      } catch (error) {
        throw within(error, `${name}.${names[index]}`);
      }
    },
  });
}

/** What a union reads: the arm's tag and value, or the tag that no arm has and all bytes that follow it. */
export type UnionOf<A extends Record<number, Codec<unknown>>> =
  | { [K in keyof A & number]: { tag: K; value: Infer<A[K]> } }[keyof A & number]
  | { tag: number; unknown: Uint8Array };

/** A tag, then the arm that the tag selects. An unknown tag takes the bytes that are left and gives them back unchanged. */
function union<const A extends Record<number, Codec<unknown>>>(
  name: string,
  tagCodec: Codec<number>,
  arms: A,
): Codec<UnionOf<A>> {
  const armOf = (tag: number): Codec<unknown> | undefined => arms[tag];
  return defineCodec<UnionOf<A>>({
    leastSize: tagCodec.leastSize,
    read: (reader) => {
      const tag = tagCodec.read(reader);
      const arm = armOf(tag);
      if (arm === undefined) return { tag, unknown: reader.rest() };
      try {
        return { tag, value: arm.read(reader) } as UnionOf<A>;
      } catch (error) {
        throw within(error, `${name}.${tag}`);
      }
    },
    write: (writer, union) => {
      tagCodec.write(writer, union.tag);
      if ('unknown' in union) return writer.bytes(union.unknown);
      const arm = armOf(union.tag);
      if (arm === undefined) throw wireErrors.unknownTag({ path: name, offset: writer.offset, tag: union.tag });
      arm.write(writer, union.value);
    },
  });
}

/** Exactly `length` bytes. */
function bytes(length: number): Codec<Uint8Array> {
  return defineCodec<Uint8Array>({
    leastSize: length,
    read: (reader) => reader.bytes(length),
    write: (writer, value) => {
      if (value.length !== length) {
        const [expected, actual] = [`${length} bytes`, `${value.length} bytes`];
        throw wireErrors.unexpected({ path: '', offset: writer.offset, expected, actual });
      }
      writer.bytes(value);
    },
  });
}

/** Bytes after their length. */
function prefixed(length: Codec<number>): Codec<Uint8Array> {
  return defineCodec<Uint8Array>({
    leastSize: length.leastSize,
    read: (reader) => reader.bytes(length.read(reader)),
    write: (writer, value) => {
      length.write(writer, value.length);
      writer.bytes(value);
    },
  });
}

/** A value after its length in bytes; bytes that the value leaves over are an error. */
function sized<T>(length: Codec<number>, codec: Codec<T>): Codec<T> {
  return defineCodec<T>({
    leastSize: length.leastSize,
    read: (reader) => {
      const part = reader.sub(length.read(reader));
      const value = codec.read(part);
      if (part.remaining === 0) return value;
      throw wireErrors.trailing({ path: '', offset: part.offset, count: part.remaining });
    },
    write: (writer, value) => {
      const part = new Writer();
      codec.write(part, value);
      length.write(writer, part.offset);
      writer.bytes(part.finish());
    },
  });
}

/** Exactly `count` elements. */
function array<T>(element: Codec<T>, count: number): Codec<T[]> {
  return defineCodec<T[]>({
    leastSize: element.leastSize * count,
    read: (reader) => readElements(reader, element, count),
    write: (writer, values) => {
      if (values.length !== count) {
        const [expected, actual] = [`${count} elements`, `${values.length} elements`];
        throw wireErrors.unexpected({ path: '', offset: writer.offset, expected, actual });
      }
      writeElements(writer, element, values);
    },
  });
}

/** Elements after their count. */
function counted<T>(count: Codec<number>, element: Codec<T>): Codec<T[]> {
  return defineCodec<T[]>({
    leastSize: count.leastSize,
    read: (reader) => readElements(reader, element, reader.checkCount(count.read(reader), element.leastSize)),
    write: (writer, values) => {
      count.write(writer, values.length);
      writeElements(writer, element, values);
    },
  });
}

/** Elements up to the end of the bytes. */
function rest<T>(element: Codec<T>): Codec<T[]> {
  return defineCodec<T[]>({
    read: (reader) => {
      const values: T[] = [];
      try {
        while (reader.remaining > 0) values.push(element.read(reader));
      } catch (error) {
        throw within(error, `[${values.length}]`);
      }
      return values;
    },
    write: (writer, values) => writeElements(writer, element, values),
  });
}

/** A value that the bytes must have; it is written whatever is given. */
function constant<T extends number | bigint>(codec: Codec<T>, expected: T): Codec<T> {
  return defineCodec<T>({
    leastSize: codec.leastSize,
    read: (reader) => {
      const { offset } = reader;
      const actual = codec.read(reader);
      if (actual === expected) return actual;
      throw wireErrors.unexpected({
        path: '',
        offset,
        expected: `0x${expected.toString(16)}`,
        actual: `0x${actual.toString(16)}`,
      });
    },
    write: (writer) => codec.write(writer, expected),
  });
}

const restBytes = defineCodec<Uint8Array>({
  read: (reader) => reader.rest(),
  write: (writer, value) => writer.bytes(value),
});

const guid = defineCodec<string>({
  leastSize: 16,
  read: (reader) => reader.guid(),
  write: (writer, value) => writer.guid(value),
});

const utf16z = defineCodec<string>({
  leastSize: 2,
  read: (reader) => reader.utf16z(),
  write: (writer, value) => writer.utf16z(value),
});

const latin1z = defineCodec<string>({
  leastSize: 1,
  read: (reader) => reader.latin1z(),
  write: (writer, value) => writer.latin1z(value),
});

const u64 = bigCodec('u64', packed);

/** The packed dialect: no alignment, no pointers; little endian unless the name says `be`. */
export const le = {
  u8: numberCodec('u8', packed),
  u16: numberCodec('u16', packed),
  u32: numberCodec('u32', packed),
  u64,
  i8: numberCodec('i8', packed),
  i16: numberCodec('i16', packed),
  i32: numberCodec('i32', packed),
  i64: bigCodec('i64', packed),
  f32: numberCodec('f32', packed),
  f64: numberCodec('f64', packed),
  u16be: numberCodec('u16be', packed),
  u32be: numberCodec('u32be', packed),
  u64be: bigCodec('u64be', packed),
  /** 100 ns units since 1601; `filetime.ts` turns them into dates. */
  filetime: u64,
  guid,
  bytes,
  prefixed,
  restBytes,
  sized,
  array,
  counted,
  rest,
  utf16z,
  /** 8-bit characters up to a NUL, each byte one character: the code page is the caller's. */
  latin1z,
  struct,
  union,
  constant,
  transform,
} as const;
