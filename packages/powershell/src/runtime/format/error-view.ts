import { conciseView } from '../../format/concise-view.ts';
import type { ErrorPosition, ErrorShape } from '../../format/error-shape.ts';
import { plainStyle } from '../../format/line-output.ts';
import type { ScriptPosition } from '../errors/script-position.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import { toText } from '../values/to-text.ts';

/** An error as the screen shows it. */
export function errorView(record: ErrorRecord, width: number): string {
  const text = conciseView(shapeOf(record), { style: plainStyle, windowWidth: width });
  return text.endsWith('\n') ? text : `${text}\n`;
}

function shapeOf(record: ErrorRecord): ErrorShape {
  const { exception, category, activity, reason, target, command, position } = record;
  return {
    message: exception.message,
    details: record.details,
    id: record.id,
    categoryInfo: { category, activity, reason, targetName: toText(target), targetType: '' },
    thrown: exception.thrown,
    standsForRecord: exception.typeName === 'System.Management.Automation.ParseException',
    invocation: { command, position: position && !isReported(record) ? positionOf(position) : undefined },
  };
}

/** Write-Error at the top of a script shows its text alone. */
const isReported = ({ exception }: ErrorRecord): boolean =>
  exception.typeName === 'Microsoft.PowerShell.Commands.WriteErrorException';

function positionOf({ source, start, end }: ScriptPosition): ErrorPosition {
  const first = source.lineAndColumn(start);
  const last = source.lineAndColumn(end);
  return {
    file: source.file,
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
    lineText: source.line(first.line),
  };
}
