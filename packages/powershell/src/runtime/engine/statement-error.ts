import { DotnetError } from '../../dotnet/index.ts';
import { BindError } from '../binder/bind-error.ts';
import { LoopEscape } from '../compile/loop-escape.ts';
import { asNetError } from '../errors/from-dotnet.ts';
import { isScriptError } from '../errors/is-script-error.ts';
import type { ScriptError } from '../errors/script-error.ts';
import { ExitSignal } from '../errors/script-error.ts';
import { engineLimit } from '../errors/engine-limit.ts';
import type { Frame } from './frame.ts';
import { rememberError } from './remember-error.ts';
import { StopUpstream } from './stage.ts';
import { callStack } from './call-stack.ts';
import { isStopped } from './stopped-errors.ts';

/** Whatever was thrown as an error of the language, or undefined when it is control flow. */
export function asScriptError(error: unknown): ScriptError | undefined {
  if (error instanceof LoopEscape || error instanceof ExitSignal || error instanceof StopUpstream) return undefined;
  if (isScriptError(error)) return error;
  if (error instanceof BindError) return error.error;
  if (error instanceof DotnetError) return asNetError(error);
  return engineLimit(error);
}

/** Gives an error the position of what runs, unless it has one. */
export function locate(frame: Frame, error: ScriptError): ScriptError {
  const { record } = error;
  if (!record.position && frame.position) {
    const { start, end } = frame.position;
    record.locate({ source: frame.source, start, end });
  }
  record.stack ??= callStack(frame);
  return error;
}

/**
 * What becomes of an error that a statement threw: thrown on inside a `try` and for `throw` and `Stop`, else reported,
 * and the next statement runs. Source: ExceptionHandlingOps.CheckActionPreference.
 */
export function settleError(frame: Frame, thrown: unknown): void {
  const error = asScriptError(thrown);
  if (!error) throw thrown;
  const { session } = frame;
  const { record } = locate(frame, error);
  const action = session.preference('ErrorActionPreference');
  session.succeeded = false;
  const silent = action === 'silentlycontinue' || action === 'ignore';
  if (session.propagates || action === 'stop' || isStopped(error) || (error.isThrow && !silent)) throw error;
  rememberError(frame, record);
  if (!silent) frame.streams.error.write(record);
}
