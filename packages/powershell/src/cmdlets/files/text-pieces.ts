import type { Files } from '../../host/files.ts';
import { textEncoding } from './text-encoding.ts';

/** Larger files are read piece by piece, in bytes. */
const largest = 4 * 1024 * 1024;

const sample = 'a\u00e9';
const utf16Mark = /^(?:\u00ff\u00fe|\u00fe\u00ff)/;

/** The text of a large file in UTF-8, piece by piece; undefined for others, which are read whole. */
export function textPieces({ files, path, encoding }: LargeText): Iterable<string> | undefined {
  if (!files.pieces || (files.stat(path)?.size ?? 0) <= largest || !isUtf8(encoding)) return undefined;
  const [first] = files.pieces(path);
  const start = String.fromCharCode(...(first ?? []).slice(0, 4));
  if (utf16Mark.test(start) || start.startsWith('\0\0\u00fe\u00ff')) return undefined;
  return decoded(files.pieces(path));
}

export interface LargeText {
  readonly files: Files;
  readonly path: string;
  /** What `-Encoding` says. */
  readonly encoding: unknown;
}

const isUtf8 = (encoding: unknown): boolean =>
  Buffer.from(textEncoding(encoding).encode(sample)).toString('utf8') === sample;

function* decoded(pieces: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  for (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** Whole lines of the pieces, as many at a time as a piece ends. */
export function* wholeLines(pieces: Iterable<string>): Generator<string> {
  let rest = '';
  for (const piece of pieces) {
    const text = rest + piece;
    const end = text.lastIndexOf('\n') + 1;
    if (end > 0) yield text.slice(0, end);
    rest = text.slice(end);
  }
  if (rest !== '') yield rest;
}
