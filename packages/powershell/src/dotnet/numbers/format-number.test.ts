import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cultureByName } from '../culture.ts';
import { formatNumber } from './format-number.ts';
import type { NumberInput } from './number-input.ts';

const double = (value: number): NumberInput => ({ type: 'Double', value });
const single = (value: number): NumberInput => ({ type: 'Single', value });
const int = (value: number): NumberInput => ({ type: 'Int32', value });
const decimal = (mantissa: bigint, scale: number): NumberInput => ({ type: 'Decimal', mantissa, scale });

const standard: readonly [format: string, number: NumberInput, text: string][] = [
  ['N2', double(1234.567), '1,234.57'],
  ['N0', int(1234567), '1,234,567'],
  ['D5', int(42), '00042'],
  ['D3', int(-7), '-007'],
  ['X', int(255), 'FF'],
  ['x4', int(255), '00ff'],
  ['X8', int(-1), 'FFFFFFFF'],
  ['X', { type: 'Int64', value: -1n }, 'FFFFFFFFFFFFFFFF'],
  ['X', { type: 'BigInteger', value: 255n }, '0FF'],
  ['B8', int(5), '00000101'],
  ['P', double(0.256), '25.60 %'],
  ['P0', double(0.256), '26 %'],
  ['C', int(5), '¤5.00'],
  ['C', int(-5), '(¤5.00)'],
  ['E2', double(12345.678), '1.23E+004'],
  ['E', double(0), '0.000000E+000'],
  ['F1', double(2.25), '2.2'],
  ['F1', double(2.35), '2.4'],
  ['F0', double(2.5), '2'],
  ['F1', double(99.99), '100.0'],
  ['F20', double(0.1), '0.10000000000000000555'],
  ['N1', double(0.05), '0.1'],
  ['N', double(1e6), '1,000,000.00'],
  ['N2', double(1.005), '1.00'],
  ['n2', decimal(1005n, 3), '1.01'],
  ['N2', double(-0.001), '-0.00'],
  ['N0', double(0.5), '0'],
  ['N0', double(1.5), '2'],
  ['G3', double(12345.678), '1.23E+04'],
  ['G3', double(999.5), '1E+03'],
  ['G2', int(123), '1.2E+02'],
  ['G15', double(Math.PI), '3.14159265358979'],
  ['G15', double(Math.SQRT2), '1.4142135623731'],
  ['G7', single(16777217), '1.677722E+07'],
  ['G7', single(3.4028234663852886e38), '3.402823E+38'],
  ['R', double(0.1), '0.1'],
  ['', double(1e16), '10000000000000000'],
  ['', double(1e17), '1E+17'],
  ['', single(123456792), '123456790'],
  ['', single(1e9), '1E+09'],
  ['', double(2 ** 53), '9007199254740992'],
  ['', double(2 ** 63), '9.223372036854776E+18'],
  ['', double(1e-5), '1E-05'],
  ['', double(1e-4), '0.0001'],
  ['', double(-0), '-0'],
  ['', double(5e-324), '5E-324'],
  ['', double(Number.POSITIVE_INFINITY), 'Infinity'],
  ['N2', double(Number.NaN), 'NaN'],
  ['', single(Math.fround(1.1)), '1.1'],
  ['', decimal(150n, 2), '1.50'],
  ['', decimal(-5n, 3), '-0.005'],
];

const custom: readonly [format: string, number: NumberInput, text: string][] = [
  ['0.00', int(5), '5.00'],
  ['00', int(5), '05'],
  ['#,##0.0', double(12345.67), '12,345.7'],
  ['#.##', int(0), ''],
  ['0.##', double(1.5), '1.5'],
  ['#;(#);zero', int(0), 'zero'],
  ['#;(#);zero', int(-5), '(5)'],
  ['0.0;-0.0;(zero)', double(0.001), '(zero)'],
  ['000-0000', int(5551234), '555-1234'],
  ['0%', double(0.5), '50%'],
  ['0‰', double(0.5), '500‰'],
  ['0', double(0.5), '1'],
  ['0', double(1.5), '2'],
  ['0.0', double(0.25), '0.3'],
  ['0,,.0', int(1234567890), '1234.6'],
  ['#,#', int(1234567), '1,234,567'],
  ['0.00E+00', double(12345.678), '1.23E+04'],
  ['0.##E0', double(0.00012), '1.2E-4'],
  ["0' items'", int(12), '12 items'],
  ['0\\%', int(12), '12%'],
  ['0.0', double(-1.5), '-1.5'],
  ['00.##', double(1.5), '01.5'],
];

describe('formatNumber', () => {
  test.each(standard)('%s of %o is %s', (format, number, text) => {
    expect(formatNumber(number, format)).toBe(text);
  });

  test.each(custom)('custom %s of %o is %s', (format, number, text) => {
    expect(formatNumber(number, format)).toBe(text);
  });

  test.each([
    ['en-US', 'C', 1234.5, '$1,234.50'],
    ['en-US', 'C', -5, '-$5.00'],
    ['en-US', 'N2', 1234567.891, '1,234,567.89'],
    ['de-DE', 'N2', 1234567.891, '1.234.567,89'],
  ])('%s writes %s of %d as %s', (name, format, value, text) => {
    expect(formatNumber(double(value), format, cultureByName(name))).toBe(text);
  });

  test.each([
    ['D', double(1.5)],
    ['X', double(1.5)],
    ['Q', int(1)],
    ['R', int(1)],
    ['z9', decimal(1n, 0)],
  ])('refuses %s of %o', (format, number) => {
    expect(() => formatNumber(number, format)).toThrow(
      expect.objectContaining({ exceptionType: 'System.FormatException', message: 'Format specifier was invalid.' }),
    );
  });

  test('the text of a Double reads back as the same Double', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(fc.property(finite, (value) => Object.is(Number(formatNumber(double(value))), value)));
  });

  test('17 digits give a Double back, 20 decimal places what is nearest', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 });
    fc.assert(fc.property(finite, (value) => Number(formatNumber(double(value), 'G17')) === value));
    fc.assert(
      fc.property(
        finite,
        (value) => Math.abs(Number(formatNumber(double(value), 'F20')) - value) <= 1e-20 + Math.abs(value) * 1e-15,
      ),
    );
  });

  test('ties of a Double go to the even digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (sixteenths) => {
        const tenths = BigInt(sixteenths) * 10n;
        const whole = tenths / 16n;
        const rest = tenths % 16n;
        const up = rest > 8n || (rest === 8n && whole % 2n === 1n);
        const text = String(whole + (up ? 1n : 0n)).padStart(2, '0');
        return formatNumber(double(sixteenths / 16), 'F1') === `${text.slice(0, -1)}.${text.slice(-1)}`;
      }),
    );
  });

  test('any custom format of any number gives a text', () => {
    const format = fc.string({ unit: fc.constantFrom('0', '#', '.', ',', '%', ';', 'E', '+', "'", '"', '\\', 'x') });
    fc.assert(
      fc.property(format, fc.double(), (text, value) => typeof formatNumber(double(value), `_${text}`) === 'string'),
    );
  });
});
