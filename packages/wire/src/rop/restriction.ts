import { type Codec, defineCodec } from '../codec.ts';
import { wireErrors } from '../errors.ts';
import { le } from '../le.ts';
import type { PropertyTag } from '../properties/index.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';
import { taggedValue, type TaggedValue } from './rop-value.ts';

/** How two values are compared. [MS-OXCDATA] 2.12 */
export const relation = {
  less: 0,
  lessOrEqual: 1,
  greater: 2,
  greaterOrEqual: 3,
  equal: 4,
  notEqual: 5,
  like: 6,
} as const;

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

/** A restriction behind its size; undefined if the size is 0. */
export const sizedRestriction: Codec<Restriction | undefined> = le.transform(
  le.prefixed(le.u16),
  (bytes) => (bytes.length === 0 ? undefined : restriction.decode(bytes)),
  (value) => (value === undefined ? new Uint8Array() : restriction.encode(value)),
);
