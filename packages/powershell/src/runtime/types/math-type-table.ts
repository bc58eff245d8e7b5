import { integerRanges } from '../../syntax/integer-ranges.ts';
import {
  absoluteInteger,
  clamp,
  divideWithRemainder,
  doubleFunctions,
  type MidpointRounding,
  roundDecimal,
  roundDouble,
  signOf,
  wholeDecimal,
} from '../../dotnet/index.ts';
import { compareNumbers } from '../operators/compare.ts';
import type { EnumValue } from '../values/enum-value.ts';
import { decimalFrom } from '../values/number-input.ts';
import {
  type Decimal,
  double,
  integer,
  type IntegerType,
  type NumericType,
  type NumericValue,
  numericTypeCodes,
  Single,
  toBigInt,
  toNumber,
} from '../values/number-types.ts';
import type { Reference } from '../values/reference.ts';
import { type DotNetType, overload, type Overload, readOnly } from './define-type.ts';
import { valueTuple } from './tuple-type-table.ts';

type Rounding = 'Floor' | 'Ceiling' | 'Truncate';
const sides = { Floor: 'floor', Ceiling: 'ceiling', Truncate: 'truncate' } as const;

const functionForms = ([name, call]: [string, (...values: number[]) => number]): [string, Overload[]] => {
  const forms: Overload[] = [];
  const on = (...values: NumericValue[]): unknown => double(call(...values.map(toNumber)));
  const signature = call.length > 1 && name !== 'Log' ? 'double x, double y' : 'double d';
  if (name in sides) forms.push(decimalForm(name as Rounding));
  forms.push(overload(signature, (_self: null, ...values: NumericValue[]) => on(...values)));
  if (name === 'Log')
    forms.push(overload('double a, double newBase', (_self: null, ...values: NumericValue[]) => on(...values)));
  return [name, forms];
};

const decimalForm = (name: Rounding): Overload =>
  overload('decimal d', (_self: null, value: Decimal) =>
    decimalFrom(wholeDecimal({ type: 'Decimal', mantissa: value.mantissa, scale: value.scale }, sides[name])),
  );

/** `[decimal]::Floor` and its like. */
export const decimalFunctions = (): Readonly<Record<string, readonly Overload[]>> => ({
  ...Object.fromEntries((Object.keys(sides) as Rounding[]).map((name) => [name, [decimalForm(name)]])),
  Round: roundForms.filter(({ parameters }) => parameters[0] === 'System.Decimal'),
});

const modeOf = (mode: EnumValue | undefined): MidpointRounding => (mode?.text() ?? 'ToEven') as MidpointRounding;

const rounded = (value: NumericValue, digits?: number, mode?: EnumValue): unknown =>
  double(roundDouble(toNumber(value), digits ?? 0, modeOf(mode)));

const roundedDecimal = ({ mantissa, scale }: Decimal, digits?: number, mode?: EnumValue): unknown =>
  decimalFrom(roundDecimal({ type: 'Decimal', mantissa, scale }, digits ?? 0, modeOf(mode)));

const roundForms: readonly Overload[] = [
  overload('double a', (_self: null, value: NumericValue) => rounded(value)),
  overload('double value, int digits', (_self: null, value: NumericValue, digits: number) => rounded(value, digits)),
  overload('double value, System.MidpointRounding mode', (_self: null, value: NumericValue, mode: EnumValue) =>
    rounded(value, 0, mode),
  ),
  overload(
    'double value, int digits, System.MidpointRounding mode',
    (_self: null, value: NumericValue, digits: number, mode: EnumValue) => rounded(value, digits, mode),
  ),
  overload('decimal d', (_self: null, value: Decimal) => roundedDecimal(value)),
  overload('decimal d, int decimals', (_self: null, value: Decimal, digits: number) => roundedDecimal(value, digits)),
  overload('decimal d, System.MidpointRounding mode', (_self: null, value: Decimal, mode: EnumValue) =>
    roundedDecimal(value, 0, mode),
  ),
  overload(
    'decimal d, int decimals, System.MidpointRounding mode',
    (_self: null, value: Decimal, digits: number, mode: EnumValue) => roundedDecimal(value, digits, mode),
  ),
];

const signedTypes: readonly NumericType[] = ['Int16', 'Int32', 'Int64', 'SByte'];

/** The forms of a function that has one for each numeric type. */
const formsFor = (
  types: readonly NumericType[],
  names: readonly string[],
  call: (type: NumericType, ...values: NumericValue[]) => unknown,
): Overload[] =>
  types.map((type) =>
    overload(names.map((name) => `System.${type} ${name}`).join(', '), (_self: null, ...values: NumericValue[]) =>
      call(type, ...values),
    ),
  );

function absolute(type: NumericType, value: NumericValue): unknown {
  if (type === 'Double') return double(Math.abs(toNumber(value)));
  if (type === 'Single') return new Single(Math.abs(toNumber(value)));
  if (type === 'Decimal') return compareNumbers(value, 0) < 0 ? negatedDecimal(value as Decimal) : value;
  const [lowest] = integerRanges[type as IntegerType];
  return integer(type as IntegerType, absoluteInteger({ type: type as IntegerType, value: toBigInt(value) }, lowest));
}

const negatedDecimal = ({ mantissa, scale }: Decimal): Decimal =>
  decimalFrom({ type: 'Decimal', mantissa: -mantissa, scale });

function extreme(a: NumericValue, b: NumericValue, side: 1 | -1): NumericValue {
  const order = compareNumbers(a, b);
  if (Number.isNaN(order)) return Number.isNaN(toNumber(a)) ? a : b;
  return order * side >= 0 ? a : b;
}

function clamped(value: NumericValue, low: NumericValue, high: NumericValue): NumericValue {
  clamp(toNumber(value), toNumber(low), toNumber(high));
  if (compareNumbers(value, low) < 0) return low;
  return compareNumbers(value, high) > 0 ? high : value;
}

/** Quotient and remainder as a pair. */
const divRemPair = (type: 'Int32' | 'Int64'): Overload =>
  overload(`System.${type} left, System.${type} right`, (_self: null, left: NumericValue, right: NumericValue) =>
    valueTuple(divideWithRemainder(toBigInt(left), toBigInt(right)).map((part) => integer(type, part))),
  );

const divRem = (type: 'Int32' | 'Int64'): Overload =>
  overload(
    `System.${type} a, System.${type} b, ref System.${type} result`,
    (_self: null, a: NumericValue, b: NumericValue, rest: Reference) => {
      const [quotient, remainder] = divideWithRemainder(toBigInt(a), toBigInt(b));
      rest.write(integer(type, remainder));
      return integer(type, quotient);
    },
  );

/** System.Math. */
export const mathType: DotNetType = {
  name: 'System.Math',
  base: 'System.Object',
  isAbstract: true,
  statics: { PI: readOnly(() => Math.PI), E: readOnly(() => Math.E), Tau: readOnly(() => 2 * Math.PI) },
  staticMethods: {
    ...Object.fromEntries(
      (Object.entries(doubleFunctions) as [string, (...values: number[]) => number][]).map(functionForms),
    ),
    Round: roundForms,
    Abs: formsFor([...signedTypes, 'Single', 'Double', 'Decimal'], ['value'], absolute),
    Sign: formsFor([...signedTypes, 'Single', 'Double', 'Decimal'], ['value'], (_type, value) =>
      signOf(toNumber(value!)),
    ),
    Max: formsFor(numericTypeCodes, ['val1', 'val2'], (_type, a, b) => extreme(a!, b!, 1)),
    Min: formsFor(numericTypeCodes, ['val1', 'val2'], (_type, a, b) => extreme(a!, b!, -1)),
    Clamp: formsFor(numericTypeCodes, ['value', 'min', 'max'], (_type, value, low, high) =>
      clamped(value!, low!, high!),
    ),
    DivRem: [divRem('Int32'), divRem('Int64'), divRemPair('Int32'), divRemPair('Int64')],
    BigMul: [overload('int a, int b', (_self: null, a: number, b: number) => BigInt(a) * BigInt(b))],
  },
};
