import type { ThrowStatementAst, TrapStatementAst, TryStatementAst, TypeConstraintAst } from '../../syntax/ast.ts';
import { asScriptError, locate } from '../engine/statement-error.ts';
import type { Frame } from '../engine/frame.ts';
import { exceptionAround } from '../engine/owned-errors.ts';
import { rememberError } from '../engine/remember-error.ts';
import type { Output } from '../engine/output.ts';
import { ScriptError, scriptError } from '../errors/script-error.ts';
import { typeOf } from '../types/type-of.ts';
import { ErrorRecord, ExceptionValue } from '../values/error-record.ts';
import { operand } from '../values/boxed.ts';
import { toText } from '../values/to-text.ts';
import { knownTypes } from '../values/running-session.ts';
import { resolveType } from './casts.ts';
import type { Compiler } from './compiler.ts';
import type { Signal, Statement } from './compiled.ts';

/** The exception that a handler takes: the one thrown, or what lies in it; undefined when it takes neither. */
type Accepts = (frame: Frame, error: ScriptError) => ExceptionValue | undefined;

/** Without types it takes everything; else the exception or what lies in it has to be of one of them. */
function acceptor(types: readonly TypeConstraintAst[]): Accepts {
  if (types.length === 0) return (_frame, { record }) => record.exception;
  return (frame, error) => {
    const { exception } = error.record;
    for (const { typeName } of types) {
      const { name } = resolveType(frame, typeName);
      if (isInstance(exception, name) || exceptionAround(error) === name) return exception;
      if (exception.inner !== undefined && isInstance(exception.inner, name)) return exception.inner;
    }
    return undefined;
  };
}

/** The record that a handler sees: of what lies in the exception, when that is what it takes. */
function recordFor(accepted: ExceptionValue, record: ErrorRecord): ErrorRecord {
  if (accepted === record.exception) return record;
  const { id, category, target, invocation, stack, details } = record;
  return Object.assign(new ErrorRecord({ exception: accepted, id, category, target }), { invocation, stack, details });
}

const isInstance = (exception: ExceptionValue, name: string): boolean =>
  knownTypes().isAssignable(typeOf(exception), name);

interface CatchClause {
  readonly accepts: Accepts;
  readonly body: Statement;
}

export function compileTry(c: Compiler, ast: TryStatementAst): Statement {
  const body = c.block(ast.body);
  const clauses = ast.catchClauses.map((clause) => ({
    accepts: acceptor(clause.catchTypes),
    body: c.block(clause.body),
  }));
  const last = ast.finally && c.block(ast.finally);
  const guarded = clauses.length === 0 ? body : catching(body, clauses);
  if (!last) return guarded;
  return (frame, out) => {
    let signal: Signal | undefined;
    try {
      signal = guarded(frame, out);
    } finally {
      last(frame, out);
    }
    return signal;
  };
}

function catching(body: Statement, clauses: readonly CatchClause[]): Statement {
  return (frame, out) => {
    const { session } = frame;
    const outer = session.propagates;
    session.propagates = true;
    try {
      return body(frame, out);
    } catch (thrown) {
      session.propagates = outer;
      const error = asScriptError(thrown);
      const clause = error && clauses.find(({ accepts }) => accepts(frame, error) !== undefined);
      if (!clause) throw thrown;
      return runCatch(frame, out, { clause, error: locate(frame, error) });
    } finally {
      session.propagates = outer;
    }
  };
}

function runCatch(
  frame: Frame,
  out: Output,
  { clause, error }: { clause: CatchClause; error: ScriptError },
): Signal | undefined {
  const record = recordFor(clause.accepts(frame, error)!, error.record);
  rememberError(frame, record);
  return withItem(frame, record, () => clause.body(frame, out));
}

/** Runs with `$_` set to the error, and puts the old one back. */
function withItem<T>(frame: Frame, record: ErrorRecord, run: () => T): T {
  const outer = frame.scope.variables.get('_');
  const outerValue = outer?.value;
  frame.scope.setLocal('_', record);
  try {
    return run();
  } finally {
    if (outer) frame.scope.setLocal('_', outerValue);
    else frame.scope.remove('_');
  }
}

export interface TrapHandler {
  readonly accepts: Accepts;
  readonly run: (frame: Frame, out: Output, error: ScriptError) => Signal | undefined;
}

/** `trap`: `continue` in it goes on behind the statement, `break` throws the error on, else it is reported besides. */
export function trapHandler(c: Compiler, { trapType, body }: TrapStatementAst): TrapHandler {
  const run = c.block(body);
  const accepts = acceptor(trapType ? [trapType] : []);
  return {
    accepts,
    run: (frame, out, error) => {
      const located = locate(frame, error).record;
      const record = recordFor(accepts(frame, error) ?? located.exception, located);
      rememberError(frame, record);
      const signal = withItem(frame, record, () => run(frame, out));
      if (signal?.kind === 'continue') return undefined;
      if (signal?.kind === 'return') return signal;
      if (signal?.kind === 'break') throw error;
      frame.streams.error.write(record);
      return undefined;
    },
  };
}

export function compileThrow(c: Compiler, { pipeline, isRethrow }: ThrowStatementAst): Statement {
  const value = pipeline && c.value(pipeline);
  return (frame) => {
    if (isRethrow && !value) throw rethrown(frame);
    throw thrownError(value ? operand(value(frame)) : null);
  };
}

function rethrown(frame: Frame): ScriptError {
  const current = frame.scope.find('_')?.value;
  return current instanceof ErrorRecord ? new ScriptError(current) : thrownError(null);
}

function thrownError(value: unknown): ScriptError {
  const error = value instanceof ErrorRecord ? new ScriptError(value) : errorOf(value);
  error.isThrow = true;
  error.record.exception.thrown = true;
  return error;
}

function errorOf(value: unknown): ScriptError {
  if (value === null) return scriptError('ScriptHalted');
  if (value instanceof ExceptionValue) {
    return new ScriptError(
      value.record ?? new ErrorRecord({ exception: value, id: value.message, category: 'OperationStopped' }),
    );
  }
  const text = toText(value);
  const exception = new ExceptionValue('System.Management.Automation.RuntimeException', text);
  return new ScriptError(new ErrorRecord({ exception, id: text, category: 'OperationStopped', target: value }));
}
