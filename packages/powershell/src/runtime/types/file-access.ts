import { type Encoding, encodings } from '../../dotnet/index.ts';
import type { Files } from '../../host/files.ts';
import { withDotnetErrors } from '../../providers/file-system/file-record.ts';
import { netError } from '../errors/script-error.ts';
import { runningSession } from '../values/running-session.ts';
import type { EncodingValue } from '../values/encoding-value.ts';
import { fullPath } from './process-folder.ts';

/** The files that the embedder granted; without them none can be used. */
export function grantedFiles(): Files {
  const { files } = runningSession().capabilities;
  if (files) return files;
  throw netError('System.UnauthorizedAccessException', 'Scripts are granted no files here.');
}

const marks: readonly Encoding[] = [encodings.utf8, encodings.unicode, encodings.bigEndianUnicode];

/** A file's text; a byte order mark at its beginning says how it is written. */
export function decoded(bytes: Uint8Array, encoding: Encoding = encodings.utf8): string {
  const marked = marks.find(({ preamble }) => preamble.every((byte, index) => bytes[index] === byte));
  return marked ? marked.decode(bytes.subarray(marked.preamble.length)) : encoding.decode(bytes);
}

export const readBytes = (path: string): Uint8Array => withDotnetErrors(() => grantedFiles().read(fullPath(path)));
export const readText = (path: string, value?: EncodingValue): string => decoded(readBytes(path), value?.encoding);

/** The bytes of a new file; UTF-8 has no mark unless it is asked for. */
export function encoded(text: string, value: EncodingValue | undefined): Uint8Array {
  const { encode, preamble } = value?.encoding ?? encodings.utf8;
  const mark = value?.hasPreamble ? preamble : new Uint8Array(0);
  return Uint8Array.from([...mark, ...encode(text)]);
}

export const writeBytes = (path: string, bytes: Uint8Array): void =>
  withDotnetErrors(() => grantedFiles().write(fullPath(path), bytes));

export function appendText(path: string, text: string, value?: EncodingValue): void {
  withDotnetErrors(() => {
    const files = grantedFiles();
    const full = fullPath(path);
    if (!files.stat(full)) return files.write(full, encoded(text, value));
    const writer = files.open(full, 'append');
    writer.write((value?.encoding ?? encodings.utf8).encode(text));
    writer.close();
  });
}
