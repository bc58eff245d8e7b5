import { type Random, systemRandom } from '@cutover/base';
import { SeededRandom } from '../../dotnet/seeded-random.ts';

/** Random numbers as the random cmdlets make them out of random bytes. Source: PolymorphicRandomNumberGenerator. */
export interface RandomNumbers {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number from `low` up to, not including, `high`; both are Int32. */
  between(low: number, high: number): number;
  /** The same of Int64. */
  betweenLongs(low: bigint, high: bigint): bigint;
}

const most = 2147483647;

export function randomNumbers(source: Pick<Random, 'bytes'> = systemRandom): RandomNumbers {
  const sample = (): number => new DataView(wholeBuffer(source.bytes(4))).getInt32(0, true);
  const sampleBelowMost = (): number => {
    for (;;) {
      const value = sample();
      if (value !== most) return value;
    }
  };
  const fraction = (): number => {
    const value = sampleBelowMost();
    return (value < 0 ? value + most : value) * (1 / most);
  };
  const between = (low: number, high: number): number => {
    const range = high - low;
    if (range <= most) return Math.trunc(fraction() * range) + low;
    return Math.trunc((sampleBelowMost() + most) * (1 / (2 * most)) * range) + low;
  };
  const betweenLongs = (low: bigint, high: bigint): bigint => {
    const range = high - low;
    if (range <= BigInt(most)) return low + BigInt(between(0, Number(range)));
    // The original adds as doubles, too.
    return BigInt.asIntN(64, BigInt(Number(low) + Number(bitsBelow(source, range))));
  };
  return { fraction, between, betweenLongs };
}

/** The same numbers for the same seed. */
export const numbersOfSeed = (seed: number): RandomNumbers => {
  const random = new SeededRandom(seed);
  return randomNumbers({ bytes: (count) => random.bytes(count) });
};

const wholeBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** Random bits below a limit: draws again what lies outside. */
function bitsBelow(source: Pick<Random, 'bytes'>, limit: bigint): bigint {
  const bits = limit.toString(2).length;
  for (;;) {
    const drawn = new DataView(wholeBuffer(source.bytes(8))).getBigUint64(0, true);
    const value = BigInt.asUintN(bits, drawn);
    if (value < limit) return value;
  }
}
