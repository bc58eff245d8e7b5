import { netError, scriptError } from '../errors/script-error.ts';
import {
  addDecimals,
  divideDecimals,
  multiplyDecimals,
  parseDecimal,
  remainderDecimals,
  subtractDecimals,
} from '../values/decimal.ts';
import {
  BigInteger,
  Decimal,
  double,
  integer,
  type IntegerType,
  type NumericValue,
  numericType,
  toBigInt,
  toNumber,
} from '../values/number-types.ts';
import { ExceptionValue } from '../values/error-record.ts';
import { truncatedDouble } from '../values/truncated-double.ts';
import { type ArithmeticKind, promote } from './promote.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

const onDoubles: Readonly<Record<ArithmeticOperator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

const onDecimals: Readonly<Record<ArithmeticOperator, (a: Decimal, b: Decimal) => Decimal | undefined>> = {
  '+': addDecimals,
  '-': subtractDecimals,
  '*': multiplyDecimals,
  '/': divideDecimals,
  '%': remainderDecimals,
};

const onIntegers: Readonly<Record<ArithmeticOperator, (a: bigint, b: bigint) => bigint>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

/** One arithmetic operation on numbers: promoted as the original does, to Double when an integer type overflows. */
export function arithmetic(operator: ArithmeticOperator, left: NumericValue, right: NumericValue): NumericValue {
  const kind = promote(left, right);
  if (kind === 'Double') return double(onDoubles[operator](toNumber(left), toNumber(right)));
  if (kind === 'Decimal') return decimalArithmetic(operator, left, right);
  return integerResult(operator, kind, [wholeOf(left), wholeOf(right)]);
}

/** A BigInteger cuts off what another operand has behind the point. */
function wholeOf(value: NumericValue): bigint {
  const type = numericType(value);
  return type === 'Double' || type === 'Single' ? wholeOfDouble(toNumber(value)) : toBigInt(value);
}

/** What `BigInteger(double)` takes: any number but those that are none or without end. */
export function wholeOfDouble(value: number): bigint {
  if (Number.isNaN(value)) throw netError('System.OverflowException', 'The value is not a number.');
  if (!Number.isFinite(value)) throw netError('System.OverflowException', 'BigInteger cannot represent infinity.');
  return BigInt(Math.trunc(value));
}

/** UInt64 with a negative number is computed as Decimal, too, and goes over to Double where that overflows. */
function decimalArithmetic(operator: ArithmeticOperator, left: NumericValue, right: NumericValue): NumericValue {
  const hasDecimal = left instanceof Decimal || right instanceof Decimal;
  try {
    return decimalResult(operator, toDecimal(left), toDecimal(right));
  } catch (error) {
    if (hasDecimal || toNumber(right) === 0) throw error;
    return double(onDoubles[operator](toNumber(left), toNumber(right)));
  }
}

/** Any number as a Decimal; a Double that is too large for one is an overflow. */
export function toDecimal(value: NumericValue): Decimal {
  if (value instanceof Decimal) return value;
  const type = numericType(value);
  const text = type === 'Double' || type === 'Single' ? realText(toNumber(value), type) : toBigInt(value).toString();
  const decimal = parseDecimal(text);
  if (!decimal) throw netError('System.OverflowException', 'Value was either too large or too small for a Decimal.');
  return decimal;
}

/** .NET keeps 15 digits of a Double and 7 of a Single when it makes a Decimal of it. */
function realText(value: number, type: 'Double' | 'Single'): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(type === 'Double' ? 15 : 7))) : 'none';
}

const divideByZero = (): Error =>
  scriptError('DivideByZero', [], {
    inner: new ExceptionValue('System.DivideByZeroException', 'Attempted to divide by zero.'),
  });

function decimalResult(operator: ArithmeticOperator, left: Decimal, right: Decimal): Decimal {
  if (right.mantissa === 0n && (operator === '/' || operator === '%')) throw divideByZero();
  const result = onDecimals[operator](left, right);
  if (!result) throw scriptError('DecimalOverflow');
  return result;
}

type IntegerKind = Exclude<ArithmeticKind, 'Double' | 'Decimal'>;

function integerResult(
  operator: ArithmeticOperator,
  kind: IntegerKind,
  [a, b]: readonly [bigint, bigint],
): NumericValue {
  const divides = operator === '/' || operator === '%';
  if (divides && b === 0n) throw divideByZero();
  const value = onIntegers[operator](a, b);
  if (kind === 'BigInteger') return new BigInteger(value);
  if (operator === '/' && a % b !== 0n) return double(Number(a) / Number(b));
  return integer(kind satisfies IntegerType, value) ?? double(overflowed(value, { operator, kind }));
}

/** A product of long integers that overflows goes over BigInteger, which cuts digits off where others round. */
function overflowed(value: bigint, { operator, kind }: { operator: ArithmeticOperator; kind: IntegerKind }): number {
  const isLong = kind === 'Int64' || kind === 'UInt64';
  return operator === '*' && isLong ? truncatedDouble(value) : Number(value);
}
