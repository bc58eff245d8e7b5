import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cultureByName } from '../culture.ts';
import {
  fromBase,
  fromBase64,
  fromHex,
  parseBoolean,
  parseChar,
  toBase,
  toBase64,
  toChar,
  toHex,
  toInteger,
} from './convert.ts';
import type { FixedIntegerType, NumberInput } from './number-input.ts';
import { parseDecimal, parseDouble, parseInteger, tryParse, type NumberStyles } from './parse-number.ts';
import { roundDecimal, roundDouble, type MidpointRounding } from './round.ts';

const double = (value: number): NumberInput => ({ type: 'Double', value });

describe('parsing numbers', () => {
  test.each<[string, FixedIntegerType, NumberStyles, bigint]>([
    ['5', 'Int32', {}, 5n],
    [' -7\n', 'Int32', {}, -7n],
    ['+5', 'Int32', {}, 5n],
    ['1,000', 'Int32', { thousands: true }, 1000n],
    ['1e3', 'Int32', { exponent: true }, 1000n],
    ['(5)', 'Int32', { parentheses: true }, -5n],
    ['ff', 'Int32', { hex: true }, 255n],
    ['ffffffff', 'Int32', { hex: true }, -1n],
    ['18446744073709551615', 'UInt64', {}, 18446744073709551615n],
  ])('%o as %s', (text, type, styles, value) => {
    expect(parseInteger(text, type, { styles })).toBe(value);
  });

  test.each(['abc', '', '5.5', '5-', '(5)', '1_000', '1,000', '٣', '- 5'])('%o is no Int32', (text) => {
    expect(() => parseInteger(text, 'Int32')).toThrow(`The input string '${text}' was not in a correct format.`);
    expect(tryParse(() => parseInteger(text, 'Int32'))).toBeUndefined();
  });

  test.each<[string, FixedIntegerType, string]>([
    ['2147483648', 'Int32', 'an Int32'],
    ['256', 'Byte', 'an unsigned byte'],
    ['128', 'SByte', 'a signed byte'],
    ['-1', 'UInt32', 'a UInt32'],
    ['40000', 'Int16', 'an Int16'],
  ])('%s does not fit %s', (text, type, called) => {
    const error = {
      exceptionType: 'System.OverflowException',
      message: `Value was either too large or too small for ${called}.`,
    };
    expect(() => parseInteger(text, type)).toThrow(expect.objectContaining(error));
  });

  test.each([
    ['1.5', 1.5],
    ['1,5', 15],
    ['1,234.5', 1234.5],
    ['1e5', 100000],
    ['-.5', -0.5],
    ['NaN', Number.NaN],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['1e400', Number.POSITIVE_INFINITY],
  ])('%s as Double', (text, value) => {
    expect(parseDouble(text)).toBe(value);
  });

  test('cultures', () => {
    expect(parseDouble('1,5', { culture: cultureByName('de-DE') })).toBe(1.5);
    expect(() => parseDouble('∞')).toThrow('was not in a correct format');
  });

  test.each<[string, bigint, number]>([
    ['1,234.5', 12345n, 1],
    ['1.50', 150n, 2],
    ['-79228162514264337593543950335', -79228162514264337593543950335n, 0],
    ['0.12345678901234567890123456785', 1234567890123456789012345678n, 28],
  ])('%s as Decimal', (text, mantissa, scale) => {
    expect(parseDecimal(text)).toEqual({ type: 'Decimal', mantissa, scale });
  });

  test('a Decimal that does not fit', () => {
    expect(() => parseDecimal('79228162514264337593543950336')).toThrow('too large or too small for a Decimal');
  });
});

describe('Convert', () => {
  test.each([
    [1.5, 2n],
    [2.5, 2n],
    [-1.5, -2n],
    [1.49, 1n],
    [-0.5, 0n],
  ])('%d as Int32', (value, expected) => {
    expect(toInteger(double(value), 'Int32')).toBe(expected);
  });

  test('a Decimal is rounded to even too', () => {
    expect(toInteger({ type: 'Decimal', mantissa: 65n, scale: 1 }, 'Int32')).toBe(6n);
    expect(toInteger({ type: 'Decimal', mantissa: -55n, scale: 1 }, 'Int32')).toBe(-6n);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 3e10])('%d is no Int32', (value) => {
    expect(() => toInteger(double(value), 'Int32')).toThrow('Value was either too large or too small for an Int32.');
  });

  test('bases', () => {
    expect(fromBase('1010', 2, 'Int32')).toBe(10n);
    expect(fromBase('0xffffffff', 16, 'Int32')).toBe(-1n);
    expect(toBase(255n, 16, 'Int32')).toBe('ff');
    expect(toBase(-1n, 2, 'Byte')).toBe('11111111');
    expect(() => fromBase('12', 2, 'Int32')).toThrow(
      'Additional non-parsable characters are at the end of the string.',
    );
    expect(() => fromBase('x', 16, 'Int32')).toThrow('Could not find any recognizable digits.');
    expect(() => toBase(1n, 3, 'Int32')).toThrow('Invalid Base.');
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.constantFrom(2, 8, 10, 16),
        (value, base) => fromBase(toBase(BigInt(value), base, 'Int64'), base, 'Int64') === BigInt(value),
      ),
    );
  });

  test('booleans and characters', () => {
    expect(parseBoolean(' TRUE ')).toBe(true);
    expect(() => parseBoolean('x')).toThrow("String 'x' was not recognized as a valid Boolean.");
    expect(() => parseChar('ab')).toThrow('String must be exactly one character long.');
    expect(toChar({ type: 'Int32', value: 97 })).toBe('a');
    expect(() => toChar({ type: 'Int32', value: 0x1f600 })).toThrow(
      'Value was either too large or too small for a character.',
    );
    expect(() => toChar(double(1.5))).toThrow("Invalid cast from 'Double' to 'Char'.");
  });

  test('bytes as text', () => {
    expect(toBase64(Uint8Array.of(1, 2, 3))).toBe('AQID');
    expect([...fromBase64('AQ ID\n')]).toEqual([1, 2, 3]);
    expect(() => fromBase64('AQI')).toThrow('The input is not a valid Base-64 string');
    expect(toHex(Uint8Array.of(10, 255))).toBe('0AFF');
    expect(() => fromHex('0')).toThrow('its length is not a multiple of 2');
    fc.assert(fc.property(fc.uint8Array(), (bytes) => toHex(fromHex(toHex(bytes))) === toHex(bytes)));
  });
});

describe('Math.Round', () => {
  test.each<[number, number, MidpointRounding, number]>([
    [2.5, 0, 'ToEven', 2],
    [3.5, 0, 'ToEven', 4],
    [-2.5, 0, 'ToEven', -2],
    [2.345, 2, 'ToEven', 2.35],
    [2.5, 0, 'AwayFromZero', 3],
    [-2.5, 0, 'AwayFromZero', -3],
    [2.9, 0, 'ToZero', 2],
    [-2.1, 0, 'ToNegativeInfinity', -3],
    [2.1, 0, 'ToPositiveInfinity', 3],
    [1e300, 2, 'ToEven', 1e300],
  ])('%d to %i digits, %s, is %d', (value, digits, mode, expected) => {
    expect(roundDouble(value, digits, mode)).toBe(expected);
  });

  test.each<[bigint, MidpointRounding, bigint]>([
    [25n, 'ToEven', 2n],
    [35n, 'ToEven', 4n],
    [-25n, 'AwayFromZero', -3n],
    [29n, 'ToZero', 2n],
    [-21n, 'ToNegativeInfinity', -3n],
    [21n, 'ToPositiveInfinity', 3n],
  ])('Decimal %d tenths, %s, is %d', (mantissa, mode, expected) => {
    expect(roundDecimal({ type: 'Decimal', mantissa, scale: 1 }, 0, mode)).toEqual({
      type: 'Decimal',
      mantissa: expected,
      scale: 0,
    });
  });

  test('so many digits there are not', () => {
    expect(() => roundDouble(1, 16)).toThrow(
      "Rounding digits must be between 0 and 15, inclusive. (Parameter 'digits')",
    );
  });
});
