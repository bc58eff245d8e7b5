import { fitColumns } from './column-widths.ts';
import { closed, plainText, visibleSlice } from './decorated-text.ts';
import { cellsOf, startOfTailThatFits, unitsThatFit } from './display-cells.ts';
import type { LineOutput } from './line-output.ts';

export type Alignment = 'left' | 'center' | 'right';

export const ellipsis = '…';

/** A column as the table is given it; width 0 means a share of the room that is left. */
export interface TableColumn {
  readonly label: string;
  readonly width: number;
  readonly alignment: Alignment;
  /** False for a heading that is no property's name: a terminal shows it slanted. */
  readonly isProperty: boolean;
}

export interface RowOptions {
  /** Alignments of single cells, before that of their column. */
  readonly alignments?: readonly (Alignment | undefined)[];
  /** Whether cells go on on further lines, or end with an ellipsis. */
  readonly wrap: boolean;
}

interface PlacedColumn extends TableColumn {
  readonly index: number;
}

/** Below this a table shows nothing at all. */
const minimumTableWidth = 5;

/** Writes one table: a heading with an underline, and rows. Source: TableWriter. */
export class TableWriter {
  readonly #output: LineOutput;
  readonly #columns: readonly PlacedColumn[];
  readonly #lastIndex: number;

  constructor(columns: readonly TableColumn[], output: LineOutput) {
    const widths = fitColumns(
      columns.map(({ width }) => width),
      output.width,
    );
    const placed = columns.map((column, index) => ({ ...column, index, width: widths[index]! }));
    this.#columns = output.width < minimumTableWidth ? [] : placed.filter(({ width }) => width > 0);
    this.#lastIndex = columns.length - 1;
    this.#output = output;
  }

  /** Writes the heading; returns how many lines it took. */
  writeHeader(): number {
    if (this.#columns.length === 0) return 0;
    const labels = this.#wrappedLines(this.#columns.map(({ label, alignment }) => ({ text: label, alignment })));
    const lines = labels.map((cells) => cells.map((cell, order) => this.#headingCell(cell, order)).join(''));
    lines.push(this.#underline());
    for (const line of lines) this.#output.writeLine(line);
    return lines.length;
  }

  writeRow(values: readonly string[], { alignments, wrap }: RowOptions): void {
    if (this.#columns.length === 0) return;
    if (!wrap) return this.#output.writeLine(this.#singleLine(values, alignments));
    const cells = this.#columns.map(({ index, alignment }) => ({
      text: values[index] ?? '',
      alignment: alignments?.[index] ?? alignment,
    }));
    for (const line of this.#wrappedLines(cells)) this.#output.writeLine(line.join(''));
  }

  #headingCell(cell: string, order: number): string {
    const { customTableHeader, reset, tableHeader } = this.#output.style;
    if (this.#columns[order]!.isProperty) return tableHeader + cell + reset;
    if (cell === '') return cell + reset;
    const blank = order === 0 ? 0 : 1;
    return cell.slice(0, blank) + customTableHeader + cell.slice(blank) + reset;
  }

  #underline(): string {
    const { reset, tableHeader } = this.#output.style;
    return this.#columns
      .map((column, order) => {
        const dashes = '-'.repeat(column.label === '' ? column.width : Math.min(column.width, cellsOf(column.label)));
        return (order > 0 ? ' ' : '') + tableHeader + this.#field(dashes, column, column.alignment) + reset;
      })
      .join('');
  }

  #singleLine(values: readonly string[], alignments: RowOptions['alignments']): string {
    let line = '';
    for (let order = 0; order < this.#columns.length; order++) {
      const column = this.#columns[order]!;
      if (order > 0) line += ' ';
      const text = values[column.index] ?? '';
      const alignment = alignments?.[column.index] ?? column.alignment;
      line += this.#plainField(text, column, alignment) ?? closed(this.#field(text, column, alignment));
    }
    return line;
  }

  /** The field of a text that is as wide as it is long and fits; undefined for others. */
  #plainField(text: string, { index, width }: PlacedColumn, alignment: Alignment): string | undefined {
    if (text.length > width || alignment === 'center' || special.test(text)) return undefined;
    if (alignment === 'right') return text.padStart(width);
    return index === this.#lastIndex ? text : text.padEnd(width);
  }

  /** Only the last column of the whole table is left without blanks behind it, even where later columns do not fit. */
  #field(text: string, { index, width }: PlacedColumn, alignment: Alignment): string {
    return fitCell(cutAtLineEnd(text), { width, alignment, pad: index !== this.#lastIndex });
  }

  #wrappedLines(cells: readonly Cell[]): string[][] {
    const columns = cells.map(({ text, alignment }, order) => this.#wrappedCell(text, order, alignment));
    const height = Math.max(...columns.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) => this.#wrappedLine(columns, row));
  }

  #wrappedCell(text: string, order: number, alignment: Alignment): string[] {
    const { width } = this.#columns[order]!;
    const pad = order < this.#columns.length - 1;
    const lines = this.#output.fold(text, { first: width, following: width });
    const fitted =
      pad || alignment !== 'left'
        ? lines.map((line) => (cellsOf(line) < width ? fitCell(line, { width, alignment, pad }) : line))
        : lines;
    return order > 0 ? fitted.map((line) => ` ${line}`) : fitted;
  }

  /** One line of a row: columns that have ended are blank up to the last one that has not. */
  #wrappedLine(columns: readonly (readonly string[])[], row: number): string[] {
    const last = columns.findLastIndex((lines) => row < lines.length);
    return columns.slice(0, last + 1).map((lines, order) => {
      const cell = lines[row] ?? ' '.repeat(this.#columns[order]!.width + (order > 0 ? 1 : 0));
      const several = columns.some((other) => other.length > 1);
      return order === last && several ? cell.trimEnd() : cell;
    });
  }
}

/** Line ends, escape sequences, and units that may be wide. */
// oxlint-disable-next-line no-control-regex -- escape sequences begin with one
const special = /[\r\n\u001B\u1100-\uFFFF]/;

interface Cell {
  readonly text: string;
  readonly alignment: Alignment;
}

interface CellBox {
  readonly width: number;
  readonly alignment: Alignment;
  readonly pad: boolean;
}

/** Pads or truncates a line to the width of its column. */
function fitCell(text: string, box: CellBox): string {
  const cells = cellsOf(text);
  if (cells < box.width) return padCell(text, box.width - cells, box);
  if (cells === box.width) return text;
  const cut = truncateCell(text, box);
  // A wide character that did not fit leaves one cell.
  if (cellsOf(cut) === box.width) return cut;
  return box.alignment === 'right' ? ` ${cut}` : cut + (box.pad ? ' ' : '');
}

function padCell(text: string, missing: number, { alignment, pad }: CellBox): string {
  if (alignment === 'right') return ' '.repeat(missing) + text;
  const left = alignment === 'center' ? Math.floor(missing / 2) : 0;
  return ' '.repeat(left) + text + (pad ? ' '.repeat(missing - left) : '');
}

/** Numbers lose their head, everything else its tail; a column of one cell has no room for the ellipsis. */
function truncateCell(text: string, { width, alignment }: CellBox): string {
  const plain = plainText(text);
  const mark = width > 1 ? ellipsis : '';
  const room = width - mark.length;
  if (alignment === 'right') return mark + visibleSlice(text, startOfTailThatFits(plain, room));
  return visibleSlice(text, 0, unitsThatFit(plain, room)) + mark;
}

function cutAtLineEnd(text: string): string {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text : text.slice(0, end) + ellipsis;
}
