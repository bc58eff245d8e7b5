import { toNumeric } from '../conversions/to-number.ts';
import { EnumValue } from '../values/enum-value.ts';
import {
  BigInteger,
  Char,
  integer,
  integerRanges,
  type IntegerType,
  isNumeric,
  type NumericType,
  type NumericValue,
  numericType,
  toBigInt,
  toNumber,
} from '../values/number-types.ts';
import { valueOrNull } from '../values/nothing.ts';
import { numericOperand, numericOperands, operatorError, type OperatorName } from './numeric-operand.ts';
import { bitwiseType } from './promote.ts';

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

const isReal = (type: NumericType): boolean => type === 'Double' || type === 'Single' || type === 'Decimal';

/** `-band`, `-bor`, `-bxor`. Source: PSBinaryOperationBinder.BinaryBitwiseOp. */
export function bitwise(operator: BitwiseOperator, leftValue: unknown, rightValue: unknown): unknown {
  const left = valueOrNull(leftValue);
  const [a, b] = numericOperands(methodNames[operator], left, valueOrNull(rightValue));
  const types = [numericType(a)!, numericType(b)!] as const;
  const combine = operations[operator];
  if (types.includes('BigInteger')) return new BigInteger(combine(toBigInt(a), toBigInt(b)));
  if (types.some(isReal)) return combineReals(combine, a, b);
  const result = wrapped(bitwiseType(...types), combine(toBigInt(a), toBigInt(b)));
  return left instanceof EnumValue && typeof result === 'number' ? new EnumValue(left.type, result) : result;
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
  const operand = valueOrNull(value);
  const [number] = numericOperands('op_OnesComplement', operand, 0);
  const whole = asWhole(number);
  const type = numericType(whole)!;
  const complement = ~toBigInt(whole);
  if (type === 'BigInteger') return new BigInteger(complement);
  const result = wrapped(bitwiseType(type, type), complement);
  return operand instanceof EnumValue && typeof result === 'number' ? new EnumValue(operand.type, result) : result;
}

/** A number with a fraction is rounded to the first integer type that holds it. */
function asWhole(value: NumericValue): NumericValue {
  if (!isReal(numericType(value)!)) return value;
  const whole = toBigInt(
    toNumeric(Math.round(toNumber(value)) === toNumber(value) ? value : toNumeric(value, 'Int64'), 'BigInteger'),
  );
  return integer('Int32', whole) ?? integer('UInt32', whole) ?? integer('Int64', whole) ?? toNumeric(value, 'UInt64');
}

/** `-shl` and `-shr`: the count is taken modulo the width of the type, which stays. */
export function shift(direction: 'left' | 'right', leftValue: unknown, rightValue: unknown): unknown {
  const left = valueOrNull(leftValue);
  const right = valueOrNull(rightValue);
  if (left === null) return 0;
  const name = direction === 'left' ? 'op_LeftShift' : 'op_RightShift';
  const a = typeof left === 'boolean' || left instanceof Char ? undefined : numericOperand(left, numericType(right));
  if (a === undefined || !isNumeric(a)) throw operatorError(name, left, right);
  const whole = asWhole(a);
  const type = numericType(whole)!;
  const count = toBigInt(toNumeric(right, 'Int32'));
  if (type === 'BigInteger') return new BigInteger(shifted(direction, toBigInt(whole), count));
  const bits = type.endsWith('64') ? 64n : 32n;
  return wrapped(type as IntegerType, shifted(direction, toBigInt(whole), count & (bits - 1n)));
}

const shifted = (direction: 'left' | 'right', value: bigint, count: bigint): bigint =>
  direction === 'left' ? value << count : value >> count;
