import type { Runspace } from '@cutover/powershell';
import type { Console } from '../console/console.ts';
import { commandText } from './command-text.ts';
import { jsonText } from './json-text.ts';

export interface CmdletCall {
  readonly name: string;
  readonly argv: readonly string[];
  readonly session: Runspace;
  readonly console: Console;
  /** Prints for programs. */
  readonly json: boolean;
}

/** What shells give a command that Ctrl-C ended. */
const interrupted = 130;

/** Calls one cmdlet with the arguments of a terminal, by the binder and the formatter of the language; gives the exit code. */
export function callCmdlet({ name, argv, session, console, json }: CmdletCall): number {
  const values: unknown[] = [];
  const output = json ? { output: (value: unknown) => void values.push(value) } : {};
  const { ended, exitCode, succeeded } = session.invoke(commandText(name, argv), output);
  if ((json && values.length > 0) || succeeded) console.host.write(json ? jsonText(name, values) : '');
  if (ended === 'exit') return exitCode;
  if (ended === 'stopped') return interrupted;
  return succeeded ? 0 : 1;
}
