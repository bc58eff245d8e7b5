import { within, wireErrors } from './errors.ts';
import { limits } from './limits.ts';
import { Reader } from './reader.ts';
import { Writer } from './writer.ts';

/** `refuse`: bytes left over are an error. `ignore`: they are not looked at (some clients send garbage after a stub). */
export interface DecodeOptions {
  readonly trailing?: 'refuse' | 'ignore';
}

/** One type on the wire, both directions. */
export interface Codec<T> {
  /** The fewest bytes that a value takes; counts are held against it before anything is allocated. */
  readonly leastSize: number;
  read(this: void, reader: Reader): T;
  write(this: void, writer: Writer, value: T): void;
  decode(this: void, bytes: Uint8Array, options?: DecodeOptions): T;
  encode(this: void, value: T): Uint8Array<ArrayBuffer>;
}

/** The type of the values that a codec reads and writes. */
export type Infer<C> = C extends Codec<infer T> ? T : never;

/** The fields of a structure in wire order. */
export type Fields = Record<string, Codec<unknown>>;
/** The values of a structure's fields, by name. */
export type InferFields<F> = { -readonly [K in keyof F]: Infer<F[K]> };

/** How a value is read and written; `leastSize` is what a list's count is checked against before anything is allocated. */
export interface CodecDefinition<T> {
  readonly leastSize?: number;
  read(this: void, reader: Reader): T;
  write(this: void, writer: Writer, value: T): void;
}

/** Completes `read` and `write` to a codec. `leastSize` is 0 unless told. */
export function defineCodec<T>(definition: CodecDefinition<T>): Codec<T> {
  const { read, write, leastSize = 0 } = definition;
  return { leastSize, read, write, decode: decodeWith(read), encode: encodeWith(write) };
}

/** `decode` of a codec whose `read` is given. */
function decodeWith<T>(read: (reader: Reader) => T): Codec<T>['decode'] {
  return (bytes, { trailing = 'refuse' } = {}) => {
    const reader = new Reader(bytes);
    const value = read(reader);
    if (trailing === 'refuse' && reader.remaining > 0) {
      throw wireErrors.trailing({ path: '', offset: reader.offset, count: reader.remaining });
    }
    return value;
  };
}

// One buffer for all that is encoded at once; what is encoded inside of it takes a new one.
let spare: Writer | undefined;

/** `encode` of a codec whose `write` is given: bytes of their own, exactly as many as there are. */
function encodeWith<T>(write: (writer: Writer, value: T) => void): Codec<T>['encode'] {
  return (value) => {
    const writer = spare ?? new Writer();
    spare = undefined;
    write(writer, value);
    const bytes = writer.finish().slice();
    // After an error the writer is not taken back: who knows what it was in the middle of.
    if (bytes.length <= limits.spareWriter) {
      writer.reset();
      spare = writer;
    }
    return bytes;
  };
}

/** The same bytes with another type of value. */
export function transform<A, B>(codec: Codec<A>, to: (value: A) => B, from: (value: B) => A): Codec<B> {
  return defineCodec<B>({
    leastSize: codec.leastSize,
    read: (reader) => to(codec.read(reader)),
    write: (writer, value) => codec.write(writer, from(value)),
  });
}

/** Reads `count` elements; the index stands in the path of an error. The count must have been checked. */
export function readElements<T>(reader: Reader, element: Codec<T>, count: number): T[] {
  const values: T[] = [];
  try {
    while (values.length < count) values.push(element.read(reader));
  } catch (error) {
    throw within(error, `[${values.length}]`);
  }
  return values;
}

/** Writes each value; the index stands in the path of an error. */
export function writeElements<T>(writer: Writer, element: Codec<T>, values: readonly T[]): void {
  let index = 0;
  try {
    for (; index < values.length; index++) element.write(writer, values[index]!);
  } catch (error) {
    throw within(error, `[${index}]`);
  }
}
