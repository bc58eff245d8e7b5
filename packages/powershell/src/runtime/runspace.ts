import { generalAliases, generalCmdlets } from '../cmdlets/cmdlets.ts';
import type { Capabilities } from '../host/capabilities.ts';
import { parse } from '../syntax/parser/parse.ts';
import { LoopEscape } from './compile/loop-escape.ts';
import { compileScriptBlock } from './compile/compile-script-block.ts';
import type { Cmdlet } from './engine/command.ts';
import type { Host } from './engine/host.ts';
import { ScriptStage } from './engine/script-stage.ts';
import { Session } from './engine/session.ts';
import { hostStreams } from './engine/streams.ts';
import { asScriptError } from './engine/statement-error.ts';
import { ScriptSource } from './errors/script-position.ts';
import { ExitSignal } from './errors/script-error.ts';
import { DefaultOutput } from './default-output.ts';
import { sessionFormatting } from './session-formatting.ts';
import { registerTypes } from './types/register-types.ts';
import { coreTypes } from './types/type-registry.ts';
import { EnumValue } from './values/enum-value.ts';
import { ErrorRecord, ExceptionValue } from './values/error-record.ts';

export interface RunspaceOptions {
  readonly host: Host;
  /** Cmdlets besides the general ones. */
  readonly commands?: Iterable<Cmdlet>;
  /** The environment variables that scripts see; none without it. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What scripts may do besides computing: nothing without it. */
  readonly capabilities?: Capabilities;
}

export interface InvokeOptions {
  /** The file that the script came from, for the positions of errors. */
  readonly file?: string;
  readonly arguments?: readonly unknown[];
}

export interface Runspace {
  /** Runs a script to its end, writes what it prints to the host, and gives its exit code. */
  invoke(script: string, options?: InvokeOptions): { readonly exitCode: number };
}

/** A place where scripts run: its variables and functions outlive each of them. */
export function createRunspace({
  host,
  commands = [],
  environment = {},
  capabilities = {},
}: RunspaceOptions): Runspace {
  registerTypes();
  const formatting = sessionFormatting(host, () => session);
  const output = new DefaultOutput(formatting, host);
  const session: Session = new Session({
    host,
    formatting,
    defaultOutput: output,
    streams: hostStreams(host, (record) => formatting.errorText(record)),
    commands: [...generalCmdlets, ...commands],
    environment,
    capabilities,
  });
  for (const [alias, target] of Object.entries(generalAliases)) session.global.aliases.set(alias, target);
  for (const { name, aliases = [] } of [...generalCmdlets, ...commands]) {
    for (const alias of aliases) session.global.aliases.set(alias, name);
  }
  defineAutomaticVariables(session);
  return { invoke: (script, options = {}) => invoke({ session, output, script, options }) };
}

function defineAutomaticVariables({ global }: Session): void {
  const preference = coreTypes.find('System.Management.Automation.ActionPreference')!;
  const preferences = { Error: 2, Warning: 2, Information: 0, Verbose: 0, Debug: 0, Progress: 2 };
  for (const [name, value] of Object.entries(preferences)) {
    global.define(`${name}${name === 'Error' ? 'Action' : ''}Preference`, new EnumValue(preference, value));
  }
  for (const name of ['PID', 'HOME', 'PSVersionTable', 'Host']) global.define(name, null).options = ['Constant'];
  global.define('args', []);
}

interface Invocation {
  readonly session: Session;
  readonly output: DefaultOutput;
  readonly script: string;
  readonly options: InvokeOptions;
}

function invoke(invocation: Invocation): { readonly exitCode: number } {
  const { session, output, script, options } = invocation;
  const source = new ScriptSource(script, options.file);
  const { ast, errors } = parse(script);
  const [first] = errors;
  if (first) {
    session.streams.error.write(parseErrorRecord(source, first));
    return { exitCode: 1 };
  }
  const command = { kind: 'block', name: '', code: compileScriptBlock(source, ast) } as const;
  const args = (options.arguments ?? []).map((value) => ({ kind: 'value', value, start: 0, end: 0 }) as const);
  const stage = new ScriptStage({
    session,
    command,
    arguments: args,
    out: output,
    streams: session.streams,
    hasInput: false,
    inCallerScope: true,
  });
  const exitCode = runStage(session, stage);
  output.flush();
  return { exitCode };
}

function runStage(session: Session, stage: ScriptStage): number {
  try {
    stage.begin();
    stage.process(null);
    stage.end();
    return 0;
  } catch (thrown) {
    return endOf(session, thrown);
  }
}

/** What an unhandled end of a script means for its exit code. */
function endOf(session: Session, thrown: unknown): number {
  if (thrown instanceof ExitSignal) return thrown.code;
  if (thrown instanceof LoopEscape) return 0;
  const error = asScriptError(thrown);
  if (!error) throw thrown;
  session.remember(error.record);
  session.streams.error.write(error.record);
  return 1;
}

function parseErrorRecord(
  source: ScriptSource,
  { id, message, start, end }: { id: string; message: string; start: number; end: number },
): ErrorRecord {
  const exception = new ExceptionValue('System.Management.Automation.ParseException', message);
  const record = new ErrorRecord({ exception, id, category: 'ParserError' });
  record.position = { source, start, end };
  return record;
}
