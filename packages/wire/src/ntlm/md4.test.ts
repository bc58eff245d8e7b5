import { expect, test } from 'vitest';
import { md4 } from './md4.ts';

const text = (value: string): Uint8Array => Buffer.from(value, 'latin1');
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

// [RFC 1320] A.5
test.each([
  ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
  ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
  ['abc', 'a448017aaf21d8525fc10ae87aa6729d'],
  ['message digest', 'd9130a8164549fe818874806e1c7014b'],
  ['abcdefghijklmnopqrstuvwxyz', 'd79e1c308aa5bbcdeea8ed63df412da9'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', '043f8582f241db351ce627e153e7f0e4'],
  ['1234567890'.repeat(8), 'e33b4ddc9c38f2199c3e7b164fcc0536'],
])('%j', (message, digest) => {
  expect(hexOf(md4(text(message)))).toBe(digest);
});

test('a message may lie anywhere in a larger buffer', () => {
  expect(hexOf(md4(text('__abc__').subarray(2, 5)))).toBe('a448017aaf21d8525fc10ae87aa6729d');
});
