import type { ErrorPosition } from '../../format/error-shape.ts';
import type { ScriptPosition } from './script-position.ts';

/** A position by lines and columns, as messages have it. */
export function errorPosition({ end, source, start }: ScriptPosition): ErrorPosition {
  const from = source.lineAndColumn(start);
  const to = source.lineAndColumn(end);
  return {
    file: source.file,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    lineText: source.line(from.line),
  };
}
