import { once } from '../../dotnet/once.ts';
import { convertTo } from '../conversions/convert.ts';
import { netError } from '../errors/script-error.ts';
import { integerRanges } from '../../syntax/integer-ranges.ts';
import { integer, type IntegerType, type NumericValue, toBigInt } from '../values/number-types.ts';
import type { TypeValue } from '../values/type-value.ts';
import { overload, type Overload } from './define-type.ts';
import { coreTypes } from './type-registry.ts';

type Methods = Readonly<Record<string, readonly Overload[]>>;

const targets = 'Boolean Byte Char DateTime Decimal Double Int16 Int32 Int64 SByte Single UInt16 UInt32 UInt64';

function conversion(name: string): Overload {
  const returns = `System.${name}`;
  const form = overload('System.IFormatProvider provider', (self) => convertTo(self, coreTypes.find(returns)!));
  return Object.assign(form, { returns });
}

/** What all numbers have of System.IConvertible. */
export const convertibleMethods = once((): Methods => ({
  ...Object.fromEntries(targets.split(' ').map((name) => [`To${name}`, [conversion(name)]])),
  ToType: [
    overload('type conversionType, System.IFormatProvider provider', (self, { type }: TypeValue) =>
      convertTo(self, type),
    ),
  ],
}));

/** Scripts of the original cannot make a span either. */
export function noSpan(): never {
  throw netError('System.NotSupportedException', 'Spans are not supported.');
}

const writeToSpan = (): readonly Overload[] => [
  overload('System.Span`1[System.Byte] destination, ref int bytesWritten', noSpan),
];

/** What whole numbers have besides. */
export function integerMethods(type: IntegerType): Methods {
  const [low, high] = integerRanges[type];
  const count = (high - low).toString(16).length / 2;
  return {
    GetByteCount: [overload('', () => count)],
    GetShortestBitLength: [overload('', (self: NumericValue) => shortestLength(toBigInt(self)))],
    TryFormat: [
      overload(
        'System.Span`1[System.Char] destination, ref int charsWritten, System.ReadOnlySpan`1[System.Char] format, System.IFormatProvider provider',
        noSpan,
      ),
    ],
    TryWriteBigEndian: writeToSpan(),
    TryWriteLittleEndian: writeToSpan(),
    WriteBigEndian: writeForms((value) => bytesOf(value, count).toReversed()),
    WriteLittleEndian: writeForms((value) => bytesOf(value, count)),
  };
}

const shortestLength = (value: bigint): number => (value < 0n ? bitsOf(~value) + 1 : bitsOf(value));
const bitsOf = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);

/** The lowest byte first. */
const bytesOf = (value: bigint, count: number): bigint[] =>
  Array.from({ length: count }, (_, index) => (value >> BigInt(8 * index)) & 255n);

function writeForms(bytes: (value: bigint) => readonly bigint[]): readonly Overload[] {
  const write = (self: NumericValue, destination: unknown[], start: number): number => {
    const written = bytes(toBigInt(self));
    if (start < 0 || start + written.length > destination.length)
      throw netError('System.ArgumentException', "Destination is too short. (Parameter 'destination')");
    for (const [index, byte] of written.entries()) destination[start + index] = integer('Byte', byte);
    return written.length;
  };
  return [
    overload('byte[] destination', (self: NumericValue, destination: unknown[]) => write(self, destination, 0)),
    overload('byte[] destination, int startIndex', write),
  ];
}
