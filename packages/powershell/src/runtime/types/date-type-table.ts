import {
  DateTime,
  DateTimeOffset,
  type DateStyles,
  daysInMonth,
  formatDateTime,
  isLeapYear,
  parseDateTime,
  parseDateTimeExact,
  type TimeSpan,
  type TimeSpanUnit,
  tryParse,
} from '../../dotnet/index.ts';
import { netError } from '../errors/script-error.ts';
import type { EnumValue } from '../values/enum-value.ts';
import { double, type NumericValue, toNumber } from '../values/number-types.ts';
import type { Reference } from '../values/reference.ts';
import { membersOf } from '../values/ps-object.ts';
import { toText } from '../values/to-text.ts';
import { currentTime } from '../values/running-session.ts';
import { currentSymbols } from '../values/current-culture.ts';
import { cultureOf } from './culture-argument.ts';
import { dateOperators } from './date-operators.ts';
import { type DotNetType, overload, type Overload, type Property, readOnly } from './define-type.ts';
import { enumNames, enumValue } from './enum-type.ts';

export const units: readonly TimeSpanUnit[] = ['days', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds'];
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const small = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Properties of .NET that are those of a class of `dotnet` by their names in small letters. */
export const partsOf = (names: string, type = 'int'): Record<string, Property> =>
  Object.fromEntries(
    names.split(' ').map((name) => [name, readOnly((self: Record<string, unknown>) => self[small(name)], type)]),
  );

export const now = (): DateTime => DateTime.fromUnixMilliseconds(currentTime());

/** DateTimeStyles as the parsers take them; what a text leaves out is today's. */
export function dateParsing(styles?: EnumValue): DateStyles & { readonly today: () => DateTime } {
  const names = styles ? enumNames(styles) : [];
  return {
    today: () => now().date,
    assumeUniversal: names.includes('AssumeUniversal'),
    assumeLocal: names.includes('AssumeLocal'),
    adjustToUniversal: names.includes('AdjustToUniversal'),
    roundtripKind: names.includes('RoundtripKind'),
  };
}

export const stylesType = 'System.Globalization.DateTimeStyles';

function attempt<T>(read: () => T, fallback: T, result: Reference): boolean {
  const value = tryParse(read);
  result.write(value ?? fallback);
  return value !== undefined;
}

const exact = (text: string, formats: readonly string[], provider: unknown, styles?: EnumValue): DateTime =>
  parseDateTimeExact(text, formats, dateParsing(styles), cultureOf(provider));

const parseForms: readonly Overload[] = [
  overload('string s', (_self: null, text: string) => parseDateTime(text, dateParsing())),
  overload('string s, provider provider', (_self: null, text: string, provider: unknown) =>
    parseDateTime(text, dateParsing(), cultureOf(provider)),
  ),
  overload(
    `string s, provider provider, ${stylesType} styles`,
    (_self: null, text: string, provider: unknown, styles: EnumValue) =>
      parseDateTime(text, dateParsing(styles), cultureOf(provider)),
  ),
];

const exactForms: readonly Overload[] = [
  overload(
    'string s, string format, provider provider',
    (_self: null, text: string, format: string, provider: unknown) => exact(text, [format], provider),
  ),
  overload(
    `string s, string format, provider provider, ${stylesType} style`,
    (_self: null, text: string, format: string, provider: unknown, styles: EnumValue) =>
      exact(text, [format], provider, styles),
  ),
  overload(
    `string s, string[] formats, provider provider, ${stylesType} style`,
    (_self: null, text: string, formats: readonly string[], provider: unknown, styles: EnumValue) =>
      exact(text, formats, provider, styles),
  ),
];

const tryParseForms: readonly Overload[] = [
  overload('string s, ref datetime result', (_self: null, text: string, result: Reference) =>
    attempt(() => parseDateTime(text, dateParsing()), DateTime.minValue, result),
  ),
  overload(
    `string s, provider provider, ${stylesType} styles, ref datetime result`,
    (_self: null, text: string, provider: unknown, styles: EnumValue, result: Reference) =>
      attempt(() => parseDateTime(text, dateParsing(styles), cultureOf(provider)), DateTime.minValue, result),
  ),
];

const tryExactForms: readonly Overload[] = [
  overload(
    `string s, string format, provider provider, ${stylesType} style, ref datetime result`,
    (_self: null, text: string, format: string, provider: unknown, styles: EnumValue, result: Reference) =>
      attempt(() => exact(text, [format], provider, styles), DateTime.minValue, result),
  ),
  overload(
    `string s, string[] formats, provider provider, ${stylesType} style, ref datetime result`,
    (_self: null, text: string, formats: readonly string[], provider: unknown, styles: EnumValue, result: Reference) =>
      attempt(() => exact(text, formats, provider, styles), DateTime.minValue, result),
  ),
];

const kindOf = (kind: EnumValue | undefined): DateTime['kind'] => (kind?.text() ?? 'Unspecified') as DateTime['kind'];

function dateOf(parts: readonly number[], kind?: EnumValue): DateTime {
  const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = parts;
  return DateTime.of({ year, month, day, hour, minute, second, millisecond }, kindOf(kind));
}

const partNames = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];
const partSignature = (count: number): string =>
  partNames
    .slice(0, count)
    .map((name) => `int ${name}`)
    .join(', ');

const constructors: readonly Overload[] = [
  overload('long ticks', (_type: DotNetType, ticks: bigint) => new DateTime(ticks)),
  overload(
    'long ticks, System.DateTimeKind kind',
    (_type: DotNetType, ticks: bigint, kind: EnumValue) => new DateTime(ticks, kindOf(kind)),
  ),
  ...[3, 6, 7].map((count) => overload(partSignature(count), (_type: DotNetType, ...parts: number[]) => dateOf(parts))),
  ...[6, 7].map((count) =>
    overload(
      `${partSignature(count)}, System.DateTimeKind kind`,
      (_type: DotNetType, ...args: (number | EnumValue)[]) =>
        dateOf(args.slice(0, -1) as number[], args.at(-1) as EnumValue),
    ),
  ),
];

export const toStringForms = <T>(
  format: (value: T, specifier?: string, culture?: ReturnType<typeof cultureOf>) => string,
): readonly Overload[] => [
  overload('', (self: T) => format(self, '', currentSymbols())),
  overload('string format', (self: T, specifier: string) => format(self, specifier ?? '', currentSymbols())),
  overload('provider provider', (self: T, provider: unknown) => format(self, '', cultureOf(provider))),
  overload('string format, provider provider', (self: T, specifier: string, provider: unknown) =>
    format(self, specifier ?? '', cultureOf(provider)),
  ),
];

/** `AddDays` … of a class that adds units. */
export const addForms = (parameter = 'value'): DotNetType['methods'] =>
  Object.fromEntries(
    units.map((unit) => [
      `Add${capital(unit)}`,
      [
        overload(
          `double ${parameter}`,
          (self: { addUnits(count: number, unit: TimeSpanUnit): unknown }, count: NumericValue) =>
            self.addUnits(toNumber(count), unit),
        ),
      ],
    ]),
  );

/** The long date and time, or that of both which the note DisplayHint of Get-Date asks for. Source: types.ps1xml. */
function shownDate(self: DateTime): string {
  const note = membersOf(self)?.get('DisplayHint');
  const hint = note?.kind === 'note' ? toText(note.value) : 'DateTime';
  const [day, time] = ['D', 'T'].map((format) => formatDateTime(self, format, currentSymbols()));
  if (hint === 'Date') return day!;
  return hint === 'Time' ? time! : `${day} ${time}`;
}

const short = (specifier: string): Overload =>
  overload('', (self: DateTime) => formatDateTime(self, specifier, currentSymbols()));

const instanceMethods: DotNetType['methods'] = {
  ...addForms(),
  AddMonths: [overload('int months', (self: DateTime, count: number) => self.addMonths(count))],
  AddYears: [overload('int value', (self: DateTime, count: number) => self.addYears(count))],
  AddTicks: [overload('long value', (self: DateTime, ticks: bigint) => self.addTicks(ticks))],
  Add: [overload('timespan value', (self: DateTime, span: TimeSpan) => self.add(span))],
  Subtract: [
    overload('datetime value', (self: DateTime, other: DateTime) => self.subtract(other)),
    overload('timespan value', (self: DateTime, span: TimeSpan) => self.add(span.negate())),
  ],
  ToUniversalTime: [overload('', (self: DateTime) => self.toUniversalTime())],
  ToLocalTime: [overload('', (self: DateTime) => self.toLocalTime())],
  ToShortDateString: [short('d')],
  ToLongDateString: [short('D')],
  ToShortTimeString: [short('t')],
  ToLongTimeString: [short('T')],
  ToFileTime: [overload('', (self: DateTime) => self.toUniversalTime().toFileTimeUtc())],
  ToFileTimeUtc: [overload('', (self: DateTime) => self.toFileTimeUtc())],
  ToOADate: [overload('', (self: DateTime) => double(self.toAutomationDate()))],
  ToBinary: [overload('', (self: DateTime) => self.ticks)],
  IsDaylightSavingTime: [overload('', (self: DateTime) => self.isDaylightSavingTime())],
  CompareTo: [
    overload('object value', (self: DateTime, other: unknown) => {
      if (other === null) return 1;
      if (other instanceof DateTime) return self.compareTo(other);
      throw netError('System.ArgumentException', 'Object must be of type DateTime.');
    }),
  ],
  Equals: [
    overload(
      'object value',
      (self: DateTime, other: unknown) => other instanceof DateTime && self.compareTo(other) === 0,
    ),
  ],
  GetDateTimeFormats: [
    overload('char format', (self: DateTime, { value }: { value: string }) => [
      formatDateTime(self, value, currentSymbols()),
    ]),
  ],
  ToString: toStringForms<DateTime>(formatDateTime),
};

/** System.DateTime. */
export const dateType: DotNetType = {
  name: 'System.DateTime',
  operators: dateOperators,
  base: 'System.ValueType',
  valueType: true,
  interfaces: ['System.IComparable', 'System.IFormattable', 'System.IConvertible'],
  defaultValue: () => DateTime.minValue,
  properties: {
    ...partsOf('Date', 'datetime'),
    ...partsOf('Day'),
    DayOfWeek: readOnly((self: DateTime) => enumValue('System.DayOfWeek', self.dayOfWeek), 'System.DayOfWeek'),
    ...partsOf('DayOfYear Hour'),
    Kind: readOnly((self: DateTime) => enumValue('System.DateTimeKind', self.kind), 'System.DateTimeKind'),
    ...partsOf('Millisecond Microsecond Nanosecond Minute Month Second'),
    ...partsOf('Ticks', 'long'),
    ...partsOf('TimeOfDay', 'timespan'),
    ...partsOf('Year'),
    DateTime: { ...readOnly(shownDate, 'string'), isExtended: true },
  },
  methods: instanceMethods,
  statics: {
    MinValue: readOnly(() => DateTime.minValue),
    MaxValue: readOnly(() => DateTime.maxValue),
    UnixEpoch: readOnly(() => DateTime.unixEpoch),
    Now: readOnly(now),
    UtcNow: readOnly(() => DateTime.fromUnixMilliseconds(currentTime(), 'Utc')),
    Today: readOnly(() => now().date),
  },
  staticMethods: {
    Parse: parseForms,
    ParseExact: exactForms,
    TryParse: tryParseForms,
    TryParseExact: tryExactForms,
    DaysInMonth: [
      overload('int year, int month', (_self: null, year: number, month: number) => daysInMonth(year, month)),
    ],
    IsLeapYear: [overload('int year', (_self: null, year: number) => isLeapYear(year))],
    Compare: [overload('datetime t1, datetime t2', (_self: null, a: DateTime, b: DateTime) => a.compareTo(b))],
    SpecifyKind: [
      overload('datetime value, System.DateTimeKind kind', (_self: null, value: DateTime, kind: EnumValue) =>
        DateTime.specifyKind(value, kindOf(kind)),
      ),
    ],
    FromFileTime: [
      overload('long fileTime', (_self: null, value: bigint) => DateTime.fromFileTimeUtc(value).toLocalTime()),
    ],
    FromFileTimeUtc: [overload('long fileTime', (_self: null, value: bigint) => DateTime.fromFileTimeUtc(value))],
    FromOADate: [
      overload('double d', (_self: null, value: NumericValue) => DateTime.fromAutomationDate(toNumber(value))),
    ],
  },
  constructors,
};

/** Both ways to make a DateTime of what has an offset. */
export const offsetDate = (value: DateTime, span?: TimeSpan): DateTimeOffset =>
  span ? new DateTimeOffset(value, span.total('minutes')) : new DateTimeOffset(value);
