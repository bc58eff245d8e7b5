import type { Ids, Random } from './ports.ts';

/** A generator that gives the same numbers for the same seed on every machine (mulberry32); never for secrets. */
export interface SeededRandom extends Random, Ids {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [low, high]. */
  integer(low: number, high: number): number;
  pick<T>(values: readonly T[]): T;
}

/** Makes a SeededRandom from a 32-bit seed. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const bytes = (length: number): Uint8Array => {
    const made = new Uint8Array(length);
    for (let index = 0; index < length; index++) made[index] = next() * 256;
    return made;
  };
  const guid = (): string => {
    const raw = bytes(16);
    raw[6] = (raw[6]! & 0x0f) | 0x40;
    raw[8] = (raw[8]! & 0x3f) | 0x80;
    const hex = Buffer.from(raw).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
  const pick = <T>(values: readonly T[]): T => values[integer(0, values.length - 1)]!;
  return { next, integer, bytes, guid, pick };
}
