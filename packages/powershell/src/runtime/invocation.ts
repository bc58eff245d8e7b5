import type { ScriptArgument } from '../host/script-arguments.ts';
import { PipelineStopped, requestStop } from '../host/stop-flag.ts';
import type { ScriptBlockAst } from '../syntax/ast.ts';
import type { ParseError } from '../syntax/parse-error.ts';
import { parseKnowing } from './compile/compile-text.ts';
import type { Argument } from './binder/argument.ts';
import { BindError } from './binder/bind-error.ts';
import { compileScriptBlock } from './compile/compile-script-block.ts';
import { LoopEscape } from './compile/loop-escape.ts';
import type { AnonymousBlock, ScriptFile } from './engine/command.ts';
import type { Output } from './engine/output.ts';
import { unboxed } from './values/boxed.ts';
import { ScriptStage } from './engine/script-stage.ts';
import type { Session } from './engine/session.ts';
import { asScriptError } from './engine/statement-error.ts';
import { noStreams, type StreamName, type Streams } from './engine/streams.ts';
import { type LimitName, LimitReached } from './engine/watch.ts';
import { parseErrorRecord } from './errors/parse-exception.ts';
import { ExitSignal } from './errors/script-error.ts';
import { InvocationInfo } from './values/invocation-info.ts';
import { ScriptSource } from './errors/script-position.ts';
import { categoryInfoOf } from './values/category-info.ts';
import type { ErrorRecord } from './values/error-record.ts';
import type { InformationRecord, MessageRecord } from './values/stream-records.ts';

/** How a script is run. */
export interface InvokeOptions {
  /** The file that the script came from, for the positions of errors. */
  readonly file?: string;
  /** Values of the script's parameters, by their names. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Values by position. */
  readonly arguments?: readonly unknown[];
  /** Arguments as a command line has them, behind those by position. */
  readonly commandLine?: readonly ScriptArgument[];
  /** What is piped into the script; `$input` has it. */
  readonly input?: Iterable<unknown>;
  /** Takes the objects that the script writes, one by one; without it they are shown. */
  readonly output?: (value: unknown) => void;
  /** Take the records of streams, one by one; those of other streams are shown. */
  readonly records?: RecordTakers;
  /** Leaves `$?` as it was: a host asks something beside what a person runs. */
  readonly aside?: boolean;
  /** Stops the script; where the thread is busy only what it calls can abort, other threads set the flag of the runspace. */
  readonly signal?: AbortSignal;
}

interface RecordOf extends Record<StreamName, unknown> {
  readonly error: ErrorRecord;
  readonly warning: MessageRecord;
  readonly verbose: MessageRecord;
  readonly debug: MessageRecord;
  readonly information: InformationRecord;
}

/** What takes the records of each stream. */
export type RecordTakers = { readonly [Name in StreamName]?: (record: RecordOf[Name]) => void };

/** How a script ended. */
export interface Outcome {
  /** 0, what `exit` said, or 1 after an error that ended the script. */
  readonly exitCode: number;
  readonly ended: 'completed' | 'exit' | 'error' | 'stopped';
  /** The limit that stopped it, when it was one. */
  readonly limit?: LimitName;
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
  const { ast, errors } = parseKnowing(script, session.types);
  const streams = takenStreams(session, options.records);
  if (errors[0]) {
    // The original's view fails on a place behind the end of the script, and shows nothing.
    const told = errors[0].start > script.length ? noStreams : streams;
    return failed(session, told, parseErrors(source, errors));
  }
  return withSignal(session, options.signal, () => {
    const { output, input } = options;
    const command = commandOf(source, ast);
    const stage = new ScriptStage({
      session,
      command,
      invocation: new InvocationInfo({ command, name: options.file ?? '' }),
      arguments: argumentsOf(options),
      out: output ? { write: (value) => output(unboxed(value)) } : shown,
      streams,
      hasInput: input !== undefined,
      inCallerScope: true,
      ownVariables: true,
    });
    const { scope, depth, succeeded } = session;
    if (depth === 0) session.watch.start();
    try {
      return runStage(session, stage, { input, streams, shown });
    } finally {
      Object.assign(session, { scope, depth, ...(options.aside && { succeeded }) });
    }
  });
}

function takenStreams({ streams }: Session, takers: RecordTakers = {}): Streams {
  const taken = Object.entries(takers).map(([name, write]) => [name, { write }]);
  return taken.length === 0 ? streams : { ...streams, ...(Object.fromEntries(taken) as Partial<Streams>) };
}

/** While it runs, aborting the signal sets the flag that running code polls. */
function withSignal<T>({ watch }: Session, signal: AbortSignal | undefined, run: () => T): T {
  const stop = (): void => requestStop(watch.stop);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return run();
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** What runs: a file's script, or a text as a block. */
function commandOf(source: ScriptSource, ast: ScriptBlockAst): AnonymousBlock | ScriptFile {
  const code = compileScriptBlock(source, ast);
  if (source.file === undefined) return { kind: 'block', name: '', code };
  return { kind: 'script', name: source.file.slice(source.file.lastIndexOf('/') + 1), path: source.file, code };
}

const nowhere = { start: 0, end: 0 };

function argumentsOf({ parameters = {}, arguments: values = [], commandLine = [] }: InvokeOptions): Argument[] {
  const named = Object.entries(parameters).map(([name, value]) => argumentOf({ name, value }));
  const positional = values.map((value): Argument => ({ kind: 'value', value, ...nowhere }));
  return [...named, ...positional, ...commandLine.map(argumentOf)];
}

function argumentOf(given: ScriptArgument): Argument {
  if (given.name === undefined) return { kind: 'value', value: given.value, ...nowhere };
  const argument = 'value' in given ? { value: given.value } : undefined;
  return { kind: 'parameter', name: given.name, text: `-${given.name}${argument ? ':' : ''}`, argument, ...nowhere };
}

interface Run {
  readonly input: Iterable<unknown> | undefined;
  readonly streams: Streams;
  readonly shown: Invocation['shown'];
}

function runStage(session: Session, stage: ScriptStage, { input, streams, shown }: Run): Outcome {
  try {
    session.watch.poll();
    drive(stage, input);
    shown.flush();
    return { exitCode: 0, ended: 'completed', succeeded: session.succeeded };
  } catch (thrown) {
    if (thrown instanceof BindError) thrown.error.record.invocation ??= stage.invocation.forRecord();
    return endOf(session, streams, thrown);
  } finally {
    shown.flush();
  }
}

function drive(stage: ScriptStage, input: Iterable<unknown> | undefined): void {
  stage.begin();
  if (input) for (const item of input) stage.process(item);
  else stage.process(null);
  stage.end();
}

/** An error of the language that a preference of Stop made the script's end is told by what stands for its exception. */
function tellAsPlaceholder(record: ErrorRecord): void {
  if (record.exception.typeName !== 'System.Management.Automation.RuntimeException') return;
  categoryInfoOf(record).set('reason', 'ParentContainsErrorRecordException');
}

/** What an unhandled end of a script means. */
function endOf(session: Session, streams: Streams, thrown: unknown): Outcome {
  const { succeeded } = session;
  if (thrown instanceof ExitSignal) return { exitCode: thrown.code, ended: 'exit', succeeded };
  if (thrown instanceof LoopEscape) return { exitCode: 0, ended: 'completed', succeeded };
  if (thrown instanceof LimitReached) return { ...stopped, limit: thrown.limit };
  if (thrown instanceof PipelineStopped) return stopped;
  const error = asScriptError(thrown);
  if (!error) throw thrown;
  if (!error.isThrow) tellAsPlaceholder(error.record);
  return failed(session, streams, error.record);
}

const stopped = { exitCode: 0, ended: 'stopped', succeeded: false } as const;

function failed(session: Session, streams: Streams, record: ErrorRecord): Outcome {
  session.remember(record);
  streams.error.write(record);
  return { exitCode: 1, ended: 'error', succeeded: false };
}

/** What is wrong with a script's text, shown at its first error. */
function parseErrors(source: ScriptSource, errors: readonly ParseError[]): ErrorRecord {
  const record = parseErrorRecord(source, errors);
  const [{ start, end }] = errors as [ParseError];
  record.locate({ source, start, end });
  return record;
}
