import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { History } from './history.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-history-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('lines outlive the session, each once in a row, and secrets do not', () => {
  const file = join(folder, 'deep/history.txt');
  const first = new History(file);
  for (const line of ['one', 'two', 'two', ' ', '$p = ConvertTo-SecureString x -AsPlainText', 'three']) first.add(line);
  expect(first.newestFirst()).toHaveLength(4);
  expect(new History(file).newestFirst()).toEqual(['three', 'two', 'one']);
  expect(readFileSync(file, 'utf8')).not.toContain('SecureString');
});

test('a file that cannot be written is no history', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const history = new History(join(file, 'history.txt'));
  history.add('one');
  expect(history.newestFirst()).toEqual(['one']);
});
