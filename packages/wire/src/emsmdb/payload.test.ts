import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex } from '../testing/hex.ts';
import { deflateDirect2, inflateDirect2 } from './direct2.ts';
import { packPayload, unpackPayloads } from './payload.ts';
import microsoft from './vectors/microsoft-direct2.json' with { type: 'json' };
import { xorMagic } from './xor-magic.ts';

const letters = Buffer.from('abcdefghijklmnopqrstuvwxyz');

// [MS-XCA] 3.1
const vectors: [name: string, plain: Uint8Array, compressed: Uint8Array][] = [
  ['26 literals', letters, hex`3f000000 ${letters.toString('hex')}`],
  ['abc 100 times', Buffer.from('abc'.repeat(100)), hex`ffffff1f 616263 1700 0f ff 2601`],
];

// Bytes that the decoder of Microsoft's Office Inspectors for Fiddler inflated to the same.
const inflatedByMicrosoft = microsoft.map(({ plain, repeat, size, compressed }): [string, Uint8Array, Uint8Array] => {
  const unit = Buffer.from(plain ?? repeat!, 'hex');
  return [`${size} bytes`, Buffer.alloc(size, unit), Uint8Array.from(Buffer.from(compressed, 'hex'))];
});

describe('DIRECT2', () => {
  test.each(inflatedByMicrosoft)('%s that Microsoft inflated: both ways', (_name, plain, compressed) => {
    expect(inflateDirect2(compressed, plain.length)).toEqual(Uint8Array.from(plain));
    expect(deflateDirect2(plain)).toEqual(compressed);
  });

  test.each(vectors)('%s: both ways', (_name, plain, compressed) => {
    expect(inflateDirect2(compressed, plain.length)).toEqual(Uint8Array.from(plain));
    expect(deflateDirect2(plain)).toEqual(compressed);
  });

  test.each(vectors)('%s: every cut is reported', (_name, plain, compressed) => {
    for (let end = 0; end < compressed.length; end++) {
      expect(() => inflateDirect2(compressed.subarray(0, end), plain.length)).toThrow(/wire.truncated/);
    }
  });

  test('two matches share a byte for their nibbles', () => {
    const plain = Buffer.from('abcdefghijkl-abcdefghijkl+abcdefghijklmno');
    expect(inflateDirect2(deflateDirect2(plain), plain.length)).toEqual(Uint8Array.from(plain));
  });

  test('any bytes survive, long runs and far repeats among them', () => {
    const run = fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 700 })).map(([byte, count]) => Buffer.alloc(count, byte));
    const any = fc.array(fc.oneof(run, fc.uint8Array({ maxLength: 50 })), { maxLength: 30 });
    const property = fc.property(any, (parts) => {
      const plain = Uint8Array.from(Buffer.concat(parts));
      expect(inflateDirect2(deflateDirect2(plain), plain.length)).toEqual(plain);
    });
    fc.assert(property);
  });

  test('a match before the beginning, or beyond the end, is refused', () => {
    expect(() => inflateDirect2(hex`00000080 1700`, 10)).toThrow(/wire.truncated/);
    expect(() => inflateDirect2(hex`00000040 61 0700 0f ff 2601`, 10)).toThrow(/wire.truncated/);
  });

  test('any bytes give only a wire error', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(200), (bytes, size) => {
      try {
        inflateDirect2(bytes, size);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^wire\./) });
      }
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('xorMagic', () => {
  test('changes every byte, at any alignment and length', () => {
    const whole = new Uint8Array(64);
    for (let from = 0; from < 9; from++) {
      for (let to = from; to < 40; to++) {
        whole.fill(1);
        xorMagic(whole.subarray(from, to));
        const changed = [...whole.keys()].filter((at) => whole[at] === 0xa4);
        expect(changed).toEqual(Array.from({ length: to - from }, (_, index) => from + index));
      }
    }
  });
});

describe('payloads', () => {
  test('plain, the only one', () => {
    expect(packPayload(hex`0200ffffffff`, {})).toEqual(hex`0000 0400 0600 0600 0200ffffffff`);
  });

  test('masked, and another one follows', () => {
    const bytes = packPayload(hex`0200`, { xorMagic: true, last: false });
    expect(bytes).toEqual(hex`0000 0200 0200 0200 a7a5`);
    const both = Uint8Array.from(Buffer.concat([bytes, packPayload(hex`01`, {})]));
    expect(unpackPayloads(both)).toEqual([hex`0200`, hex`01`]);
    expect(() => unpackPayloads(bytes)).toThrow(/wire.truncated/);
  });

  test('compressed first, then masked; what compression makes longer stays as it is', () => {
    const plain = Uint8Array.from(Buffer.from('abc'.repeat(100)));
    const bytes = packPayload(plain, { compress: true, xorMagic: true });
    expect(bytes.subarray(0, 8)).toEqual(hex`0000 0700 0d00 2c01`);
    expect(unpackPayloads(bytes)).toEqual([plain]);
    expect(packPayload(letters, { compress: true }).subarray(0, 4)).toEqual(hex`0000 0400`);
  });

  test('sizes that contradict each other are refused', () => {
    expect(() => unpackPayloads(hex`0000 0400 0200 0300 0200`)).toThrow(/wire.unexpected/);
    expect(() => unpackPayloads(hex`0000 0500 0200 ffff 0200`)).toThrow(/wire.unexpected/);
  });

  test('a payload beyond 32 KB is not sent', () => {
    expect(() => packPayload(new Uint8Array(0x8001), {})).toThrow(/wire.outOfRange/);
  });
});
