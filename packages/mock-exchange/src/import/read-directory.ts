import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { DirectoryEntry } from './directory-entry.ts';
import { importErrors } from '../errors.ts';
import { parseLdif } from './parse-ldif.ts';

type Parser = (source: string) => DirectoryEntry[] | Promise<DirectoryEntry[]>;

const parsers: Readonly<Record<string, Parser>> = {
  // Only who has such a file loads the library for it.
  '.csv': async (source) => (await import('./parse-directory-csv.ts')).parseDirectoryCsv(source),
  '.ldif': parseLdif,
  '.ldf': parseLdif,
};

/** Reads a directory from a file of csvde or ldifde, in UTF-8 or (with a byte order mark) UTF-16. */
export async function readDirectory(path: string): Promise<DirectoryEntry[]> {
  const parse = parsers[extname(path).toLowerCase()];
  if (parse === undefined) throw importErrors.unknownKind({ path });
  return parse(decode(await read(path)));
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw importErrors.unreadable({ path, reason }, { cause: error });
  }
}

const decode = (bytes: Uint8Array): string =>
  new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
