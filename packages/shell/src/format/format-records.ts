import type { Column, ObjectMetadata } from '@cutover/core/metadata';
import { valueText } from './value-text.ts';

type Records = readonly Readonly<Record<string, unknown>>[];

/** How wide the lines may be, and whether names stand out. */
export interface FormatOptions {
  readonly width: number;
  readonly emphasize: (text: string) => string;
}

/** Records as a person reads them: the object's default table, or a list where it has none. */
export function formatRecords(records: Records, object: ObjectMetadata, options: FormatOptions): string {
  if (records.length === 0) return '';
  const view = object.table ? formatTable(records, object, options) : formatList(records, object, options);
  return `\n${view}\n\n`;
}

/** One line for each record, below the names of the columns. */
function formatTable(records: Records, object: ObjectMetadata, { width, emphasize }: FormatOptions): string {
  const columns = object.table ?? [];
  const rows = records.map((record) => columns.map((column) => cellText(record, column, object)));
  const widths = fit(
    columns.map((column, index) => naturalWidth(column, rows, index)),
    width,
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cut(cell, widths[index]!).padEnd(widths[index]!))
      .join(' ')
      .trimEnd();
  const header = columns.map(({ header: name }) => name);
  const rule = header.map((name, index) => '-'.repeat(Math.min(name.length, widths[index]!)));
  return [emphasize(line(header)), emphasize(line(rule)), ...rows.map(line)].join('\n');
}

/** One line for each property, the names in a column; a long value goes on below where it began. */
function formatList(records: Records, object: ObjectMetadata, { width, emphasize }: FormatOptions): string {
  const names = Object.keys(object.properties);
  const column = Math.max(...names.map((name) => name.length));
  const indent = ' '.repeat(column + 3);
  const line = (record: Records[number], name: string): string => {
    const text = valueText(record[name], object.properties[name]!);
    const value = wrap(text, width - indent.length).join(`\n${indent}`);
    return `${emphasize(`${name.padEnd(column)} :`)} ${value}`.trimEnd();
  };
  return records.map((record) => names.map((name) => line(record, name)).join('\n')).join('\n\n');
}

/** Cuts a text into lines of at most `width` characters, at spaces where there are any. */
function wrap(text: string, width: number): string[] {
  const room = Math.max(width, 20);
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let rest = line;
    while (rest.length > room) {
      const space = rest.lastIndexOf(' ', room);
      const end = space > 0 ? space : room;
      lines.push(rest.slice(0, end));
      rest = rest.slice(end).trimStart();
    }
    return [...lines, rest];
  });
}

function cellText(record: Records[number], { property }: Column, object: ObjectMetadata): string {
  return valueText(record[property], object.properties[property]!).replaceAll(/\s*\n\s*/g, ' ');
}

const naturalWidth = (column: Column, rows: readonly (readonly string[])[], index: number): number =>
  Math.max(column.header.length, ...rows.map((row) => row[index]!.length));

/** Takes from the widest column until the line fits; a column keeps at least eight characters. */
function fit(natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, one) => sum + one + 1, -1);
  while (total() > width) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= 8) break;
    widths[widest]! -= 1;
  }
  return widths;
}

const cut = (text: string, width: number): string => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
