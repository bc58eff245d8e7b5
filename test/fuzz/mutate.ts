import type { SeededRandom } from '@cutover/base';

type Mutation = (bytes: Uint8Array, random: SeededRandom) => Uint8Array;

/** Numbers on which counts and offsets break. */
const edges = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

const place = (bytes: Uint8Array, random: SeededRandom): number => random.integer(0, Math.max(0, bytes.length - 1));

const flipBits: Mutation = (bytes, random) => {
  for (let count = random.integer(1, 6); count > 0; count--) {
    const at = place(bytes, random);
    bytes[at]! ^= 1 << random.integer(0, 7);
  }
  return bytes;
};

const setNumber: Mutation = (bytes, random) => {
  const size = random.pick([1, 2, 4]);
  if (bytes.length < size) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // Most numbers of the wire are aligned.
  const at = Math.min(place(bytes, random) & -size, bytes.length - size);
  const value = random.pick(edges);
  if (size === 1) view.setUint8(at, value & 0xff);
  else if (size === 2) view.setUint16(at, value & 0xffff, true);
  else view.setUint32(at, value, true);
  return bytes;
};

const truncate: Mutation = (bytes, random) => bytes.subarray(0, random.integer(0, bytes.length));

const extend: Mutation = (bytes, random) => Buffer.concat([bytes, random.bytes(random.integer(1, 64))]);

const insert: Mutation = (bytes, random) => {
  const at = random.integer(0, bytes.length);
  return Buffer.concat([bytes.subarray(0, at), random.bytes(random.integer(1, 8)), bytes.subarray(at)]);
};

const remove: Mutation = (bytes, random) => {
  const at = random.integer(0, bytes.length);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.integer(1, 8))]);
};

const overwrite: Mutation = (bytes, random) => {
  bytes.set(random.bytes(Math.min(bytes.length, random.integer(1, 16))), 0);
  return bytes;
};

const replace: Mutation = (_bytes, random) => random.bytes(random.integer(0, 120));

/** The gentle ones come more often: what is damaged too much does not reach far. */
const mutations: readonly Mutation[] = [
  flipBits,
  flipBits,
  flipBits,
  setNumber,
  setNumber,
  setNumber,
  truncate,
  extend,
  insert,
  remove,
  overwrite,
  replace,
];

/** A damaged copy of `bytes`; what lies before `from` stays. */
export function mutate(bytes: Uint8Array, random: SeededRandom, from = 0): Uint8Array {
  let tail: Uint8Array = Uint8Array.from(bytes.subarray(from));
  for (let count = random.integer(1, 2); count > 0; count--)
    tail = Uint8Array.from(random.pick(mutations)(tail, random));
  return Buffer.concat([bytes.subarray(0, from), tail]);
}
