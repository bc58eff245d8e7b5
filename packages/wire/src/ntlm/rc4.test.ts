import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyRc4, createRc4 } from './rc4.ts';

const text = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, 'latin1'));
const encrypt = (key: Uint8Array, data: Uint8Array): Uint8Array => {
  const copy = data.slice();
  applyRc4(createRc4(key), copy);
  return copy;
};

test.each([
  ['Key', 'Plaintext', 'bbf316e8d940af0ad3'],
  ['Wiki', 'pedia', '1021bf0420'],
  ['Secret', 'Attack at dawn', '45a01f645fc35b383552544b9bf5'],
])('%s: %s', (key, plain, cipher) => {
  expect(Buffer.from(encrypt(text(key), text(plain))).toString('hex')).toBe(cipher);
});

test('[RFC 6229] 2: the key stream of a 128-bit key at its start and at 4096', () => {
  const key = Uint8Array.from({ length: 16 }, (_, index) => index + 1);
  const stream = Buffer.from(encrypt(key, new Uint8Array(4112)));
  expect(stream.toString('hex', 0, 16)).toBe('9ac7cc9a609d1ef7b2932899cde41b97');
  expect(stream.toString('hex', 4096)).toBe('a36a4c301ae8ac13610ccbc12256cacc');
});

test('a stream may be applied in any pieces', () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 32 }), pieces, (key, parts) => {
      const whole = encrypt(key, Buffer.concat(parts));
      const stream = createRc4(key);
      const copies = parts.map((part) => part.slice());
      for (const copy of copies) applyRc4(stream, copy);
      expect(Buffer.concat(copies).equals(whole)).toBe(true);
    }),
  );
});
