import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatedBytes } from './generated-bytes.ts';

const source = generatedBytes(400_000, 'key');
const whole = source.read(0, source.size);

test('any piece is the same as that piece of the whole', () => {
  fc.assert(
    fc.property(fc.nat({ max: 400_100 }), fc.nat({ max: 200_000 }), (offset, length) => {
      expect(Buffer.from(source.read(offset, length)).equals(whole.subarray(offset, offset + length))).toBe(true);
    }),
  );
});

test('no piece of 64 KB is like another, nor like that of another key', () => {
  const pieces = [0, 65_536, 131_072].map((offset) => Buffer.from(source.read(offset, 65_536)).toString('latin1'));
  pieces.push(Buffer.from(generatedBytes(400_000, 'other').read(0, 65_536)).toString('latin1'));
  expect(new Set(pieces).size).toBe(4);
});

test('150 MB take no more memory than what is read', () => {
  const large = generatedBytes(150 * 1024 * 1024, 'large');
  expect(large.size).toBe(157_286_400);
  expect(large.read(large.size - 10, 100)).toHaveLength(10);
});
