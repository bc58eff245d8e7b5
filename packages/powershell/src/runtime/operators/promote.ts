import type { NumericType } from '../values/number-types.ts';

/** The kind of arithmetic that two operands are computed in. */
export type ArithmeticKind = 'Int32' | 'UInt32' | 'Int64' | 'UInt64' | 'BigInteger' | 'Single' | 'Double' | 'Decimal';

const rank: Readonly<Record<NumericType, number>> = {
  SByte: 0,
  Byte: 0,
  Int16: 0,
  UInt16: 0,
  Int32: 0,
  UInt32: 1,
  Int64: 2,
  UInt64: 3,
  Decimal: 5,
  BigInteger: 4,
  Single: 6,
  Double: 6,
};

const signed = new Set<NumericType>(['SByte', 'Int16', 'Int32', 'Int64']);

/** Source: the promotion of ParserOps and PSBinaryOperationBinder. */
export function promote(left: NumericType, right: NumericType): ArithmeticKind {
  if (left === 'BigInteger' || right === 'BigInteger') return withBigInteger(left, right);
  const highest = rank[left] > rank[right] ? left : right;
  if (rank[highest] >= 6) return 'Double';
  if (rank[highest] === 0) return 'Int32';
  const mixed = signed.has(left) !== signed.has(right) && (signed.has(left) || signed.has(right));
  if (highest === 'UInt32') return mixed ? 'Int64' : 'UInt32';
  if (highest === 'UInt64') return mixed ? 'Double' : 'UInt64';
  return highest as 'Int64' | 'Decimal';
}

function withBigInteger(left: NumericType, right: NumericType): ArithmeticKind {
  const other = left === 'BigInteger' ? right : left;
  return other === 'Double' || other === 'Single' ? 'Double' : 'BigInteger';
}
