import type { Question } from '../../host/prompts.ts';
import type { Host } from '../../runtime/engine/host.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Credential } from '../../runtime/values/credential.ts';
import { SecureString } from '../../runtime/values/secure-string.ts';
import { securityRecord } from './security-errors.ts';

interface Context extends Pick<CommandContext, 'throwTerminating'> {
  readonly host: Pick<Host, 'prompts' | 'write'>;
}

/** Asks the person at the screen; without one the command fails. */
export function ask({ host, throwTerminating }: Context, question: Question): string {
  if (host.prompts) return host.prompts.readLine(question) ?? '';
  return throwTerminating(securityRecord('NonInteractive'));
}

export interface CredentialRequest {
  readonly title?: string | undefined;
  readonly message?: string | undefined;
  readonly userName?: string | undefined;
}

/** Asks for name and password as the console host does. Source: ConsoleHostUserInterface.PromptForCredential. */
export function askCredential(context: Context, request: CredentialRequest): Credential {
  const { title = 'PowerShell credential request', message = 'Enter your credentials.' } = request;
  context.host.write(`\n${title}\n${message}\n`);
  const name = request.userName || askFor(context, { text: 'User: ' });
  return new Credential(name, new SecureString(askFor(context, { text: `Password for user ${name}: `, secret: true })));
}

function askFor(context: Context, question: Question): string {
  if (!context.host.prompts) context.host.write(question.text);
  return ask(context, question);
}
