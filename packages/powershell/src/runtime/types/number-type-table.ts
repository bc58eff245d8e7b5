import { toNumeric } from '../conversions/to-number.ts';
import { compareNumbers } from '../operators/compare.ts';
import { formatValue } from '../format/format-value.ts';
import { plainText } from '../values/to-text.ts';
import {
  double,
  integer,
  integerRanges,
  type IntegerType,
  type NumericType,
  type NumericValue,
  Single,
  toNumber,
} from '../values/number-types.ts';
import { parseDecimal } from '../values/decimal.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import { netError } from '../errors/script-error.ts';

const interfaces = ['System.IComparable', 'System.IConvertible', 'System.IFormattable'];

const integerTypes = Object.keys(integerRanges) as IntegerType[];

function limitsOf(type: NumericType): Record<string, unknown> {
  if (type === 'Double') {
    return {
      MaxValue: Number.MAX_VALUE,
      MinValue: -Number.MAX_VALUE,
      Epsilon: Number.MIN_VALUE,
      NaN,
      PositiveInfinity: Infinity,
      NegativeInfinity: -Infinity,
    };
  }
  if (type === 'Single') {
    return {
      MaxValue: new Single(3.4028234663852886e38),
      MinValue: new Single(-3.4028234663852886e38),
      NaN: new Single(NaN),
      PositiveInfinity: new Single(Infinity),
      NegativeInfinity: new Single(-Infinity),
    };
  }
  if (type === 'Decimal') {
    const maximum = '79228162514264337593543950335';
    return {
      MaxValue: parseDecimal(maximum),
      MinValue: parseDecimal(`-${maximum}`),
      Zero: parseDecimal('0'),
      One: parseDecimal('1'),
      MinusOne: parseDecimal('-1'),
    };
  }
  if (type === 'BigInteger')
    return { Zero: toNumeric(0, 'BigInteger'), One: toNumeric(1, 'BigInteger'), MinusOne: toNumeric(-1, 'BigInteger') };
  const [low, high] = integerRanges[type];
  return { MaxValue: integer(type, high), MinValue: integer(type, low) };
}

function numberType(type: NumericType): DotNetType {
  return {
    name: type === 'BigInteger' ? 'System.Numerics.BigInteger' : `System.${type}`,
    base: 'System.ValueType',
    interfaces,
    valueType: true,
    statics: Object.fromEntries(Object.entries(limitsOf(type)).map(([name, value]) => [name, readOnly(() => value)])),
    staticMethods: {
      Parse: [overload('string', (_self: null, text: string) => parsed(text, type))],
      TryParse: [
        overload(
          'string, System.Management.Automation.PSReference',
          (_self: null, text: string, result: { write(value: unknown): void }) => tryParse(text, type, result),
        ),
      ],
      ...(type === 'Double' ? doubleStatics : {}),
      ...(type === 'BigInteger'
        ? {
            Pow: [
              overload('System.Numerics.BigInteger, int', (_self: null, value: { value: bigint }, power: number) =>
                toNumeric(value.value ** BigInt(power), 'BigInteger'),
              ),
            ],
          }
        : {}),
    },
    methods: {
      CompareTo: [
        overload('object', (self: NumericValue, other: NumericValue) => Math.sign(compareNumbers(self, other))),
      ],
      ToString: [
        overload('', (self: NumericValue) => plainText(self)),
        overload('string', (self: NumericValue, format: string) => formatValue(self, format)),
        overload('string, object', (self: NumericValue, format: string) => formatValue(self, format)),
      ],
    },
  };
}

const doubleStatics = {
  IsNaN: [overload('double', (_self: null, value: NumericValue) => Number.isNaN(toNumber(value)))],
  IsInfinity: [overload('double', (_self: null, value: NumericValue) => Math.abs(toNumber(value)) === Infinity)],
};

function parsed(text: string, type: NumericType): unknown {
  const pattern =
    type === 'Double' || type === 'Single' || type === 'Decimal'
      ? /^\s*[+-]?[\d,]*\.?\d*(e[+-]?\d+)?\s*$/i
      : /^\s*[+-]?\d+\s*$/;
  if (!pattern.test(text) || !/\d/.test(text))
    throw netError('System.FormatException', `The input string '${text}' was not in a correct format.`);
  return toNumeric(text, type);
}

function tryParse(text: string, type: NumericType, result: { write(value: unknown): void }): boolean {
  try {
    result.write(parsed(text, type));
    return true;
  } catch (error) {
    if (!isScriptError(error)) throw error;
    result.write(toNumeric(0, type));
    return false;
  }
}

const math =
  (call: (...values: number[]) => number) =>
  (_self: null, ...values: NumericValue[]) =>
    double(call(...values.map(toNumber)));

const mathType: DotNetType = {
  name: 'System.Math',
  base: 'System.Object',
  statics: { PI: readOnly(() => Math.PI), E: readOnly(() => Math.E) },
  staticMethods: {
    ...Object.fromEntries(
      (['Sqrt', 'Sin', 'Cos', 'Tan', 'Exp', 'Log10', 'Ceiling', 'Floor', 'Truncate'] as const).map((name) => [
        name,
        [overload('double', math(mathFunction(name)))],
      ]),
    ),
    Pow: [overload('double, double', math(Math.pow))],
    Log: [
      overload('double', math(Math.log)),
      overload(
        'double, double',
        math((value, base) => Math.log(value) / Math.log(base)),
      ),
    ],
    Round: [
      overload(
        'double',
        math((value) => roundTo(value, 0)),
      ),
      overload('double, int', math(roundTo)),
    ],
    Abs: [
      overload('object', (_self: null, value: NumericValue) => (compareNumbers(value, 0) < 0 ? negate(value) : value)),
    ],
    Max: [
      overload('object, object', (_self: null, a: NumericValue, b: NumericValue) =>
        compareNumbers(a, b) >= 0 ? a : b,
      ),
    ],
    Min: [
      overload('object, object', (_self: null, a: NumericValue, b: NumericValue) =>
        compareNumbers(a, b) <= 0 ? a : b,
      ),
    ],
    Sign: [overload('object', (_self: null, value: NumericValue) => Math.sign(toNumber(value)))],
  },
};

function mathFunction(name: string): (value: number) => number {
  const javascript = { Ceiling: 'ceil', Truncate: 'trunc' }[name] ?? name.toLowerCase();
  return (Math as unknown as Record<string, (value: number) => number>)[javascript]!;
}

function roundTo(value: number, digits: number): number {
  const scale = 10 ** digits;
  return toNumber(toNumeric(value * scale, 'BigInteger')) / scale;
}

const negate = (value: NumericValue): NumericValue =>
  typeof value === 'number'
    ? value === (value | 0)
      ? -value
      : double(-value)
    : typeof value === 'bigint'
      ? -value
      : double(-toNumber(value));

/** The numeric types and System.Math. */
export const numberTypes: readonly DotNetType[] = [
  ...[...integerTypes, 'BigInteger', 'Single', 'Double', 'Decimal'].map((type) => numberType(type as NumericType)),
  mathType,
];
