import { membersOfType } from '../../runtime/members/find-member.ts';
import type { ScriptPosition } from '../../runtime/errors/script-position.ts';
import { typeOf } from '../../runtime/types/type-of.ts';
import { CategoryInfo } from '../../runtime/values/category-info.ts';
import type { ErrorRecord } from '../../runtime/values/error-record.ts';
import type { ErrorCategoryInfo, ErrorPosition, ErrorShape } from '../error-shape.ts';

/** An ErrorRecord of the language as the error views need it. */
export function languageError(record: ErrorRecord): ErrorShape {
  const { command, exception, position } = record;
  return {
    message: exception.message,
    details: record.details,
    id: record.id,
    categoryInfo: categoryOf(record),
    thrown: exception.thrown,
    standsForRecord: record.category === 'ParserError',
    invocation: { command, position: position && !isReported(record) ? positionOf(position) : undefined },
  };
}

/** Write-Error at the top of a script shows its text alone. */
function isReported({ command, exception }: ErrorRecord): boolean {
  const byWriteError = exception.typeName === 'Microsoft.PowerShell.Commands.WriteErrorException';
  return byWriteError && (command === undefined || command === 'Write-Error');
}

function categoryOf(record: ErrorRecord): ErrorCategoryInfo {
  const info = membersOfType(typeOf(record)).properties.get('categoryinfo')?.get(record);
  if (info instanceof CategoryInfo) return info;
  const { activity, category, reason } = record;
  return { activity, category, reason, targetName: '', targetType: '' };
}

function positionOf({ end, source, start }: ScriptPosition): ErrorPosition {
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
