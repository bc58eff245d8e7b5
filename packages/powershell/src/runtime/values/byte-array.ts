import { type NumericValue, SmallInteger, toNumber } from './number-types.ts';
import { typedArray } from './typed-array.ts';

const bytes = Array.from({ length: 256 }, (_, value) => new SmallInteger('Byte', value));

/** A byte[] of the language. */
export const byteArray = (data: Iterable<number>): unknown[] =>
  typedArray(
    'System.Byte',
    Array.from(data, (value) => bytes[value]),
  );

/** The bytes of a byte[]. */
export const bytesOf = (items: unknown): Uint8Array =>
  Uint8Array.from(items as NumericValue[], (item) => toNumber(item));
