import { Char, isNumeric, numericType, toBigInt, toNumber } from '../../runtime/values/number-types.ts';
import { EnumValue } from '../../runtime/values/enum-value.ts';

const wholeSizes: Readonly<Record<string, number>> = {
  SByte: 1,
  Byte: 1,
  Int16: 2,
  UInt16: 2,
  Int32: 4,
  UInt32: 4,
  Int64: 8,
  UInt64: 8,
};

/** The bytes of a number, a character or a truth value as .NET keeps it; undefined for any other value. */
export function bytesOfValue(value: unknown): Uint8Array | undefined {
  if (value instanceof EnumValue) return wholeBytes(BigInt(value.value), 4);
  // As it is marshalled: a character has one byte, a truth value four.
  if (value instanceof Char) return Uint8Array.of(value.value.charCodeAt(0) & 255);
  if (typeof value === 'boolean') return wholeBytes(value ? 1n : 0n, 4);
  if (!isNumeric(value)) return undefined;
  const type = numericType(value)!;
  if (type === 'Single') return new Uint8Array(Float32Array.of(toNumber(value)).buffer);
  if (type === 'Double') return new Uint8Array(Float64Array.of(toNumber(value)).buffer);
  const size = wholeSizes[type];
  return size === undefined ? undefined : wholeBytes(toBigInt(value), size);
}

/** The lowest byte first. */
const wholeBytes = (value: bigint, size: number): Uint8Array =>
  new Uint8Array(BigInt64Array.of(BigInt.asIntN(64, value)).buffer, 0, size);
