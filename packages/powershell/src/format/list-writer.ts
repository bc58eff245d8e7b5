import { closed, visibleSlice } from './decorated-text.ts';
import { cellsOf, unitsThatFit } from './display-cells.ts';
import type { LineOutput } from './line-output.ts';

/** One line of a list view. */
export interface ListField {
  readonly label: string;
  readonly value: string;
}

const separator = ' : ';
/** A label takes at most the line less the separator and one cell for the value. */
const minimumValueWidth = 1;

/** Writes one object as `label : value` lines, labels padded to the longest, values folded under themselves. Source: ListWriter. */
export function writeList(fields: readonly ListField[], output: LineOutput): void {
  const room = output.width - separator.length - minimumValueWidth;
  if (fields.length === 0 || room < 1) return;
  const labelWidth = Math.min(room, Math.max(...fields.map(({ label }) => cellsOf(label))));
  for (const { label, value } of fields) {
    const head = fitLabel(label, labelWidth) + separator;
    writeValue(head, value, output);
  }
}

function fitLabel(label: string, width: number): string {
  const cells = cellsOf(label);
  return cells > width ? visibleSlice(label, 0, unitsThatFit(label, width)) : label + ' '.repeat(width - cells);
}

function writeValue(head: string, value: string, output: LineOutput): void {
  const indent = ' '.repeat(cellsOf(head));
  const width = output.width - indent.length;
  const { formatAccent, reset } = output.style;
  const lines = output.fold(value, { first: width, following: width });
  for (const [index, line] of lines.entries()) {
    output.writeLine((index === 0 ? formatAccent + head + reset : indent) + closed(line));
  }
}
