import { seededRandom, systemRandom } from '@cutover/base';
import { expect, test } from 'vitest';
import { temporaryPassword } from './temporary-password.ts';

test('is 8 letters and digits, with a capital, a small letter and a digit', () => {
  for (let round = 0; round < 500; round++) {
    const password = temporaryPassword(systemRandom);
    expect(password).toMatch(/^[A-HJ-NP-Za-kmnp-z2-9]{8}$/);
    expect(password).toMatch(/[A-Z]/);
    expect(password).toMatch(/[a-z]/);
    expect(password).toMatch(/[2-9]/);
  }
});

test('bytes that would favour some characters are thrown away', () => {
  const source = [255, 224, 250, 0, 24, 48, 1, 25, 49, 2, 26];
  let offset = 0;
  const random = {
    bytes: (count: number) => Uint8Array.from({ length: count }, () => source[offset++ % source.length]!),
  };
  expect(temporaryPassword(random)).toBe('Aa2Bb3Cc');
});

test('every character is about equally likely', () => {
  const random = seededRandom(7);
  const seen = new Map<string, number>();
  const rounds = 5000;
  for (let round = 0; round < rounds; round++) {
    for (const character of temporaryPassword(random)) seen.set(character, (seen.get(character) ?? 0) + 1);
  }
  const letters = [...seen].filter(([character]) => /[A-Za-z]/.test(character)).map(([, count]) => count);
  expect(letters).toHaveLength(48);
  expect(Math.min(...letters) / Math.max(...letters)).toBeGreaterThan(0.75);
});
