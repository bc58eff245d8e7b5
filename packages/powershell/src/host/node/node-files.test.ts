import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileError } from '../files.ts';
import { nodeFiles } from './node-files.ts';

const files = nodeFiles();
let folder = '';
const at = (name: string): string => join(folder, name);
const text = (name: string): string => Buffer.from(files.read(at(name))).toString();
const bytes = (value: string): Uint8Array => Buffer.from(value);

function failureOf(action: () => unknown): string | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof FileError) return error.failure;
    throw error;
  }
  return undefined;
}

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'files-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('the files of the machine', () => {
  test('what is written is there once it is closed, and can be added to', () => {
    files.write(at('a'), bytes('one'));
    const writer = files.open(at('a'), 'append');
    for (let index = 0; index < 3; index++) writer.write(bytes(String(index)));
    writer.close();
    expect(text('a')).toBe('one012');
    expect(files.stat(at('a'))).toMatchObject({ kind: 'file', size: 6 });
  });

  test('copies, moves, removes', () => {
    files.write(at('a'), bytes('x'));
    files.copy(at('a'), at('b'));
    files.move(at('b'), at('c'));
    files.remove(at('a'));
    expect(files.list(folder)).toEqual(['c']);
  });

  test('a link tells of itself only when asked', () => {
    files.write(at('a'), bytes('x'));
    symlinkSync('a', at('link'));
    expect(files.stat(at('link'))?.kind).toBe('file');
    expect(files.stat(at('link'), { link: true })?.kind).toBe('link');
    expect(files.readLink(at('link'))).toBe('a');
    files.remove(at('link'));
    expect(files.list(folder)).toEqual(['a']);
  });

  test('says why it cannot', () => {
    files.makeFolder(at('d'));
    files.write(at('d/a'), bytes('x'));
    expect(failureOf(() => files.read(at('nosuch')))).toBe('NotFound');
    expect(failureOf(() => files.read(at('nosuch/a')))).toBe('FolderNotFound');
    expect(failureOf(() => files.makeFolder(at('d')))).toBe('Exists');
    expect(failureOf(() => files.open(at('d/a'), 'create'))).toBe('Exists');
    expect(failureOf(() => files.remove(at('d')))).toBe('NotEmpty');
    expect(files.stat(at('d/a/b'))).toBeUndefined();
  });

  test('sets times to the microsecond and modes', () => {
    files.write(at('a'), bytes('x'));
    files.setTimes(at('a'), { modified: 1_700_000_000_123_456_000n });
    files.setMode(at('a'), 0o400);
    const stat = files.stat(at('a'))!;
    expect(stat.modified / 10_000n).toBe(170_000_000_012_345n);
    expect(stat.mode).toBe(0o400);
  });
});
