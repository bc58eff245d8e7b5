import type { SeededRandom } from '@cutover/base';
import type { ByteSource } from '@cutover/content';
import type { SeedAttachment } from '../seed-item.ts';
import { stableRandom } from '../stable.ts';
import { logNormal } from './distribution.ts';

/** What files of a kind begin with, and their MIME type. */
const kinds: Readonly<Record<string, { readonly mimeType: string; readonly magic: readonly number[] }>> = {
  doc: { mimeType: 'application/msword', magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  xls: { mimeType: 'application/vnd.ms-excel', magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  ppt: { mimeType: 'application/vnd.ms-powerpoint', magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  pdf: { mimeType: 'application/pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34, 0x0a] },
  jpg: { mimeType: 'image/jpeg', magic: [0xff, 0xd8, 0xff, 0xe0] },
  zip: { mimeType: 'application/zip', magic: [0x50, 0x4b, 0x03, 0x04] },
  csv: { mimeType: 'text/csv', magic: [0xef, 0xbb, 0xbf] },
};

const size = { median: 60_000, sigma: 1.5, least: 200, most: 8_000_000 } as const;

/** A file of one of these names, with a size as files have them; its bytes take no memory until they are read. */
export function anyAttachment(random: SeededRandom, names: readonly string[]): SeedAttachment {
  const name = random.pick(names);
  const { mimeType, magic } = kinds[name.slice(name.lastIndexOf('.') + 1)]!;
  return {
    name,
    mimeType,
    data: tiledBytes(logNormal(random, size), { magic, offset: random.integer(0, tileSize - 1) }),
  };
}

const tileSize = 1024 * 1024;
let tile: Uint8Array | undefined;

/** Noise that all files are cut from; words of 32 bits, as a million single calls would be felt. */
function noise(): Uint8Array {
  if (tile !== undefined) return tile;
  const random = stableRandom('company', 'noise');
  const numbers = new Uint32Array(tileSize / 4);
  for (let index = 0; index < numbers.length; index++) numbers[index] = random.next() * 0x1_0000_0000;
  tile = new Uint8Array(numbers.buffer);
  return tile;
}

function tiledBytes(length: number, { magic, offset }: { magic: readonly number[]; offset: number }): ByteSource {
  return {
    size: length,
    read(from, count) {
      const bytes = new Uint8Array(Math.max(0, Math.min(count, length - from)));
      for (let done = 0; done < bytes.length;) {
        const at = (offset + from + done) % tileSize;
        const piece = noise().subarray(at, at + bytes.length - done);
        bytes.set(piece, done);
        done += piece.length;
      }
      for (let index = from; index < Math.min(magic.length, from + bytes.length); index++)
        bytes[index - from] = magic[index]!;
      return bytes;
    },
  };
}
