import { parseDecimal } from '../values/decimal.ts';
import { BigInteger, double, integer, type IntegerType } from '../values/number-types.ts';

/** The value that a number in a script stands for. */
export function constantValue(type: string | undefined, value: unknown): unknown {
  if (type === undefined || value === undefined) return null;
  const name = type.replace(/^System\.(Numerics\.)?/, '');
  if (name === 'Double') return double(Number(value));
  if (name === 'Decimal') return parseDecimal(String(value as string)) ?? null;
  if (name === 'BigInteger') return new BigInteger(BigInt(value as bigint));
  return typeof value === 'number' || typeof value === 'bigint' ? integer(name as IntegerType, BigInt(value)) : value;
}
