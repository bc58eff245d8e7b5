import type { ByteSource } from '@cutover/content';
import { stableRandom } from './stable.ts';

const tileSize = 65536;

/**
 * Bytes that take no memory until they are read: the same for the same key, at every offset, and not the same again
 * within 16 MB, so that a piece lost or read twice shows.
 */
export function generatedBytes(size: number, key: string): ByteSource {
  let tile: Uint8Array | undefined;
  return {
    size,
    read(offset, length) {
      tile ??= stableRandom(key).bytes(Math.min(size, tileSize));
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      for (let done = 0; done < bytes.length;) {
        const at = (offset + done) % tileSize;
        const count = Math.min(tileSize - at, bytes.length - done);
        const mask = Math.floor((offset + done) / tileSize) & 0xff;
        for (let index = 0; index < count; index++) bytes[done + index] = tile[at + index]! ^ mask;
        done += count;
      }
      return bytes;
    },
  };
}
