import { errorPosition } from '../../runtime/errors/error-position.ts';
import { isOfType } from '../../runtime/types/type-of.ts';
import { categoryInfoOf } from '../../runtime/values/category-info.ts';
import type { ErrorRecord } from '../../runtime/values/error-record.ts';
import type { InvocationInfo } from '../../runtime/values/invocation-info.ts';
import type { ErrorInvocation, ErrorShape } from '../error-shape.ts';

/** An ErrorRecord of the language as the error views need it. */
export function languageError(record: ErrorRecord): ErrorShape {
  const { category, activity, reason, targetName, targetType } = categoryInfoOf(record);
  return {
    message: record.exception.message,
    details: record.details,
    recommendedAction: record.recommendedAction,
    id: record.fullId,
    categoryInfo: { category, activity, reason, targetName, targetType },
    thrown: record.exception.thrown && isOfType(record.exception, 'System.Management.Automation.RuntimeException'),
    standsForRecord: record.category === 'ParserError',
    invocation: record.invocation && invocationOf(record.invocation),
  };
}

/** A script or a block is no command that could be named. */
function invocationOf({ command, name, position }: InvocationInfo): ErrorInvocation {
  const isCommand = command && command.name !== '' && command.kind !== 'script' && command.kind !== 'block';
  return {
    command: isCommand ? command.name : undefined,
    invocationName: name,
    isBlock: command?.kind === 'block',
    position: position && errorPosition(position),
  };
}
