import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWireError } from './errors.ts';
import { type Codec, type Infer, ndr, type NdrCodec } from './ndr.ts';
import { hex } from './testing/hex.ts';

const name = ndr.struct('NAME', { kind: ndr.u16, text: ndr.unique(ndr.string8) });
const pair = ndr.struct('PAIR', { left: ndr.unique(name), right: ndr.unique(name) });
const tags = ndr.struct('TAGS', { count: ndr.u32, tags: ndr.conformantVaryingArray(ndr.u32, { spare: 1 }) });

interface Tree {
  value: number;
  children: Tree[];
}
const tree: NdrCodec<Tree> = ndr.lazy(() =>
  ndr.struct('TREE', { value: ndr.u32, children: ndr.countedPointer(ndr.conformantArray(tree)) }),
);
const scalar = ndr.union('SCALAR', {
  tag: ndr.u16,
  arms: { 2: ndr.i16, 3: ndr.u32, 20: ndr.i64, 30: ndr.unique(ndr.string8) },
});

const cases: [name: string, codec: Codec<unknown>, value: unknown, bytes: Uint8Array][] = [
  [
    'natural alignment',
    ndr.struct('S', { a: ndr.u8, b: ndr.u32, c: ndr.u16 }),
    { a: 1, b: 2, c: 3 },
    hex`01000000 02000000 0300`,
  ],
  ['a null pointer', ndr.unique(ndr.u32), null, hex`00000000`],
  ['a pointee follows a pointer at top level', ndr.unique(ndr.u32), 5, hex`00000200 05000000`],
  ['a pointer to a pointer', ndr.unique(ndr.unique(ndr.u32)), 5, hex`00000200 04000200 05000000`],
  ['a conformant array', ndr.conformantArray(ndr.u16), [1, 2], hex`02000000 0100 0200`],
  ['a varying array', ndr.varyingArray(ndr.u16), [1, 2], hex`00000000 02000000 0100 0200`],
  [
    'room stands before the structure',
    tags,
    { count: 2, tags: [7, 8] },
    hex`03000000 02000000 00000000 02000000 07000000 08000000`,
  ],
  ['a string counts its NUL', ndr.string16, 'hi', hex`03000000 00000000 03000000 680069000000`],
  [
    'the pointees of an array follow the array',
    ndr.conformantArray(ndr.unique(ndr.string8)),
    ['a', null, 'bc'],
    hex`03000000 00000200 00000000 04000200 02000000 00000000 02000000 6100 0000 03000000 00000000 03000000 626300`,
  ],
  [
    'depth first: what a pointee points to comes before the next pointee',
    pair,
    { left: { kind: 1, text: 'x' }, right: { kind: 2, text: null } },
    hex`00000200 04000200 0100 0000 08000200 02000000 00000000 02000000 7800 0000 0200 0000 00000000`,
  ],
  [
    'a recursive structure',
    tree,
    { value: 1, children: [{ value: 2, children: [] }] },
    hex`01000000 01000000 00000200 01000000 02000000 00000000 00000000`,
  ],
  ['a union aligns to its widest arm', scalar, { tag: 3, value: 9 }, hex`0300 000000000000 09000000`],
  ['a union with a pointer', scalar, { tag: 30, value: null }, hex`1e00 000000000000 00000000`],
  [
    'a context handle',
    ndr.contextHandle,
    { attributes: 0, uuid: '00000001-0002-0003-0405-060708090a0b' },
    hex`00000000 01000000 0200 0300 0405060708090a0b`,
  ],
];

describe('ndr', () => {
  test.each(cases)('%s: decodes and encodes the same bytes', (_name, codec, value, bytes) => {
    expect(codec.decode(bytes)).toEqual(value);
    expect(codec.encode(value)).toEqual(bytes);
  });

  test.each(cases)('%s: every cut is reported', (_name, codec, _value, bytes) => {
    for (let end = 0; end < bytes.length; end++) {
      expect(() => codec.decode(bytes.subarray(0, end))).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^wire\.(truncated|countTooLarge)$/) }),
      );
    }
  });

  test('errors name the place, also in a pointee', () => {
    const { bytes } = { bytes: cases.find(([title]) => title.startsWith('depth first'))![3] };
    expect(() => pair.decode(bytes.subarray(0, 34))).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.truncated at PAIR.right.text (offset 34)]`,
    );
    expect(() =>
      tree.decode(hex`01000000 02000000 00000200 01000000 02000000 00000000 00000000`),
    ).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.unexpected: 1 instead of 2 elements at TREE.children (offset 12)]`,
    );
    expect(() => ndr.conformantArray(ndr.u32).decode(hex`ffffffff 00000000`)).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.countTooLarge: 4294967295 elements cannot be in 4 bytes at offset 4]`,
    );
    expect(() => scalar.decode(hex`0400 000000000000`)).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.unknownTag: 0x4 at SCALAR (offset 0)]`,
    );
    expect(() => tags.decode(hex`01000000 02000000 01000000 02000000`)).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.unexpected: 2 elements from 1 instead of at most 1 elements from 0 at TAGS.tags (offset 8)]`,
    );
  });

  test('nesting ends at the limit, not with the stack', () => {
    let deep: Tree = { value: 0, children: [] };
    for (let level = 0; level < 500; level++) deep = { value: level, children: [deep] };
    const bytes = tree.encode(deep);
    expect(() => tree.decode(bytes)).toThrow(expect.objectContaining({ code: 'wire.tooDeep' }));
  });

  test('any tree and any names survive a round trip', () => {
    const text = fc.string({ unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)) });
    const anyName = fc.record({ kind: fc.nat(65535), text: fc.option(text) });
    const anyPair = fc.record({ left: fc.option(anyName), right: fc.option(anyName) });
    const children = (depth: number): fc.Arbitrary<Tree[]> =>
      depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 3 });
    const treeOf = (depth: number): fc.Arbitrary<Tree> => fc.record({ value: fc.nat(), children: children(depth) });
    const both = ndr.struct('BOTH', { pairs: ndr.countedPointer(ndr.conformantArray(pair)), tree: ndr.unique(tree) });
    fc.assert(
      fc.property(fc.record({ pairs: fc.array(anyPair), tree: treeOf(3) }), (value: Infer<typeof both>) => {
        expect(both.decode(both.encode(value))).toEqual(value);
      }),
    );
  });

  test('random bytes give a value or a WireError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 96 }), (bytes) => {
        try {
          ndr.struct('ALL', { pair, tree, scalar, tags }).decode(bytes, { trailing: 'ignore' });
        } catch (error) {
          if (!isWireError(error)) throw error;
        }
      }),
    );
  });
});
