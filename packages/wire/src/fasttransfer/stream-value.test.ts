import { describe, expect, test } from 'vitest';
import { type PropertyValue, propertyType as t } from '../properties/index.ts';
import { hex } from '../testing/hex.ts';
import { decodeStreamValue, encodeStreamValue } from './stream-value.ts';

const cases: [name: string, type: number, value: PropertyValue, bytes: Uint8Array][] = [
  ['a negative i16', t.i16, -2, hex`feff`],
  ['an i32', t.i32, 1234, hex`d2040000`],
  ['a boolean of two bytes', t.bool, true, hex`0100`],
  ['a double', t.f64, 1.5, hex`000000000000f83f`],
  ['a float', t.f32, 1.5, hex`0000c03f`],
  ['a currency', t.currency, -1n, hex`ffffffffffffffff`],
  ['a time', t.time, 127437768000000000n, hex`00d09b8cf9bfc401`],
  ['a GUID', t.guid, '00062008-0000-0000-c000-000000000046', hex`0820060000000000c000000000000046`],
  ['a text with its terminator', t.unicode, 'Hi', hex`480069000000`],
  ['an 8-bit text', t.string8, 'IPM.Note', hex`49504d2e4e6f746500`],
  ['a list of texts', t.mvUnicode, ['A'], hex`01000000 04000000 41000000`],
  ['a list of numbers', t.mvI32, [1, -1], hex`02000000 01000000 ffffffff`],
  ['an empty list', t.mvBinary, [], hex`00000000`],
];

describe('stream values', () => {
  test.each(cases)('%s: decodes and encodes the same bytes', (_name, type, value, bytes) => {
    expect(decodeStreamValue(type, bytes)).toEqual(value);
    expect(Uint8Array.from(encodeStreamValue(type, value))).toEqual(bytes);
  });

  test.each(cases)('%s: no cut of a fixed value or of a list is read as a whole one', (_name, type, _value, bytes) => {
    const ends = type === t.unicode || type === t.string8 ? [] : [...bytes.keys()];
    for (const end of ends) expect(() => decodeStreamValue(type, bytes.subarray(0, end))).toThrow(/wire\./);
  });

  test('a text above 32 KB comes without its terminator', () => {
    expect(decodeStreamValue(t.unicode, hex`4800 6900`)).toBe('Hi');
    expect(decodeStreamValue(t.string8, hex`4869`)).toBe('Hi');
    expect(decodeStreamValue(t.unicode, hex``)).toBe('');
  });

  test('a list that counts more than its bytes is refused before anything is allocated', () => {
    expect(() => decodeStreamValue(t.mvI32, hex`ffffff7f 00000000`)).toThrow(/wire.countTooLarge/);
  });

  test('a value of the wrong kind is refused', () => {
    expect(() => encodeStreamValue(t.i32, 'x')).toThrow(/wire.unexpected: string instead of a value of type 0x3/);
    expect(() => encodeStreamValue(t.binary, 'x')).toThrow(/wire.unexpected/);
    expect(() => encodeStreamValue(t.mvI32, 1)).toThrow(/wire.unexpected/);
  });
});
