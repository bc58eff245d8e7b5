import { numberValue, type NumberValue } from '../../syntax/number-value.ts';
import { BigInteger, Decimal, double, integer, type NumericValue } from './number-types.ts';

const literal =
  /^([+-]?)(?:0x([0-9a-f]+)|0b([01]+)|((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))(ul|us|uy|u|l|d|y|s|n)?(kb|mb|gb|tb|pb)?$/i;
const multipliers: Readonly<Record<string, bigint>> = {
  kb: 2n ** 10n,
  mb: 2n ** 20n,
  gb: 2n ** 30n,
  tb: 2n ** 40n,
  pb: 2n ** 50n,
};

/** What certainly is an Int32: nine digits at most, and nothing else. */
function wholeNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > 9) return undefined;
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** Text read as a number literal, white space around it ignored; empty text is 0. Undefined when it is none. */
export function numberFromText(text: string): NumericValue | undefined {
  const whole = wholeNumber(text);
  if (whole !== undefined) return whole;
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  const match = literal.exec(trimmed.replaceAll(/[\u2013-\u2015]/g, '-'));
  if (!match) return undefined;
  const [, sign = '', hex, binary, decimal = '', suffix = '', multiplier = ''] = match;
  const value = numberValue({
    digits: sign + (hex ?? binary ?? decimal),
    base: hex === undefined ? (binary === undefined ? 10 : 2) : 16,
    real: /[.e]/i.test(decimal),
    suffix: suffix.toLowerCase(),
    multiplier: multipliers[multiplier.toLowerCase()] ?? 1n,
  });
  return value && numericValueOf(value);
}

/** A number of the syntax tree as a value of the runtime. */
export function numericValueOf(value: NumberValue): NumericValue {
  if (value.type === 'Double') return double(value.value);
  if (value.type === 'Decimal') return new Decimal(value.mantissa, value.scale);
  return value.type === 'BigInteger' ? new BigInteger(value.value) : integer(value.type, value.value)!;
}
