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

const bool: Codec<boolean> = le.transform(
  le.u8,
  (byte) => byte !== 0,
  (value) => (value ? 1 : 0),
);
const binary = le.prefixed(le.u16);

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
  [t.restriction]: binary,
  [t.ruleAction]: binary,
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
