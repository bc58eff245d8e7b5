import { systemRandom } from '@cutover/base';
import { expect, test } from 'vitest';
import { matchesSignInHash, signInHash } from './sign-in-hash.ts';

test('knows its password again and no other, and does not show it', async () => {
  const stored = await signInHash('Pa55word', systemRandom);
  expect(stored).not.toContain('Pa55word');
  expect(await matchesSignInHash('Pa55word', stored)).toBe(true);
  expect(await matchesSignInHash('pa55word', stored)).toBe(false);
});

test('two users with one password have different hashes', async () => {
  expect(await signInHash('Pa55word', systemRandom)).not.toBe(await signInHash('Pa55word', systemRandom));
});

test('composed and decomposed letters are the same password', async () => {
  const stored = await signInHash('Caf\u00e9 2026', systemRandom);
  expect(await matchesSignInHash('Cafe\u0301 2026', stored)).toBe(true);
});

test('what is no hash matches nothing', async () => {
  expect(await matchesSignInHash('', 'plain')).toBe(false);
});
