/*
 * A FastTransfer messageContent taken apart for the hashes, by [MS-OXCFXICS] 2.2.4 alone: it shares no line with the packages that
 * carry messages, so that a fault of theirs cannot hide itself here.
 */

/** A value as the hashes know it: text without its terminator, numbers as they are, times and 64-bit numbers as bigint. */
export type Value = string | number | bigint | boolean | Uint8Array | Value[];

export interface StreamProperty {
  readonly id: number;
  readonly type: number;
  /** GUID and LID or name of a named property. */
  readonly name: { readonly set: string; readonly lid?: number; readonly name?: string } | undefined;
  readonly value: Value;
}

export interface StreamMessage {
  readonly properties: StreamProperty[];
  readonly recipients: StreamProperty[][];
  readonly attachments: { readonly properties: StreamProperty[]; readonly embedded: StreamMessage | undefined }[];
}

const mark = {
  newAttach: 0x40000003,
  startEmbed: 0x40010003,
  endEmbed: 0x40020003,
  startRecip: 0x40030003,
  endToRecip: 0x40040003,
  endAttach: 0x400e0003,
} as const;
const marks = new Set<number>(Object.values(mark));
const meta = new Set([0x40160003, 0x400f0003, 0x4008001e, 0x40110102]);

/** Reads a whole messageContent; throws where it breaks the grammar. */
export function readMessage(bytes: Buffer): StreamMessage {
  const cursor = { bytes, at: 0 };
  const message = readContent(cursor);
  if (cursor.at !== bytes.length) throw new Error(`${bytes.length - cursor.at} bytes after the message`);
  return message;
}

interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

const peek = ({ bytes, at }: Cursor): number => (at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0);

function accept(cursor: Cursor, tag: number): boolean {
  if (peek(cursor) !== tag) return false;
  cursor.at += 4;
  return true;
}

function expectMark(cursor: Cursor, tag: number): void {
  if (!accept(cursor, tag)) throw new Error(`no ${tag.toString(16)} at ${cursor.at}`);
}

function readContent(cursor: Cursor): StreamMessage {
  const properties = readList(cursor);
  const recipients: StreamMessage['recipients'] = [];
  while (accept(cursor, mark.startRecip)) {
    recipients.push(readList(cursor));
    expectMark(cursor, mark.endToRecip);
    skipMeta(cursor);
  }
  const attachments: StreamMessage['attachments'] = [];
  while (accept(cursor, mark.newAttach)) {
    const own = readList(cursor);
    const embedded = accept(cursor, mark.startEmbed) ? readContent(cursor) : undefined;
    if (embedded) expectMark(cursor, mark.endEmbed);
    expectMark(cursor, mark.endAttach);
    skipMeta(cursor);
    attachments.push({ properties: own, embedded });
  }
  return { properties, recipients, attachments };
}

/** Meta-properties direct the reader and belong to nobody. */
function skipMeta(cursor: Cursor): void {
  while (meta.has(peek(cursor))) readProperty(cursor);
}

function readList(cursor: Cursor): StreamProperty[] {
  const properties: StreamProperty[] = [];
  while (cursor.at < cursor.bytes.length && !marks.has(peek(cursor))) {
    const isMeta = meta.has(peek(cursor));
    const property = readProperty(cursor);
    if (!isMeta) properties.push(property);
  }
  return properties;
}

function readProperty(cursor: Cursor): StreamProperty {
  const type = take(cursor, 2).readUInt16LE();
  const id = take(cursor, 2).readUInt16LE();
  const name = id >= 0x8000 ? readName(cursor) : undefined;
  return { id, type, name, value: readValue(cursor, type) };
}

function readName(cursor: Cursor): StreamProperty['name'] {
  const set = guidText(take(cursor, 16));
  if (take(cursor, 1)[0] === 0) return { set, lid: take(cursor, 4).readUInt32LE() };
  let end = cursor.at;
  while (cursor.bytes.readUInt16LE(end) !== 0) end += 2;
  const name = take(cursor, end - cursor.at).toString('utf16le');
  take(cursor, 2);
  return { set, name };
}

function readValue(cursor: Cursor, type: number): Value {
  if ((type & 0xf000) === 0x1000) {
    const count = take(cursor, 4).readUInt32LE();
    return Array.from({ length: count }, () => readValue(cursor, type & 0x0fff));
  }
  const fixed = fixedReaders[type];
  if (fixed) return fixed.read(take(cursor, fixed.size));
  const bytes = take(cursor, take(cursor, 4).readUInt32LE());
  if (type === 0x1f) return withoutEnd(bytes.toString('utf16le'));
  return type === 0x1e ? withoutEnd(bytes.toString('latin1')) : bytes;
}

const withoutEnd = (text: string): string => (text.endsWith('\0') ? text.slice(0, -1) : text);

const fixedReaders: Record<number, { size: number; read: (bytes: Buffer) => Value }> = {
  0x02: { size: 2, read: (bytes) => bytes.readInt16LE() },
  0x03: { size: 4, read: (bytes) => bytes.readInt32LE() },
  0x04: { size: 4, read: (bytes) => bytes.readFloatLE() },
  0x05: { size: 8, read: (bytes) => bytes.readDoubleLE() },
  0x06: { size: 8, read: (bytes) => bytes.readBigInt64LE() },
  0x07: { size: 8, read: (bytes) => bytes.readDoubleLE() },
  0x0b: { size: 2, read: (bytes) => bytes[0] !== 0 },
  0x14: { size: 8, read: (bytes) => bytes.readBigInt64LE() },
  0x40: { size: 8, read: (bytes) => bytes.readBigUInt64LE() },
  0x48: { size: 16, read: guidText },
};

function guidText(bytes: Buffer): string {
  const mixed = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15].map((index) => bytes[index]!);
  const hex = Buffer.from(mixed).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function take(cursor: Cursor, length: number): Buffer {
  if (cursor.at + length > cursor.bytes.length) throw new Error(`the message ends inside of a value at ${cursor.at}`);
  cursor.at += length;
  return cursor.bytes.subarray(cursor.at - length, cursor.at);
}
