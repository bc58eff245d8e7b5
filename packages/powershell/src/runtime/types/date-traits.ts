import {
  DateTime,
  DateTimeOffset,
  formatDateTime,
  formatDateTimeOffset,
  formatTimeSpan,
  TimeSpan,
} from '../../dotnet/index.ts';
import { convertAs } from '../conversions/convert.ts';
import { cultureNamed } from '../format/format-value.ts';
import { DateOnly, TimeOnly } from '../values/date-only.ts';
import { defineForeign } from '../values/foreign-value.ts';
import { double, isNumeric, toNumber } from '../values/number-types.ts';
import { coreTypes } from './type-registry.ts';

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

function dateOperator(name: string, left: unknown, right: unknown): unknown {
  if (!(left instanceof DateTime)) return undefined;
  if (name === 'op_Subtraction' && right instanceof DateTime) return left.subtract(right);
  if (name === 'op_Addition') {
    const span = spanOf(right);
    return span && left.add(span);
  }
  return name === 'op_Subtraction' && right instanceof TimeSpan ? left.add(right.negate()) : undefined;
}

/** What can be added to a date: a time span, or what .NET reads as one. */
const spanOf = (value: unknown): TimeSpan | undefined =>
  value instanceof TimeSpan
    ? value
    : ((convertAs(value, coreTypes.find('System.TimeSpan')!) as TimeSpan | null) ?? undefined);

function offsetOperator(name: string, left: unknown, right: unknown): unknown {
  if (!(left instanceof DateTimeOffset)) return undefined;
  if (name === 'op_Subtraction' && right instanceof DateTimeOffset) return left.subtract(right);
  if (!(right instanceof TimeSpan)) return undefined;
  if (name === 'op_Addition') return left.add(right);
  return name === 'op_Subtraction' ? left.add(right.negate()) : undefined;
}

function spanOperator(name: string, left: unknown, right: unknown): unknown {
  if (name === 'op_UnaryNegation') return (left as TimeSpan).negate();
  if (name === 'op_UnaryPlus') return left;
  if (left instanceof TimeSpan && right instanceof TimeSpan) return ofSpans(name, left, right);
  if (left instanceof TimeSpan && isNumeric(right)) {
    if (name === 'op_Multiply') return left.multiply(toNumber(right));
    return name === 'op_Division' ? left.divide(toNumber(right)) : undefined;
  }
  return name === 'op_Multiply' && isNumeric(left) && right instanceof TimeSpan
    ? right.multiply(toNumber(left))
    : undefined;
}

function ofSpans(name: string, left: TimeSpan, right: TimeSpan): unknown {
  if (name === 'op_Addition') return left.add(right);
  if (name === 'op_Subtraction') return left.subtract(right);
  return name === 'op_Division' ? double(Number(left.ticks) / Number(right.ticks)) : undefined;
}

export const dateText = (value: DateOnly, format = '', culture = ''): string =>
  formatDateTime(value.date, format === '' ? 'd' : format, cultureNamed(culture));

export const timeText = (value: TimeOnly, format = '', culture = ''): string =>
  formatDateTime(value.date, format === '' ? 't' : format, cultureNamed(culture));
