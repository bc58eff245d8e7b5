import {
  encodeStreamValue,
  type EncodedProperty,
  type FastTransferElement,
  FastTransferParser,
  type FastTransferParserOptions,
  type FastTransferPart,
  FastTransferProducer,
} from '../fasttransfer/index.ts';
import { propertySet, propertyTag, propertyType as t } from '../properties/index.ts';
import fc from 'fast-check';

/** Everything in a stream given in chunks, with views copied and the pieces of a long value joined. */
export function parseChunks(chunks: Iterable<Uint8Array>, options?: FastTransferParserOptions): FastTransferPart[] {
  const parser = new FastTransferParser(options);
  const parts: FastTransferPart[] = [];
  const long: Uint8Array[] = [];
  let head: FastTransferElement | undefined;
  for (const chunk of chunks) {
    parser.push(chunk);
    for (let element = parser.next(); element !== undefined; element = parser.next()) {
      if (element.kind === 'marker') parts.push(element.tag);
      if (element.kind === 'property') parts.push(copyOf(element, element.value));
      if (element.kind === 'start') head = element;
      if (element.kind === 'piece') long.push(Uint8Array.from(element.bytes));
      if (element.kind === 'end' && head?.kind === 'start') parts.push(copyOf(head, Buffer.concat(long.splice(0))));
    }
  }
  parser.finish();
  return parts;
}

function copyOf(head: Omit<EncodedProperty, 'value'>, value: Uint8Array): EncodedProperty {
  const bytes = Uint8Array.from(value);
  return head.name === undefined ? { tag: head.tag, value: bytes } : { tag: head.tag, name: head.name, value: bytes };
}

/** The stream of the parts in chunks of at most `size` bytes. */
export function produceChunks(parts: Iterable<FastTransferPart>, size: number): Uint8Array[] {
  const producer = new FastTransferProducer(parts);
  const chunks: Uint8Array[] = [];
  while (!producer.done) {
    const target = new Uint8Array(size);
    const length = producer.fill(target);
    if (length === 0) throw new Error(`${size} bytes are too few for an atom`);
    chunks.push(target.subarray(0, length));
  }
  return chunks;
}

const value = (type: number): fc.Arbitrary<Uint8Array> =>
  valueOf(type).map((one) => Uint8Array.from(encodeStreamValue(type, one)));

function valueOf(type: number): fc.Arbitrary<boolean | number | bigint | string | Uint8Array | string[]> {
  if (type === t.bool) return fc.boolean();
  if (type === t.i32) return fc.integer();
  if (type === t.time) return fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
  if (type === t.unicode) return fc.string({ maxLength: 60 });
  if (type === t.mvUnicode) return fc.array(fc.string({ maxLength: 9 }), { maxLength: 4 });
  return fc.uint8Array({ maxLength: 300 });
}

const types = [t.bool, t.i32, t.time, t.unicode, t.mvUnicode, t.binary];

/** Any property, named or not, of the types that mailboxes carry. */
export const anyProperty: fc.Arbitrary<EncodedProperty> = fc
  .record({ type: fc.constantFrom(...types), id: fc.integer({ min: 1, max: 0x3fff }), named: fc.boolean() })
  .chain(({ type, id, named }) =>
    value(type).map((bytes) =>
      named
        ? { tag: propertyTag(0x8000 + id, type), name: nameOf(id), value: bytes }
        : { tag: propertyTag(id, type), value: bytes },
    ),
  );

// An id stands for one name within a stream, so the name is made from the id.
const nameOf = (id: number) =>
  id % 2 === 0 ? { set: propertySet.common, lid: 0x8500 + id } : { set: propertySet.publicStrings, name: `name-${id}` };
