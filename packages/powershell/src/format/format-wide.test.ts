import { describe, expect, test } from 'vitest';
import type { FormatRequest } from './format-request.ts';
import { golden } from './testing/golden.ts';
import { Thing, entry, hash, plainSource } from './testing/plain-source.ts';
import { type Step, render } from './testing/render.ts';

const wide = (values: readonly unknown[], request: FormatRequest = {}): Step[] => [
  { values, request: { shape: 'wide', ...request } },
];
const custom = (values: readonly unknown[], request: FormatRequest = {}): Step[] => [
  { values, request: { shape: 'custom', ...request } },
];
const named = (count: number) => Array.from({ length: count }, (_, index) => ({ Name: `N${index + 1}`, V: index + 1 }));
const alias = (Name: string) => new Thing({ types: ['System.Management.Automation.AliasInfo'], properties: { Name } });
const V = { columns: [{ expression: { property: 'V' } }] };

/** Golden case → the Format-Wide or Format-Custom calls of its script. */
const cases: Readonly<Record<string, readonly Step[]>> = {
  'a-b-c-format-wide': wide(['a', 'b', 'c']),
  '1-10-format-wide-column-3': wide([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { perLine: 3 }),
  '1-4-foreach-object-pscustomobject-name-n-v-forma': wide(named(4)),
  '1-4-foreach-object-pscustomobject-name-n-v-forma-2': wide(named(4), { ...V, perLine: 4 }),
  '1-4-foreach-object-pscustomobject-name-n-v-forma-3': wide(named(4), { autoSize: true }),
  '1-4-foreach-object-pscustomobject-v-format-wide': wide([{ V: 1 }, { V: 2 }, { V: 3 }, { V: 4 }]),
  '1-3-foreach-object-pscustomobject-name-x-30-form': wide(
    [1, 2, 3].map((times) => ({ Name: 'x'.repeat(30 * times) })),
  ),
  '1-3-foreach-object-pscustomobject-name-n-format': wide([{ Name: 'n1' }, { Name: 'n2' }, { Name: 'n3' }], {
    columns: [
      { expression: { text: '', compute: (value) => `[${plainSource.text(plainSource.get(value, 'Name')?.value)}]` } },
    ],
  }),
  'a-1-b-2-getenumerator-sort-object-name-format-wi': wide([entry('a', 1), entry('b', 2)]),
  '1-5-foreach-object-pscustomobject-name-n-g-2-sor': wide(
    [2, 4, 1, 3, 5].map((index) => ({ Name: `N${index}`, G: index % 2 })),
    { groupBy: { expression: { property: 'G' } } },
  ),
  'get-alias-ft-fl-fw-format-wide': wide([alias('ft'), alias('fl'), alias('fw')]),
  '1-6-foreach-object-pscustomobject-name-n-format': wide(named(6), { perLine: 1 }),
  '1-3-format-custom': custom([1, 2, 3]),
  'pscustomobject-a-1-b-c-2-format-custom': custom([
    {
      a: 1,
      b: new Thing({
        types: ['System.Collections.Hashtable'],
        elements: [
          new Thing({ types: ['System.Collections.DictionaryEntry'], properties: { Key: 'c', Value: 2, Name: 'c' } }),
        ],
      }),
    },
  ]),
  'pscustomobject-a-1-b-pscustomobject-c-2-format-c': custom([{ a: 1, b: { c: 2 } }], { depth: 1 }),
  'abc-format-custom': custom(['abc']),
};

describe('Format-Wide and Format-Custom', () => {
  test.each(Object.entries(cases))('%s', (name, steps) => {
    expect(render(steps)).toBe(golden('format-wide', name));
  });

  test('an element without a text of its own is named by its name', () => {
    const element = new Thing({ types: ['T'], properties: { Title: 't', UserName: 'ann' }, ownText: false });
    expect(render([{ values: [{ a: [element, null, hash({})] }] }])).toBe(
      '\na\n-\n{ann, $null, System.Collections.Hashtable}\n\n',
    );
  });

  test('Format-Custom stops at the enumeration limit', () => {
    const lines = render(custom([{ a: [1, 2, 3] }]), { enumerationLimit: 2 });
    expect(lines).toContain('      1\n      2\n      …\n');
  });
});
