import { argumentError, DotnetError, formatError, outOfRangeError, overflowError } from '../dotnet-error.ts';
import { divideToEven } from './digits.ts';
import {
  integerRange,
  integerTypes,
  isFloat,
  isInteger,
  overflowText,
  type FixedIntegerType,
  type NumberInput,
} from './number-input.ts';
import { halfToEven } from './round.ts';

/** `Convert.ToInt32` and its like of a number: rounded to even, refused when it does not fit. */
export function toInteger(input: NumberInput, type: FixedIntegerType): bigint {
  const value = wholeOf(input);
  const [low, high] = integerRange(type);
  if (value === undefined || value < low || value > high) throw overflowError(overflowText(type));
  return value;
}

function wholeOf(input: NumberInput): bigint | undefined {
  if (isInteger(input)) return BigInt(input.value);
  if (isFloat(input)) return Number.isFinite(input.value) ? BigInt(halfToEven(input.value)) : undefined;
  const magnitude = divideToEven(input.mantissa < 0n ? -input.mantissa : input.mantissa, 10n ** BigInt(input.scale));
  return input.mantissa < 0n ? -magnitude : magnitude;
}

function checkBase(base: number): void {
  if (![2, 8, 10, 16].includes(base)) throw argumentError('Invalid Base.');
}

/** `Convert.ToInt32('ff', 16)`: a text without sign is the number's bits, unless the base is ten. */
export function fromBase(text: string, base: number, type: FixedIntegerType): bigint {
  checkBase(base);
  const { bits, signed } = integerTypes[type];
  const negative = text.startsWith('-');
  if (negative && base !== 10) throw argumentError('String cannot contain a minus sign if the base is not 10.');
  if (negative && !signed)
    throw overflowError('The string was being parsed as an unsigned number and could not have a negative sign.');
  const magnitude = digitsValue(text.slice(negative ? 1 : 0), base);
  if (magnitude >= 1n << BigInt(bits)) throw overflowError(overflowText(type));
  if (base === 10) return toInteger({ type: 'BigInteger', value: negative ? -magnitude : magnitude }, type);
  return signed ? BigInt.asIntN(bits, magnitude) : magnitude;
}

function digitsValue(text: string, base: number): bigint {
  const digits = base === 16 ? text.replace(/^0x/i, '') : text;
  if (digits === '')
    throw outOfRangeError(
      'Index was out of range. Must be non-negative and less than the size of the collection.',
      'startIndex',
    );
  let value = 0n;
  for (const [at, digit] of Array.from(digits).entries()) {
    const place = Number.parseInt(digit, 36);
    if (!(place < base))
      throw at === 0
        ? formatError('Could not find any recognizable digits.')
        : formatError('Additional non-parsable characters are at the end of the string.');
    value = value * BigInt(base) + BigInt(place);
  }
  return value;
}

/** `Convert.ToString(255, 16)`: the bits of a negative number, unless the base is ten. */
export function toBase(value: bigint, base: number, type: FixedIntegerType): string {
  checkBase(base);
  return base === 10 ? value.toString() : BigInt.asUintN(integerTypes[type].bits, value).toString(base);
}

/** `Boolean.Parse`. */
export function parseBoolean(text: string): boolean {
  const lower = text.trim().toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  throw formatError(`String '${text}' was not recognized as a valid Boolean.`);
}

/** `Char.Parse` and `Convert.ToChar` of a text. */
export function parseChar(text: string): string {
  if (text.length !== 1) throw formatError('String must be exactly one character long.');
  return text;
}

/** `Convert.ToChar` of a number. */
export function toChar(input: NumberInput): string {
  if (!isInteger(input)) throw new DotnetError('InvalidCastException', `Invalid cast from '${input.type}' to 'Char'.`);
  const code = Number(input.value);
  if (code < 0 || code > 0xffff) throw overflowError(overflowText('Char'));
  return String.fromCharCode(code);
}

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** `Convert.FromBase64String`; white space between the characters is passed over. */
export function fromBase64(text: string): Uint8Array {
  const packed = text.replace(/[ \t\r\n]/g, '');
  if (packed.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(packed))
    return Uint8Array.from(Buffer.from(packed, 'base64'));
  throw formatError(
    'The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.',
  );
}

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

/** `Convert.FromHexString`. */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0)
    throw formatError('The input is not a valid hex string as its length is not a multiple of 2.');
  if (!/^[\da-f]*$/i.test(text))
    throw formatError('The input is not a valid hex string as it contains a non-hex character.');
  return Uint8Array.from(Buffer.from(text, 'hex'));
}
