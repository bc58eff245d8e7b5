import { ScriptError } from '../errors/script-error.ts';
import { ErrorRecord } from '../values/error-record.ts';
import type { InvocationInfo } from '../values/invocation-info.ts';
import { isStopped } from './stopped-errors.ts';

const owned = new WeakSet<ScriptError>();

/** Marks an error that ended a cmdlet or advanced function: it is told under that command's name wherever it comes. */
export function markOwned(error: ScriptError): ScriptError {
  owned.add(error);
  return error;
}

const commandFailed = 'System.Management.Automation.CmdletInvocationException';
const preferenceStopped = 'System.Management.Automation.ActionPreferenceStopException';

/** The exception around an error, by which handlers can take it, too. */
export function exceptionAround(error: ScriptError): string | undefined {
  if (isStopped(error)) return preferenceStopped;
  return owned.has(error) ? commandFailed : undefined;
}

/** Errors that no command makes its own: of `throw`, of a preference that says Stop, and of too many calls. */
const isFree = (error: ScriptError): boolean =>
  error.isThrow || isStopped(error) || error.record.id === 'CallDepthOverflow';

/**
 * What an error that leaves a cmdlet or an advanced function becomes: an error of that command, at its place, unless
 * it is another's already. Source: CommandProcessorBase.ManageInvocationException.
 */
export function ownError(error: ScriptError, invocation: InvocationInfo): ScriptError {
  const { record } = error;
  if (isFree(error) || owned.has(error)) {
    record.invocation ??= invocation.forRecord();
    return error;
  }
  if (!record.invocation) {
    record.invocation = invocation.forRecord();
    return markOwned(error);
  }
  const { exception, id, category, target, details, recommendedAction, stack } = record;
  const own = Object.assign(new ErrorRecord({ exception, id, category, target }), {
    details,
    recommendedAction,
    stack,
  });
  own.invocation = invocation.forRecord();
  return markOwned(new ScriptError(own));
}
