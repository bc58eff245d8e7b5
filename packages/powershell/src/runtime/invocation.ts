import type { ScriptArgument } from '../host/script-arguments.ts';
import { PipelineStopped } from '../host/stop-flag.ts';
import type { ParseError } from '../syntax/parse-error.ts';
import { parse } from '../syntax/parser/parse.ts';
import type { Argument } from './binder/argument.ts';
import { compileScriptBlock } from './compile/compile-script-block.ts';
import { LoopEscape } from './compile/loop-escape.ts';
import type { Output } from './engine/output.ts';
import { ScriptStage } from './engine/script-stage.ts';
import type { Session } from './engine/session.ts';
import { asScriptError } from './engine/statement-error.ts';
import { ExitSignal } from './errors/script-error.ts';
import { ScriptSource } from './errors/script-position.ts';
import { ErrorRecord, ExceptionValue } from './values/error-record.ts';

export interface InvokeOptions {
  /** The file that the script came from, for the positions of errors. */
  readonly file?: string;
  /** Values by position. */
  readonly arguments?: readonly unknown[];
  /** Arguments as a command line has them, behind those by position. */
  readonly commandLine?: readonly ScriptArgument[];
  /** What is piped into the script; `$input` has it. */
  readonly input?: Iterable<unknown>;
  /** Takes the objects that the script writes, one by one; without it they are shown. */
  readonly output?: (value: unknown) => void;
}

/** How a script ended. */
export interface Outcome {
  /** 0, what `exit` said, or 1 after an error that ended the script. */
  readonly exitCode: number;
  readonly ended: 'completed' | 'exit' | 'error' | 'stopped';
  /** `$?` at the end. */
  readonly succeeded: boolean;
}

interface Invocation {
  readonly session: Session;
  /** Shows what nobody takes. */
  readonly shown: Output & { flush(): void };
  readonly script: string;
  readonly options: InvokeOptions;
}

/** Runs a script in the session's current scope, to its end; what it does not catch is shown as an error. */
export function invokeScript({ session, shown, script, options }: Invocation): Outcome {
  const source = new ScriptSource(script, options.file);
  const { ast, errors } = parse(script);
  if (errors[0]) {
    session.remember(parseErrorRecord(source, errors[0]));
    session.streams.error.write(session.errors.items[0]);
    return { exitCode: 1, ended: 'error', succeeded: false };
  }
  const { output } = options;
  const stage = new ScriptStage({
    session,
    command: { kind: 'block', name: '', code: compileScriptBlock(source, ast) },
    arguments: argumentsOf(options),
    out: output ? { write: output } : shown,
    streams: session.streams,
    hasInput: options.input !== undefined,
    inCallerScope: true,
  });
  try {
    return runStage(session, stage, options.input);
  } finally {
    shown.flush();
  }
}

const nowhere = { start: 0, end: 0 };

function argumentsOf({ arguments: values = [], commandLine = [] }: InvokeOptions): Argument[] {
  const positional = values.map((value): Argument => ({ kind: 'value', value, ...nowhere }));
  return [...positional, ...commandLine.map(argumentOf)];
}

function argumentOf(given: ScriptArgument): Argument {
  if (given.name === undefined) return { kind: 'value', value: given.value, ...nowhere };
  const argument = 'value' in given ? { value: given.value } : undefined;
  return { kind: 'parameter', name: given.name, text: `-${given.name}${argument ? ':' : ''}`, argument, ...nowhere };
}

function runStage(session: Session, stage: ScriptStage, input: Iterable<unknown> | undefined): Outcome {
  try {
    stage.begin();
    if (input) for (const item of input) stage.process(item);
    else stage.process(null);
    stage.end();
    return { exitCode: 0, ended: 'completed', succeeded: session.succeeded };
  } catch (thrown) {
    return endOf(session, thrown);
  }
}

/** What an unhandled end of a script means. */
function endOf(session: Session, thrown: unknown): Outcome {
  const { succeeded } = session;
  if (thrown instanceof ExitSignal) return { exitCode: thrown.code, ended: 'exit', succeeded };
  if (thrown instanceof LoopEscape) return { exitCode: 0, ended: 'completed', succeeded };
  if (thrown instanceof PipelineStopped) return { exitCode: 0, ended: 'stopped', succeeded: false };
  const error = asScriptError(thrown);
  if (!error) throw thrown;
  session.remember(error.record);
  session.streams.error.write(error.record);
  return { exitCode: 1, ended: 'error', succeeded: false };
}

function parseErrorRecord(source: ScriptSource, { id, message, start, end }: ParseError): ErrorRecord {
  const exception = new ExceptionValue('System.Management.Automation.ParseException', message);
  const record = new ErrorRecord({ exception, id, category: 'ParserError' });
  record.position = { source, start, end };
  return record;
}
