import { type NumericType, type NumericValue, numericType, toBigInt } from '../values/number-types.ts';

/** The kind of arithmetic that two operands are computed in. */
export type ArithmeticKind = 'Int32' | 'UInt32' | 'Int64' | 'UInt64' | 'BigInteger' | 'Double' | 'Decimal';

/** The order of the types' codes: the higher one of two operands decides. */
const order: readonly NumericType[] = [
  'SByte',
  'Byte',
  'Int16',
  'UInt16',
  'Int32',
  'UInt32',
  'Int64',
  'UInt64',
  'Single',
  'Double',
  'Decimal',
];

const signed = new Set<NumericType>(['SByte', 'Int16', 'Int32', 'Int64']);

const isNegative = (value: NumericValue): boolean => signed.has(numericType(value)!) && toBigInt(value) < 0n;

/** Source: PSBinaryOperationBinder.BinaryNumericOp. */
export function promote(left: NumericValue, right: NumericValue): ArithmeticKind {
  const [a, b] = [numericType(left)!, numericType(right)!];
  if (a === 'BigInteger' || b === 'BigInteger') return 'BigInteger';
  const highest = order[Math.max(order.indexOf(a), order.indexOf(b))]!;
  if (order.indexOf(highest) <= order.indexOf('Int32')) return 'Int32';
  const hasNegative = isNegative(left) || isNegative(right);
  if (highest === 'UInt32') return hasNegative ? 'Int64' : 'UInt32';
  if (highest === 'UInt64') return hasNegative ? 'Decimal' : 'UInt64';
  return highest === 'Single' ? 'Double' : (highest as ArithmeticKind);
}

/** The integer type that bits are combined in. Source: PSBinaryOperationBinder.GetBitwiseOpType. */
export function bitwiseType(a: NumericType, b: NumericType): 'Int32' | 'UInt32' | 'Int64' | 'UInt64' {
  const code = Math.max(order.indexOf(a), order.indexOf(b));
  if (code <= order.indexOf('Int32')) return 'Int32';
  if (code <= order.indexOf('UInt32')) return 'UInt32';
  return code <= order.indexOf('Int64') ? 'Int64' : 'UInt64';
}
