import type { DecimalInput, NumberInput } from '../../dotnet/index.ts';
import {
  BigInteger,
  Decimal,
  double,
  integer,
  type NumericValue,
  numericType,
  Single,
  toBigInt,
  toNumber,
} from './number-types.ts';

/** A number of the language as `dotnet` takes it. */
export function toInput(value: NumericValue): NumberInput {
  if (typeof value === 'number' && value === (value | 0)) return { type: 'Int32', value };
  const type = numericType(value)!;
  if (value instanceof Decimal) return { type: 'Decimal', mantissa: value.mantissa, scale: value.scale };
  if (type === 'Double' || type === 'Single') return { type, value: toNumber(value) };
  return { type: type as 'Int32', value: toBigInt(value) };
}

export const decimalFrom = ({ mantissa, scale }: DecimalInput): Decimal => new Decimal(mantissa, scale);

/** A number of `dotnet` as the language has it. */
export function fromInput(input: NumberInput): NumericValue {
  if (input.type === 'Decimal') return decimalFrom(input);
  if (input.type === 'Double') return double(input.value);
  if (input.type === 'Single') return new Single(input.value);
  const value = BigInt(input.value);
  return input.type === 'BigInteger' ? new BigInteger(value) : integer(input.type, value)!;
}
