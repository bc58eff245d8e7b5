import { bindingErrors, coreErrors } from '@cutover/core';
import type {
  AuthenticationMethod,
  ExchangeConnectionSettings,
  MigrationMailboxPermission,
  PSCredential,
} from '@cutover/core';
import type { EndpointSettings } from '@cutover/migration';

type ConnectionSettings = Pick<
  ExchangeConnectionSettings,
  'ExchangeServer' | 'RpcProxyServer' | 'MailboxPermission' | 'UseAutoDiscover'
> & { readonly Authentication: 'Basic' | 'Ntlm' };

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
  readonly TestMailbox?: string | undefined;
  readonly SourceMailboxLegacyDN?: string | undefined;
  readonly ConnectionSettings?: ConnectionSettings | undefined;
}

/** A source that can be tested, and made an endpoint. */
export interface SourceSettings {
  readonly settings: Omit<EndpointSettings, 'name'>;
  readonly password: string;
  /** As Autodiscover tells it. */
  readonly certificatePrincipalName?: string | undefined;
}

/** Connection settings and password out of a cmdlet's parameters; what is missing or cannot be used is refused. */
export function endpointSettings(cmdlet: string, given: SourceParameters): SourceSettings {
  const { Credentials, ConnectionSettings: found } = given;
  const { ExchangeServer = found?.ExchangeServer, RpcProxyServer = found?.RpcProxyServer } = given;
  if (!ExchangeServer || !RpcProxyServer || !Credentials) {
    const wanted = { ExchangeServer, RpcProxyServer, Credentials };
    const parameters = Object.entries(wanted).flatMap(([name, value]) => (value ? [] : [name]));
    throw bindingErrors.missingMandatoryParameter({ cmdlet, parameters });
  }
  const settings = {
    ...settingsBeside(given),
    exchangeServer: ExchangeServer,
    rpcProxyServer: RpcProxyServer,
    authentication: outlookAnywhereAuthentication(cmdlet, given.Authentication ?? found?.Authentication ?? 'Basic'),
    mailboxPermission: given.MailboxPermission ?? found?.MailboxPermission ?? 'Admin',
    username: Credentials.userName,
    autodiscovered: found?.UseAutoDiscover,
  };
  return { settings, password: Credentials.password };
}

/** What is said of a source besides where it is and how to sign in. */
export const settingsBeside = (given: SourceParameters) => ({
  nspiServer: given.NspiServer,
  emailAddress: given.EmailAddress,
  acceptUntrustedCertificates: given.AcceptUntrustedCertificates,
  testMailbox: given.TestMailbox,
  sourceMailboxLegacyDN: given.SourceMailboxLegacyDN,
});

/** What to say about the form of an account's name: by hand it is `DOMAIN\\user`. */
export function accountAdvice({
  username,
  autodiscovered = false,
}: Pick<EndpointSettings, 'username' | 'autodiscovered'>): string | undefined {
  if (/^[^\\@]+\\[^\\@]+$/.test(username) || (autodiscovered && username.includes('@'))) return undefined;
  return `The account "${username}" should be given as DOMAIN\\user, or with Autodiscover as a user principal name; the source may refuse other forms.`;
}

/** The methods that the source's RPC proxy can have; others are refused by name. */
export function outlookAnywhereAuthentication(
  cmdlet: string,
  method: AuthenticationMethod,
): EndpointSettings['authentication'] {
  if (method === 'Basic') return 'Basic';
  if (method === 'Ntlm') return 'NTLM';
  const problems = [`-Authentication ${method} isn't supported by Outlook Anywhere; use Basic or Ntlm`];
  throw coreErrors.parameterInvalid({ cmdlet, problems });
}

interface ConnectionParameters {
  readonly MaxConcurrentMigrations?: number | 'Unlimited' | undefined;
  readonly MaxConcurrentIncrementalSyncs?: number | 'Unlimited' | undefined;
}

/** The numbers of connections; their type takes Unlimited, Outlook Anywhere has limits. */
export function limitedConnections(
  cmdlet: string,
  { MaxConcurrentMigrations, MaxConcurrentIncrementalSyncs }: ConnectionParameters,
): { maxConcurrentMigrations: number | undefined; maxConcurrentIncrementalSyncs: number | undefined } {
  const limited = (parameter: string, value: number | 'Unlimited' | undefined): number | undefined => {
    if (value !== 'Unlimited') return value;
    throw coreErrors.parameterInvalid({ cmdlet, problems: [`-${parameter} can't be Unlimited; give a number`] });
  };
  return {
    maxConcurrentMigrations: limited('MaxConcurrentMigrations', MaxConcurrentMigrations),
    maxConcurrentIncrementalSyncs: limited('MaxConcurrentIncrementalSyncs', MaxConcurrentIncrementalSyncs),
  };
}
