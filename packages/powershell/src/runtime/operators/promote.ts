import {
  type NumericType,
  type NumericValue,
  numericType,
  numericTypeCodes,
  toBigInt,
} from '../values/number-types.ts';

/** The kind of arithmetic that two operands are computed in. */
export type ArithmeticKind = 'Int32' | 'UInt32' | 'Int64' | 'UInt64' | 'BigInteger' | 'Double' | 'Decimal';

const signed = new Set<NumericType>(['SByte', 'Int16', 'Int32', 'Int64']);

const isNegative = (value: NumericValue): boolean => signed.has(numericType(value)!) && toBigInt(value) < 0n;

/** Source: PSBinaryOperationBinder.BinaryNumericOp. */
export function promote(left: NumericValue, right: NumericValue): ArithmeticKind {
  const [a, b] = [numericType(left)!, numericType(right)!];
  if (a === 'BigInteger' || b === 'BigInteger') return 'BigInteger';
  const highest = numericTypeCodes[Math.max(numericTypeCodes.indexOf(a), numericTypeCodes.indexOf(b))]!;
  if (numericTypeCodes.indexOf(highest) <= numericTypeCodes.indexOf('Int32')) return 'Int32';
  const hasNegative = isNegative(left) || isNegative(right);
  if (highest === 'UInt32') return hasNegative ? 'Int64' : 'UInt32';
  if (highest === 'UInt64') return hasNegative ? 'Decimal' : 'UInt64';
  return highest === 'Single' ? 'Double' : (highest as ArithmeticKind);
}

/** The integer type that bits are combined in. Source: PSBinaryOperationBinder.GetBitwiseOpType. */
export function bitwiseType(a: NumericType, b: NumericType): 'Int32' | 'UInt32' | 'Int64' | 'UInt64' {
  const code = Math.max(numericTypeCodes.indexOf(a), numericTypeCodes.indexOf(b));
  if (code <= numericTypeCodes.indexOf('Int32')) return 'Int32';
  if (code <= numericTypeCodes.indexOf('UInt32')) return 'UInt32';
  return code <= numericTypeCodes.indexOf('Int64') ? 'Int64' : 'UInt64';
}
