import { exceptionOf, migrationErrors } from '@cutover/core';
import type { SdkError } from '@cutover/base';
import type { EndpointSettings } from '@cutover/migration';
import type { ConnectivityNode } from '@cutover/outlook-anywhere';
import type { CmdletContext } from '../implement.ts';
import { failedStep } from '../source/connectivity.ts';
import type { SourceSettings } from './endpoint-settings.ts';

/** Refuses settings by which the source cannot be reached. The product's error says little, so a warning tells which step failed and what to do. */
export async function assertReachable(context: CmdletContext, source: SourceSettings): Promise<void> {
  const step = failedStep(await context.connectivity(source, { signal: context.signal }));
  if (!step) return;
  context.writeWarning(stepAdvice(step));
  throw connectionFailure(source.settings, step);
}

const stepAdvice = ({ command, detail, name, remedy }: ConnectivityNode): string =>
  [
    `The connection failed at this step: ${name}`,
    detail,
    remedy,
    command && `To try it: ${command}.`,
    'Test-MigrationServerAvailability -Detailed shows every step.',
  ]
    .filter(Boolean)
    .join(' ');

/** The product's error for a test that ended at this step; the step's own text is its cause. */
export function connectionFailure(settings: Omit<EndpointSettings, 'name'>, step: ConnectivityNode): SdkError {
  const cause = new Error([step.detail, step.remedy].filter(Boolean).join(' '));
  const { rpcProxyServer: server, username: userName } = settings;
  if (step.errorCode === 'outlookAnywhere.authenticationFailed') {
    return migrationErrors.accessDenied({ server, userName }, { cause });
  }
  return noAnswer.has(step.errorCode ?? '')
    ? migrationErrors.serverConnectionFailed({ server }, { cause })
    : migrationErrors.serverUnavailable({ server }, { cause });
}

/** The server does not answer, or will have nothing to do with the caller; behind it the product speaks of RPC. */
const noAnswer: ReadonlySet<string> = new Set([
  'outlookAnywhere.hostNotFound',
  'outlookAnywhere.connectFailed',
  'outlookAnywhere.connectTimedOut',
  'outlookAnywhere.answerTimedOut',
  'outlookAnywhere.accessForbidden',
]);

// Why the connection failed, as the product names it inside the outer exception.
const innerExceptions: Readonly<Record<string, string>> = {
  'outlookAnywhere.authenticationFailed': 'System.Net.WebException',
  'outlookAnywhere.accessForbidden': 'System.Net.WebException',
  'outlookAnywhere.rpcServerUnavailable': 'Microsoft.Exchange.Rpc.ServerUnavailableException',
  'outlookAnywhere.certificateNotTrusted': 'System.Security.Authentication.AuthenticationException',
  'outlookAnywhere.certificateNameMismatch': 'System.Security.Authentication.AuthenticationException',
  'outlookAnywhere.principalMismatch': 'System.Security.Authentication.AuthenticationException',
  'outlookAnywhere.certificateExpired': 'System.Security.Authentication.AuthenticationException',
  'outlookAnywhere.hostNotFound': 'System.Net.Sockets.SocketException',
  'outlookAnywhere.connectFailed': 'System.Net.Sockets.SocketException',
  'outlookAnywhere.connectTimedOut': 'System.Net.Sockets.SocketException',
  'outlookAnywhere.answerTimedOut': 'System.Net.WebException',
};

/** The whole chain as ErrorDetail prints it: `type: message ---> type: message`, then how to try the step by hand. */
export function errorDetail(failure: SdkError, step: ConnectivityNode): string {
  const inner = innerExceptions[step.errorCode ?? ''] ?? 'Microsoft.Exchange.Rpc.RpcException';
  const text = [step.detail, step.remedy].filter(Boolean).join(' ');
  const chain = `${exceptionOf(failure.code)}: ${failure.message} ---> ${inner}: ${text}`;
  const command = step.command === '' ? '' : `\nTo try this step: ${step.command}`;
  return `${chain}\n   at step ${step.id} (${step.name})${command}`;
}
