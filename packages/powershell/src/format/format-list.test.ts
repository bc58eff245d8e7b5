import { describe, expect, test } from 'vitest';
import type { ColumnParameter } from './expression.ts';
import type { FormatRequest } from './format-request.ts';
import { golden } from './testing/golden.ts';
import { Thing, enumOf, hash, plainSource } from './testing/plain-source.ts';
import { type Step, render } from './testing/render.ts';

const list = (values: readonly unknown[], request: FormatRequest = {}): Step[] => [
  { values, request: { shape: 'list', ...request } },
];
const column = (property: string, more: Partial<ColumnParameter> = {}): ColumnParameter => ({
  expression: { property },
  ...more,
});
const names = (...properties: readonly string[]): FormatRequest => ({
  columns: properties.map((name) => column(name)),
});
const number = (value: unknown, name: string): number => Number(plainSource.get(value, name)?.value);
const typed = (type: string, text: string, properties: Record<string, unknown> = {}) =>
  new Thing({ types: [type], text, properties });

const a1 = { a: 1 };
const a2 = { a: 2 };
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Golden case → the Format-List calls of its script. */
const cases: Readonly<Record<string, readonly Step[]>> = {
  'pscustomobject-a-1-b-x-format-list': list([{ a: 1, b: 'x' }]),
  'pscustomobject-a-1-longername-x-format-list': list([{ a: 1, longername: 'x' }]),
  'pscustomobject-a-1-pscustomobject-a-2-format-lis': list([a1, a2]),
  'pscustomobject-a-1-b-2-c-3-format-list-a-c': list([{ a: 1, b: 2, c: 3 }], names('a', 'c')),
  'pscustomobject-a-1-b-2-format-list': list([{ a: 1, b: 2 }], names('*')),
  'pscustomobject-a-1-format-list-nosuch': list([a1], names('nosuch')),
  'pscustomobject-a-1-b-2-format-list-a-nosuch': list([{ a: 1, b: 2 }], names('a', 'nosuch')),
  'pscustomobject-a-x-100-format-list': list([{ a: 'x'.repeat(100) }]),
  'pscustomobject-a-word-30-format-list': list([{ a: 'word '.repeat(30) }]),
  'pscustomobject-a-l1-nl2-format-list': list([{ a: 'l1\nl2' }]),
  'pscustomobject-a-null-b-c-format-list': list([{ a: null, b: '', c: [] }]),
  'pscustomobject-a-1-3-b-1-10-format-list': list([{ a: upTo(3), b: upTo(10) }]),
  'pscustomobject-a-x-1-b-pscustomobject-q-1-r-2-fo': list([{ a: hash({ x: 1 }), b: { q: 1, r: 2 } }]),
  'pscustomobject-d-datetime-2024-01-02-03-04-05-t': list([
    { d: typed('System.DateTime', '01/02/2024 03:04:05'), t: typed('System.TimeSpan', '01:02:03') },
  ]),
  'pscustomobject-n-1-5-m-1000000-d-1-10d-format-li': list([
    { n: 1.5, m: 1000000, d: typed('System.Decimal', '1.10') },
  ]),
  'a-1-format-list': list([hash(a1)]),
  'ordered-b-1-a-2-format-list': list([hash({ b: 1, a: 2 })]),
  '1-2-format-list': list([1, 2]),
  'abc-format-list': list(['abc']),
  'abc-format-list-length': list(['abc'], names('Length')),
  'pscustomobject-a-1-b-2-format-list-n-sum-e-a-b': list([{ a: 1, b: 2 }], {
    columns: [{ label: 'Sum', expression: { text: '', compute: (value) => number(value, 'a') + number(value, 'b') } }],
  }),
  'pscustomobject-n-1234-5-format-list-n-n-e-n-form': list([{ n: 1234.5 }], {
    columns: [column('n', { label: 'N', formatString: 'N2' })],
  }),
  'pscustomobject-g-1-v-1-pscustomobject-g-2-v-2-fo': list(
    [
      { g: 1, v: 1 },
      { g: 2, v: 2 },
    ],
    { ...names('v'), groupBy: column('g') },
  ),
  'version-1-2-3-format-list': list([
    typed('System.Version', '1.2.3', {
      Major: 1,
      Minor: 2,
      Build: 3,
      Revision: -1,
      MajorRevision: -1,
      MinorRevision: -1,
    }),
  ]),
  'get-alias-ft-format-list': list([
    typed('System.Management.Automation.AliasInfo', 'ft', {
      DisplayName: 'ft -> Format-Table',
      CommandType: enumOf('CommandTypes', 'Alias'),
      Definition: 'Format-Table',
      ReferencedCommand: typed('CmdletInfo', 'Format-Table'),
      ResolvedCommand: typed('CmdletInfo', 'Format-Table'),
    }),
  ]),
  'pscustomobject-long-property-name-with-spaces-v': list([{ 'Long Property Name With Spaces': 'v', s: 1 }]),
  'null-format-list-x': [...list([null]), { values: ['x'] }],
  'pscustomobject-a-true-b-dayofweek-friday-format': list([{ a: true, b: enumOf('System.DayOfWeek', 'Friday') }]),
  'pscustomobject-a-x-70-y-30-format-list': list([{ a: `${'x'.repeat(70)} ${'y'.repeat(30)}` }]),
  'pscustomobject-ab-1-ac-2-b-3-format-list-a': list([{ ab: 1, ac: 2, b: 3 }], names('a*')),
  'system-collections-generic-list-int-1-2-3-format': list([[1, 2, 3]]),
  'pscustomobject-a-1-6-formatlimit-4-format-list': list([{ a: upTo(6), FormatLimit: 4 }]),
  'pscustomobject-e-1-1-t-string-format-list': list([
    {
      e: typed('System.Management.Automation.ScriptBlock', ' 1 + 1 '),
      t: typed('System.RuntimeType', 'System.String'),
    },
  ]),
};

describe('Format-List', () => {
  test.each(Object.entries(cases))('%s', (name, steps) => {
    expect(render(steps)).toBe(golden('format-list', name));
  });

  // Out-String ends its text with a line feed of its own, which writing the text out doubles.
  test('pscustomobject-p-a-30-format-list-out-string-wid: at a given width', () => {
    const name = 'pscustomobject-p-a-30-format-list-out-string-wid';
    expect(`${render(list([{ p: 'a'.repeat(30) }]), { width: 20 })}\n`).toBe(golden('format-list', name));
  });

  test('a label wider than the line is cut, and a line too narrow for any value shows nothing', () => {
    expect(render(list([{ longername: 1 }]), { width: 8 })).toBe('\nlong : 1\n\n');
    expect(render(list([{ longername: 1 }]), { width: 4 })).toBe('\n\n');
  });

  test('words stay whole where the culture has it so', () => {
    expect(render(list([{ a: 'one two three' }]), { width: 12, wordWrap: true })).toBe('\na : one two \n    three\n\n');
  });
});
