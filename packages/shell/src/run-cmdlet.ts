import type { Backend, BackendMessage } from '@cutover/core';
import { outputOf, type CmdletMetadata, type ErrorRecord } from '@cutover/core/metadata';
import { bindParameters, type HostParameters } from './arguments/bind-parameters.ts';
import { cutArguments } from './arguments/cut-arguments.ts';
import { isSwitchName } from './arguments/find-parameter.ts';
import { formatRecords } from './format/format-records.ts';
import { jsonText } from './format/json-text.ts';
import { shouldProcess } from './host/confirm.ts';
import { withPasswords } from './host/credentials.ts';
import { progressLine, type ProgressLine } from './host/progress-line.ts';
import { green, red, yellow, type Terminal } from './host/terminal.ts';
import type { HostOptions } from './host-options.ts';

/** What running one cmdlet from a command line needs. */
export interface CmdletRun {
  readonly cmdlet: CmdletMetadata;
  readonly argv: readonly string[];
  readonly options: HostOptions;
  readonly terminal: Terminal;
  readonly connect: () => Promise<Backend>;
  readonly signal: AbortSignal;
}

type Records = Readonly<Record<string, unknown>>[];

/** Binds, asks, invokes and prints; gives the exit code. What cannot be bound is thrown. */
export async function runCmdlet(run: CmdletRun): Promise<number> {
  const { cmdlet, terminal, signal } = run;
  const isSwitch = (typed: string): boolean => isSwitchName(cmdlet, typed);
  const bound = bindParameters(cmdlet, cutArguments(run.argv, { isSwitch }));
  if (!(await shouldProcess({ cmdlet, bound, terminal, signal }))) return 0;
  const parameters = await withPasswords({ cmdlet, bound, terminal, signal });
  const backend = await run.connect();
  try {
    const messages = backend.invoke(cmdlet.name, parameters, { signal });
    const { records, failed } = await readMessages(messages, bound.host, terminal);
    print(records, run);
    return failed ? 1 : 0;
  } finally {
    await backend.close();
  }
}

/** An error as PowerShell's concise view words it. */
export function errorText({ cmdlet, message }: Pick<ErrorRecord, 'cmdlet' | 'message'>): string {
  return cmdlet === '' ? message : `${cmdlet}: ${message}`;
}

async function readMessages(
  messages: AsyncIterable<BackendMessage>,
  host: HostParameters,
  terminal: Terminal,
): Promise<{ records: Records; failed: boolean }> {
  const records: Records = [];
  const progress = progressLine(terminal);
  const { ErrorAction: errorAction = 'Continue' } = host;
  let failed = false;
  try {
    for await (const message of messages) {
      if (message.kind === 'record') records.push(message.record);
      else report(message, { host, terminal, progress });
      failed ||= message.kind === 'error';
      if (message.kind === 'error' && errorAction === 'Stop') break;
    }
  } finally {
    progress.clear();
  }
  return { records, failed };
}

interface Side {
  readonly host: HostParameters;
  readonly terminal: Terminal;
  readonly progress: ProgressLine;
}

const isSilent = (action: string | undefined): boolean => action === 'SilentlyContinue' || action === 'Ignore';

/** Prints what a cmdlet says beside its records, each stream as its preference asks. */
function report(message: Exclude<BackendMessage, { kind: 'record' }>, { host, terminal, progress }: Side): void {
  if (message.kind === 'progress') {
    if (!isSilent(host.ProgressAction)) progress.show(message.progress);
    return;
  }
  progress.clear();
  if (message.kind === 'error') {
    if (message.terminating || !isSilent(host.ErrorAction))
      terminal.err(`${red(terminal, errorText(message.error))}\n`);
  } else if (message.kind === 'warning') {
    if (!isSilent(host.WarningAction)) terminal.err(`${yellow(terminal, `WARNING: ${message.message}`)}\n`);
  } else if (host.Verbose) {
    terminal.err(`${yellow(terminal, `VERBOSE: ${message.message}`)}\n`);
  }
}

function print(records: Records, { cmdlet, options, terminal }: CmdletRun): void {
  const object = outputOf(cmdlet);
  if (object === undefined) return;
  if (options.json) return terminal.out(jsonText(records, cmdlet, object));
  const emphasize = (text: string): string => green(terminal, text);
  terminal.out(formatRecords(records, object, { width: terminal.width, emphasize }));
}
