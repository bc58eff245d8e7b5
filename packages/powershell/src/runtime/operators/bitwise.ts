import { integerRanges } from '../../syntax/integer-ranges.ts';
import { toNumeric } from '../conversions/to-number.ts';
import type { DotNetType } from '../types/define-type.ts';
import { EnumValue } from '../values/enum-value.ts';
import {
  BigInteger,
  Char,
  integer,
  type IntegerType,
  type NumericType,
  type NumericValue,
  numericType,
  toBigInt,
  toNumber,
} from '../values/number-types.ts';
import { operand } from '../values/boxed.ts';
import { netError } from '../errors/script-error.ts';
import { numericOperand, onNumbers } from './numeric-operand.ts';
import { bitwiseType } from './promote.ts';
import { callTypeOperator, type OperatorName } from './type-operator.ts';

export type BitwiseOperator = 'band' | 'bor' | 'bxor';

const operations: Readonly<Record<BitwiseOperator, (a: bigint, b: bigint) => bigint>> = {
  band: (a, b) => a & b,
  bor: (a, b) => a | b,
  bxor: (a, b) => a ^ b,
};

const methodNames: Readonly<Record<BitwiseOperator, OperatorName>> = {
  band: 'op_BitwiseAnd',
  bor: 'op_BitwiseOr',
  bxor: 'op_ExclusiveOr',
};

const isRealType = (type: NumericType | undefined): boolean =>
  type === 'Double' || type === 'Single' || type === 'Decimal';
const isReal = (value: unknown): boolean => isRealType(numericType(value));

/** `-band`, `-bor`, `-bxor`. Source: PSBinaryOperationBinder.BinaryBitwiseOp. */
export function bitwise(operator: BitwiseOperator, leftValue: unknown, rightValue: unknown): unknown {
  const left = operand(leftValue);
  const right = operand(rightValue);
  if (isReal(left) ? isObject(right) : isReal(right) && isObject(left)) throw nullReference();
  const result = onNumbers(methodNames[operator], [numberOfText(left, right), numberOfText(right, left)], (a, b) =>
    combined(operator, a, b),
  );
  const type = enumTypeOf(left, right);
  return type && typeof result === 'number' ? new EnumValue(type, result) : result;
}

/** Bits are only those of numbers: text beside an object is read as one, and fails when it is none. */
const numberOfText = (value: unknown, other: unknown): unknown =>
  typeof value === 'string' && !(other instanceof EnumValue) ? numericOperand(value, numericType(other)) : value;

/** The result is an enumeration's value where the left operand is one, or a name beside one. */
function enumTypeOf(left: unknown, right: unknown): DotNetType | undefined {
  if (left instanceof EnumValue) return left.type;
  return typeof left === 'string' && right instanceof EnumValue ? right.type : undefined;
}

/** The original trips over a number with a fraction beside what is none. */
const nullReference = (): Error =>
  netError('System.NullReferenceException', 'Object reference not set to an instance of an object.');

const isObject = (value: unknown): boolean =>
  value instanceof BigInteger || (typeof value !== 'string' && numericOperand(value) === undefined);

function combined(operator: BitwiseOperator, a: NumericValue, b: NumericValue): unknown {
  const types = [numericType(a)!, numericType(b)!] as const;
  const combine = operations[operator];
  if (types.includes('BigInteger')) return new BigInteger(combine(toBigInt(a), toBigInt(b)));
  if (types.some(isRealType)) return combineReals(combine, a, b);
  return wrapped(bitwiseType(...types), combine(toBigInt(a), toBigInt(b)));
}

/** Numbers with a fraction are rounded to UInt64, or to Int64 when one is negative. */
function combineReals(combine: (a: bigint, b: bigint) => bigint, a: NumericValue, b: NumericValue): unknown {
  const bits = [a, b].map((value) => toBigInt(toNumeric(value, toNumber(value) < 0 ? 'Int64' : 'UInt64')));
  const isNegative = toNumber(a) < 0 || toNumber(b) < 0;
  return wrapped(isNegative ? 'Int64' : 'UInt64', combine(bits[0]!, bits[1]!));
}

/** The bits that an integer type holds. */
function wrapped(type: IntegerType, value: bigint): unknown {
  const [low, high] = integerRanges[type];
  const size = (high - low + 1n).toString(2).length - 1;
  return integer(type, low < 0n ? BigInt.asIntN(size, value) : BigInt.asUintN(size, value));
}

/** `-bnot`. */
export function bitwiseNot(value: unknown): unknown {
  const given = operand(value);
  const number = numericOperand(given);
  if (number === undefined) return callTypeOperator('op_OnesComplement', given, 0);
  const whole = asWhole(number);
  const type = numericType(whole)!;
  const complement = ~toBigInt(whole);
  if (type === 'BigInteger') return new BigInteger(complement);
  const result = wrapped(bitwiseType(type, type), complement);
  return given instanceof EnumValue && typeof result === 'number' ? new EnumValue(given.type, result) : result;
}

/** A number with a fraction is rounded to the first integer type that holds it. */
function asWhole(value: NumericValue): NumericValue {
  if (!isReal(value)) return value;
  const whole = toBigInt(
    toNumeric(Math.round(toNumber(value)) === toNumber(value) ? value : toNumeric(value, 'Int64'), 'BigInteger'),
  );
  return integer('Int32', whole) ?? integer('UInt32', whole) ?? integer('Int64', whole) ?? toNumeric(value, 'UInt64');
}

/** `-shl` and `-shr`: the count is taken modulo the width of the type, which stays. */
export function shift(direction: 'left' | 'right', leftValue: unknown, rightValue: unknown): unknown {
  const left = operand(leftValue);
  const right = operand(rightValue);
  if (left === null) return 0;
  const name = direction === 'left' ? 'op_LeftShift' : 'op_RightShift';
  const a = typeof left === 'boolean' || left instanceof Char ? undefined : numericOperand(left, numericType(right));
  if (a === undefined) return callTypeOperator(name, left, right);
  const whole = asWhole(a);
  const type = numericType(whole)!;
  const count = toBigInt(toNumeric(right, 'Int32'));
  if (type === 'BigInteger') return new BigInteger(shifted(direction, toBigInt(whole), count));
  const bits = type.endsWith('64') ? 64n : 32n;
  return wrapped(type as IntegerType, shifted(direction, toBigInt(whole), count & (bits - 1n)));
}

const shifted = (direction: 'left' | 'right', value: bigint, count: bigint): bigint =>
  direction === 'left' ? value << count : value >> count;
