import {
  DateTime,
  DateTimeOffset,
  formatDateTime,
  formatDateTimeOffset,
  formatTimeSpan,
  TimeSpan,
} from '../../dotnet/index.ts';
import { cultureNamed } from '../format/format-value.ts';
import { DateOnly, TimeOnly } from '../values/date-only.ts';
import { defineForeign } from '../values/foreign-value.ts';
import { dateOperator, offsetOperator, spanOperator } from './date-operators.ts';

/** Makes dates and times values of the language; their members are in the tables of their types. */
export function defineDates(): void {
  defineForeign(DateTime, {
    typeName: 'System.DateTime',
    text: (value) => formatDateTime(value),
    format: (value, specifier, culture) => formatDateTime(value, specifier, cultureNamed(culture)),
    compare: (left, right) => left.compareTo(right),
    operator: dateOperator,
  });
  defineForeign(DateTimeOffset, {
    typeName: 'System.DateTimeOffset',
    text: (value) => formatDateTimeOffset(value),
    format: (value, specifier, culture) => formatDateTimeOffset(value, specifier, cultureNamed(culture)),
    compare: (left, right) => left.compareTo(right),
    operator: offsetOperator,
  });
  defineForeign(TimeSpan, {
    typeName: 'System.TimeSpan',
    text: (value) => formatTimeSpan(value),
    format: (value, specifier, culture) => formatTimeSpan(value, specifier, cultureNamed(culture)),
    compare: (left, right) => left.compareTo(right),
    operator: spanOperator,
  });
  defineForeign(DateOnly, {
    typeName: 'System.DateOnly',
    text: (value) => dateText(value),
    format: dateText,
    compare: (left, right) => left.compareTo(right),
  });
  defineForeign(TimeOnly, {
    typeName: 'System.TimeOnly',
    text: (value) => timeText(value),
    format: timeText,
    compare: (left, right) => left.compareTo(right),
  });
}

export const dateText = (value: DateOnly, format = '', culture = ''): string =>
  formatDateTime(value.date, format === '' ? 'd' : format, cultureNamed(culture));

export const timeText = (value: TimeOnly, format = '', culture = ''): string =>
  formatDateTime(value.date, format === '' ? 't' : format, cultureNamed(culture));
