import type { FormatSource } from '../format-source.ts';
import type { View } from '../view.ts';
import { column, columns, computed, list, property, right, table } from './define-view.ts';

/** A number of bytes in megabytes, or seconds, with two places. */
const twoPlaces = (name: string, divisor: number) =>
  computed(name, (value, source) => {
    const amount = Number(source.get(value, name)?.value ?? 0);
    return source.format(amount / divisor, 'N2');
  });

const mega = 2 ** 20;

/** What the type's `DateTime` property says: the long date and the long time. */
function longDate(value: unknown, source: FormatSource): string {
  const given = source.get(value, 'DateTime');
  return given ? source.text(given.value) : `${source.format(value, 'D')} ${source.format(value, 'T')}`;
}

/** Views of .NET's own types. Facts: DotNetTypes.format.ps1xml. */
export const dotnetViews: readonly View[] = [
  table(
    'System.Globalization.CultureInfo',
    ['System.Globalization.CultureInfo'],
    [column('LCID', { width: 16 }), column('Name', { width: 16 }), column('DisplayName')],
  ),
  table(
    'System.Version',
    ['System.Version'],
    [
      column('Major', { width: 6 }),
      column('Minor', { width: 6 }),
      column('Build', { width: 6 }),
      column('Revision', { width: 8 }),
    ],
  ),
  table(
    'System.Management.Automation.SemanticVersion',
    ['System.Management.Automation.SemanticVersion'],
    [
      column('Major', { width: 6 }),
      column('Minor', { width: 6 }),
      column('Patch', { width: 6 }),
      column('PreReleaseLabel', { width: 15 }),
      column('BuildLabel', { width: 11 }),
    ],
  ),
  table('Dictionary', ['System.Collections.DictionaryEntry'], [column('Name', { width: 30 }), column('Value')]),
  list('System.Collections.DictionaryEntry', ['System.Collections.DictionaryEntry'], ['Name', 'Value']),
  table(
    'process',
    ['System.Diagnostics.Process'],
    [
      {
        expression: computed('NPM', (value, source) => Math.round(Number(source.get(value, 'NPM')?.value ?? 0) / 1024)),
        label: 'NPM(K)',
        width: 7,
        alignment: 'right',
      },
      { expression: twoPlaces('PM', mega), label: 'PM(M)', width: 8, alignment: 'right' },
      { expression: twoPlaces('WS', mega), label: 'WS(M)', width: 10, alignment: 'right' },
      { expression: twoPlaces('CPU', 1), label: 'CPU(s)', width: 10, alignment: 'right' },
      right('Id', { width: 7 }),
      right('SI', { width: 3 }),
      column('ProcessName'),
    ],
  ),
  {
    shape: 'wide',
    name: 'process',
    types: ['System.Diagnostics.Process'],
    item: { expression: property('ProcessName') },
  },
  list(
    'System.TimeSpan',
    ['System.TimeSpan'],
    [
      'Days',
      'Hours',
      'Minutes',
      'Seconds',
      'Milliseconds',
      'Ticks',
      'TotalDays',
      'TotalHours',
      'TotalMinutes',
      'TotalSeconds',
      'TotalMilliseconds',
    ],
  ),
  table('System.TimeSpan', ['System.TimeSpan'], columns('Days', 'Hours', 'Minutes', 'Seconds', 'Milliseconds')),
  {
    shape: 'wide',
    name: 'System.TimeSpan',
    types: ['System.TimeSpan'],
    item: { expression: property('TotalMilliseconds') },
  },
  {
    shape: 'custom',
    name: 'DateTime',
    types: ['System.DateTime'],
    render: (value, source) => [longDate(value, source)],
  },
  table('System.Guid', ['System.Guid'], columns('Guid')),
  table(
    'System.Net.NetworkCredential',
    ['System.Net.NetworkCredential'],
    [column('UserName', { width: 50 }), column('Domain', { width: 50 })],
  ),
];
