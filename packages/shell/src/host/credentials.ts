import { psCredential, type CmdletMetadata } from '@cutover/core/metadata';
import { credentialsIn, type BoundParameters } from '../arguments/bind-parameters.ts';
import { shellErrors } from '../errors.ts';
import type { Terminal } from './terminal.ts';

interface Asking {
  readonly cmdlet: CmdletMetadata;
  readonly bound: BoundParameters;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/**
 * The bound parameters with a password in each credential: from CUTOVER_PASSWORD, or asked for without an echo.
 * A password is never taken from the command line, where every process can read it.
 */
export async function withPasswords(asking: Asking): Promise<Record<string, unknown>> {
  const { cmdlet, bound } = asking;
  const parameters: Record<string, unknown> = { ...bound.parameters };
  for (const name of credentialsIn(cmdlet, bound)) {
    const { userName } = bound.parameters[name] as { userName: string };
    parameters[name] = psCredential(userName, await passwordOf(userName, asking));
  }
  return parameters;
}

async function passwordOf(userName: string, { terminal, signal }: Asking): Promise<string> {
  const given = terminal.env['CUTOVER_PASSWORD'];
  if (given !== undefined) return given;
  if (terminal.ask === undefined) throw shellErrors.promptImpossible({ hint: 'Put the password in CUTOVER_PASSWORD.' });
  return terminal.ask(`Password for user ${userName}: `, { hidden: true, signal });
}
