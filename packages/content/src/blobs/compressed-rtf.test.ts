import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compressRtf, decompressRtf, rtfCrc } from './compressed-rtf.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const text = (value: Uint8Array) => Buffer.from(value).toString('latin1');
const latin = (value: string) => Uint8Array.from(Buffer.from(value, 'latin1'));

const rtf = '{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 Hi Bob\\par}\r\n';
const golden = bytes(
  '2d 00 00 00 38 00 00 00 4c 5a 46 75 0a ba 63 76 6f 00 0a 01 03 01 f7 02 a2 20 07 13 02 80 7d c1 ' +
    '0e a2 48 69 20 42 6f 0c 30 0a b1 06 7d 0a 80 10 70',
);
// [MS-OXRTFCP] 4.1.1
const helloWorld = bytes(
  '2d 00 00 00 2b 00 00 00 4c 5a 46 75 f1 c5 c7 a7 03 00 0a 00 72 63 70 67 31 32 35 42 32 0a f3 20 ' +
    '68 65 6c 09 00 20 62 77 05 b0 6c 64 7d 0a 80 0f a0',
);

const damaged = expect.objectContaining({ code: 'content.rtfDamaged' });

describe('known bytes', () => {
  test('are read', () => {
    expect(text(decompressRtf(golden))).toBe(rtf);
    expect(text(decompressRtf(helloWorld))).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
  });

  test('the checksum is that of the specification', () => {
    expect(rtfCrc(latin('123456789')).toString(16)).toBe('2dfd2d88');
  });

  test('what is not compressed is taken as it is', () => {
    const value = bytes('0f000000 03000000 4d454c41 00000000 7b7d0a');
    expect(text(decompressRtf(value))).toBe('{}\n');
  });
});

describe('damage is named', () => {
  test('at every cut', () => {
    for (let end = 0; end < golden.length; end++) expect(() => decompressRtf(golden.subarray(0, end))).toThrow(damaged);
  });

  test('in kind and checksum', () => {
    const other = golden.slice();
    other[8] = 0;
    expect(() => decompressRtf(other)).toThrow('its kind is unknown');
    const changed = golden.slice();
    changed[20]! ^= 1;
    expect(() => decompressRtf(changed)).toThrow('its checksum is wrong');
  });
});

describe('what is compressed is read back', () => {
  test('and is shorter', () => {
    const long = latin(rtf.repeat(200));
    const value = compressRtf(long);
    expect(value.length).toBeLessThan(long.length / 4);
    expect(decompressRtf(value)).toEqual(long);
  });

  test('and is no longer than what others make of the same text', () => {
    expect(compressRtf(latin(rtf)).length).toBeLessThanOrEqual(golden.length);
  });

  test('whatever it is', () => {
    const part = fc.oneof(fc.constantFrom('\\par ', '\\b', '{', '}', 'aaaa', '\r\n'), fc.string({ maxLength: 20 }));
    const anyText = fc.array(part, { maxLength: 400 }).map((parts) => latin(parts.join('')));
    fc.assert(
      fc.property(anyText, (value) => {
        expect(decompressRtf(compressRtf(value))).toEqual(value);
      }),
    );
  });

  test('also over the end of the window', () => {
    const value = Uint8Array.from({ length: 20_000 }, (_, index) => (index * index) % 7);
    expect(decompressRtf(compressRtf(value))).toEqual(value);
  });
});
