import type { Codec } from '../codec.ts';
import { within, wireErrors } from '../errors.ts';
import { le } from '../le.ts';
import { ndr, type NdrCodec } from '../ndr.ts';
import { defineNdr, readConstructed, readMember, type Slot, writeConstructed } from '../ndr/ndr-codec.ts';
import { propertyType } from '../properties/property-type.ts';
import type { SinglePropertyValue } from '../properties/property-value.ts';

/** A value in the address book: as in mailboxes, and null for a null pointer and for objects, which have no value. */
export type NspiValue = SinglePropertyValue | null | readonly (SinglePropertyValue | null)[];

/** One column of a row: PropertyValue_r. */
export interface NspiPropertyValue {
  tag: number;
  value: NspiValue;
}

const boolean = ndr.transform(
  ndr.u16,
  (value) => value !== 0,
  (value: boolean) => (value ? 1 : 0),
);

const filetime = ndr.transform(
  ndr.struct('FILETIME', { low: ndr.u32, high: ndr.u32 }),
  ({ low, high }) => (BigInt(high) << 32n) | BigInt(low),
  (value: bigint) => ({ low: Number(value & 0xffffffffn), high: Number(value >> 32n) }),
);

const nothing = ndr.transform(
  ndr.u32,
  () => null,
  () => 0,
);

// FlatUID_r is bytes, so that its pointee is not aligned: the packed GUID.
const flatUid = le.guid;

const listOf = <T>(element: Codec<T>): NdrCodec<T[]> => ndr.countedPointer(ndr.conformantArray(element));

/** How each type's value stands in PROP_VAL_UNION. [MS-OXNSPI] 2.2.4 */
const arms = new Map<number, Codec<unknown>>([
  [propertyType.null, nothing],
  [propertyType.i16, ndr.i16],
  [propertyType.i32, ndr.i32],
  [propertyType.error, ndr.u32],
  [propertyType.bool, boolean],
  [propertyType.object, nothing],
  [propertyType.string8, ndr.unique(ndr.string8)],
  [propertyType.unicode, ndr.unique(ndr.string16)],
  [propertyType.time, filetime],
  [propertyType.guid, ndr.unique(flatUid)],
  [propertyType.binary, ndr.countedBytes],
  [propertyType.mvI16, listOf(ndr.i16)],
  [propertyType.mvI32, listOf(ndr.i32)],
  [propertyType.mvString8, listOf(ndr.unique(ndr.string8))],
  [propertyType.mvUnicode, listOf(ndr.unique(ndr.string16))],
  [propertyType.mvTime, listOf(filetime)],
  [propertyType.mvGuid, listOf(ndr.unique(flatUid))],
  [propertyType.mvBinary, listOf(ndr.countedBytes)],
]);

/** Types that a value in the address book can have; a server refuses to compare or return others. */
export const nspiPropertyTypes: ReadonlySet<number> = new Set(arms.keys());

function armOf(type: number, offset: number): Codec<unknown> {
  const arm = arms.get(type);
  // What an unknown arm holds, and how far it reaches, cannot be known: NDR must refuse it.
  if (arm === undefined) throw wireErrors.unknownTag({ path: '', offset, tag: type });
  return arm;
}

/*
 * PropertyValue_r: | tag u32 | reserved u32 | discriminant u32 = type in the tag | arm |
 */
export const propertyValue: NdrCodec<NspiPropertyValue> = defineNdr<NspiPropertyValue>({
  alignment: 4,
  leastSize: 12,
  read: (reader) =>
    readConstructed(reader, 'PropertyValue_r', () => {
      const tag = ndr.u32.read(reader);
      reader.u32();
      const { offset } = reader;
      const type = reader.u32();
      if (type !== (tag & 0xffff)) {
        const [expected, actual] = [`type 0x${(tag & 0xffff).toString(16)}`, `0x${type.toString(16)}`];
        throw wireErrors.unexpected({ path: 'PropertyValue_r.type', offset, expected, actual });
      }
      const value: NspiPropertyValue = { tag, value: null };
      try {
        readMember(reader, armOf(type, offset), value as unknown as Slot, 'value');
      } catch (error) {
        throw within(error, 'PropertyValue_r.value');
      }
      return value;
    }),
  write: (writer, { tag, value }) =>
    writeConstructed(writer, () => {
      const type = tag & 0xffff;
      ndr.u32.write(writer, tag);
      writer.u32(0);
      writer.u32(type);
      armOf(type, writer.offset).write(writer, value);
    }),
});

/** A row: its columns in the order asked for. [MS-OXNSPI] 2.2.5 */
export const propertyRow = ndr.struct('PropertyRow_r', {
  reserved: ndr.u32,
  values: ndr.countedPointer(ndr.conformantArray(propertyValue)),
});

const rowSet = ndr.struct('PropertyRowSet_r', { count: ndr.u32, rows: ndr.conformantArray(propertyRow) });

/** Rows without the count that stands before them. [MS-OXNSPI] 2.2.6 */
export const propertyRowSet = ndr.transform(
  rowSet,
  ({ rows }) => rows,
  (rows: NspiRow[]) => ({ count: rows.length, rows }),
);

/** A row as read or written. */
export interface NspiRow {
  reserved: number;
  values: NspiPropertyValue[];
}

/** Makes a row of its columns. */
export const nspiRow = (values: NspiPropertyValue[]): NspiRow => ({ reserved: 0, values });
