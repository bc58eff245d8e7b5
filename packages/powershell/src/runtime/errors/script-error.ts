import { ErrorRecord, ExceptionValue } from '../values/error-record.ts';
import { type ErrorName, errorTable } from './error-table.ts';

/** A terminating error on its way up to a `catch`, a `trap` or the statement that goes on without it. */
export class ScriptError extends Error {
  readonly record: ErrorRecord;
  /** A `throw` statement threw it: it ends the script. */
  isThrow = false;

  constructor(record: ErrorRecord) {
    super(record.message);
    this.record = record;
  }
}

/** `exit`: ends the script, whatever surrounds it. */
export class ExitSignal {
  readonly code: number;

  constructor(code: number) {
    this.code = code;
  }
}

/** `[Environment]::Exit`: ends the whole command, whatever script calls it. */
export class ProcessExitSignal extends ExitSignal {}

export interface RaiseOptions {
  readonly target?: unknown;
  readonly inner?: ExceptionValue | undefined;
  /** Properties of the exception's type. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The record of an error of the catalogue, with `{0}`, `{1}` of its text filled in. */
export function makeRecord(name: ErrorName, values: readonly string[] = [], options: RaiseOptions = {}): ErrorRecord {
  const {
    text,
    category = 'NotSpecified',
    exception = 'System.Management.Automation.RuntimeException',
    id = name,
    inner,
  } = errorTable[name] as { text: string; category?: string; exception?: string; id?: string; inner?: string };
  const message = text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? '');
  const cause = inner === undefined ? options.inner : new ExceptionValue(inner, message, options.inner);
  return new ErrorRecord({
    exception: new ExceptionValue(exception, message, cause, options.details),
    id,
    category,
    target: options.target,
  });
}

/** An error of the catalogue, to be thrown. */
export const scriptError = (name: ErrorName, values: readonly string[] = [], options: RaiseOptions = {}): ScriptError =>
  new ScriptError(makeRecord(name, values, options));

/** What a .NET method threw, as the language sees it when no method call stands around it. */
export function netError(typeName: string, message: string): ScriptError {
  const exception = new ExceptionValue(typeName, message);
  return new ScriptError(new ErrorRecord({ exception, id: typeName, category: 'OperationStopped' }));
}
