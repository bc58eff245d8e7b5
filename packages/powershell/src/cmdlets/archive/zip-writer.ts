import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** With `/` between its parts; a folder's ends in one. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly modified: Date;
}

export interface ZipOptions {
  /** 0 stores without compressing. */
  readonly level: number;
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
/** Names are UTF-8. */
const utf8Names = 0x800;
const version = 20;

/** Date and time as DOS has them: two seconds are the least. Source: APPNOTE 4.4.6. */
function dosTime(date: Date): { readonly time: number; readonly day: number } {
  return {
    time: (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1),
    day: ((Math.max(1980, date.getFullYear()) - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate(),
  };
}

interface Packed {
  readonly head: Buffer;
  readonly name: Buffer;
  readonly data: Uint8Array;
}

function pack({ name, bytes, modified }: ZipEntry, level: number): Packed {
  const deflated = level === 0 || bytes.length === 0 ? undefined : deflateRawSync(bytes, { level });
  const data = deflated && deflated.length < bytes.length ? deflated : bytes;
  const { time, day } = dosTime(modified);
  const encoded = Buffer.from(name, 'utf8');
  const head = Buffer.alloc(26);
  head.writeUInt16LE(version, 0);
  head.writeUInt16LE(utf8Names, 2);
  head.writeUInt16LE(data === bytes ? 0 : 8, 4);
  head.writeUInt16LE(time, 6);
  head.writeUInt16LE(day, 8);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(data.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(encoded.length, 22);
  return { head, name: encoded, data };
}

function signed(signature: number, ...parts: readonly Uint8Array[]): Buffer {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  return Buffer.concat([mark, ...parts]);
}

/** An archive of these entries. Source: PKWARE APPNOTE 4.3, without the 64-bit extensions. */
export function writeZip(entries: readonly ZipEntry[], { level }: ZipOptions): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { head, name, data } of entries.map((entry) => pack(entry, level))) {
    const local = signed(signatures.local, head, name, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signed(signatures.central, Buffer.of(version, 0), head, place, name));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, signed(signatures.end, end)]);
}
