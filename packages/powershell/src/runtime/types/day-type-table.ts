import { DateTime, parseDateTime, TimeSpan } from '../../dotnet/index.ts';
import { DateOnly, TimeOnly } from '../values/date-only.ts';
import { dateText, timeText } from './date-traits.ts';
import { dateParsing, toStringForms } from './date-type-table.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { enumValue } from './enum-type.ts';
import { innerProperties } from './inner-properties.ts';

const parts = (names: string) => innerProperties(names, ({ date }: DateOnly | TimeOnly) => date, 'int');

const interfaces = ['System.IComparable', 'System.IFormattable'];
const parseDay = (text: string): DateOnly => new DateOnly(parseDateTime(text, dateParsing()));
const parseTime = (text: string): TimeOnly => new TimeOnly(parseDateTime(text, dateParsing()).timeOfDay);

/** Days without a time, and times of no day. */
export const dayTypes: readonly DotNetType[] = [
  {
    name: 'System.DateOnly',
    base: 'System.ValueType',
    valueType: true,
    interfaces,
    properties: {
      ...parts('Year Month Day'),
      DayOfWeek: readOnly(({ date }: DateOnly) => enumValue('System.DayOfWeek', date.dayOfWeek)),
      ...parts('DayOfYear'),
      DayNumber: readOnly((self: DateOnly) => self.dayNumber, 'int'),
    },
    methods: {
      AddDays: [overload('int value', (self: DateOnly, days: number) => self.addDays(days))],
      AddMonths: [overload('int value', ({ date }: DateOnly, count: number) => new DateOnly(date.addMonths(count)))],
      AddYears: [overload('int value', ({ date }: DateOnly, count: number) => new DateOnly(date.addYears(count)))],
      ToDateTime: [overload('System.TimeOnly time', ({ date }: DateOnly, time: TimeOnly) => date.addTicks(time.ticks))],
      CompareTo: [overload('System.DateOnly value', (self: DateOnly, other: DateOnly) => self.compareTo(other))],
      ToString: toStringForms<DateOnly>((value, format, culture) => dateText(value, format, culture?.name)),
    },
    staticMethods: {
      Parse: [overload('string s', (_self: null, text: string) => parseDay(text))],
      FromDateTime: [overload('datetime dateTime', (_self: null, date: DateTime) => new DateOnly(date))],
    },
    constructors: [
      overload(
        'int year, int month, int day',
        (_type: DotNetType, year: number, month: number, day: number) =>
          new DateOnly(DateTime.of({ year, month, day })),
      ),
    ],
  },
  {
    name: 'System.TimeOnly',
    base: 'System.ValueType',
    valueType: true,
    interfaces,
    properties: {
      ...parts('Hour Minute Second Millisecond Microsecond Nanosecond'),
      Ticks: readOnly((self: TimeOnly) => self.ticks, 'long'),
    },
    methods: {
      ToTimeSpan: [overload('', ({ date }: TimeOnly) => date.timeOfDay)],
      CompareTo: [overload('System.TimeOnly value', (self: TimeOnly, other: TimeOnly) => self.compareTo(other))],
      ToString: toStringForms<TimeOnly>((value, format, culture) => timeText(value, format, culture?.name)),
    },
    staticMethods: {
      Parse: [overload('string s', (_self: null, text: string) => parseTime(text))],
      FromDateTime: [overload('datetime dateTime', (_self: null, date: DateTime) => new TimeOnly(date.timeOfDay))],
    },
    constructors: [
      overload(
        'int hour, int minute',
        (_type: DotNetType, hours: number, minutes: number) => new TimeOnly(TimeSpan.of({ hours, minutes })),
      ),
      overload(
        'int hour, int minute, int second',
        (_type: DotNetType, hours: number, minutes: number, seconds: number) =>
          new TimeOnly(TimeSpan.of({ hours, minutes, seconds })),
      ),
    ],
  },
];
