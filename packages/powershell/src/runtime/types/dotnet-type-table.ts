import {
  DateTime,
  formatDateTime,
  formatTimeSpan,
  Guid,
  parseDateTime,
  parseTimeSpan,
  TimeSpan,
  type TimeSpanUnit,
  Version,
} from '../../dotnet/index.ts';
import { netError } from '../errors/script-error.ts';
import { defineForeign } from '../values/foreign-value.ts';
import { double, type NumericValue, toNumber } from '../values/number-types.ts';
import { EnumValue } from '../values/enum-value.ts';
import { type DotNetType, overload, type Property, readOnly } from './define-type.ts';
import { coreTypes } from './type-registry.ts';

const interfaces = ['System.IComparable', 'System.IFormattable'];

function dateOperator(name: string, left: unknown, right: unknown): unknown {
  if (!(left instanceof DateTime)) return undefined;
  if (name === 'op_Subtraction' && right instanceof DateTime) return left.subtract(right);
  if (!(right instanceof TimeSpan)) return undefined;
  if (name === 'op_Addition') return left.add(right);
  return name === 'op_Subtraction' ? left.add(right.negate()) : undefined;
}

function spanOperator(name: string, left: unknown, right: unknown): unknown {
  if (!(left instanceof TimeSpan) || !(right instanceof TimeSpan)) return undefined;
  if (name === 'op_Addition') return left.add(right);
  return name === 'op_Subtraction' ? left.subtract(right) : undefined;
}

/** Makes dates, time spans, versions and Guids values of the language. */
export function defineDotnetValues(): void {
  defineForeign(DateTime, {
    typeName: 'System.DateTime',
    text: (value) => formatDateTime(value),
    format: (value, specifier) => formatDateTime(value, specifier),
    compare: (left, right) => left.compareTo(right),
    operator: dateOperator,
  });
  defineForeign(TimeSpan, {
    typeName: 'System.TimeSpan',
    text: (value) => formatTimeSpan(value),
    format: (value, specifier) => formatTimeSpan(value, specifier),
    compare: (left, right) => left.compareTo(right),
    operator: spanOperator,
  });
  defineForeign(Version, {
    typeName: 'System.Version',
    text: (value) => value.toString(),
    compare: (left, right) => left.compareTo(right),
  });
  defineForeign(Guid, {
    typeName: 'System.Guid',
    text: (value) => value.toString(),
    format: (value, specifier) => value.toString(specifier || 'D'),
    compare: (left, right) => left.compareTo(right),
  });
}

const dateParts = ['Year', 'Month', 'Day', 'DayOfYear', 'Hour', 'Minute', 'Second', 'Millisecond', 'Date', 'TimeOfDay'];
const spanParts = ['Days', 'Hours', 'Minutes', 'Seconds', 'Milliseconds', 'Ticks'];
const units: readonly TimeSpanUnit[] = ['days', 'hours', 'minutes', 'seconds', 'milliseconds'];
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const small = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const partsOf = (names: readonly string[]): Record<string, Property> =>
  Object.fromEntries(names.map((name) => [name, readOnly((self: Record<string, unknown>) => self[small(name)])]));

const dateType: DotNetType = {
  name: 'System.DateTime',
  base: 'System.ValueType',
  valueType: true,
  interfaces,
  properties: {
    ...partsOf([...dateParts, 'Ticks']),
    DayOfWeek: readOnly((self: DateTime) => {
      const type = coreTypes.find('System.DayOfWeek')!;
      return new EnumValue(type, type.enumeration?.[self.dayOfWeek] ?? 0);
    }),
  },
  methods: {
    ...Object.fromEntries(
      units.map((unit) => [
        `Add${capital(unit)}`,
        [overload('double', (self: DateTime, count: NumericValue) => self.addUnits(toNumber(count), unit))],
      ]),
    ),
    AddMonths: [overload('int', (self: DateTime, count: number) => self.addMonths(count))],
    AddYears: [overload('int', (self: DateTime, count: number) => self.addYears(count))],
    ToUniversalTime: [overload('', (self: DateTime) => self.toUniversalTime())],
    ToString: [
      overload('', (self: DateTime) => formatDateTime(self)),
      overload('string', (self: DateTime, format: string) => formatDateTime(self, format)),
    ],
  },
  statics: { MinValue: readOnly(() => DateTime.minValue), MaxValue: readOnly(() => DateTime.maxValue) },
  staticMethods: { Parse: [overload('string', (_self: null, text: string) => parseDateTime(text, parsing()))] },
  constructors: [
    overload('long', (_self: null, ticks: bigint) => new DateTime(ticks)),
    overload('int, int, int', (_self: null, year: number, month: number, day: number) =>
      DateTime.of({ year, month, day }),
    ),
  ],
};

const needsToday = (): never => {
  throw netError('System.NotSupportedException', 'A time without a date needs a clock, which scripts do not have yet.');
};

/** What a text leaves out is not made up. */
const parsing = () => ({ today: needsToday });

const spanType: DotNetType = {
  name: 'System.TimeSpan',
  base: 'System.ValueType',
  valueType: true,
  interfaces,
  properties: {
    ...partsOf(spanParts),
    ...Object.fromEntries(
      units.map((unit) => [`Total${capital(unit)}`, readOnly((self: TimeSpan) => double(self.total(unit)))]),
    ),
  },
  statics: { Zero: readOnly(() => TimeSpan.zero) },
  staticMethods: {
    Parse: [overload('string', (_self: null, text: string) => parseTimeSpan(text))],
    ...Object.fromEntries(
      units.map((unit) => [
        `From${capital(unit)}`,
        [overload('double', (_self: null, count: NumericValue) => TimeSpan.from(toNumber(count), unit))],
      ]),
    ),
  },
  methods: {
    ToString: [
      overload('', (self: TimeSpan) => formatTimeSpan(self)),
      overload('string', (self: TimeSpan, format: string) => formatTimeSpan(self, format)),
    ],
  },
  constructors: [
    overload('long', (_self: null, ticks: bigint) => new TimeSpan(ticks)),
    overload('int, int, int', (_self: null, hours: number, minutes: number, seconds: number) =>
      TimeSpan.of({ hours, minutes, seconds }),
    ),
    overload('int, int, int, int', (_self: null, days: number, hours: number, minutes: number, seconds: number) =>
      TimeSpan.of({ days, hours, minutes, seconds }),
    ),
  ],
};

const versionType: DotNetType = {
  name: 'System.Version',
  base: 'System.Object',
  interfaces,
  properties: partsOf(['Major', 'Minor', 'Build', 'Revision']),
  staticMethods: { Parse: [overload('string', (_self: null, text: string) => Version.parse(text))] },
  constructors: [
    overload('string', (_self: null, text: string) => Version.parse(text)),
    overload('int, int', (_self: null, major: number, minor: number) => new Version(major, minor)),
    overload(
      'int, int, int',
      (_self: null, major: number, minor: number, build: number) => new Version(major, minor, build),
    ),
  ],
};

const guidType: DotNetType = {
  name: 'System.Guid',
  base: 'System.ValueType',
  valueType: true,
  interfaces,
  statics: { Empty: readOnly(() => Guid.empty) },
  staticMethods: { Parse: [overload('string', (_self: null, text: string) => Guid.parse(text))] },
  methods: {
    ToString: [
      overload('', (self: Guid) => self.toString()),
      overload('string', (self: Guid, format: string) => self.toString(format)),
    ],
  },
  constructors: [overload('string', (_self: null, text: string) => Guid.parse(text))],
};

/** Types whose behaviour is in `dotnet`. */
export const dotnetTypes: readonly DotNetType[] = [dateType, spanType, versionType, guidType];
