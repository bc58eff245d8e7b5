import { bindingErrors, coreErrors, migrationErrors } from '@cutover/core';
import type { AuthenticationMethod, MigrationMailboxPermission, PSCredential } from '@cutover/core';
import type { EndpointSettings } from '@cutover/migration';

/** The parameters that describe a source, as both cmdlets that take them name them. */
export interface SourceParameters {
  readonly Autodiscover?: boolean | undefined;
  readonly ExchangeServer?: string | undefined;
  readonly RpcProxyServer?: string | undefined;
  readonly NspiServer?: string | undefined;
  readonly Credentials?: PSCredential | undefined;
  readonly Authentication?: AuthenticationMethod | undefined;
  readonly MailboxPermission?: MigrationMailboxPermission | undefined;
  readonly EmailAddress?: string | undefined;
  readonly AcceptUntrustedCertificates?: boolean | undefined;
}

/** Connection settings and password out of a cmdlet's parameters; what is missing or cannot be used is refused. */
export function endpointSettings(
  cmdlet: string,
  given: SourceParameters,
): { settings: Omit<EndpointSettings, 'name'>; password: string } {
  // An Exchange 2003 organisation has no Autodiscover service to ask.
  if (given.Autodiscover) throw migrationErrors.autodiscoverFailed({});
  const { ExchangeServer, RpcProxyServer, Credentials } = given;
  if (!ExchangeServer || !RpcProxyServer || !Credentials) {
    const wanted = { ExchangeServer, RpcProxyServer, Credentials };
    const parameters = Object.entries(wanted).flatMap(([name, value]) => (value ? [] : [name]));
    throw bindingErrors.missingMandatoryParameter({ cmdlet, parameters });
  }
  const settings = {
    exchangeServer: ExchangeServer,
    rpcProxyServer: RpcProxyServer,
    nspiServer: given.NspiServer,
    authentication: authentication(cmdlet, given.Authentication ?? 'Basic'),
    mailboxPermission: given.MailboxPermission ?? 'Admin',
    username: Credentials.userName,
    emailAddress: given.EmailAddress,
    acceptUntrustedCertificates: given.AcceptUntrustedCertificates,
  };
  return { settings, password: Credentials.password };
}

function authentication(cmdlet: string, method: AuthenticationMethod): EndpointSettings['authentication'] {
  if (method === 'Basic') return 'Basic';
  if (method === 'Ntlm') return 'NTLM';
  const problems = [`-Authentication ${method} isn't supported by Outlook Anywhere; use Basic or Ntlm`];
  throw coreErrors.parameterInvalid({ cmdlet, problems });
}
