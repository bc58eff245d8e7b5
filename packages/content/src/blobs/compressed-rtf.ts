import { contentErrors } from '../errors.ts';
import { contentLimits } from '../limits.ts';

const headerSize = 16;
const windowSize = 4096;
const compressed = 0x75465a4c;
const uncompressed = 0x414c454d;

/** Text that the window holds before the first byte. [MS-OXRTFCP] 2.1.2.1 */
const preset = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
    'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par ' +
    '\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** CRC over the bytes after the header: zlib's polynomial, but beginning with 0 and without the last inversion. */
export function rtfCrc(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return crc >>> 0;
}

/** Turns the value of 10090102 into RTF. [MS-OXRTFCP] 2.2 */
export function decompressRtf(value: Uint8Array): Uint8Array {
  if (value.length < headerSize) throw contentErrors.rtfDamaged({ reason: 'its header is cut off' });
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  const size = view.getUint32(0, true) + 4;
  const rawSize = view.getUint32(4, true);
  const type = view.getUint32(8, true);
  if (size > value.length) throw contentErrors.rtfDamaged({ reason: 'its end is cut off' });
  if (rawSize > contentLimits.rtfSize) throw contentErrors.rtfDamaged({ reason: 'it says to be too large' });
  const body = value.subarray(headerSize, Math.max(size, headerSize));
  if (type === uncompressed) return body.slice(0, rawSize);
  if (type !== compressed) throw contentErrors.rtfDamaged({ reason: 'its kind is unknown' });
  if (rtfCrc(body) !== view.getUint32(12, true)) throw contentErrors.rtfDamaged({ reason: 'its checksum is wrong' });
  return inflate(body, rawSize);
}

function inflate(body: Uint8Array, rawSize: number): Uint8Array {
  const window = new Uint8Array(windowSize);
  window.set(preset);
  // A token of two bytes gives 17 at most, whatever the header says.
  const out = new Uint8Array(Math.min(rawSize, body.length * 9));
  let length = 0;
  let at = preset.length;
  const put = (byte: number): void => {
    window[at] = byte;
    at = (at + 1) % windowSize;
    if (length < out.length) out[length++] = byte;
  };
  for (let read = 0; read < body.length;) {
    const control = body[read++]!;
    for (let bit = 0; bit < 8 && read < body.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(body[read++]!);
        continue;
      }
      if (read + 2 > body.length) throw contentErrors.rtfDamaged({ reason: 'a reference is cut off' });
      const token = (body[read]! << 8) | body[read + 1]!;
      read += 2;
      const offset = token >> 4;
      if (offset === at) return out.subarray(0, length);
      for (let index = 0; index < (token & 15) + 2; index++) put(window[(offset + index) % windowSize]!);
    }
  }
  return out.subarray(0, length);
}

/** Makes the value of 10090102 from RTF, as short as a search of the window finds it. [MS-OXRTFCP] 3.1.4 */
export function compressRtf(rtf: Uint8Array): Uint8Array {
  const body = deflate(rtf);
  const value = new Uint8Array(headerSize + body.length);
  const view = new DataView(value.buffer);
  view.setUint32(0, value.length - 4, true);
  view.setUint32(4, rtf.length, true);
  view.setUint32(8, compressed, true);
  view.setUint32(12, rtfCrc(body), true);
  value.set(body, headerSize);
  return value;
}

const longest = 17;

function deflate(rtf: Uint8Array): Uint8Array {
  const matcher = createMatcher(rtf);
  const out: number[] = [];
  let control = 0;
  let bit = 8;
  const token = (flag: 0 | 1, ...bytes: number[]): void => {
    if (bit === 8) {
      control = out.push(0) - 1;
      bit = 0;
    }
    out[control]! |= flag << bit++;
    out.push(...bytes);
  };
  let at = 0;
  while (at < rtf.length) {
    const { offset, length } = matcher.find(at);
    if (length < 2) token(0, rtf[at]!);
    else token(1, offset >> 4, ((offset & 15) << 4) | (length - 2));
    const step = Math.max(length, 1);
    matcher.advance(at, step);
    at += step;
  }
  const end = (preset.length + at) % windowSize;
  token(1, end >> 4, (end & 15) << 4);
  return Uint8Array.from(out);
}

/** Finds the longest earlier occurrence by a table of the last places of each pair of bytes, newest first. */
function createMatcher(rtf: Uint8Array) {
  const text = new Uint8Array(preset.length + rtf.length);
  text.set(preset);
  text.set(rtf, preset.length);
  const last = new Int32Array(65536).fill(-1);
  const before = new Int32Array(text.length).fill(-1);
  const remember = (at: number): void => {
    if (at + 1 >= text.length) return;
    const pair = (text[at]! << 8) | text[at + 1]!;
    before[at] = last[pair]!;
    last[pair] = at;
  };
  for (let at = 0; at < preset.length; at++) remember(at);
  const matchLength = (left: number, right: number): number => {
    let length = 0;
    while (length < longest && right + length < text.length && text[left + length] === text[right + length]) length++;
    return length;
  };
  return {
    find(at: number): { offset: number; length: number } {
      const here = at + preset.length;
      const best = { offset: 0, length: 0 };
      if (here + 1 >= text.length) return best;
      // The window holds 4096 bytes, of which the place to be written next must not be named: it ends the data.
      for (let from = last[(text[here]! << 8) | text[here + 1]!]!; from > here - windowSize; from = before[from]!) {
        if (from < 0) break;
        const length = matchLength(from, here);
        if (length > best.length) Object.assign(best, { offset: from % windowSize, length });
        if (length === longest) break;
      }
      return best;
    },
    advance(at: number, count: number): void {
      for (let index = 0; index < count; index++) remember(preset.length + at + index);
    },
  };
}
