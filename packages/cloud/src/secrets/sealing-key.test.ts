import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemRandom } from '@cutover/base';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealingKey } from './sealing-key.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-key-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('is made once, is read again, and belongs to its owner alone', () => {
  const path = join(folder, 'key');
  const first = sealingKey({ path, random: systemRandom });
  expect(first).toHaveLength(32);
  expect(sealingKey({ path, random: systemRandom })).toEqual(first);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['key']);
});

test('a key that others may read is refused, with what to do', () => {
  const path = join(folder, 'key');
  sealingKey({ path, random: systemRandom });
  chmodSync(path, 0o644);
  expect(() => sealingKey({ path, random: systemRandom })).toThrow(/others may read .* run: chmod 600/);
});

test('a damaged key is refused, not replaced', () => {
  const path = join(folder, 'key');
  writeFileSync(path, 'short', { mode: 0o600 });
  expect(() => sealingKey({ path, random: systemRandom })).toThrow(/does not hold 32 bytes/);
});
