import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeGolden } from '../testing/golden.ts';
import { hex } from '../testing/hex.ts';
import { type Restriction, restriction } from './restriction.ts';

// Laid out by hand from the IDL ([MS-OXNSPI] 6); tshark reads them in the recorded conversation.
describeGolden('Restriction_r', [
  {
    name: 'a property equal to a string',
    codec: restriction,
    value: { tag: 4, value: { relation: 4, tag: 0x3001001e, value: { tag: 0x3001001e, value: 'a' } } },
    bytes: hex`04000000 04000000 04000000 1e000130 00000200
      1e000130 00000000 1e000000 04000200 02000000 00000000 02000000 6100`,
  },
  {
    name: 'and, not, exist: depth first',
    codec: restriction,
    value: {
      tag: 0,
      value: [
        { tag: 2, value: { tag: 8, value: { reserved1: 0, tag: 0x3a00001f, reserved2: 0 } } },
        { tag: 6, value: { relation: 1, tag: 0x39000003, mask: 1 } },
      ],
    },
    bytes: hex`00000000 00000000 02000000 00000200
      02000000 02000000 02000000 04000200  06000000 06000000 01000000 03000039 01000000
      08000000 08000000 00000000 1f00003a 00000000`,
  },
]);

const tag = fc.nat(0xffffffff);
const leaf: fc.Arbitrary<Restriction> = fc.oneof(
  fc.record({ tag: fc.constant(5 as const), value: fc.record({ relation: fc.nat(6), tag1: tag, tag2: tag }) }),
  fc.record({ tag: fc.constant(7 as const), value: fc.record({ relation: fc.nat(6), tag, size: fc.nat() }) }),
  fc.record({
    tag: fc.constant(3 as const),
    value: fc.record({
      fuzzyLevel: fc.nat(),
      tag,
      value: fc.option(fc.record({ tag: fc.constant(0x30010003), value: fc.integer() })),
    }),
  }),
);
const nested = (depth: number): fc.Arbitrary<Restriction> => {
  if (depth === 0) return leaf;
  const inner = nested(depth - 1);
  return fc.oneof(
    leaf,
    fc.record({ tag: fc.constantFrom(0 as const, 1 as const), value: fc.array(inner, { maxLength: 3 }) }),
    fc.record({ tag: fc.constant(2 as const), value: fc.option(inner) }),
    fc.record({
      tag: fc.constant(9 as const),
      value: fc.record({ subObject: tag, restriction: fc.option(inner) }),
    }),
  );
};

test('any tree survives a round trip', () => {
  fc.assert(
    fc.property(nested(4), (value) => {
      expect(restriction.decode(restriction.encode(value))).toEqual(value);
    }),
  );
});

test('a tree without end is refused, not followed', () => {
  let deep: Restriction = { tag: 2, value: null };
  for (let level = 0; level < 1000; level++) deep = { tag: 2, value: deep };
  const bytes = restriction.encode(deep);
  expect(() => restriction.decode(bytes)).toThrow(expect.objectContaining({ code: 'wire.tooDeep' }));
});
