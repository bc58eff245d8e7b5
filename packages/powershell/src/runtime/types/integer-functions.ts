import { netError } from '../errors/script-error.ts';
import { integerRanges } from '../../syntax/integer-ranges.ts';
import { integer, type IntegerType, type NumericValue, toBigInt } from '../values/number-types.ts';
import { overload, type Overload } from './define-type.ts';

interface Size {
  /** How many bits the type has. */
  readonly bits: bigint;
  readonly mask: bigint;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
const bitText = (value: bigint, { mask }: Size): string => (value & mask).toString(2);

function clamp(value: bigint, low: bigint, high: bigint): bigint {
  if (low > high) throw netError('System.ArgumentException', `'${low}' cannot be greater than ${high}.`);
  return value < low ? low : value > high ? high : value;
}

type Binary = readonly [names: readonly [string, string], call: (left: bigint, right: bigint) => bigint];

/** Source: System.Numerics.INumber and IBinaryInteger. */
const ofTwo: Readonly<Record<string, Binary>> = {
  Max: [['x', 'y'], (x, y) => (x > y ? x : y)],
  Min: [['x', 'y'], (x, y) => (x < y ? x : y)],
};

const ofTwoSigned: Readonly<Record<string, Binary>> = {
  CopySign: [['value', 'sign'], (value, sign) => (sign < 0n ? -magnitude(value) : magnitude(value))],
  MaxMagnitude: [
    ['x', 'y'],
    (x, y) => (magnitude(x) > magnitude(y) || (magnitude(x) === magnitude(y) && x > y) ? x : y),
  ],
  MinMagnitude: [
    ['x', 'y'],
    (x, y) => (magnitude(x) < magnitude(y) || (magnitude(x) === magnitude(y) && x < y) ? x : y),
  ],
};

const ofBits: Readonly<Record<string, (value: bigint, size: Size) => bigint>> = {
  LeadingZeroCount: (value, size) =>
    (value & size.mask) === 0n ? size.bits : size.bits - BigInt(bitText(value, size).length),
  PopCount: (value, size) => BigInt(bitText(value, size).replaceAll('0', '').length),
  TrailingZeroCount: (value, size) =>
    (value & size.mask) === 0n ? size.bits : BigInt(/0*$/.exec(bitText(value, size))![0].length),
};

function rotate(value: bigint, amount: bigint, { bits, mask }: Size): bigint {
  const by = ((amount % bits) + bits) % bits;
  const plain = value & mask;
  return ((plain << by) | (plain >> (bits - by))) & mask;
}

/** Static functions that every type of whole numbers has. */
export function integerFunctions(type: IntegerType): Readonly<Record<string, readonly Overload[]>> {
  const [low, high] = integerRanges[type];
  const size: Size = { bits: BigInt((high - low).toString(2).length), mask: high - low };
  const own = (value: bigint): unknown => integer(type, value > high ? value - size.mask - 1n : value);
  const checked = (value: bigint): unknown => {
    if (value > high)
      throw netError('System.OverflowException', 'Negating the minimum value of a twos complement number is invalid.');
    return integer(type, value);
  };
  const two = ([[first, second], call]: Binary): readonly Overload[] => [
    overload(`System.${type} ${first}, System.${type} ${second}`, (_self: null, x: NumericValue, y: NumericValue) =>
      checked(call(toBigInt(x), toBigInt(y))),
    ),
  ];
  const one = (call: (value: bigint) => unknown): readonly Overload[] => [
    overload(`System.${type} value`, (_self: null, value: NumericValue) => call(toBigInt(value))),
  ];
  const turned = (sign: bigint): readonly Overload[] => [
    overload(`System.${type} value, int rotateAmount`, (_self: null, value: NumericValue, amount: number) =>
      own(rotate(toBigInt(value), sign * BigInt(amount), size)),
    ),
  ];
  const mapped = <T, U>(table: Readonly<Record<string, T>>, make: (each: T) => U): Record<string, U> =>
    Object.fromEntries(Object.entries(table).map(([name, each]) => [name, make(each)]));
  return {
    ...mapped(ofTwo, two),
    ...mapped(ofBits, (call) => one((value) => own(call(value, size)))),
    Clamp: [
      overload(
        `System.${type} value, System.${type} min, System.${type} max`,
        (_self: null, ...values: NumericValue[]) => {
          const [value, min, max] = values.map(toBigInt);
          return own(clamp(value!, min!, max!));
        },
      ),
    ],
    Sign: one((value) => (value > 0n ? 1 : value < 0n ? -1 : 0)),
    RotateLeft: turned(1n),
    RotateRight: turned(-1n),
    ...(low < 0n ? { ...mapped(ofTwoSigned, two), Abs: one((value) => checked(magnitude(value))) } : {}),
  };
}
