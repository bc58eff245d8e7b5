import { toNumeric } from '../conversions/to-number.ts';
import { EnumValue } from '../values/enum-value.ts';
import {
  integer,
  type IntegerType,
  isNumeric,
  type NumericType,
  type NumericValue,
  numericType,
  toBigInt,
} from '../values/number-types.ts';
import { valueOrNull } from '../values/nothing.ts';
import { numericOperands } from './numeric-operand.ts';
import { promote } from './promote.ts';

export type BitwiseOperator = 'band' | 'bor' | 'bxor';

const operations: Readonly<Record<BitwiseOperator, (a: bigint, b: bigint) => bigint>> = {
  band: (a, b) => a & b,
  bor: (a, b) => a | b,
  bxor: (a, b) => a ^ b,
};

const methodNames: Readonly<Record<BitwiseOperator, string>> = {
  band: 'op_BitwiseAnd',
  bor: 'op_BitwiseOr',
  bxor: 'op_ExclusiveOr',
};

/** `-band`, `-bor`, `-bxor`. */
export function bitwise(operator: BitwiseOperator, leftValue: unknown, rightValue: unknown): unknown {
  const left = valueOrNull(leftValue);
  const right = valueOrNull(rightValue);
  const [a, b] = numericOperands(methodNames[operator], left, right).map(asWhole) as [NumericValue, NumericValue];
  const type = integerType(promote(numericType(a)!, numericType(b)!));
  const value = operations[operator](toBigInt(a), toBigInt(b));
  const result = type === 'UInt64' ? integer('UInt64', BigInt.asUintN(64, value)) : integer(type, value);
  const kept = left instanceof EnumValue ? left.type : right instanceof EnumValue ? right.type : undefined;
  return kept && typeof result === 'number' ? new EnumValue(kept, result) : (result ?? BigInt.asIntN(64, value));
}

const integerType = (kind: NumericType): IntegerType =>
  kind === 'UInt32' || kind === 'UInt64' || kind === 'Int64' || kind === 'Int32' ? kind : 'UInt64';

/** A number with a fraction is rounded to the first integer type that holds it. */
function asWhole(value: NumericValue): NumericValue {
  const type = numericType(value)!;
  if (type !== 'Double' && type !== 'Single' && type !== 'Decimal') return value;
  const whole = toBigInt(toNumeric(value, 'BigInteger'));
  return integer('Int32', whole) ?? integer('UInt32', whole) ?? integer('Int64', whole) ?? toNumeric(value, 'UInt64');
}

/** `-bnot`. */
export function bitwiseNot(value: unknown): unknown {
  const [number] = numericOperands('op_OnesComplement', valueOrNull(value), 0);
  const whole = asWhole(number);
  const type = numericType(whole)!;
  const complement = ~toBigInt(whole);
  if (type === 'UInt32') return integer('UInt32', BigInt.asUintN(32, complement));
  if (type === 'UInt64') return integer('UInt64', BigInt.asUintN(64, complement));
  return integer(type === 'Int64' ? 'Int64' : 'Int32', complement);
}

/** `-shl` and `-shr`: the count is taken modulo the width of the type. */
export function shift(direction: 'left' | 'right', leftValue: unknown, rightValue: unknown): unknown {
  const left = valueOrNull(leftValue);
  const [a, b] = numericOperands(
    direction === 'left' ? 'op_LeftShift' : 'op_RightShift',
    left,
    valueOrNull(rightValue),
  );
  const whole = asWhole(a);
  const type = shiftType(numericType(whole)!);
  const bits = type.endsWith('64') ? 64 : 32;
  const count = toBigInt(asWhole(isNumeric(b) ? b : 0)) & BigInt(bits - 1);
  const shifted = direction === 'left' ? toBigInt(whole) << count : toBigInt(whole) >> count;
  return integer(type, type.startsWith('U') ? BigInt.asUintN(bits, shifted) : BigInt.asIntN(bits, shifted));
}

const shiftType = (type: NumericType): IntegerType =>
  type === 'UInt32' || type === 'UInt64' || type === 'Int64' ? type : 'Int32';
