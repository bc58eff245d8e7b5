import { mkdirSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { cloudErrors } from './errors.ts';

/**
 * Makes a folder that its owner alone may enter, with those above it that are missing; throws `cloud.folderNotMade`.
 * One by one, as Node's own recursive making never returns below /proc, where a folder can be neither found nor made.
 */
export function makeFolder(path: string): string {
  const folder = resolve(path);
  for (const missing of missingFolders(folder)) makeOne(missing, folder);
  return folder;
}

/** The folders that are not there, the outermost first. */
function missingFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; !exists(at, folder); at = dirname(at)) missing.unshift(at);
  return missing;
}

function exists(path: string, wanted: string): boolean {
  const found = find(path);
  if (found && !found.isDirectory()) throw notMade(wanted, `"${path}" is a file`);
  return found !== undefined || dirname(path) === path;
}

function find(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw notMade(path, reasons[code] ?? code, error);
  }
}

function makeOne(path: string, wanted: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // Another process may have been faster.
    if (code !== 'EEXIST') throw notMade(wanted, reasons[code ?? ''] ?? message, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOENT: 'nothing can be made at this place',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
};

const notMade = (folder: string, reason: string, cause?: unknown): Error =>
  cloudErrors.folderNotMade({ folder, reason }, { cause });
