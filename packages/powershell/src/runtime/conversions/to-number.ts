import { toDecimal } from '../operators/arithmetic.ts';
import { roundHalfEven } from '../values/round.ts';
import { EnumValue } from '../values/enum-value.ts';
import {
  BigInteger,
  Char,
  Decimal,
  double,
  integer,
  type IntegerType,
  isNumeric,
  type NumericType,
  type NumericValue,
  Single,
  toNumber,
} from '../values/number-types.ts';
import { numberFromText } from '../values/parse-number.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { badValue, cannotConvert, notFormatted, outOfRange } from './convert-error.ts';

const fullNameOf = (type: NumericType): string =>
  type === 'BigInteger' ? 'System.Numerics.BigInteger' : `System.${type}`;

/** Any value as a number of a type, with the original's errors where it is none. */
export function toNumeric(value: unknown, type: NumericType): NumericValue {
  const number = asNumber(value, type);
  if (number === undefined) throw cannotConvert(value, fullNameOf(type));
  return fitNumber(number, type, value);
}

function asNumber(value: unknown, type: NumericType): NumericValue | undefined {
  if (isNumeric(value)) return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return textAsNumber(value, type);
  if (value instanceof EnumValue) return value.value;
  if (value instanceof Char) return isReal(type) ? undefined : value.value.charCodeAt(0);
  return value instanceof SwitchParameter ? (value.isPresent ? 1 : 0) : undefined;
}

const isReal = (type: NumericType): boolean => type === 'Double' || type === 'Single' || type === 'Decimal';

function textAsNumber(text: string, type: NumericType): NumericValue {
  const number = numberFromText(isReal(type) ? text.replaceAll(/(?<=\d),(?=\d)/g, '') : text);
  if (number === undefined) throw badValue(text, fullNameOf(type), notFormatted(text));
  return number;
}

/** A number in another type, rounded to the even one where the type is whole. */
function fitNumber(number: NumericValue, type: NumericType, original: unknown): NumericValue {
  if (type === 'Double') return double(toNumber(number));
  if (type === 'Single') return new Single(toNumber(number));
  if (type === 'Decimal') return toDecimal(number);
  const whole = wholeOf(number);
  if (whole === undefined) throw badValue(original, fullNameOf(type), outOfRange(fullNameOf(type)));
  if (type === 'BigInteger') return new BigInteger(whole);
  const fitting = integer(type satisfies IntegerType, whole);
  if (fitting === undefined) throw badValue(original, fullNameOf(type), outOfRange(fullNameOf(type)));
  return fitting;
}

function wholeOf(number: NumericValue): bigint | undefined {
  if (number instanceof Decimal) return wholeDecimal(number);
  const value =
    typeof number === 'bigint' ? number : number instanceof Object && 'value' in number ? number.value : number;
  if (typeof value === 'bigint') return value;
  return Number.isFinite(value) ? BigInt(roundHalfEven(value)) : undefined;
}

function wholeDecimal({ mantissa, scale }: Decimal): bigint {
  const divisor = 10n ** BigInt(scale);
  const quotient = mantissa / divisor;
  const rest = (mantissa % divisor) * 2n;
  const magnitude = rest < 0n ? -rest : rest;
  const up = magnitude > divisor || (magnitude === divisor && quotient % 2n !== 0n);
  return up ? quotient + (mantissa < 0n ? -1n : 1n) : quotient;
}
