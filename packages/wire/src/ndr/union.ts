import type { Codec, Infer } from '../codec.ts';
import { within, wireErrors } from '../errors.ts';
import type { Reader } from '../reader.ts';
import {
  alignmentOf,
  defineNdr,
  type NdrCodec,
  readConstructed,
  readMember,
  type Slot,
  writeConstructed,
} from './ndr-codec.ts';

/** What a union reads: the tag and the value of the arm that it selects. */
export type NdrUnion<A extends Record<number, Codec<unknown>>> = {
  [K in keyof A & number]: { tag: K; value: Infer<A[K]> };
}[keyof A & number];

interface UnionOptions<A> {
  readonly tag: Codec<number>;
  readonly arms: A;
  /** The tag stands twice: as a field of the structure that holds the union, and before the arm. */
  readonly switched?: boolean;
}

/** Reads the tag once more; it must be the same. */
function readAgain(reader: Reader, codec: Codec<number>, tag: number): void {
  const { offset } = reader;
  const again = codec.read(reader);
  if (again === tag) return;
  throw wireErrors.unexpected({ path: '', offset, expected: `discriminant ${tag}`, actual: String(again) });
}

/** A union: the discriminant, then the arm, aligned as the widest arm. An unknown discriminant is refused. C706 14.3.8 */
export function union<const A extends Record<number, Codec<unknown>>>(
  name: string,
  { tag: tagCodec, arms, switched = false }: UnionOptions<A>,
): NdrCodec<NdrUnion<A>> {
  const byTag = new Map(Object.entries(arms).map(([tag, arm]) => [Number(tag), arm]));
  const armAlignment = Math.max(...[...byTag.values()].map(alignmentOf));
  // An arm's size cannot be known, so an unknown one cannot be stepped over.
  const armOf = (tag: number, offset: number): Codec<unknown> => {
    const arm = byTag.get(tag);
    if (arm === undefined) throw wireErrors.unknownTag({ path: name, offset, tag });
    return arm;
  };
  const readArm = (reader: Reader): Slot => {
    const { offset } = reader;
    const tag = tagCodec.read(reader);
    const arm = armOf(tag, offset);
    if (switched) readAgain(reader, tagCodec, tag);
    reader.align(armAlignment);
    const value: Slot = { tag };
    try {
      readMember(reader, arm, value, 'value');
    } catch (error) {
      throw within(error, `${name}.${tag}`);
    }
    return value;
  };
  return defineNdr<NdrUnion<A>>({
    alignment: Math.max(armAlignment, alignmentOf(tagCodec)),
    leastSize: tagCodec.leastSize * (switched ? 2 : 1),
    read: (reader) => readConstructed(reader, name, () => readArm(reader)) as NdrUnion<A>,
    write: (writer, { tag, value }) =>
      writeConstructed(writer, () => {
        const arm = armOf(tag, writer.offset);
        tagCodec.write(writer, tag);
        if (switched) tagCodec.write(writer, tag);
        writer.align(armAlignment);
        arm.write(writer, value);
      }),
  });
}
