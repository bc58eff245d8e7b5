import { seededRandom, systemRandom } from '@cutover/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSealer } from './sealer.ts';

const key = seededRandom(1).bytes(32);
const sealer = createSealer({ key, random: systemRandom });
const unopened = expect.objectContaining({ code: 'cloud.secretNotOpened' });

test('any text comes back, and its bytes do not show', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (secret) => {
      const sealed = sealer.seal(secret, 'endpoint');
      expect(sealer.open(sealed, 'endpoint')).toBe(secret);
      expect(Buffer.from(sealed).includes(Buffer.from(secret))).toBe(false);
    }),
  );
});

test('the same secret is sealed differently each time', () => {
  expect(sealer.seal('same', 'p')).not.toEqual(sealer.seal('same', 'p'));
});

test('another purpose or another key does not open it', () => {
  const sealed = sealer.seal('Secret!1', 'endpoint/1');
  const stranger = createSealer({ key: seededRandom(2).bytes(32), random: systemRandom });
  expect(() => sealer.open(sealed, 'endpoint/2')).toThrow(unopened);
  expect(() => stranger.open(sealed, 'endpoint/1')).toThrow(unopened);
});

test('every changed bit and every cut is noticed', () => {
  const sealed = sealer.seal('Secret!1', 'p');
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Uint8Array.from(sealed);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => sealer.open(changed, 'p')).toThrow(unopened);
  }
  for (let end = 0; end < sealed.length; end++) {
    expect(() => sealer.open(sealed.subarray(0, end), 'p')).toThrow(unopened);
  }
});

test('a key of another length is refused', () => {
  const make = () => createSealer({ key: new Uint8Array(16), random: systemRandom });
  expect(make).toThrowErrorMatchingInlineSnapshot(
    `[CloudError: A key of the data folder cannot be used: it has 16 bytes, not 32.]`,
  );
});
