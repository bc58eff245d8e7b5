import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { ByteSource } from '@cutover/content';

/** The bytes of a file, read from the disk piece by piece; the file has to stay as it is. Throws if it is not there. */
export function fileBytes(path: string): ByteSource {
  const { size } = statSync(path);
  return {
    size,
    read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      // Opened for each piece: a seed may name thousands of files, and descriptors are few.
      const file = openSync(path, 'r');
      try {
        const count = readSync(file, bytes, 0, bytes.length, offset);
        return bytes.subarray(0, count);
      } finally {
        closeSync(file);
      }
    },
  };
}
