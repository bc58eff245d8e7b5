import type { ByteSource } from '@cutover/content';
import { stableRandom } from './stable.ts';

const tileSize = 65536;

/**
 * Bytes that take no memory until they are read: the same for the same key, at every offset, and not the same again
 * within 16 MB, so that a piece lost or read twice shows.
 */
export function generatedBytes(size: number, key: string): ByteSource {
  const tile = stableRandom(key).bytes(tileSize);
  return {
    size,
    read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      for (let index = 0; index < bytes.length; index++) {
        const at = offset + index;
        bytes[index] = tile[at % tileSize]! ^ (Math.floor(at / tileSize) & 0xff);
      }
      return bytes;
    },
  };
}
