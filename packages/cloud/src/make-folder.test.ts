import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

let place: string;
beforeEach(() => void (place = mkdtempSync(join(tmpdir(), 'cutover-folder-'))));
afterEach(() => rmSync(place, { recursive: true }));

test('makes every folder that is missing, for its owner alone', () => {
  const folder = makeFolder(join(place, 'a/b/c'));
  for (const made of ['a', 'a/b', 'a/b/c']) expect(statSync(join(place, made)).mode & 0o777).toBe(0o700);
  expect(makeFolder(folder)).toBe(folder);
});

test('a place at which nothing can be made is told, and does not keep the program', () => {
  writeFileSync(join(place, 'file'), '');
  const refuses = (folder: string, reason: RegExp): void => expect(() => makeFolder(folder)).toThrow(reason);
  refuses(join(place, 'file/below'), /"[^"]*file" is a file/);
  refuses(join(place, 'file'), /is a file/);
  if (existsSync('/proc/self')) refuses('/proc/cutover/data', /"\/proc\/cutover\/data" cannot be made: nothing can/);
});
