import { closeSync, fstatSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '@cutover/base';
import { cloudErrors } from '../errors.ts';
import { keyLength } from './sealer.ts';

/** The key that seals a data folder's secrets: its file `key`. */
export const dataFolderKey = (dataFolder: string, random: Random): Uint8Array =>
  sealingKey({ path: join(dataFolder, 'key'), random });

/** Reads a key file, or makes one on first use; the file belongs to its owner alone. */
export function sealingKey(options: { path: string; random: Random }): Uint8Array {
  const { path, random } = options;
  return readKey(path) ?? createKey(path, random);
}

function readKey(path: string): Uint8Array | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cloudErrors.keyUnusable({ problem: `"${path}" cannot be read` }, { cause: error });
  }
  try {
    const others = process.platform === 'win32' ? 0 : fstatSync(file).mode & 0o077;
    if (others !== 0) throw cloudErrors.keyUnusable({ problem: `others may read "${path}"; run: chmod 600 "${path}"` });
    const key = Buffer.from(readFileSync(file, 'ascii').trim(), 'base64');
    if (key.length !== keyLength) throw cloudErrors.keyUnusable({ problem: `"${path}" does not hold 32 bytes` });
    return key;
  } finally {
    closeSync(file);
  }
}

/** Written beside and linked into place, so that nobody ever reads half a key and the first of two makers wins. */
function createKey(path: string, random: Random): Uint8Array {
  const own = `${path}.${Buffer.from(random.bytes(6)).toString('hex')}`;
  const file = openSync(own, 'wx', 0o600);
  try {
    writeSync(file, `${Buffer.from(random.bytes(keyLength)).toString('base64')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
  return readKey(path)!;
}
