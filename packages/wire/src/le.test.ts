import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWireError } from './errors.ts';
import { type Codec, le } from './le.ts';
import { hex } from './testing/hex.ts';

const point = le.struct('POINT', { x: le.u16, y: le.i16 });
const shape = le.union('SHAPE', le.u8, { 1: point, 2: le.u32 });
const path = le.struct('PATH', { id: le.guid, name: le.utf16z, points: le.counted(le.u16, point) });

const cases: [name: string, codec: Codec<unknown>, value: unknown, bytes: Uint8Array][] = [
  ['little endian', le.u32, 0x01020304, hex`04030201`],
  ['big endian', le.u32be, 0x01020304, hex`01020304`],
  ['the least i64', le.i64, -(2n ** 63n), hex`00000000 00000080`],
  ['a float', le.f32, 1.5, hex`0000c03f`],
  ['a GUID in mixed order', le.guid, 'f5cc5a18-4264-101a-8c59-08002b2f8426', hex`185accf5 6442 1a10 8c59 08002b2f8426`],
  ['bytes after their length', le.prefixed(le.u16), hex`aabb`, hex`0200 aabb`],
  ['a value after its length', le.sized(le.u8, point), { x: 1, y: -1 }, hex`04 0100 ffff`],
  ['an 8-bit string', le.latin1z, 'grün', hex`6772fc6e 00`],
  ['an arm of a union', shape, { tag: 1, value: { x: 7, y: 8 } }, hex`01 0700 0800`],
  ['elements to the end', le.sized(le.u8, le.rest(le.u8)), [1, 2, 3], hex`03 010203`],
  [
    'a structure with text and an array',
    path,
    { id: '00000000-0000-0000-0000-000000000001', name: 'é\ud83d', points: [{ x: 1, y: 2 }] },
    hex`00000000000000000000000000000001 e9003dd80000 0100 0100 0200`,
  ],
];

describe('le', () => {
  test.each(cases)('%s: decodes and encodes the same bytes', (_name, codec, value, bytes) => {
    expect(codec.decode(bytes)).toEqual(value);
    expect(codec.encode(value)).toEqual(bytes);
  });

  test.each(cases)('%s: every cut is reported as truncated', (_name, codec, _value, bytes) => {
    for (let end = 0; end < bytes.length; end++) {
      expect(() => codec.decode(bytes.subarray(0, end))).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^wire\.(truncated|countTooLarge)$/) }),
      );
    }
  });

  test('an unknown tag keeps its bytes and gives them back', () => {
    const bytes = hex`09 deadbeef`;
    expect(shape.decode(bytes)).toEqual({ tag: 9, unknown: hex`deadbeef` });
    expect(shape.encode(shape.decode(bytes))).toEqual(bytes);
  });

  test('errors name the field, the index and the offset', () => {
    const bytes = hex`00000000000000000000000000000001 0000 0200 0100 0200 0100 ff`;
    const cut = () => le.struct('TWO', { id: le.u32, points: le.array(point, 2) }).decode(bytes.subarray(0, 11));
    expect(cut).toThrowErrorMatchingInlineSnapshot(`[WireError: wire.truncated at TWO.points[1].y (offset 10)]`);
    const greedy = () => path.decode(bytes);
    expect(greedy).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.countTooLarge: 2 elements cannot be in 7 bytes at PATH.points (offset 20)]`,
    );
    const long = () => point.decode(hex`0100 0200 03`);
    expect(long).toThrowErrorMatchingInlineSnapshot(`[WireError: wire.trailing: 1 bytes left over at offset 4]`);
    expect(point.decode(hex`0100 0200 03`, { trailing: 'ignore' })).toEqual({ x: 1, y: 2 });
  });

  test('a value that does not fit is refused where it stands', () => {
    expect(() => point.encode({ x: 65536, y: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.outOfRange: 65536 is not in 0..65535 at POINT.x (offset 0)]`,
    );
    expect(() => le.latin1z.encode('€')).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.outOfRange: 8364 is not in 0..255 at offset 0]`,
    );
    expect(() => le.bytes(3).encode(hex`00`)).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.unexpected: 1 bytes instead of 3 bytes at offset 0]`,
    );
    expect(() => le.guid.encode('no GUID')).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.unexpected: "no GUID" instead of a GUID at offset 0]`,
    );
  });

  test('a constant must be there', () => {
    expect(() => le.constant(le.u16, 5).decode(hex`0600`)).toThrowErrorMatchingInlineSnapshot(
      `[WireError: wire.unexpected: 0x6 instead of 0x5 at offset 0]`,
    );
    expect(le.constant(le.u16, 5).encode(0)).toEqual(hex`0500`);
  });

  test('random bytes give a value that survives a round trip, or a WireError', () => {
    const codec = le.counted(le.u8, le.sized(le.u16, shape));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          expect(codec.encode(codec.decode(bytes))).toEqual(bytes);
        } catch (error) {
          if (!isWireError(error)) throw error;
        }
      }),
    );
  });
});
