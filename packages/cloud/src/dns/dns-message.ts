import { cloudErrors } from '../errors.ts';

/** The kinds of records that mail routing is told by. RFC 1035 §3.2.2 */
export const recordTypes = { CNAME: 5, MX: 15, TXT: 16 } as const;
export type RecordType = keyof typeof recordTypes;

/** One record of an answer. */
export interface DnsRecord {
  readonly type: RecordType;
  /** Seconds that others may keep it. */
  readonly timeToLive: number;
  /** The host of a CNAME or MX, the text of a TXT. */
  readonly value: string;
  /** Of an MX: lower is tried first. */
  readonly preference?: number;
}

const internet = 1;
const headerLength = 12;
const optRecord = 41;
/** What we take in one datagram, so that long TXT records need no second way. RFC 6891 */
export const datagramBytes = 4096;

/** A question for one name, recursion wanted. RFC 1035 §4.1 */
export function encodeQuery(id: number, name: string, type: RecordType): Buffer {
  const header = Buffer.alloc(headerLength);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(0x0100, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(1, 10);
  const labels = name
    .split('.')
    .map((label) => Buffer.concat([Buffer.of(Buffer.byteLength(label)), Buffer.from(label)]));
  const question = Buffer.alloc(4);
  question.writeUInt16BE(recordTypes[type], 0);
  question.writeUInt16BE(internet, 2);
  const extension = Buffer.alloc(11);
  extension.writeUInt16BE(optRecord, 1);
  extension.writeUInt16BE(datagramBytes, 3);
  return Buffer.concat([header, ...labels, Buffer.of(0), question, extension]);
}

/** An answer that did not fit into its datagram: by TCP it does. RFC 1035 §4.2.1 */
export const isTruncated = (bytes: Buffer): boolean => (bytes.readUInt16BE(2) & 0x0200) !== 0;

/** The records of a name and type in an answer; empty when there are none. Throws for an answer that says why not, or is damaged. */
export function decodeAnswer(bytes: Buffer, asked: { name: string; type: RecordType }): DnsRecord[] {
  try {
    return readAnswer(bytes, asked);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw cloudErrors.dnsFailed({ name: asked.name, reason: 'the answer is damaged' }, { cause });
  }
}

const answerCodes: Readonly<Record<number, string>> = {
  1: 'the question was not understood',
  2: 'the server failed',
  5: 'the server refuses to answer',
};
const noSuchName = 3;

function readAnswer(bytes: Buffer, { name, type }: { name: string; type: RecordType }): DnsRecord[] {
  const code = bytes.readUInt16BE(2) & 0xf;
  if (code === noSuchName) throw cloudErrors.dnsNameUnknown({ name });
  if (code !== 0) throw cloudErrors.dnsFailed({ name, reason: answerCodes[code] ?? `the answer has code ${code}` });
  let at = headerLength;
  for (let left = bytes.readUInt16BE(4); left > 0; left--) at = readName(bytes, at).next + 4;
  const records: DnsRecord[] = [];
  for (let left = bytes.readUInt16BE(6); left > 0; left--) {
    const { next } = readName(bytes, at);
    const length = bytes.readUInt16BE(next + 8);
    if (bytes.readUInt16BE(next) === recordTypes[type]) records.push(readRecord(bytes, { next, length, type }));
    at = next + 10 + length;
  }
  return records;
}

function readRecord(
  bytes: Buffer,
  { next, length, type }: { next: number; length: number; type: RecordType },
): DnsRecord {
  const timeToLive = bytes.readUInt32BE(next + 4);
  const data = next + 10;
  if (type === 'TXT') return { type, timeToLive, value: readTexts(bytes, data, data + length) };
  if (type === 'CNAME') return { type, timeToLive, value: readName(bytes, data).name };
  return { type, timeToLive, preference: bytes.readUInt16BE(data), value: readName(bytes, data + 2).name };
}

/** The strings of one TXT record make one text. RFC 7208 §3.3 */
function readTexts(bytes: Buffer, start: number, end: number): string {
  const texts: string[] = [];
  for (let at = start; at < end; at += 1 + bytes.readUInt8(at)) {
    texts.push(bytes.toString('utf8', at + 1, at + 1 + bytes.readUInt8(at)));
  }
  return texts.join('');
}

const pointer = 0xc0;
const mostLabels = 128;

/** A name, whose end may stand elsewhere; `next` is behind it where it began. */
function readName(bytes: Buffer, start: number): { name: string; next: number } {
  const labels: string[] = [];
  let next: number | undefined;
  for (let at = start, jumps = 0; ;) {
    const length = bytes.readUInt8(at);
    if (length === 0) return { name: labels.join('.').toLowerCase(), next: next ?? at + 1 };
    if (labels.length + ++jumps > mostLabels) throw new RangeError('the name goes in a circle');
    if ((length & pointer) === pointer) {
      next ??= at + 2;
      at = bytes.readUInt16BE(at) & 0x3fff;
    } else {
      labels.push(bytes.toString('utf8', at + 1, at + 1 + length));
      at += 1 + length;
    }
  }
}
