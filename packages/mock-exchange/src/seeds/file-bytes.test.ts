import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileBytes } from './file-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'bytes-'));
const path = join(folder, 'file');
writeFileSync(path, 'abcdefghij');
afterAll(() => rmSync(folder, { recursive: true }));

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test('gives any piece of the file, and no more than there is', () => {
  const source = fileBytes(path);
  expect(source.size).toBe(10);
  expect([
    text(source.read(2, 3)),
    text(source.read(8, 100)),
    text(source.read(10, 5)),
    text(source.read(0, 0)),
  ]).toEqual(['cde', 'ij', '', '']);
});

test('throws for a file that is not there', () => {
  expect(() => fileBytes(join(folder, 'none'))).toThrow('ENOENT');
});
