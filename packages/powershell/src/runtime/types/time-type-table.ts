import {
  DateTime,
  DateTimeOffset,
  formatDateTimeOffset,
  formatTimeSpan,
  parseDateTimeOffset,
  parseDateTimeOffsetExact,
  parseTimeSpan,
  TimeSpan,
  type TimeSpanUnit,
  tryParse,
  tryParseTimeSpan,
} from '../../dotnet/index.ts';
import type { EnumValue } from '../values/enum-value.ts';
import { double, type NumericValue, toNumber } from '../values/number-types.ts';
import type { Reference } from '../values/reference.ts';
import { currentTime } from '../values/running-session.ts';
import { cultureOf } from './culture-argument.ts';
import {
  addForms,
  capital,
  dateParsing,
  offsetDate,
  partsOf,
  stylesType,
  toStringForms,
  units,
} from './date-type-table.ts';
import { offsetOperators, spanOperators } from './date-operators.ts';
import { type DotNetType, overload, type Overload, type Property, readOnly } from './define-type.ts';
import { innerProperties } from './inner-properties.ts';
import { enumValue } from './enum-type.ts';

const interfaces = ['System.IComparable', 'System.IFormattable'];

const total = (unit: TimeSpanUnit): Property => readOnly((self: TimeSpan) => double(self.total(unit)), 'double');

/** In the order in which .NET lists them. */
const totals: Readonly<Record<string, Property>> = {
  TotalDays: total('days'),
  TotalHours: total('hours'),
  TotalMilliseconds: total('milliseconds'),
  TotalMicroseconds: total('microseconds'),
  TotalNanoseconds: readOnly((self: TimeSpan) => double(self.totalNanoseconds), 'double'),
  TotalMinutes: total('minutes'),
  TotalSeconds: total('seconds'),
};

const spanParts = ['days', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds'] as const;

function spanConstructor(first: number, count: number): Overload {
  const names = spanParts.slice(first, first + count);
  return overload(names.map((name) => `int ${name}`).join(', '), (_type: DotNetType, ...values: number[]) =>
    TimeSpan.of(Object.fromEntries(names.map((name, index) => [name, values[index]]))),
  );
}

/** System.TimeSpan. */
const spanType: DotNetType = {
  name: 'System.TimeSpan',
  operators: spanOperators,
  base: 'System.ValueType',
  valueType: true,
  interfaces,
  defaultValue: () => TimeSpan.zero,
  properties: {
    ...partsOf('Ticks', 'long'),
    ...partsOf('Days Hours Milliseconds Microseconds Nanoseconds Minutes Seconds'),
    ...totals,
  },
  statics: {
    Zero: readOnly(() => TimeSpan.zero),
    MinValue: readOnly(() => TimeSpan.minValue),
    MaxValue: readOnly(() => TimeSpan.maxValue),
    TicksPerDay: readOnly(() => 864000000000n),
    TicksPerHour: readOnly(() => 36000000000n),
    TicksPerMinute: readOnly(() => 600000000n),
    TicksPerSecond: readOnly(() => 10000000n),
    TicksPerMillisecond: readOnly(() => 10000n),
  },
  staticMethods: {
    Parse: [
      overload('string s', (_self: null, text: string) => parseTimeSpan(text)),
      overload('string input, provider formatProvider', (_self: null, text: string) => parseTimeSpan(text)),
    ],
    TryParse: [
      overload('string s, ref timespan result', (_self: null, text: string, result: Reference) => {
        const value = tryParseTimeSpan(text);
        result.write(value ?? TimeSpan.zero);
        return value !== undefined;
      }),
    ],
    FromTicks: [overload('long value', (_self: null, ticks: bigint) => new TimeSpan(ticks))],
    Compare: [overload('timespan t1, timespan t2', (_self: null, a: TimeSpan, b: TimeSpan) => a.compareTo(b))],
    ...Object.fromEntries(
      units.map((unit) => [
        `From${capital(unit)}`,
        [overload('double value', (_self: null, count: NumericValue) => TimeSpan.from(toNumber(count), unit))],
      ]),
    ),
  },
  methods: {
    Add: [overload('timespan ts', (self: TimeSpan, other: TimeSpan) => self.add(other))],
    Subtract: [overload('timespan ts', (self: TimeSpan, other: TimeSpan) => self.subtract(other))],
    Multiply: [overload('double factor', (self: TimeSpan, factor: NumericValue) => self.multiply(toNumber(factor)))],
    Divide: [
      overload('double divisor', (self: TimeSpan, divisor: NumericValue) => self.divide(toNumber(divisor))),
      overload('timespan ts', (self: TimeSpan, other: TimeSpan) => double(Number(self.ticks) / Number(other.ticks))),
    ],
    Negate: [overload('', (self: TimeSpan) => self.negate())],
    Duration: [overload('', (self: TimeSpan) => self.duration())],
    CompareTo: [overload('timespan value', (self: TimeSpan, other: TimeSpan) => self.compareTo(other))],
    ToString: toStringForms<TimeSpan>(formatTimeSpan),
  },
  constructors: [
    overload('long ticks', (_type: DotNetType, ticks: bigint) => new TimeSpan(ticks)),
    spanConstructor(1, 3),
    spanConstructor(0, 4),
    spanConstructor(0, 5),
    spanConstructor(0, 6),
  ],
};

const offsetExact = (text: string, formats: readonly string[], provider: unknown, styles?: EnumValue): DateTimeOffset =>
  parseDateTimeOffsetExact(text, formats, dateParsing(styles), cultureOf(provider));

/** What the clock of that place shows. */
const clockParts = (names: string) => innerProperties(names, ({ dateTime }: DateTimeOffset) => dateTime);

/** System.DateTimeOffset. */
const offsetType: DotNetType = {
  name: 'System.DateTimeOffset',
  operators: offsetOperators,
  base: 'System.ValueType',
  valueType: true,
  interfaces,
  properties: {
    ...partsOf('DateTime UtcDateTime LocalDateTime', 'datetime'),
    Date: readOnly((self: DateTimeOffset) => self.dateTime.date, 'datetime'),
    ...clockParts('Day'),
    DayOfWeek: readOnly((self: DateTimeOffset) => enumValue('System.DayOfWeek', self.dateTime.dayOfWeek)),
    ...clockParts('DayOfYear Hour Millisecond Microsecond Nanosecond Minute Month'),
    ...partsOf('Offset', 'timespan'),
    TotalOffsetMinutes: readOnly((self: DateTimeOffset) => self.offset.total('minutes'), 'int'),
    ...clockParts('Second Ticks'),
    ...partsOf('UtcTicks', 'long'),
    TimeOfDay: readOnly((self: DateTimeOffset) => self.dateTime.timeOfDay, 'timespan'),
    ...clockParts('Year'),
  },
  methods: {
    ...addForms(),
    AddMonths: [overload('int months', (self: DateTimeOffset, count: number) => self.addMonths(count))],
    AddYears: [overload('int years', (self: DateTimeOffset, count: number) => self.addYears(count))],
    Add: [overload('timespan timeSpan', (self: DateTimeOffset, span: TimeSpan) => self.add(span))],
    Subtract: [
      overload('System.DateTimeOffset value', (self: DateTimeOffset, other: DateTimeOffset) => self.subtract(other)),
      overload('timespan value', (self: DateTimeOffset, span: TimeSpan) => self.add(span.negate())),
    ],
    ToUnixTimeSeconds: [overload('', (self: DateTimeOffset) => self.toUnixSeconds())],
    ToUnixTimeMilliseconds: [overload('', (self: DateTimeOffset) => self.toUnixMilliseconds())],
    ToUniversalTime: [overload('', (self: DateTimeOffset) => self.toUniversalTime())],
    ToLocalTime: [overload('', (self: DateTimeOffset) => self.toLocalTime())],
    ToOffset: [
      overload('timespan offset', (self: DateTimeOffset, span: TimeSpan) => self.toOffset(span.total('minutes'))),
    ],
    CompareTo: [
      overload('System.DateTimeOffset other', (self: DateTimeOffset, other: DateTimeOffset) => self.compareTo(other)),
    ],
    ToString: toStringForms<DateTimeOffset>(formatDateTimeOffset),
  },
  statics: {
    MinValue: readOnly(() => new DateTimeOffset(DateTime.minValue, 0)),
    MaxValue: readOnly(() => new DateTimeOffset(DateTime.maxValue, 0)),
    UnixEpoch: readOnly(() => new DateTimeOffset(DateTime.unixEpoch, 0)),
    Now: readOnly(() => new DateTimeOffset(DateTime.fromUnixMilliseconds(currentTime()))),
    UtcNow: readOnly(() => new DateTimeOffset(DateTime.fromUnixMilliseconds(currentTime(), 'Utc'))),
  },
  staticMethods: {
    Parse: [
      overload('string input', (_self: null, text: string) => parseDateTimeOffset(text, dateParsing())),
      overload('string input, provider formatProvider', (_self: null, text: string, provider: unknown) =>
        parseDateTimeOffset(text, dateParsing(), cultureOf(provider)),
      ),
    ],
    ParseExact: [
      overload(
        'string input, string format, provider formatProvider',
        (_self: null, text: string, format: string, provider: unknown) => offsetExact(text, [format], provider),
      ),
      overload(
        `string input, string format, provider formatProvider, ${stylesType} styles`,
        (_self: null, text: string, format: string, provider: unknown, styles: EnumValue) =>
          offsetExact(text, [format], provider, styles),
      ),
    ],
    TryParse: [
      overload('string input, ref System.DateTimeOffset result', (_self: null, text: string, result: Reference) => {
        const value = tryParse(() => parseDateTimeOffset(text, dateParsing()));
        result.write(value ?? new DateTimeOffset(DateTime.minValue, 0));
        return value !== undefined;
      }),
    ],
    FromUnixTimeSeconds: [
      overload('long seconds', (_self: null, seconds: bigint) =>
        DateTimeOffset.fromUnixMilliseconds(Number(seconds) * 1000),
      ),
    ],
    FromUnixTimeMilliseconds: [
      overload('long milliseconds', (_self: null, value: bigint) => DateTimeOffset.fromUnixMilliseconds(Number(value))),
    ],
  },
  constructors: [
    overload('datetime dateTime', (_type: DotNetType, value: DateTime) => offsetDate(value)),
    overload('datetime dateTime, timespan offset', (_type: DotNetType, value: DateTime, span: TimeSpan) =>
      offsetDate(value, span),
    ),
    overload('long ticks, timespan offset', (_type: DotNetType, ticks: bigint, span: TimeSpan) =>
      offsetDate(new DateTime(ticks), span),
    ),
    overload(
      'int year, int month, int day, int hour, int minute, int second, timespan offset',
      (
        _type: DotNetType,
        year: number,
        month: number,
        day: number,
        hour: number,
        minute: number,
        second: number,
        span: TimeSpan,
      ) => offsetDate(DateTime.of({ year, month, day, hour, minute, second }), span),
    ),
  ],
};

/** Time spans and dates with an offset. */
export const timeTypes: readonly DotNetType[] = [spanType, offsetType];
