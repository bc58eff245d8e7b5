import type { ParseError } from '../../syntax/parse-error.ts';
import { parse } from '../../syntax/parser/parse.ts';
import type { Argument } from '../binder/argument.ts';
import { ScriptError } from '../errors/script-error.ts';
import { ScriptSource } from '../errors/script-position.ts';
import { ErrorRecord, ExceptionValue } from '../values/error-record.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { type ShellCommand, type ShellRun, type ShellRunspace, shellStreamNames } from '../values/shell-instance.ts';
import { freshScope } from './apart.ts';
import { Frame } from './frame.ts';
import { Collector, type Output } from './output.ts';
import { type PipelineCommand, runPipeline } from './pipeline.ts';
import type { Scope } from './scope.ts';
import type { Session } from './session.ts';
import { noStreams, type Streams } from './streams.ts';
import { emptySlots } from './variable-table.ts';

const nowhere = { start: 0, end: 0 };

/** A runspace of a script's own making: it has what every session begins with, and keeps what its commands leave. */
export function openShell(session: Session): ShellRunspace {
  const scope = freshScope(session);
  return { run: (statements, run) => runStatements(session, { statements, scope, run }) };
}

interface Statements {
  readonly statements: readonly (readonly ShellCommand[])[];
  readonly scope: Scope;
  readonly run: ShellRun;
}

function runStatements(session: Session, { statements, scope, run }: Statements): unknown[] {
  const out = new Collector();
  const { scope: outerScope, frame: outerFrame, propagates } = session;
  const source = new ScriptSource('', '');
  const frame = new Frame({ session, scope, source, slots: emptySlots(0), streams: streamsTo(run) });
  session.scope = scope;
  session.frame = frame;
  session.propagates = false;
  try {
    for (const commands of statements)
      runPipeline(frame, {
        input: inputOf(run),
        commands: commands.map((command) => asCommand(session, scope, command)),
        out,
      });
  } finally {
    session.scope = outerScope;
    session.frame = outerFrame;
    session.propagates = propagates;
  }
  return out.items;
}

const inputOf = ({ input }: ShellRun): { value: unknown } | undefined =>
  input.length === 0 ? undefined : { value: input };

/** Scripts run in the runspace's own scope, so that what they set stays. */
function asCommand(
  session: Session,
  scope: Scope,
  { text, isScript, arguments: given }: ShellCommand,
): PipelineCommand {
  return {
    name: isScript ? compileScript(session, scope, text) : text,
    invocation: isScript ? 'Dot' : undefined,
    arguments: given.map(asArgument),
    redirect: undefined,
    place: nowhere,
    namePlace: nowhere,
  };
}

/** A script that ends too early has an exception of its own. Source: AutomationEngine.ParseScriptBlock. */
function compileScript(session: Session, scope: Scope, text: string): ScriptBlock {
  const [first] = parse(text).errors;
  if (first?.incomplete) throw new ScriptError(incompleteRecord(first));
  return new ScriptBlock(session.compile(text).code, scope);
}

function incompleteRecord({ id, message }: ParseError): ErrorRecord {
  const exception = new ExceptionValue('System.Management.Automation.IncompleteParseException', message);
  return new ErrorRecord({ exception, id, category: 'ParserError' });
}

function asArgument(given: ShellCommand['arguments'][number]): Argument {
  if (given.name === undefined) return { kind: 'value', value: (given as { value: unknown }).value, ...nowhere };
  const value = 'value' in given ? { argument: { value: given.value } } : {};
  return { kind: 'parameter', name: given.name, text: `-${given.name}`, ...value, ...nowhere };
}

function streamsTo({ write }: ShellRun): Streams {
  const outputs = shellStreamNames.map((name): [string, Output] => [name, { write: (record) => write(name, record) }]);
  return { ...noStreams, ...Object.fromEntries(outputs) };
}
