import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvReader } from './csv-reader.ts';

function recordsOf(text: string, delimiter = ','): string[][] {
  const reader = new CsvReader(text, delimiter);
  const records: string[][] = [];
  for (let record = reader.readRecord(); record.length > 0; record = reader.readRecord()) records.push(record);
  return records;
}

describe('records of CSV', () => {
  test.each<[string, string[][]]>([
    [
      'a,b\r\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"a,b","say ""hi"""', [['a,b', 'say "hi"']]],
    [
      '"l1\nl2",x\ny,z',
      [
        ['l1\nl2', 'x'],
        ['y', 'z'],
      ],
    ],
    ['  x , y ', [['x ', 'y ']]],
    ['"  x ", y', [['  x ', 'y']]],
    ['x"y"z', [['x"y"z']]],
    ['"ab" c,d', [['ab c', 'd']]],
    ['"unclosed,1', [['unclosed,1']]],
    ['a,,c\n', [['a', '', 'c']]],
    ['"a",""\n', [['a', '']]],
  ])('%j', (text, records) => expect(recordsOf(text)).toEqual(records));

  test('a tab can delimit', () => {
    expect(recordsOf('a b\t c\n', '\t')).toEqual([['a b', 'c']]);
  });

  const field = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', ';', '\t', 'é'), maxLength: 6 });

  test('whatever is written in quotes comes back', () => {
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(recordsOf(`${text}\n`)).toEqual(rows);
      }),
    );
  });

  test('any text is read to its end', () => {
    fc.assert(
      fc.property(field, fc.constantFrom(',', ';', '\t', '|'), (text, delimiter) => void recordsOf(text, delimiter)),
    );
  });
});
