import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Reader } from './reader.ts';
import { hex } from './testing/hex.ts';
import { Writer } from './writer.ts';

describe('Reader', () => {
  test('views share the memory they were read from', () => {
    const bytes = hex`01 020304 05`;
    const reader = new Reader(bytes);
    reader.skip(1);
    const view = reader.bytes(3);
    bytes[1] = 0xff;
    expect(view).toEqual(hex`ff0304`);
    expect(reader.rest()).toEqual(hex`05`);
  });

  test('it reads what it was given, not what lies beside it in memory', () => {
    const whole = hex`aa 6869 0000 bb`;
    const reader = new Reader(whole.subarray(1, 5));
    expect(reader.latin1z()).toBe('hi');
    expect(reader.remaining).toBe(1);
    expect(() => reader.u16()).toThrow('offset 3');
  });

  test('a part goes on counting offsets, and ends where it ends', () => {
    const reader = new Reader(hex`0000 01020304 05`);
    reader.skip(2);
    const part = reader.sub(4);
    expect([part.offset, part.u16(), part.remaining]).toEqual([2, 0x0201, 2]);
    expect(() => part.u32()).toThrow('offset 4');
    expect(reader.u8()).toBe(5);
  });

  test('alignment counts from the beginning of the whole', () => {
    const reader = new Reader(hex`01 000000 02000000 03`);
    expect(reader.u8()).toBe(1);
    reader.align(4);
    expect(reader.u32()).toBe(2);
    reader.align(4);
    expect(reader.offset).toBe(8);
  });

  test.each([
    ['latin1z', hex`4142`],
    ['utf16z', hex`4100 4200 00`],
  ] as const)('a string without an end is truncated: %s', (kind, bytes) => {
    expect(() => new Reader(bytes)[kind]()).toThrow(expect.objectContaining({ code: 'wire.truncated' }));
  });

  test('peeking does not move', () => {
    const reader = new Reader(hex`0102`);
    expect([reader.peek(), reader.peek(1), reader.peek(2), reader.offset]).toEqual([1, 2, undefined, 0]);
  });
});

describe('Writer', () => {
  test('what was written survives growth, at any first size', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.array(fc.nat(0xffffffff), { maxLength: 40 }), (capacity, values) => {
        const writer = new Writer(capacity);
        for (const value of values) writer.u32(value);
        const reader = new Reader(writer.finish());
        expect(values.map(() => reader.u32())).toEqual(values);
        expect(reader.remaining).toBe(0);
      }),
    );
  });

  test('a length is patched when it is known', () => {
    const writer = new Writer();
    writer.u16(0);
    writer.u32(0);
    writer.utf16z('é');
    writer.patchU16(0, writer.offset);
    writer.patchU32(2, 0xfffffffe);
    expect(writer.finish()).toEqual(hex`0a00 feffffff e900 0000`);
  });

  test('numbers of every kind come back', () => {
    const numbers = fc.record({
      u8: fc.nat(0xff),
      i8: fc.integer({ min: -0x80, max: 0x7f }),
      i16: fc.integer({ min: -0x8000, max: 0x7fff }),
      i32: fc.integer(),
      u64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      i64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      u64be: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      f32: fc.float({ noNaN: true }),
      f64: fc.double({ noNaN: true }),
      u16be: fc.nat(0xffff),
      u32be: fc.nat(0xffffffff),
    });
    fc.assert(
      fc.property(numbers, (values) => {
        const writer = new Writer(1);
        const kinds = Object.keys(values) as (keyof typeof values)[];
        for (const kind of kinds) (writer[kind] as (value: unknown) => void)(values[kind]);
        const reader = new Reader(writer.finish());
        expect(Object.fromEntries(kinds.map((kind) => [kind, reader[kind]()]))).toEqual(values);
      }),
    );
  });

  test.each([
    ['u8', 256],
    ['u16', -1],
    ['i32', 2 ** 31],
    ['u32', 1.5],
    ['u32', Number.NaN],
  ] as const)('%s refuses %d', (kind, value) => {
    expect(() => new Writer()[kind](value)).toThrow(expect.objectContaining({ code: 'wire.outOfRange' }));
  });
});
