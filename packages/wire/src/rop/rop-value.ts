import { type Codec, defineCodec } from '../codec.ts';
import { wireErrors } from '../errors.ts';
import { le } from '../le.ts';
import {
  elementType,
  isMultiValue,
  type PropertyTag,
  type PropertyType,
  type PropertyValue,
  propertyType as t,
  type SinglePropertyValue,
  typeOfTag,
} from '../properties/index.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';

const bool: Codec<boolean> = le.transform(
  le.u8,
  (byte) => byte !== 0,
  (value) => (value ? 1 : 0),
);
const binary = le.prefixed(le.u16);

/** Bytes that say by what is in them where they end. */
const delimited = <T>(codecOf: () => Codec<T>): Codec<Uint8Array> =>
  defineCodec<Uint8Array>({
    leastSize: 1,
    read: (reader) => codecOf().encode(codecOf().read(reader)),
    write: (writer, bytes) => writer.bytes(bytes),
  });

/** The actions of a rule, each behind its size. [MS-OXORULE] 2.2.5 */
const ruleActions = le.counted(le.u16, binary);

// Values in ROPs: booleans of one byte, texts up to a NUL, binaries after 16 bits of length. [MS-OXCDATA] 2.11.1
const codecs: Readonly<Record<number, Codec<unknown>>> = {
  [t.i16]: le.i16,
  [t.i32]: le.i32,
  [t.f32]: le.f32,
  [t.f64]: le.f64,
  [t.currency]: le.i64,
  [t.appTime]: le.f64,
  [t.error]: le.u32,
  [t.bool]: bool,
  [t.object]: binary,
  [t.i64]: le.i64,
  [t.string8]: le.latin1z,
  [t.unicode]: le.utf16z,
  [t.time]: le.u64,
  [t.guid]: le.guid,
  [t.serverId]: binary,
  [t.restriction]: delimited(() => nested),
  [t.ruleAction]: delimited(() => ruleActions),
  [t.binary]: binary,
};

function singleValue(type: PropertyType): Codec<SinglePropertyValue> {
  const codec = codecs[type];
  if (codec === undefined) throw wireErrors.unknownTag({ path: 'PropertyType', offset: 0, tag: type });
  return codec as Codec<SinglePropertyValue>;
}

const made = new Map<PropertyType, Codec<PropertyValue>>();

function makeCodec(type: PropertyType): Codec<PropertyValue> {
  if (!isMultiValue(type)) return singleValue(type) as Codec<PropertyValue>;
  return le.counted(le.u32, singleValue(elementType(type))) as Codec<PropertyValue>;
}

/** The codec of values of a type, as ROPs carry them; an error for a type that has none. */
export function ropValue(type: PropertyType): Codec<PropertyValue> {
  const known = made.get(type);
  if (known !== undefined) return known;
  const codec = makeCodec(type);
  made.set(type, codec);
  return codec;
}

/** A value behind its tag. [MS-OXCDATA] 2.11.4 */
export interface TaggedValue {
  readonly tag: PropertyTag;
  readonly value: PropertyValue;
}

/** A property: its tag, and a value of the type that the tag tells. [MS-OXCDATA] 2.11.4 */
export const taggedValue: Codec<TaggedValue> = defineCodec<TaggedValue>({
  leastSize: 5,
  read: (reader) => {
    const tag = reader.u32();
    return { tag, value: ropValue(typeOfTag(tag)).read(reader) };
  },
  write: (writer, { tag, value }) => {
    writer.u32(tag);
    ropValue(typeOfTag(tag)).write(writer, value);
  },
});

/** What a row must fulfil. [MS-OXCDATA] 2.12 */
export type Restriction =
  | { readonly kind: 'and' | 'or'; readonly restrictions: readonly Restriction[] }
  | { readonly kind: 'not'; readonly restriction: Restriction }
  | {
      readonly kind: 'content';
      readonly fuzzyLow: number;
      readonly fuzzyHigh: number;
      readonly tag: PropertyTag;
      readonly value: TaggedValue;
    }
  | { readonly kind: 'property'; readonly relation: number; readonly tag: PropertyTag; readonly value: TaggedValue }
  | { readonly kind: 'compare'; readonly relation: number; readonly left: PropertyTag; readonly right: PropertyTag }
  | { readonly kind: 'bitmask'; readonly nonZero: number; readonly tag: PropertyTag; readonly mask: number }
  | { readonly kind: 'size'; readonly relation: number; readonly tag: PropertyTag; readonly size: number }
  | { readonly kind: 'exist'; readonly tag: PropertyTag }
  | { readonly kind: 'subobject'; readonly tag: PropertyTag; readonly restriction: Restriction }
  | { readonly kind: 'comment'; readonly values: readonly TaggedValue[]; readonly restriction?: Restriction }
  | { readonly kind: 'count'; readonly count: number; readonly restriction: Restriction };

type Kind = Restriction['kind'];

const nested: Codec<Restriction> = defineCodec<Restriction>({
  leastSize: 1,
  read: (reader) => {
    reader.enter();
    const value = readRestriction(reader);
    reader.leave();
    return value;
  },
  write: (writer, value) => writeRestriction(writer, value),
});

const optional: Codec<Restriction | undefined> = defineCodec<Restriction | undefined>({
  leastSize: 1,
  read: (reader) => (reader.u8() === 0 ? undefined : nested.read(reader)),
  write: (writer, value) => {
    writer.u8(value === undefined ? 0 : 1);
    if (value !== undefined) nested.write(writer, value);
  },
});

const list = { restrictions: le.counted(le.u16, nested) };

// Fields after the number of the kind, which is the place in this list.
const kinds: readonly (readonly [Kind, Codec<Record<string, unknown>>])[] = (
  [
    ['and', list],
    ['or', list],
    ['not', { restriction: nested }],
    ['content', { fuzzyLow: le.u16, fuzzyHigh: le.u16, tag: le.u32, value: taggedValue }],
    ['property', { relation: le.u8, tag: le.u32, value: taggedValue }],
    ['compare', { relation: le.u8, left: le.u32, right: le.u32 }],
    ['bitmask', { nonZero: le.u8, tag: le.u32, mask: le.u32 }],
    ['size', { relation: le.u8, tag: le.u32, size: le.u32 }],
    ['exist', { tag: le.u32 }],
    ['subobject', { tag: le.u32, restriction: nested }],
    ['comment', { values: le.counted(le.u8, taggedValue), restriction: optional }],
    ['count', { count: le.u32, restriction: nested }],
  ] as const
).map(([kind, fields]) => [kind, le.struct(kind, fields as Record<string, Codec<unknown>>)] as const);

function readRestriction(reader: Reader): Restriction {
  const { offset } = reader;
  const number = reader.u8();
  const entry = kinds[number];
  if (entry === undefined) throw wireErrors.unknownTag({ path: 'Restriction', offset, tag: number });
  const [kind, codec] = entry;
  const value = { kind, ...codec.read(reader) };
  if ('restriction' in value && value.restriction === undefined) delete value.restriction;
  return value as unknown as Restriction;
}

function writeRestriction(writer: Writer, restriction: Restriction): void {
  const number = kinds.findIndex(([kind]) => kind === restriction.kind);
  writer.u8(number);
  kinds[number]![1].write(writer, { ...restriction });
}

/** A restriction as ROPs carry it: lists counted in 16 bits. */
export const restriction: Codec<Restriction> = defineCodec<Restriction>({
  leastSize: 1,
  read: readRestriction,
  write: writeRestriction,
});
