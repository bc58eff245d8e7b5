import { integerRanges } from '../../syntax/integer-ranges.ts';
import { decimalFunctions } from './math-type-table.ts';
import { once } from '../../dotnet/once.ts';
import {
  decimalStyles,
  floatStyles,
  integerStyles,
  type NumberStyles,
  parseDecimal,
  parseDouble,
  parseInteger,
  tryParse,
} from '../../dotnet/index.ts';
import { toNumeric } from '../conversions/to-number.ts';
import { netError } from '../errors/script-error.ts';
import { formatValue } from '../format/format-value.ts';
import { arithmetic, type ArithmeticOperator, wholeOfDouble } from '../operators/arithmetic.ts';
import { compareNumbers } from '../operators/compare.ts';
import { EnumValue } from '../values/enum-value.ts';
import { fromInput } from '../values/number-input.ts';
import {
  BigInteger,
  integer,
  type IntegerType,
  integerTypes,
  isNumeric,
  type NumericType,
  type NumericValue,
  numericTypeCodes,
  Single,
  toNumber,
} from '../values/number-types.ts';
import type { Reference } from '../values/reference.ts';
import { parseDecimal as decimalOf } from '../values/decimal.ts';
import { plainText } from '../values/to-text.ts';
import { cultureOf } from './culture-argument.ts';
import { type DotNetType, overload, type Overload, type Property, readOnly } from './define-type.ts';
import { enumNames } from './enum-type.ts';
import { integerFunctions } from './integer-functions.ts';
import { convertibleMethods, integerMethods } from './number-methods.ts';
import { coreTypes } from './type-registry.ts';

const interfaces = ['System.IComparable', 'System.IConvertible', 'System.IFormattable'];

const doubleLimits: Readonly<Record<string, number>> = {
  MaxValue: Number.MAX_VALUE,
  MinValue: -Number.MAX_VALUE,
  Epsilon: Number.MIN_VALUE,
  NaN,
  PositiveInfinity: Infinity,
  NegativeInfinity: -Infinity,
};
const singleLimits: Readonly<Record<string, number>> = {
  ...doubleLimits,
  MaxValue: 3.4028234663852886e38,
  MinValue: -3.4028234663852886e38,
  Epsilon: 1.401298464324817e-45,
};
const largestDecimal = '79228162514264337593543950335';
const decimalLimits: Readonly<Record<string, string>> = {
  MaxValue: largestDecimal,
  MinValue: `-${largestDecimal}`,
  Zero: '0',
  One: '1',
  MinusOne: '-1',
};
const bigLimits: Readonly<Record<string, bigint>> = { Zero: 0n, One: 1n, MinusOne: -1n };

const constants = <T>(table: Readonly<Record<string, T>>, make: (value: T) => unknown): Record<string, Property> =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, readOnly(() => make(value))]));

function limitsOf(type: NumericType): Record<string, Property> {
  if (type === 'Double') return constants(doubleLimits, (value) => value);
  if (type === 'Single') return constants(singleLimits, (value) => new Single(value));
  if (type === 'Decimal') return constants(decimalLimits, (text) => decimalOf(text));
  if (type === 'BigInteger') return constants(bigLimits, (value) => new BigInteger(value));
  const [low, high] = integerRanges[type];
  return constants({ MaxValue: high, MinValue: low }, (value) => integer(type, value));
}

const isFloat = (type: NumericType): type is 'Double' | 'Single' => type === 'Double' || type === 'Single';

/** What NumberStyles allow, as the parsers take it. */
function stylesOf(value: EnumValue): NumberStyles {
  const names = enumNames(value);
  const has = (...given: string[]): boolean => given.some((name) => names.includes(name));
  return {
    thousands: has('AllowThousands', 'Number', 'Currency', 'Any'),
    decimalPoint: has('AllowDecimalPoint', 'Number', 'Float', 'Currency', 'Any'),
    exponent: has('AllowExponent', 'Float', 'Any'),
    parentheses: has('AllowParentheses', 'Currency', 'Any'),
    trailingSign: has('AllowTrailingSign', 'Number', 'Currency', 'Any'),
    currency: has('AllowCurrencySymbol', 'Currency', 'Any'),
    hex: has('AllowHexSpecifier', 'HexNumber'),
  };
}

interface Parsing {
  readonly styles?: EnumValue | undefined;
  readonly provider?: unknown;
}

function parse(text: string, type: NumericType, { styles, provider }: Parsing = {}): NumericValue {
  const culture = cultureOf(provider);
  const given = styles && stylesOf(styles);
  if (isFloat(type)) return fromInput({ type, value: parseDouble(text, { styles: given ?? floatStyles, culture }) });
  if (type === 'Decimal') return fromInput(parseDecimal(text, { styles: given ?? decimalStyles, culture }));
  return fromInput({ type, value: parseInteger(text, type, { styles: given ?? integerStyles, culture }) });
}

function parseForms(type: NumericType): readonly Overload[] {
  return [
    overload('string s', (_self: null, text: string) => parse(text, type)),
    overload('string s, System.Globalization.NumberStyles style', (_self: null, text: string, styles: EnumValue) =>
      parse(text, type, { styles }),
    ),
    overload('string s, provider provider', (_self: null, text: string, provider: unknown) =>
      parse(text, type, { provider }),
    ),
    overload(
      'string s, System.Globalization.NumberStyles style, provider provider',
      (_self: null, text: string, styles: EnumValue, provider: unknown) => parse(text, type, { styles, provider }),
    ),
  ];
}

function tryParseForms(type: NumericType): readonly Overload[] {
  const attempt = (read: () => NumericValue, result: Reference): boolean => {
    const value = tryParse(read);
    result.write(value ?? toNumeric(0, type));
    return value !== undefined;
  };
  const by = coreNameOf(type);
  return [
    overload(`string s, ref ${by} result`, (_self: null, text: string, result: Reference) =>
      attempt(() => parse(text, type), result),
    ),
    overload(
      `string s, System.Globalization.NumberStyles style, provider provider, ref ${by} result`,
      (_self: null, text: string, styles: EnumValue, provider: unknown, result: Reference) =>
        attempt(() => parse(text, type, { styles, provider }), result),
    ),
  ];
}

const coreNameOf = (type: NumericType): string =>
  type === 'BigInteger' ? 'System.Numerics.BigInteger' : `System.${type}`;

function compareTo(self: NumericValue, other: unknown, type: NumericType): number {
  if (other === null) return 1;
  if (isNumeric(other)) return Math.sign(compareNumbers(self, other));
  throw netError('System.ArgumentException', `Object must be of type ${type}.`);
}

const floatTests: Readonly<Record<string, (value: number) => boolean>> = {
  IsNaN: Number.isNaN,
  IsFinite: Number.isFinite,
  IsInfinity: (value) => Math.abs(value) === Infinity,
  IsPositiveInfinity: (value) => value === Infinity,
  IsNegativeInfinity: (value) => value === -Infinity,
};

const floatMethods = (type: 'Double' | 'Single'): Readonly<Record<string, readonly Overload[]>> =>
  Object.fromEntries(
    Object.entries(floatTests).map(([name, test]) => [
      name,
      [overload(`System.${type} d`, (_self: null, value: NumericValue) => test(toNumber(value)))],
    ]),
  );

const big = (value: bigint): BigInteger => new BigInteger(value);

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const bigMethods: Readonly<Record<string, readonly Overload[]>> = {
  Pow: [
    overload('bigint value, int exponent', (_self: null, { value }: BigInteger, power: number) =>
      big(value ** BigInt(power)),
    ),
  ],
  ModPow: [
    overload(
      'bigint value, bigint exponent, bigint modulus',
      (_self: null, a: BigInteger, b: BigInteger, m: BigInteger) => big(modularPower(a.value, b.value, m.value)),
    ),
  ],
  Abs: [overload('bigint value', (_self: null, { value }: BigInteger) => big(value < 0n ? -value : value))],
  Max: [
    overload('bigint left, bigint right', (_self: null, a: BigInteger, b: BigInteger) => (a.value >= b.value ? a : b)),
  ],
  Min: [
    overload('bigint left, bigint right', (_self: null, a: BigInteger, b: BigInteger) => (a.value <= b.value ? a : b)),
  ],
  Add: [overload('bigint left, bigint right', (_self: null, a: BigInteger, b: BigInteger) => big(a.value + b.value))],
  Subtract: [
    overload('bigint left, bigint right', (_self: null, a: BigInteger, b: BigInteger) => big(a.value - b.value)),
  ],
  Multiply: [
    overload('bigint left, bigint right', (_self: null, a: BigInteger, b: BigInteger) => big(a.value * b.value)),
  ],
  Divide: [
    overload('bigint dividend, bigint divisor', (_self: null, a: BigInteger, b: BigInteger) => big(a.value / b.value)),
  ],
  Remainder: [
    overload('bigint dividend, bigint divisor', (_self: null, a: BigInteger, b: BigInteger) => big(a.value % b.value)),
  ],
  GreatestCommonDivisor: [
    overload('bigint left, bigint right', (_self: null, a: BigInteger, b: BigInteger) =>
      big(greatestDivisor(a.value, b.value)),
    ),
  ],
};

function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let factor = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return result;
}

const bigProperties: Readonly<Record<string, Property>> = {
  IsZero: readOnly(({ value }: BigInteger) => value === 0n),
  IsOne: readOnly(({ value }: BigInteger) => value === 1n),
  IsEven: readOnly(({ value }: BigInteger) => value % 2n === 0n),
  Sign: readOnly(({ value }: BigInteger) => (value > 0n ? 1 : value < 0n ? -1 : 0)),
};

/** The System.TypeCode of SByte, the first of the numbers. */
const firstNumericCode = 5;

function ownStatics(type: NumericType): Forms {
  if (isFloat(type)) return floatMethods(type);
  if (type === 'BigInteger') return bigMethods;
  return type === 'Decimal' ? decimalFunctions() : integerFunctions(type);
}

type Forms = Readonly<Record<string, readonly Overload[]>>;

/** A numeric type; its members are made when they are asked for: twelve types have hundreds of them. */
function numberType(type: NumericType): DotNetType {
  const statics = once(() => limitsOf(type));
  const staticMethods = once((): Forms => ({
    Parse: parseForms(type),
    TryParse: tryParseForms(type),
    ...ownStatics(type),
  }));
  const methods = once(() => methodsOf(type));
  return {
    name: coreNameOf(type),
    base: 'System.ValueType',
    interfaces,
    valueType: true,
    defaultValue: () => toNumeric(0, type),
    ...(type === 'BigInteger' ? { properties: bigProperties, constructors: bigConstructors } : {}),
    ...(type === 'Decimal' ? { constructors: decimalConstructors } : {}),
    ...(type === 'Decimal' || type === 'BigInteger' ? { operators: operatorsOf(type) } : {}),
    get statics() {
      return statics();
    },
    get staticMethods() {
      return staticMethods();
    },
    get methods() {
      return methods();
    },
  };
}

/** The operators of the numeric types that have them as methods, for an operand that is yet to be converted. */
function operatorsOf(type: 'Decimal' | 'BigInteger'): Forms {
  const signature = `${coreNameOf(type)} left, ${coreNameOf(type)} right`;
  const form = (operator: ArithmeticOperator): readonly Overload[] => [
    overload(signature, (_self: null, left: NumericValue, right: NumericValue) => arithmetic(operator, left, right)),
  ];
  return {
    op_Addition: form('+'),
    op_Subtraction: form('-'),
    op_Multiply: form('*'),
    op_Division: form('/'),
    op_Modulus: form('%'),
  };
}

function methodsOf(type: NumericType): Forms {
  return {
    CompareTo: [overload('object value', (self: NumericValue, other: unknown) => compareTo(self, other, type))],
    ToString: [
      overload('', (self: NumericValue) => plainText(self)),
      overload('string format', (self: NumericValue, format: string) => formatValue(self, format)),
      overload('provider provider', (self: NumericValue, provider: unknown) =>
        formatValue(self, '', cultureOf(provider)),
      ),
      overload('string format, provider provider', (self: NumericValue, format: string, provider: unknown) =>
        formatValue(self, format, cultureOf(provider)),
      ),
    ],
    GetTypeCode: [
      overload(
        '',
        () => new EnumValue(coreTypes.find('System.TypeCode')!, numericTypeCodes.indexOf(type) + firstNumericCode),
      ),
    ],
    ...(type === 'BigInteger' ? {} : convertibleMethods()),
    ...(type in integerRanges ? integerMethods(type as IntegerType) : {}),
  };
}

const bigConstructors: readonly Overload[] = [
  overload('int value', (_type: DotNetType, value: number) => big(BigInt(value))),
  overload('long value', (_type: DotNetType, value: bigint) => big(value)),
  overload('double value', (_type: DotNetType, value: NumericValue) => big(wholeOfDouble(toNumber(value)))),
];

const decimalConstructors: readonly Overload[] = [
  overload('int value', (_type: DotNetType, value: number) => toNumeric(value, 'Decimal')),
  overload('long value', (_type: DotNetType, value: bigint) => toNumeric(value, 'Decimal')),
  overload('double value', (_type: DotNetType, value: NumericValue) => toNumeric(value, 'Decimal')),
];

/** The numeric types. */
export const numberTypes: readonly DotNetType[] = [
  ...integerTypes,
  'BigInteger' as const,
  'Single' as const,
  'Double' as const,
  'Decimal' as const,
].map(numberType);
