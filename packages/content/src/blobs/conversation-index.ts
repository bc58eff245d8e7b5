import { parseGuid } from '@cutover/wire';

const headerSize = 22;

/** GUIDs stand in conversation indexes with their highest byte first. */
const bigEndianGuid = (guid: string): Buffer => {
  parseGuid(guid);
  return Buffer.from(guid.replaceAll('-', ''), 'hex');
};

/** PidTagConversationIndex of a first message, in the form of Exchange 2003. [MS-OXOMSG] 2.2.1.3 */
export function conversationIndex(sentAt: bigint, guid: string): Uint8Array {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(sentAt);
  return Uint8Array.from(Buffer.concat([time.subarray(0, 6), bigEndianGuid(guid)]));
}

/** Differences below 1.7 years are counted in steps of 26 ms, others of 0.8 s; each from the block before. */
const fineBits = 49n;

/** Steps of a block whose highest bit is set. */
const coarse = { bit: 0x80000000, shift: 23n } as const;
const fineShift = 18n;

/** The time that an index stands for: its header's, and the difference of each answer. */
function timeOf(index: Buffer): bigint {
  let time = BigInt(index.readUIntBE(0, 6)) << 16n;
  for (let at = headerSize; at + 5 <= index.length; at += 5) {
    const delta = index.readUInt32BE(at);
    const isCoarse = delta >= coarse.bit;
    time += BigInt(isCoarse ? delta - coarse.bit : delta) << (isCoarse ? coarse.shift : fineShift);
  }
  return time;
}

/** Adds the five bytes of an answer sent at this FILETIME. `random` is one byte, of which the upper half is used. */
export function answerIndex(index: Uint8Array, sentAt: bigint, random = 0): Uint8Array {
  if (index.length < headerSize) return index;
  const past = sentAt - timeOf(Buffer.from(index));
  const difference = past < 0n ? 0n : past;
  const isFine = difference < 1n << fineBits;
  const delta = Number((difference >> (isFine ? fineShift : coarse.shift)) & 0x7fffffffn);
  const block = Buffer.alloc(5);
  block.writeUInt32BE(isFine ? delta : delta + coarse.bit);
  block.writeUInt8(random & 0xf0, 4);
  return Uint8Array.from([...index, ...block]);
}
