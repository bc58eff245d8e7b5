import { open, rename, rm } from 'node:fs/promises';
import { reasonOf } from '../reason-of.ts';
import { mockErrors } from '../errors.ts';

const bufferSize = 1024 * 1024;

/** Writes text that comes in pieces so that the file is there as a whole or not at all; only its owner may read it. */
export async function writeExport(path: string, pieces: Iterable<string>): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  try {
    await writePieces(draft, pieces);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw mockErrors.exportNotWritten({ path, reason: reasonOf(cause) }, { cause });
  }
}

async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  await using file = await open(path, 'w', 0o600);
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < bufferSize) continue;
    await file.write(text);
    text = '';
  }
  await file.write(text);
}
