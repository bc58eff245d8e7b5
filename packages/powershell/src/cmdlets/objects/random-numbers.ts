import { type Random, seededRandom, systemRandom } from '@cutover/base';

/** Random numbers out of a source of random bytes. */
export interface RandomNumbers {
  /** In [0, 1). */
  next(): number;
  /** A whole number from 0 up to, not including, a limit. */
  below(limit: bigint): bigint;
}

const fraction = 2 ** 53;

export function randomNumbers(source: Random = systemRandom): RandomNumbers {
  return {
    next: () => Number(bitsOf(source, 53)) / fraction,
    below: (limit) => belowLimit(source, limit),
  };
}

/** The same numbers for the same seed. */
export const numbersOfSeed = (seed: number): RandomNumbers => randomNumbers(seededRandom(seed));

/** As many random bits. */
function bitsOf(source: Random, bits: number): bigint {
  const bytes = source.bytes(Math.ceil(bits / 8));
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value & ((1n << BigInt(bits)) - 1n);
}

/** Draws again what lies outside, so that all numbers are as likely. */
function belowLimit(source: Random, limit: bigint): bigint {
  const bits = (limit - 1n).toString(2).length;
  for (;;) {
    const value = bitsOf(source, bits);
    if (value < limit) return value;
  }
}
