import { defineCodec } from '../codec.ts';
import { wireErrors } from '../errors.ts';

/** The number in an id or a change number: 48 bits, never used twice. [MS-OXCDATA] 2.2.1.1 */
export type Counter = number;

/** Bytes of a counter. */
export const counterSize = 6;
/** The largest counter. */
export const maxCounter: Counter = 2 ** 48 - 1;

/** A counter: six bytes, highest first, the only big-endian number of the protocol. */
export const counter = defineCodec<Counter>({
  leastSize: counterSize,
  read: (reader) => reader.u16be() * 2 ** 32 + reader.u32be(),
  write: (writer, value) => {
    if (!Number.isInteger(value) || value < 0 || value > maxCounter) {
      throw wireErrors.outOfRange({ path: '', offset: writer.offset, value: String(value), range: '48 bits' });
    }
    writer.u16be(Math.floor(value / 2 ** 32));
    writer.u32be(value % 2 ** 32);
  },
});

// What each byte of a counter counts, the highest first. Bit operations end at 32 bits, so counters are divided.
const weights = [2 ** 40, 2 ** 32, 2 ** 24, 2 ** 16, 2 ** 8, 1] as const;

/** Byte `index` of a counter, 0 the highest. */
export const counterByte = (value: Counter, index: number): number => Math.floor(value / weights[index]!) % 256;

/** How many leading bytes two counters share. */
export function commonPrefix(left: Counter, right: Counter): number {
  let length = 0;
  while (length < counterSize && Math.floor(left / weights[length]!) === Math.floor(right / weights[length]!)) length++;
  return length;
}
