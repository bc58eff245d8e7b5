import { tryParse, parseDouble } from '../../dotnet/index.ts';
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
  numericType,
  Single,
  toNumber,
} from '../values/number-types.ts';
import { numberFromText } from '../values/parse-number.ts';
import { Boxed } from '../values/boxed.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { castError, cannotConvert, casting, notFormatted, outOfRange } from './convert-error.ts';
import { numericTypeName } from './numeric-type-name.ts';

/** Any value as a number of a type, with the original's errors where it is none. */
export function toNumeric(value: unknown, type: NumericType): NumericValue {
  if (typeof value === 'string') return textToNumeric(value, type);
  const number = asNumber(value, type);
  if (number === undefined) throw cannotConvert(value, numericTypeName(type));
  return fitNumber(number, type, value);
}

function asNumber(value: unknown, type: NumericType): NumericValue | undefined {
  if (isNumeric(value)) return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof EnumValue) return value.value;
  if (value instanceof Boxed) return toNumeric(value.value, type);
  if (value instanceof Char) return isReal(type) ? undefined : value.value.charCodeAt(0);
  return value instanceof SwitchParameter ? (value.isPresent ? 1 : 0) : undefined;
}

const isReal = (type: NumericType): boolean => type === 'Double' || type === 'Single' || type === 'Decimal';

const idsOfReals: Partial<Record<NumericType, string>> = {
  Double: 'InvalidCastFromStringToDoubleOrSingle',
  Single: 'InvalidCastFromStringToDoubleOrSingle',
  Decimal: 'InvalidCastFromStringToDecimal',
};

/** Text as a number literal, or as .NET reads numbers. Source: LanguagePrimitives.ConvertStringToInteger and its like. */
function textToNumeric(text: string, type: NumericType): NumericValue {
  const fail = (reason: string): Error =>
    castError({
      id: idsOfReals[type] ?? 'InvalidCastFromStringToInteger',
      value: text,
      typeName: numericTypeName(type),
      reason,
    });
  const number = numberFromText(text) ?? parsedDouble(text, type);
  if (type === 'Int32' && typeof number === 'number' && number === (number | 0)) return number;
  if (number === undefined) throw fail(unreadable(text, type));
  const fitting = tryFit(number, type);
  if (fitting !== undefined) return fitting;
  const isPlain = isReal(type) || /^\s*[+-]?\d+\s*$/.test(text);
  throw fail(isPlain ? outOfRange(numericTypeName(type)) : notFormatted(text));
}

/** What .NET says of text that is no number of a type. */
function unreadable(text: string, type: NumericType): string {
  if (type === 'BigInteger') return 'The value could not be parsed.';
  return notFormatted(isReal(type) ? text : text.trim());
}

/** `1,000` and `NaN`. */
function parsedDouble(text: string, type: NumericType): NumericValue | undefined {
  const value = tryParse(() => parseDouble(text));
  return value === undefined || (!isReal(type) && !Number.isFinite(value)) ? undefined : double(value);
}

function fitNumber(number: NumericValue, type: NumericType, original: unknown): NumericValue {
  if (type === 'Decimal') {
    return casting({ id: 'InvalidCastIConvertible', value: original, typeName: 'System.Decimal' }, () =>
      toDecimal(number),
    );
  }
  const fitting = tryFit(number, type);
  if (fitting !== undefined) return fitting;
  throw castError({
    id: 'InvalidCastIConvertible',
    value: original,
    typeName: numericTypeName(type),
    reason: overflowOf(number, type),
  });
}

/** .NET goes over Int32 from a Double to the small types, and checks the large ones by the processor. */
function overflowOf(number: NumericValue, type: NumericType): string {
  const from = numericType(number);
  if (from !== 'Double' && from !== 'Single') return outOfRange(numericTypeName(type));
  if (type === 'Int64' || type === 'UInt64') return 'Arithmetic operation resulted in an overflow.';
  const isSmall = type === 'Byte' || type === 'SByte' || type === 'Int16' || type === 'UInt16';
  const beyondInt32 = !(Math.abs(toNumber(number)) <= 2 ** 31);
  return outOfRange(isSmall && beyondInt32 ? 'System.Int32' : numericTypeName(type));
}

/** A number in another type, rounded to the even one where the type is whole; undefined when it does not fit. */
function tryFit(number: NumericValue, type: NumericType): NumericValue | undefined {
  if (type === 'Double') return double(toNumber(number));
  if (type === 'Single') return new Single(toNumber(number));
  if (type === 'Decimal') return decimalOf(number);
  if (type === 'BigInteger') return truncated(number);
  const whole = wholeOf(number);
  return whole === undefined ? undefined : integer(type satisfies IntegerType, whole);
}

function decimalOf(number: NumericValue): Decimal | undefined {
  try {
    return toDecimal(number);
  } catch {
    return undefined;
  }
}

/** A BigInteger is made by a cast of .NET, which cuts off what is behind the point. */
function truncated(number: NumericValue): BigInteger | undefined {
  if (number instanceof Decimal) return new BigInteger(number.mantissa / 10n ** BigInt(number.scale));
  const value = plainValue(number);
  if (typeof value === 'bigint') return new BigInteger(value);
  return Number.isFinite(value) ? new BigInteger(BigInt(Math.trunc(value))) : undefined;
}

const plainValue = (number: Exclude<NumericValue, Decimal>): number | bigint =>
  typeof number === 'object' ? number.value : number;

function wholeOf(number: NumericValue): bigint | undefined {
  if (number instanceof Decimal) return wholeDecimal(number);
  const value = plainValue(number);
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
