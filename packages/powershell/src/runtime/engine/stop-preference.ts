import { ScriptError } from '../errors/script-error.ts';
import { ErrorRecord, ExceptionValue } from '../values/error-record.ts';
import type { Session } from './session.ts';
import { markStopped } from './stopped-errors.ts';

export interface PreferenceUse {
  /** In lower case. */
  readonly preference: string;
  readonly variable: string;
  readonly message: string;
}

/** Ends the command when a preference says Stop. */
export function stopFor(session: Session, { preference, variable, message }: PreferenceUse): void {
  if (preference !== 'stop') return;
  session.succeeded = false;
  throw markStopped(new ScriptError(stopRecord(stopMessage(variable, message))));
}

/** Source: CommandBaseStrings.ErrorPreferenceStop. */
export const stopMessage = (variable: string, message: string): string =>
  `The running command stopped because the preference variable "${variable}" or common parameter is set to Stop: ${message}`;

/** What is told of a command that was ended. */
export function stopRecord(message: string): ErrorRecord {
  const exception = new ExceptionValue('System.Management.Automation.ActionPreferenceStopException', message);
  return new ErrorRecord({ exception, id: 'ActionPreferenceStop', category: 'OperationStopped' });
}
