import type { ErrorPosition } from './error-shape.ts';

/** A source line with the part that is meant, cut to what a screen shows. */
export interface MarkedLine {
  readonly text: string;
  /** Where the mark begins, from 0. */
  readonly start: number;
  readonly length: number;
}

const widestLine = 69;
const contextBefore = 12;
const contextAfter = 8;

/** The line of a position and what to underline in it; undefined for an empty line. Source: PositionUtilities.VerboseMessage. */
export function markLine(position: ErrorPosition): MarkedLine | undefined {
  const source = position.lineText.trimEnd();
  if (source === '') return undefined;
  const start = position.column - 1;
  const onThisLine = position.line === position.endLine && position.endColumn <= source.length + 1;
  const end = onThisLine ? position.endColumn - 1 : source.length;
  const before = tabsAsBlanks(source.slice(0, start));
  const marked = tabsAsBlanks(source.slice(start, end));
  const text = before + marked + tabsAsBlanks(source.slice(end));
  return cutLine({ text, start: before.length, length: marked.length });
}

function tabsAsBlanks(text: string): string {
  return text.replaceAll('\t', '    ');
}

/** Keeps some of the line on either side of the mark, and more where there is room. */
function cutLine(line: MarkedLine): MarkedLine {
  const { text, start } = line;
  if (text.length <= widestLine) return underlined(line);
  const { length, prefix, moreAfter } = windowAround(line);
  const from = Math.max(start - prefix, 0);
  const head = prefix < start ? '… ' : '';
  const tail = moreAfter ? ' …' : '';
  return underlined({
    text: head + text.slice(from, from + widestLine) + tail,
    start: Math.min(start, prefix) + head.length,
    length: Math.min(length, widestLine - Math.min(start, prefix)),
  });
}

function windowAround({ text, start, length }: MarkedLine): {
  readonly length: number;
  readonly prefix: number;
  readonly moreAfter: boolean;
} {
  const after = text.length - length - start;
  const prefix = Math.min(start, contextBefore);
  const suffix = Math.min(after, contextAfter);
  const room = widestLine - prefix - length - suffix;
  if (room <= 0) return { length: Math.min(length, widestLine - prefix), prefix, moreAfter: true };
  const morePrefix = Math.min(start - prefix, room);
  const moreSuffix = Math.min(after - suffix, room - morePrefix);
  return { length, prefix: prefix + morePrefix, moreAfter: suffix + moreSuffix < after };
}

function underlined(line: MarkedLine): MarkedLine {
  return { ...line, length: Math.max(1, line.length) };
}

/** `At file:1 char:2`, the line and its underline. Source: InvocationInfo.PositionMessage. */
export function positionMessage(position: ErrorPosition): string {
  const where = `At ${position.file || 'line'}:${position.line} char:${position.column}`;
  const line = markLine(position);
  if (!line) return `${where}\n+ `;
  return `${where}\n+ ${line.text}\n+ ${' '.repeat(line.start)}${'~'.repeat(line.length)}`;
}
