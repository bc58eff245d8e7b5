import { plainText, visibleSlice } from './decorated-text.ts';
import { cellsOf, unitsThatFit } from './display-cells.ts';

/** Widths of the first line of a paragraph and of those after it. */
export interface FoldWidths {
  readonly first: number;
  readonly following: number;
}

/** The lines of a text. A lone carriage return is dropped. */
export function splitLines(text: string): string[] {
  if (!text.includes('\n') && !text.includes('\r')) return [text];
  return text.split('\n').map((line) => line.replaceAll('\r', ''));
}

/** Breaks each line that is wider than it may be at the cell where it is full. */
export function foldAnywhere(text: string, widths: FoldWidths): string[] {
  return splitLines(text).flatMap((line) => (cellsOf(line) <= widths.first ? [line] : foldLine(line, widths)));
}

function foldLine(line: string, { first, following }: FoldWidths): string[] {
  const plain = plainText(line);
  const parts: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const units = unitsThatFit(plain.slice(at), parts.length === 0 ? first : following);
    // A character wider than the whole line cannot be shown.
    parts.push(units === 0 ? '?' : visibleSlice(line, at, at + units));
    at += Math.max(1, units);
  }
  return parts;
}

/** Breaks lines between words; a word that is wider than a line is broken anywhere. Blanks stay at the end of their line. */
export function foldAtWords(text: string, widths: FoldWidths): string[] {
  return splitLines(text).flatMap((line) => (cellsOf(line) <= widths.first ? [line] : foldWords(line, widths)));
}

function foldWords(line: string, { first, following }: FoldWidths): string[] {
  const lines = [''];
  const width = (): number => (lines.length === 1 ? first : following);
  const room = (): number => width() - cellsOf(lines.at(-1)!);
  for (const word of line.match(/[^ \t]*[ \t]|[^ \t]+/g) ?? []) {
    const isLong = cellsOf(word) > width();
    const plain = plainText(word);
    const fits = unitsThatFit(plain, room()) >= (isLong ? 1 : plain.length);
    if (!fits && room() < width()) lines.push('');
    const [head, ...rest] = isLong ? foldLine(word, { first: room(), following }) : [word];
    lines[lines.length - 1] += head!;
    lines.push(...rest);
  }
  return lines;
}
