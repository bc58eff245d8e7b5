import type { Codec, Infer } from '../codec.ts';
import { within, wireErrors } from '../errors.ts';
import type { Reader } from '../reader.ts';
import { alignmentOf, defineNdr, type NdrCodec, readMember, type Slot } from './ndr-codec.ts';

/** What a union reads: the tag and the value of the arm that it selects. */
export type NdrUnion<A extends Record<number, Codec<unknown>>> = {
  [K in keyof A & number]: { tag: K; value: Infer<A[K]> };
}[keyof A & number];

interface UnionOptions<A> {
  readonly tag: Codec<number>;
  readonly arms: A;
}

/** An encapsulated or switched union: the discriminant, then the arm, aligned as the widest arm. C706 14.3.8 */
export function union<const A extends Record<number, Codec<unknown>>>(
  name: string,
  { tag: tagCodec, arms }: UnionOptions<A>,
): NdrCodec<NdrUnion<A>> {
  const byTag = new Map(Object.entries(arms).map(([tag, arm]) => [Number(tag), arm]));
  const armAlignment = Math.max(...[...byTag.values()].map(alignmentOf));
  // An arm's size cannot be known, so an unknown one cannot be stepped over in NDR: it is refused.
  const armOf = (tag: number, offset: number): Codec<unknown> => {
    const arm = byTag.get(tag);
    if (arm === undefined) throw wireErrors.unknownTag({ path: name, offset, tag });
    return arm;
  };
  const read = (reader: Reader): NdrUnion<A> => {
    const tag = tagCodec.read(reader);
    const arm = armOf(tag, reader.offset);
    reader.align(armAlignment);
    const value: Slot = { tag };
    try {
      readMember(reader, arm, value, 'value');
    } catch (error) {
      throw within(error, `${name}.${tag}`);
    }
    return value as NdrUnion<A>;
  };
  return defineNdr<NdrUnion<A>>({
    alignment: Math.max(armAlignment, alignmentOf(tagCodec)),
    leastSize: tagCodec.leastSize,
    read,
    write: (writer, { tag, value }) => {
      tagCodec.write(writer, tag);
      const arm = armOf(tag, writer.offset);
      writer.align(armAlignment);
      arm.write(writer, value);
    },
  });
}
