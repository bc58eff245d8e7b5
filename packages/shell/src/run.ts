import { toErrorRecord } from '@cutover/core/metadata';
import type { CommandLine } from './command-line/command-line.ts';
import { usage } from './command-line/usage.ts';
import type { Console } from './console/console.ts';
import { shellErrors } from './errors.ts';
import { historyFile, profileFile } from './repl/repl-files.ts';
import { runProfile, runSession } from './repl/run-session.ts';
import { createSession, type ShellSession } from './session.ts';
import { callCmdlet } from './tasks/call-cmdlet.ts';
import { runScript } from './tasks/run-script.ts';

/** What the command is joined to: tests give their own. */
export interface Surroundings {
  readonly console: Console;
  /** Is the service of a data folder, until nothing is left to do. */
  readonly runService: () => Promise<void>;
  readonly version: () => string;
  /** The organisation that the session speaks to, once it does. */
  readonly organisation: () => string | undefined;
}

/** What the original returns for a command line that it cannot use. */
const badCommandLine = 64;

/** Carries out one command line and gives its exit code. */
export async function run(line: CommandLine, surroundings: Surroundings): Promise<number> {
  const { console } = surroundings;
  try {
    return await runTask(line, surroundings);
  } finally {
    console.flush();
  }
}

async function runTask(line: CommandLine, surroundings: Surroundings): Promise<number> {
  const { console, version } = surroundings;
  const { host } = console;
  const { task } = line;
  if (task.kind === 'version') return say(console, `cutover ${version()}\n`);
  if (task.kind === 'help' && task.about === undefined) return say(console, usage());
  if (task.kind === 'service') return serve(task.argv, surroundings);
  if (task.kind === 'refused') {
    host.writeError(`${task.message}\n`);
    if (task.showUsage) host.write(`\n${usage()}`);
    return badCommandLine;
  }
  const session = createSession(console);
  if (task.kind === 'cmdlet') return callCmdlet({ ...task, session, console, json: line.json });
  if (task.kind === 'help') return session.invoke('Get-Help -Name $args[0]', { arguments: [task.about] }).exitCode;
  if (line.profile) runProfile(session, profileFile(console.environment));
  if (line.workingDirectory !== undefined) enterFolder(session, line.workingDirectory);
  if (line.banner && line.staysOpen) console.host.write(`cutover ${version()}\n`);
  const code = task.kind === 'session' ? 0 : runScript(task, session, console);
  return line.staysOpen ? stayOpen(line, session, surroundings) : code;
}

/** As the original does it: a folder that is not there is told, and what was asked for runs where it is. */
function enterFolder(session: ShellSession, folder: string): void {
  session.invoke('Set-Location -LiteralPath $args[0]', { arguments: [folder] });
}

/** A session of a person, or of the lines that are piped into the command: those are shown as if they were typed. */
async function stayOpen(line: CommandLine, session: ShellSession, surroundings: Surroundings): Promise<number> {
  const { console } = surroundings;
  if (console.input === undefined && line.interactive) return startSession(session, surroundings);
  return runScript({ kind: 'standard input', prompts: true }, session, console);
}

function startSession(session: ShellSession, { console, organisation }: Surroundings): Promise<number> {
  const { environment, colors } = console;
  return runSession({ session, console, colors, organisation, historyFile: historyFile(environment) });
}

function say({ host }: Console, text: string): number {
  host.write(text);
  return 0;
}

async function serve([argument]: readonly string[], { console, runService }: Surroundings): Promise<number> {
  try {
    if (argument !== undefined) throw shellErrors.serviceArgument({ argument });
    await runService();
    return 0;
  } catch (error) {
    console.host.writeError(`${toErrorRecord(error, { cmdlet: '' }).message}\n`);
    return 1;
  }
}
