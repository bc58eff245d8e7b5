import { crc32, inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './zip-writer.ts';

/** What is wrong with an archive. */
export class ZipError extends Error {}

/** No archive of an administrator unpacks to more: a small one can claim any size. */
const largestEntry = 2 ** 30;

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const endSize = 22;
const centralSize = 46;
const localSize = 30;

/** The entries of an archive, their sums checked. */
export function readZip(given: Uint8Array): readonly ZipEntry[] {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  try {
    return readEntries(bytes);
  } catch (error) {
    throw error instanceof RangeError ? new ZipError('The archive is cut short.') : error;
  }
}

function readEntries(bytes: Buffer): readonly ZipEntry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== centralSignature) throw new ZipError('The directory of the archive is damaged.');
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    entries.push(readEntry(bytes, at, nameLength));
    at += centralSize + nameLength + extra + comment;
  }
  return entries;
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - endSize; at >= Math.max(0, bytes.length - endSize - 0xffff); at--) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  throw new ZipError('End of Central Directory record could not be found.');
}

function readEntry(bytes: Buffer, at: number, nameLength: number): ZipEntry {
  const method = bytes.readUInt16LE(at + 10);
  const [sum, packed, size] = [16, 20, 24].map((offset) => bytes.readUInt32LE(at + offset)) as [number, number, number];
  const local = bytes.readUInt32LE(at + 42);
  const start = local + localSize + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (size > largestEntry || start + packed > bytes.length) throw new ZipError('An entry of the archive is too large.');
  const name = bytes.toString('utf8', at + centralSize, at + centralSize + nameLength);
  const content = unpack(bytes.subarray(start, start + packed), method, size);
  if (crc32(content) !== sum) throw new ZipError(`The entry '${name}' is damaged.`);
  return { name, bytes: content, modified: fromDos(bytes.readUInt16LE(at + 14), bytes.readUInt16LE(at + 12)) };
}

function unpack(data: Buffer, method: number, size: number): Uint8Array {
  if (method === 0) return data;
  if (method !== 8) throw new ZipError(`The compression method ${method} is not supported.`);
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new ZipError('An entry of the archive cannot be unpacked.');
  }
}

const fromDos = (day: number, time: number): Date =>
  new Date((day >> 9) + 1980, ((day >> 5) & 15) - 1, day & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2);
