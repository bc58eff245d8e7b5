import type { ObjectMetadata } from '@cutover/core/metadata';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRecords } from './format-records.ts';

const text = { kind: 'text', type: 'String' } as const;
const list: ObjectMetadata = { name: 'X', typeName: 'X', properties: { Name: text, LongName: text } };
const table: ObjectMetadata = {
  ...list,
  table: [
    { header: 'Name', property: 'Name' },
    { header: 'Other', property: 'LongName' },
  ],
};
const format = (object: ObjectMetadata, width: number, ...records: Record<string, unknown>[]): string =>
  formatRecords(records, object, { width, emphasize: (one) => one });

describe('a list', () => {
  test('wraps long values below where they began', () => {
    const output = format(list, 40, { Name: 'a', LongName: 'the quick brown fox jumps over the lazy dog' });
    expect(output).toBe('\nName     : a\nLongName : the quick brown fox jumps\n           over the lazy dog\n\n');
  });

  test('keeps every word of any value, in order', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,60}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 120 }), (values, width) => {
        const output = format(list, width, { Name: 'a', LongName: values.join(' ') });
        expect(output.replaceAll(/\s/g, '')).toBe(`Name:aLongName:${values.join('')}`);
      }),
    );
  });

  test('separates records by an empty line', () => {
    expect(format(list, 40, { Name: 'a' }, { Name: 'b' })).toBe(
      '\nName     : a\nLongName :\n\nName     : b\nLongName :\n\n',
    );
  });
});

describe('a table', () => {
  test('has each record on one line, whatever its values hold', () => {
    expect(format(table, 40, { Name: 'a\nb', LongName: null })).toBe('\nName Other\n---- -----\na b\n\n');
  });

  test('is never wider than the terminal, once that holds eight characters a column', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 80 }),
        fc.string({ maxLength: 80 }),
        fc.integer({ min: 17, max: 120 }),
        (a, b, width) => {
          const lines = format(table, width, { Name: a, LongName: b }).split('\n');
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
