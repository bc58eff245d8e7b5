import { psCredential, type PSCredential } from '@cutover/core/metadata';
import type { CommandContext } from '@cutover/powershell';
import { getMember, invokeMember, toText } from '@cutover/powershell/values';
import { shellErrors } from '../errors.ts';

/** A password that was given beforehand, for credentials that come as a user name alone. */
export type PasswordSource = () => string | undefined;

interface Asking {
  readonly context: CommandContext;
  readonly passwords: PasswordSource;
}

/**
 * A credential with its password, to be sent to the Backend and nowhere else. A user name alone is asked for its password, as the
 * original's [Credential()] does; a password is never taken from a command line, where every process can read it.
 */
export function withPassword(value: unknown, asking: Asking): PSCredential {
  if (typeof value === 'string') return psCredential(value, passwordOf(value, asking));
  const network = invokeMember({ target: value, name: 'GetNetworkCredential', args: [], run: () => null });
  const password = getMember(network, 'Password', () => undefined);
  return psCredential(toText(getMember(value, 'UserName', () => undefined)), toText(password));
}

function passwordOf(userName: string, { context, passwords }: Asking): string {
  const given = passwords();
  if (given !== undefined) return given;
  const typed = context.host.prompts?.readLine({ text: `Password for user ${userName}: `, secret: true });
  if (typed === undefined) throw shellErrors.promptImpossible({ hint: 'Put the password in CUTOVER_PASSWORD.' });
  return typed;
}
