import { describe, expect, test } from 'vitest';
import type { ColumnParameter } from './expression.ts';
import type { FormatRequest } from './format-request.ts';
import { golden } from './testing/golden.ts';
import { Real, Thing, entry, enumOf, hash, plainSource } from './testing/plain-source.ts';
import { type RenderOptions, type Step, render } from './testing/render.ts';

const table = (values: readonly unknown[], request: FormatRequest = {}): Step[] => [
  { values, request: { shape: 'table', ...request } },
];
const column = (property: string, more: Partial<ColumnParameter> = {}): ColumnParameter => ({
  expression: { property },
  ...more,
});
const computed = (label: string | undefined, compute: (value: unknown) => unknown, text = ''): ColumnParameter => ({
  expression: { text, compute },
  label,
});
const number = (value: unknown, name: string): number => Number(plainSource.get(value, name)?.value);
const names = (...properties: readonly string[]): FormatRequest => ({
  columns: properties.map((name) => column(name)),
});

const shortAndLong = [
  { Name: 'short', Value: 1 },
  { Name: 'much longer name', Value: 22222 },
];
const a1 = { a: 1 };
const longText = { a: 'x'.repeat(100), b: 2 };
const words = { a: 'word '.repeat(30), b: 2 };
const three = { a: 'x'.repeat(50), b: 'y'.repeat(50), c: 'z'.repeat(50) };
const letters = Object.fromEntries(Array.from('abcdefgh').map((letter) => [letter, letter.repeat(10)]));
const twelve = Object.fromEntries(Array.from('abcdefghijkl').map((letter, index) => [letter, index + 1]));
const lines = { s: 'line1\nline2', n: 1 };
const cjk = [
  { Name: '日本語', Len: 3 },
  { Name: 'abc', Len: 3 },
];
const longPath = { Path: '/a/very/long/path/that/goes/on/and/on/and/on/and/on/and/on/and/on/file.txt', Size: 123456 };
const tens = (factor: number) =>
  Array.from({ length: 12 }, (_, index) => ({ N: (index + 1) * factor, L: 'x'.repeat(index + 1) }));
const letterA = { a: 'abcdefghijkl' };
const typed = (type: string, text: string, properties: Record<string, unknown> = {}) =>
  new Thing({ types: [type], text, properties });
const long = { a: 1, b: 'x'.repeat(60) };
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Golden case → the Format-Table calls of its script. */
const cases: Readonly<Record<string, readonly Step[] | readonly [steps: readonly Step[], options: RenderOptions]>> = {
  'pscustomobject-a-1-b-x-format-table': table([{ a: 1, b: 'x' }]),
  'pscustomobject-name-short-value-1-pscustomobject': table(shortAndLong),
  'pscustomobject-name-short-value-1-pscustomobject-2': table(shortAndLong, { autoSize: true }),
  'pscustomobject-name-short-value-1-pscustomobject-3': table(shortAndLong, {
    ...names('Name', 'Value'),
    autoSize: true,
  }),
  'pscustomobject-a-1-b-2-c-3-format-table-a-c': table([{ a: 1, b: 2, c: 3 }], names('a', 'c')),
  'pscustomobject-a-1-b-2-c-3-format-table': table([{ a: 1, b: 2, c: 3 }], names('*')),
  'pscustomobject-abc-1-abd-2-x-3-format-table-ab': table([{ abc: 1, abd: 2, x: 3 }], names('ab*')),
  'pscustomobject-a-1-format-table-nosuch': table([a1], names('nosuch')),
  'pscustomobject-a-1-format-table-a-nosuch': table([a1], names('a', 'nosuch')),
  'pscustomobject-a-1-b-2-format-table-hidetablehea': table([{ a: 1, b: 2 }], { hideHeaders: true }),
  'pscustomobject-a-x-100-b-2-format-table': table([longText]),
  'pscustomobject-a-x-100-b-2-format-table-wrap': table([longText], { wrap: true }),
  'pscustomobject-a-word-30-b-2-format-table-wrap': table([words], { wrap: true }),
  'pscustomobject-a-word-30-b-2-format-table-autosi': table([words], { autoSize: true }),
  'pscustomobject-a-word-30-b-2-format-table-autosi-2': table([words], { autoSize: true, wrap: true }),
  'pscustomobject-a-x-50-b-y-50-c-z-50-format-table': table([three]),
  'pscustomobject-a-x-50-b-y-50-c-z-50-format-table-2': table([three], { autoSize: true }),
  'pscustomobject-a-x-50-b-y-50-c-z-50-format-table-3': table([three], { autoSize: true, wrap: true }),
  'pscustomobject-a-1-b-2-c-3-d-4-e-5-f-6-g-7-h-8-i': table([twelve]),
  'pscustomobject-a-aaaaaaaaaa-b-bbbbbbbbbb-c-ccccc': table([letters]),
  'pscustomobject-a-aaaaaaaaaa-b-bbbbbbbbbb-c-ccccc-2': table([letters], { autoSize: true }),
  'pscustomobject-n-1-s-a-pscustomobject-n-200-s-bb': table([
    { n: 1, s: 'a' },
    { n: 200, s: 'bbb' },
  ]),
  'pscustomobject-n-1-5-pscustomobject-n-22-25-pscu': table([{ n: 1.5 }, { n: 22.25 }, { n: -3 }]),
  'pscustomobject-n-1-pscustomobject-n-22-format-ta': table([{ n: '1' }, { n: '22' }]),
  'pscustomobject-n-1-pscustomobject-n-abc-format-t': table([{ n: 1 }, { n: 'abc' }]),
  'pscustomobject-n-abc-pscustomobject-n-1-format-t': table([{ n: 'abc' }, { n: 1 }]),
  'pscustomobject-n-null-m-1-pscustomobject-n-5-m-2': table([
    { n: null, m: 1 },
    { n: 5, m: 2 },
  ]),
  'pscustomobject-d-datetime-2024-01-02-03-04-05-t': table([
    { d: typed('System.DateTime', '01/02/2024 03:04:05'), t: typed('System.TimeSpan', '01:02:03'), b: true },
  ]),
  'pscustomobject-a-1-3-b-1-10-c-format-table': table([{ a: upTo(3), b: upTo(10), c: [] }]),
  'pscustomobject-a-x-1-y-2-b-pscustomobject-z-1-fo': table([{ a: [hash({ x: 1 }), hash({ y: 2 })], b: [{ z: 1 }] }]),
  'pscustomobject-s-line1-nline2-n-1-format-table': table([lines]),
  'pscustomobject-s-line1-nline2-n-1-format-table-w': table([lines], { wrap: true }),
  'pscustomobject-s-tab-there-n-1-format-table': table([{ s: 'tab\there', n: 1 }]),
  'pscustomobject-s-n-1-pscustomobject-s-n-2-format': table([
    { s: '', n: 1 },
    { s: ' ', n: 2 },
  ]),
  'pscustomobject-a-1-pscustomobject-b-2-format-tab': table([a1, { b: 2 }]),
  'pscustomobject-a-1-b-1-pscustomobject-b-2-c-3-fo': table([
    { a: 1, b: 1 },
    { b: 2, c: 3 },
  ]),
  '1-2-3-format-table': table([1, 2, 3]),
  'a-b-format-table': table(['a', 'b']),
  'abc-format-table-length': table(['abc'], names('Length')),
  'a-1-b-2-getenumerator-sort-object-name-format-ta': table([entry('a', 1), entry('b', 2)]),
  'a-1-format-table': table([hash(a1)]),
  'ordered-b-1-a-two-format-table-autosize': table([hash({ b: 1, a: 'two' })], { autoSize: true }),
  'pscustomobject-a-1-b-2-format-table-name-sum-exp': table([{ a: 1, b: 2 }], {
    columns: [computed('Sum', (value) => number(value, 'a') + number(value, 'b')), column('a')],
  }),
  'pscustomobject-a-1-format-table-label-lbl-expres': table([a1], { columns: [column('a', { label: 'Lbl' })] }),
  'pscustomobject-a-1-format-table-n-w-e-a-width-10': table([a1], {
    columns: [column('a', { label: 'W', width: 10 }), computed('X', () => 'x')],
  }),
  'pscustomobject-a-1-format-table-n-w-e-a-width-10-2': table([a1], {
    columns: [column('a', { label: 'W', width: 10, alignment: 'center' }), computed('X', () => 'x')],
  }),
  'pscustomobject-a-abcdefghijkl-format-table-n-w-e': table([letterA], {
    columns: [column('a', { label: 'W', width: 5 })],
  }),
  'pscustomobject-a-abcdefghijkl-format-table-n-w-e-2': table([letterA], {
    columns: [column('a', { label: 'W', width: 5 })],
    wrap: true,
  }),
  'pscustomobject-a-left-n-5-format-table-e-a-align': table([{ a: 'left', n: 5 }], {
    columns: [column('a', { alignment: 'right' }), column('n', { alignment: 'left' })],
  }),
  'pscustomobject-n-1234-5678-d-datetime-2024-03-04': table(
    [{ n: 1234.5678, d: typed('System.DateTime', '03/04/2024 00:00:00', { 'yyyy-MM-dd': '2024-03-04' }) }],
    {
      columns: [
        column('n', { label: 'N', formatString: 'N2' }),
        column('d', { label: 'D', formatString: 'yyyy-MM-dd' }),
      ],
    },
  ),
  'pscustomobject-n-1234-5678-format-table-n-n-e-n': table([{ n: 1234.5678 }], {
    columns: [column('n', { label: 'N', formatString: '0.0' })],
  }),
  'pscustomobject-a-1-format-table-n-err-e-throw-x': table([a1], {
    columns: [
      computed('Err', () => {
        throw new Error('x');
      }),
      column('a'),
    ],
  }),
  'pscustomobject-a-1-format-table-n-null-e-null-a': table([a1], {
    columns: [computed('Null', () => null), column('a')],
  }),
  'pscustomobject-a-1-format-table-a-2': table([a1], {
    columns: [computed(undefined, (value) => number(value, 'a') * 2, ' $_.a * 2 ')],
  }),
  'pscustomobject-g-x-v-1-pscustomobject-g-x-v-2-ps': table(
    [
      { g: 'x', v: 1 },
      { g: 'x', v: 2 },
      { g: 'y', v: 3 },
    ],
    { groupBy: column('g') },
  ),
  'pscustomobject-g-x-v-1-pscustomobject-g-y-v-2-ps': table(
    [
      { g: 'x', v: 1 },
      { g: 'y', v: 2 },
      { g: 'x', v: 3 },
    ],
    { ...names('v'), groupBy: column('g') },
  ),
  'pscustomobject-v-1-pscustomobject-v-2-pscustomob': table([{ v: 1 }, { v: 2 }, { v: 3 }], {
    ...names('v'),
    groupBy: computed('Odd', (value) => number(value, 'v') % 2),
  }),
  'null-format-table-x': [...table([null]), { values: ['x'] }],
  'format-table-x': [...table([[]]), { values: ['x'] }],
  'format-table-inputobject-pscustomobject-a-1': table([a1]),
  '1-3-foreach-object-pscustomobject-id-sq-name-ite': table(
    upTo(3).map((Id) => ({ Id, Sq: Id * Id, Name: `Item${Id}` })),
    { autoSize: true },
  ),
  '1-3-foreach-object-pscustomobject-id-name-item-f': table(
    upTo(3).map((Id) => ({ Id, Name: `Item${Id}` })),
    { repeatHeader: true },
  ),
  'pscustomobject-name-len-3-pscustomobject-name-ab': table(cjk),
  'pscustomobject-name-len-3-pscustomobject-name-ab-2': table(cjk, { autoSize: true }),
  'pscustomobject-a-long-property-name-here-1-b-2-f': table([{ 'A long property name here': 1, b: 2 }]),
  'pscustomobject-a-long-property-name-here-1-b-2-f-2': table([{ 'A long property name here': 1, b: 2 }], {
    autoSize: true,
  }),
  'pscustomobject-e-dayofweek-monday-v-version-1-2': table([
    {
      e: enumOf('System.DayOfWeek', 'Monday'),
      v: typed('System.Version', '1.2'),
      g: typed('System.Guid', '00000000-0000-0000-0000-000000000000'),
    },
  ]),
  'pscustomobject-t-int-s-1-1-format-table': table([
    { t: typed('System.RuntimeType', 'System.Int32'), s: typed('System.Management.Automation.ScriptBlock', ' 1+1 ') },
  ]),
  'pscustomobject-x-byte-5-y-long-7-z-1-5d-w-char-c': table([
    { x: typed('System.Byte', '5'), y: typed('System.Int64', '7'), z: 1.5, w: typed('System.Char', 'c') },
  ]),
  'one-two-three-foreach-object-pscustomobject-w-ft': table([{ W: 'one two' }, { W: 'three' }]),
  'pscustomobject-enabled-true-count-5-name-x-forma': table(
    [{ Enabled: true, Count: 5, Name: 'x' }],
    names('Name', 'Enabled', 'Count'),
  ),
  'pscustomobject-path-a-very-long-path-that-goes-o': table([longPath]),
  'pscustomobject-path-a-very-long-path-that-goes-o-2': table([longPath], { wrap: true }),
  'pscustomobject-a-1-b-2-pscustomobject-a-10-b-20': table(
    [
      { a: 1, b: 2 },
      { a: 10, b: 20 },
    ],
    { ...names('a', 'b'), hideHeaders: true, autoSize: true },
  ),
  'pscustomobject-n-1-pscustomobject-n-null-pscusto': table([{ n: 1 }, { n: null }, { n: 3 }], {
    columns: [column('n'), computed('IsNull', (value) => plainSource.get(value, 'n')?.value === null)],
  }),
  'o-1-12-foreach-object-pscustomobject-n-l-x-o-for': table(tens(1)),
  'o-1-12-foreach-object-pscustomobject-n-100-l-x-o': table(tens(100), { autoSize: true }),
  'formatenumerationlimit-2-pscustomobject-a-1-5-fo': [table([{ a: upTo(5) }]), { enumerationLimit: 2 }],
  'formatenumerationlimit-1-pscustomobject-a-1-8-fo': [table([{ a: upTo(8) }]), { enumerationLimit: -1 }],
  'pscustomobject-a-math-pi-b-1-3-c-1e10-d-1e-10-fo': table([{ a: Math.PI, b: 1 / 3, c: new Real(1e10), d: 1e-10 }]),
  'pscustomobject-a-0-1-0-2-b-100-0-c-1234567-891-f': table([{ a: 0.1 + 0.2, b: new Real(100), c: 1234567.891 }]),
};

function isWithOptions(
  given: readonly Step[] | readonly [readonly Step[], RenderOptions],
): given is readonly [readonly Step[], RenderOptions] {
  return Array.isArray(given[0]);
}

describe('Format-Table', () => {
  test.each(Object.entries(cases))('%s', (name, given) => {
    const [steps, options] = isWithOptions(given) ? given : [given, {}];
    expect(render(steps, options)).toBe(golden('format-table', name));
  });

  // Out-String ends its text with a line feed of its own, which writing the text out doubles.
  test.each([
    ['pscustomobject-a-1-b-x-60-format-table-out-strin', 40, {}],
    ['pscustomobject-a-1-b-x-60-format-table-out-strin-2', 200, {}],
    ['pscustomobject-a-1-b-x-60-format-table-autosize', 200, { autoSize: true }],
  ])('%s: at a given width', (name, width, request) => {
    expect(`${render(table([long], request), { width })}\n`).toBe(golden('format-table', name));
  });

  test('a view that does not exist is refused with the original text', () => {
    expect(() => render(table([a1], { viewName: 'nosuch' }))).toThrow(
      'The view name nosuch cannot be found. There are no existing Table views for System.Management.Automation.PSCustomObject objects.',
    );
    expect(() => render(table([hash(a1)], { viewName: 'nosuch' }))).toThrow(
      'The view name nosuch cannot be found. Specify one of the following Table views and try again: Dictionary.',
    );
  });

  test('a view is chosen by its name, whatever its case', () => {
    expect(render(table([hash(a1)], { viewName: 'dictionary' }))).toBe(golden('format-table', 'a-1-format-table'));
  });

  test('-ExcludeProperty leaves columns out, by wildcards too', () => {
    expect(render(table([{ abc: 1, abd: 2, x: 3 }], { exclude: ['ab*'] }))).toBe('\nx\n-\n3\n\n');
  });

  test('-Force shows a string by its properties', () => {
    expect(render(table(['abc'], { force: true }))).toBe('\nLength\n------\n     3\n\n');
  });

  test('-RepeatHeader shows the heading once a screen', () => {
    const steps = table([{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }], { repeatHeader: true });
    expect(render(steps, { height: 6 })).toBe('\na\n-\n1\n2\n\na\n-\n3\n4\n\n');
  });

  test.each([
    ['enumOnly', '\na\n-\n1\n\n'],
    [
      'both',
      'The following object supports IEnumerable:\n\nCount : 1\n\nThe IEnumerable contains the following object:\n\na\n-\n1\n\n',
    ],
  ] as const)('-Expand %s', (expand, expected) => {
    const collection = new Thing({ types: ['List'], elements: [a1], properties: { Count: 1 } });
    expect(render(table([collection], { expand }))).toBe(expected);
  });
});
