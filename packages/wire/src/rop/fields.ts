import { type Codec, defineCodec } from '../codec.ts';
import { le } from '../le.ts';
import type { PropertyTag } from '../properties/index.ts';

/** A byte that says yes or no. */
export const yesNo: Codec<boolean> = le.transform(
  le.u8,
  (byte) => byte !== 0,
  (value) => (value ? 1 : 0),
);

/** Property tags behind a count of 16 bits. */
export const tags: Codec<PropertyTag[]> = le.counted(le.u16, le.u32);

/** An 8-bit text with its NUL behind a length that counts it; length 0 for none. */
export const sizedText = (length: Codec<number>): Codec<string> =>
  le.transform(
    le.prefixed(length),
    (bytes) => Buffer.from(bytes).toString('latin1').replace(/\0$/, ''),
    (text) => Buffer.from(text === '' ? '' : `${text}\0`, 'latin1'),
  );

/** A text in UTF-16 or, one byte for each character, in the code page of the session. */
export const textOf = (unicode: boolean): Codec<string> => (unicode ? le.utf16z : le.latin1z);

/** Why one of several properties was not changed. [MS-OXCROPS] 2.2.8.6.2 */
export const propertyProblem = le.struct('PropertyProblem', { index: le.u16, tag: le.u32, errorCode: le.u32 });

export const problems = { problems: le.counted(le.u16, propertyProblem) };

/** How much may come: so many bytes, or "as fits", with a bound of its own. [MS-OXCROPS] 2.2.12.4.1 */
export interface Room {
  readonly size: number;
  /** There exactly if `size` is `asFits`. */
  readonly maximum?: number;
}

/** The size that means: whatever the answer has room for, up to the maximum that follows. */
export const asFits = 0xbabe;

export const room = (maximum: Codec<number>): Codec<Room> =>
  defineCodec<Room>({
    leastSize: 2,
    read: (reader) => {
      const size = reader.u16();
      return size === asFits ? { size, maximum: maximum.read(reader) } : { size };
    },
    write: (writer, value) => {
      writer.u16(value.size);
      if (value.size === asFits) maximum.write(writer, value.maximum ?? 0);
    },
  });

/** Which way a column orders rows, or that it orders headings by the greatest value below them. [MS-OXCDATA] 2.13.1 */
export const sortDirection = { ascending: 0, descending: 1, maximumCategory: 4 } as const;

/** Order of a table's rows by one column. [MS-OXCDATA] 2.13.1 */
export interface SortOrder {
  readonly tag: PropertyTag;
  /** One of `sortDirection`. */
  readonly order: number;
}

const sortOrder: Codec<SortOrder> = le.struct('SortOrder', { tag: le.u32, order: le.u8 });

/** [MS-OXCDATA] 2.13.2 */
export interface SortOrders {
  readonly categories: number;
  readonly expanded: number;
  readonly orders: readonly SortOrder[];
}

// The count of the orders stands apart from them.
export const sortOrders: Codec<SortOrders> = defineCodec<SortOrders>({
  leastSize: 6,
  read: (reader) => {
    const count = reader.u16();
    const head = { categories: reader.u16(), expanded: reader.u16() };
    return { ...head, orders: le.array(sortOrder, reader.checkCount(count, sortOrder.leastSize)).read(reader) };
  },
  write: (writer, { categories, expanded, orders }) => {
    writer.u16(orders.length);
    writer.u16(categories);
    writer.u16(expanded);
    le.array(sortOrder, orders.length).write(writer, [...orders]);
  },
});
