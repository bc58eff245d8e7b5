import { type Codec, defineCodec } from '../codec.ts';
import { wireErrors } from '../errors.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';
import { type Counter, commonPrefix, counterByte, counterSize } from './counter.ts';
import { type IdRange, IdSet } from './id-set.ts';

/** Commands of a GLOBSET; 1 to 6 push so many bytes. [MS-OXCFXICS] 2.2.2.6 */
const command = { end: 0x00, pop: 0x50, bitmask: 0x42, range: 0x52 } as const;

/** Values that a bitmask can hold beyond its first. */
const maskBits = 8;

/** The bytes pushed so far: a prefix that the following counters share. */
interface Prefix {
  readonly length: number;
  readonly value: Counter;
}

const noPrefix: Prefix = { length: 0, value: 0 };

function extend(prefix: Prefix, reader: Reader, count: number): Prefix {
  let { value } = prefix;
  for (let index = 0; index < count; index++) value = value * 256 + reader.u8();
  return { length: prefix.length + count, value };
}

/** What is wrong with a GLOBSET; a server answers it by 0x4B6, RpcFormat. */
function malformed(reader: Reader, expected: string, actual: string): Error {
  return wireErrors.unexpected({ path: 'GLOBSET', offset: reader.offset, expected, actual });
}

function readRange(reader: Reader, prefix: Prefix): IdRange {
  const left = counterSize - prefix.length;
  const first = extend(prefix, reader, left).value;
  const last = extend(prefix, reader, left).value;
  if (first > last) throw malformed(reader, 'a range that ascends', `${first.toString(16)}-${last.toString(16)}`);
  return { first, last };
}

function* readBitmask(reader: Reader, prefix: Prefix): Generator<IdRange> {
  if (prefix.length !== counterSize - 1) throw malformed(reader, 'a prefix of 5 bytes', `${prefix.length}`);
  const first = extend(prefix, reader, 1).value;
  const mask = reader.u8();
  yield { first, last: first };
  for (let bit = 0; bit < maskBits; bit++) {
    const value = first + 1 + bit;
    if ((mask >> bit) & 1) yield { first: value, last: value };
  }
}

function* readRanges(reader: Reader): Generator<IdRange> {
  const stack: Prefix[] = [];
  for (;;) {
    const prefix = stack.at(-1) ?? noPrefix;
    const code = reader.u8();
    if (code === command.end) {
      if (stack.length > 0) throw malformed(reader, 'every prefix popped', `${stack.length} left`);
      return;
    }
    if (code === command.pop) {
      if (stack.pop() === undefined) throw malformed(reader, 'a prefix to pop', 'none');
    } else if (code === command.range && prefix.length < counterSize) yield readRange(reader, prefix);
    else if (code === command.bitmask) yield* readBitmask(reader, prefix);
    else if (code <= counterSize - prefix.length) {
      const pushed = extend(prefix, reader, code);
      // A prefix as long as a counter is one, and goes at once.
      if (pushed.length === counterSize) yield { first: pushed.value, last: pushed.value };
      else stack.push(pushed);
    } else throw malformed(reader, 'a command', `0x${code.toString(16)}`);
  }
}

/** The bytes of a counter from `from` up to `to`. */
function writeBytes(writer: Writer, value: Counter, from: number, to: number = counterSize): void {
  for (let index = from; index < to; index++) writer.u8(counterByte(value, index));
}

function push(writer: Writer, value: Counter, from: number, to: number = counterSize): void {
  writer.u8(to - from);
  writeBytes(writer, value, from, to);
}

function writeOne(writer: Writer, { first, last }: IdRange, prefix: number): void {
  if (first === last) return push(writer, first, prefix);
  writer.u8(command.range);
  writeBytes(writer, first, prefix);
  writeBytes(writer, last, prefix);
}

/** Where the ranges from `from` on end that share more than `prefix` bytes with the first; found in growing steps. */
function alike(ranges: readonly IdRange[], from: number, prefix: number): number {
  const { first } = ranges[from]!;
  const shares = (at: number): boolean => commonPrefix(first, ranges[at]!.last) > prefix;
  let low = from + 1;
  let step = 1;
  while (low + step < ranges.length && shares(low + step)) {
    low += step + 1;
    step *= 2;
  }
  let high = Math.min(ranges.length, low + step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (shares(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether pushing what the ranges share, and popping it, takes less than to repeat it. */
function isWorthAPrefix(ranges: readonly IdRange[], prefix: number): boolean {
  if (ranges.length === 1) return false;
  const shared = commonPrefix(ranges[0]!.first, ranges.at(-1)!.last) - prefix;
  const counters = ranges.reduce((sum, { first, last }) => sum + (first === last ? 1 : 2), 0);
  return counters * shared >= shared + 2;
}

function writeRanges(writer: Writer, ranges: readonly IdRange[], prefix: number): void {
  if (prefix === counterSize - 1) return writeLastBytes(writer, ranges);
  for (let from = 0; from < ranges.length;) {
    const to = alike(ranges, from, prefix);
    const group = ranges.slice(from, to);
    if (isWorthAPrefix(group, prefix)) writeGroup(writer, group, prefix);
    else for (const range of group) writeOne(writer, range, prefix);
    from = to;
  }
}

function writeGroup(writer: Writer, ranges: readonly IdRange[], prefix: number): void {
  const first = ranges[0]!.first;
  const shared = commonPrefix(first, ranges.at(-1)!.last);
  push(writer, first, prefix, shared);
  writeRanges(writer, ranges, shared);
  writer.u8(command.pop);
}

/** Ranges that differ in the last byte alone; those near each other go into one bitmask. */
function writeLastBytes(writer: Writer, ranges: readonly IdRange[]): void {
  for (let from = 0; from < ranges.length;) {
    const { first } = ranges[from]!;
    let to = from;
    while (to < ranges.length && ranges[to]!.last <= first + maskBits) to++;
    if (to - from > 1) writeBitmask(writer, ranges.slice(from, to));
    else writeOne(writer, ranges[from]!, counterSize - 1);
    from = Math.max(to, from + 1);
  }
}

function writeBitmask(writer: Writer, ranges: readonly IdRange[]): void {
  const { first } = ranges[0]!;
  let mask = 0;
  for (const range of ranges) for (let id = range.first; id <= range.last; id++) mask |= (1 << (id - first)) >> 1;
  writer.u8(command.bitmask);
  writer.u8(counterByte(first, counterSize - 1));
  writer.u8(mask);
}

/** A set of counters as a GLOBSET. It is written as short as prefixes and bitmasks make it. [MS-OXCFXICS] 3.1.5.4.3 */
export const globset: Codec<IdSet> = defineCodec<IdSet>({
  leastSize: 1,
  read: (reader) => IdSet.from(readRanges(reader)),
  write: (writer, set) => {
    writeRanges(writer, set.ranges, 0);
    writer.u8(command.end);
  },
});
