import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf } from './display-cells.ts';
import { errorRecordView } from './error-view.ts';
import { FormatData, type FormatPacket } from './format-packet.ts';
import { createFormatOutput } from './format-output.ts';
import { plainStyle, terminalStyle } from './line-output.ts';
import { streamText } from './stream-text.ts';
import { Thing, plainSource } from './testing/plain-source.ts';
import { render } from './testing/render.ts';
import { ViewRegistry } from './view-registry.ts';
import { builtInViews } from './views/built-in-views.ts';
import { column, list, table } from './views/define-view.ts';

const views = new ViewRegistry(builtInViews);
const row = (text: string): FormatPacket => ({
  kind: 'entry',
  outOfBand: false,
  body: { type: 'row', cells: [text], wrap: false },
});

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', ' ', '日', '…', '-'), maxLength: 60 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const record = fc.record({ a: cell, longer: cell, c: cell }, { noNullPrototype: true });

describe('properties', () => {
  test.each(['table', 'list', 'wide'] as const)('%s: no line is wider than it may be', (shape) => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 12, max: 90 }),
        fc.boolean(),
        (values, width, wrap) => {
          const lines = render([{ values, request: { shape, wrap } }], { width }).split('\n');
          for (const line of lines) expect(cellsOf(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  test('-Wrap loses no text of the columns that fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '日'), minLength: 1, maxLength: 200 }), (text) => {
        const [, , , ...rows] = render([{ values: [{ text }], request: { shape: 'table', wrap: true } }], {
          width: 20,
        }).split('\n');
        expect(rows.join('')).toBe(text);
      }),
    );
  });
});

describe('packets', () => {
  const output = (lines: string[], now?: () => number) =>
    createFormatOutput({ source: plainSource, views, width: 79, now, writeLine: (line) => void lines.push(line) });
  const start = (width: number): FormatPacket => ({
    kind: 'start',
    shape: 'table',
    autoSize: false,
    columns: [{ label: 'a', width, alignment: 'left', isProperty: true }],
    hideHeader: false,
    repeatHeader: false,
    perLine: 0,
  });

  test('a table that fits its content is held back until its end, or for 300 ms', () => {
    const lines: string[] = [];
    let time = 0;
    const target = output(lines, () => time);
    target.add({ a: 1 });
    expect(lines).toEqual(['']);
    time = 301;
    target.add({ a: 22 });
    expect(lines).toEqual(['', ' a', ' -', ' 1', '22']);
    target.add({ a: 333 });
    expect(lines.at(-1)).toBe('…3');
  });

  test('a document that nobody ended is ended by the next', () => {
    const lines: string[] = [];
    const target = output(lines);
    for (const packet of [start(3), { kind: 'groupStart' } as const, row('x'), start(3)])
      target.add(new FormatData(packet));
    target.end();
    expect(lines).toEqual(['', 'a', '-', 'x', '']);
  });

  test.each([
    ['an entry', [row('x')]],
    ['a group', [{ kind: 'groupStart' } as const]],
    ['an end inside a group', [start(3), { kind: 'groupStart' } as const, { kind: 'end' } as const]],
  ])('%s out of its place is refused', (_name, packets) => {
    const target = output([]);
    expect(() => {
      for (const packet of packets) target.add(new FormatData(packet));
    }).toThrow(expect.objectContaining({ code: 'format.outOfSequence' }));
  });

  test('packets have the type names of the original', () => {
    expect(new FormatData({ kind: 'end' }).typeName).toBe(
      'Microsoft.PowerShell.Commands.Internal.Format.FormatEndData',
    );
  });
});

describe('views', () => {
  const batch = (types: readonly string[]) =>
    new Thing({ types, properties: { Identity: 'w1', Status: 'Synced', Count: 3 } });
  const batchTable = table('Batch', ['Migration.Batch'], [column('Identity', { width: 8 }), column('Status')]);

  test('one is registered for a foreign type, and serves the types derived from it and those from another process', () => {
    const own = new ViewRegistry([batchTable]);
    const expected = '\nIdentity Status\n-------- ------\nw1       Synced\n\n';
    for (const types of [
      ['Migration.Batch'],
      ['Migration.Special', 'Migration.Batch'],
      ['Deserialized.Migration.Batch'],
    ]) {
      expect(render([{ values: [batch(types)] }], { views: own })).toBe(expected);
    }
  });

  test('the first of a type is its default, and one can be put before it', () => {
    const own = new ViewRegistry([batchTable]);
    own.prepend(list('Batch', ['Migration.Batch'], ['Status']));
    expect(render([{ values: [batch(['Migration.Batch'])] }], { views: own })).toBe('\nStatus : Synced\n\n');
  });

  test('an object of another type goes out of band as a list, and the table goes on', () => {
    const own = new ViewRegistry([batchTable]);
    const values = [batch(['Migration.Batch']), { a: 1 }, batch(['Migration.Batch'])];
    expect(render([{ values }], { views: own })).toBe(
      '\nIdentity Status\n-------- ------\nw1       Synced\n\na : 1\n\nw1       Synced\n\n',
    );
  });

  test('error records are out of band, with the session’s view', () => {
    const categoryInfo = {
      category: 'NotSpecified',
      activity: '',
      reason: 'Exception',
      targetName: '',
      targetType: '',
    };
    const view = errorRecordView({
      shape: () => ({ message: 'm', id: 'i', categoryInfo }),
      view: () => 'ConciseView',
      options: () => ({ style: plainStyle, windowWidth: 80 }),
    });
    const error = new Thing({ types: ['System.Management.Automation.ErrorRecord'], properties: { Message: 'm' } });
    expect(render([{ values: [{ a: 1 }, error] }], { views: new ViewRegistry([view]) })).toBe(
      '\na\n-\n1\nException: m\n\n',
    );
  });
});

describe('colours', () => {
  test('headings, labels and messages have them on a terminal', () => {
    const { tableHeader, formatAccent, warning, reset } = terminalStyle;
    expect(render([{ values: [{ a: 1 }] }], { style: terminalStyle })).toBe(
      `\n${tableHeader}a${reset}\n${tableHeader}-${reset}\n1\n\n`,
    );
    expect(render([{ values: [{ a: 1 }], request: { shape: 'list' } }], { style: terminalStyle })).toBe(
      `\n${formatAccent}a : ${reset}1\n\n`,
    );
    expect(streamText('warning', 'w', terminalStyle)).toBe(`${warning}WARNING: w${reset}`);
  });

  test('a heading that is no property is slanted', () => {
    const own = new ViewRegistry([table('T', ['T'], [column('Id', { label: 'ID(x)' })])]);
    const value = new Thing({ types: ['T'], properties: { Id: 1 } });
    expect(render([{ values: [value] }], { views: own, style: terminalStyle })).toContain(
      `${terminalStyle.customTableHeader}ID(x)`,
    );
  });

  test('coloured cells are as wide as they look', () => {
    const red = '\u001B[31m';
    expect(render([{ values: [{ a: `${red}xy`, b: 1 }] }])).toBe(`\na  b\n-  -\n${red}xy\u001B[0m 1\n\n`);
  });
});
