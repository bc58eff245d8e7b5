import { DateTime, formatDateTime, type TimeSpanUnit } from '../../dotnet/index.ts';
import { numberOf, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { cultureNamed } from '../../runtime/format/format-value.ts';
import { extend } from '../../runtime/values/ps-object.ts';
import { enumeration } from '../../providers/enumeration.ts';
import { now } from './now.ts';
import { unixFormat } from './unix-format.ts';

const range = (min: number, max: number) => [{ kind: 'range', min, max }] as const;

export const getDate: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Date',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.GetDateCommand',
  outputTypes: ['System.DateTime'],
  defaultSet: 'DateAndFormat',
  parameters: [
    {
      name: 'Date',
      type: 'DateTime',
      aliases: ['LastWriteTime'],
      pipeline: 'both',
      sets: { DateAndFormat: { position: 0 }, DateAndUFormat: { position: 0 } },
    },
    {
      name: 'UnixTimeSeconds',
      type: 'Int64',
      aliases: ['UnixTime'],
      sets: { UnixTimeSecondsAndFormat: { mandatory: true }, UnixTimeSecondsAndUFormat: { mandatory: true } },
    },
    { name: 'Year', type: 'Int32', validate: range(1, 9999) },
    { name: 'Month', type: 'Int32', validate: range(1, 12) },
    { name: 'Day', type: 'Int32', validate: range(1, 31) },
    { name: 'Hour', type: 'Int32', validate: range(0, 23) },
    { name: 'Minute', type: 'Int32', validate: range(0, 59) },
    { name: 'Second', type: 'Int32', validate: range(0, 59) },
    { name: 'Millisecond', type: 'Int32', validate: range(0, 999) },
    { name: 'DisplayHint', type: 'Microsoft.PowerShell.Commands.DisplayHintType' },
    {
      name: 'UFormat',
      type: 'String',
      sets: { DateAndUFormat: { mandatory: true }, UnixTimeSecondsAndUFormat: { mandatory: true } },
    },
    { name: 'Format', type: 'String', sets: { DateAndFormat: {}, UnixTimeSecondsAndFormat: {} } },
    { name: 'AsUTC', type: 'SwitchParameter' },
  ],
  create: (context) => ({ process: () => context.out.write(result(context)) }),
};

function startOf({ parameters, session }: CommandContext): DateTime {
  const given = parameters['Date'];
  if (given instanceof DateTime) return given;
  const seconds = numberOf(parameters, 'UnixTimeSeconds');
  return seconds === undefined ? now(session) : DateTime.fromUnixMilliseconds(seconds * 1000);
}

const units: readonly (readonly [name: string, part: 'day' | 'hour' | 'minute' | 'second', unit: TimeSpanUnit])[] = [
  ['Day', 'day', 'days'],
  ['Hour', 'hour', 'hours'],
  ['Minute', 'minute', 'minutes'],
  ['Second', 'second', 'seconds'],
];

/** Year, month and so on in place of those of the date. */
function changed(start: DateTime, { parameters }: CommandContext): DateTime {
  const part = (name: string): number | undefined => numberOf(parameters, name);
  let date = start;
  const [year, month, millisecond] = [part('Year'), part('Month'), part('Millisecond')];
  if (year !== undefined) date = date.addYears(year - date.year);
  if (month !== undefined) date = date.addMonths(month - date.month);
  for (const [name, property, unit] of units) {
    const value = part(name);
    if (value !== undefined) date = date.addUnits(value - date[property], unit);
  }
  if (millisecond === undefined) return date;
  const exact = date.addUnits(millisecond - date.millisecond, 'milliseconds');
  return exact.addTicks(-(exact.ticks % 10_000n));
}

/** The formats that Get-Date has besides those of .NET. */
const fileFormats: Readonly<Record<string, { readonly format: string; readonly utc: boolean }>> = {
  filedate: { format: 'yyyyMMdd', utc: false },
  filedateuniversal: { format: "yyyyMMdd'Z'", utc: true },
  filedatetime: { format: "yyyyMMdd'T'HHmmssffff", utc: false },
  filedatetimeuniversal: { format: "yyyyMMdd'T'HHmmssffff'Z'", utc: true },
};

function result(context: CommandContext): unknown {
  const { parameters } = context;
  const local = changed(startOf(context), context);
  const date = switchOf(parameters, 'AsUTC') ? local.toUniversalTime() : local;
  const unix = textOf(parameters, 'UFormat');
  if (unix !== undefined) return unixFormat(date, unix, cultureNamed(undefined));
  const format = textOf(parameters, 'Format');
  if (format === undefined) return hinted(date, parameters['DisplayHint']);
  const file = fileFormats[format.toLowerCase()];
  if (file) return formatDateTime(file.utc ? date.toUniversalTime() : date, file.format, cultureNamed(undefined));
  return formatDateTime(date, format, cultureNamed(undefined));
}

/** A date that tells whether its day, its time or both are to be shown. */
export function hinted(date: DateTime, hint: unknown): DateTime {
  const own = new DateTime(date.ticks, date.kind);
  extend(own).set({
    kind: 'note',
    name: 'DisplayHint',
    value: hint ?? enumeration.displayHint.value('DateTime'),
  });
  return own;
}
