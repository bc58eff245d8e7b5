import type { Discovery } from '@cutover/outlook-anywhere';
import { bindingErrors } from '@cutover/core';
import type { CmdletContext } from '../implement.ts';
import { settingsBeside, type SourceParameters, type SourceSettings } from './endpoint-settings.ts';

/** A source as Autodiscover found it, or how it did not. */
export interface DiscoveredSource {
  readonly discovery: Discovery;
  readonly source: SourceSettings | undefined;
}

/** What is said where Autodiscover finds nothing. */
export const byHand =
  'An Exchange 2003 organization has no Autodiscover service. Name its servers by -ExchangeServer and -RPCProxyServer.';

/** Looks for the settings of the administrator's mailbox by Autodiscover. */
export async function discoveredSettings(
  context: CmdletContext,
  cmdlet: string,
  given: SourceParameters & { readonly timeLimit?: number | undefined },
): Promise<DiscoveredSource> {
  const { Credentials, EmailAddress: emailAddress, timeLimit } = given;
  if (!Credentials || !emailAddress) {
    const wanted = { EmailAddress: emailAddress, Credentials };
    const parameters = Object.entries(wanted).flatMap(([name, value]) => (value ? [] : [name]));
    throw bindingErrors.missingMandatoryParameter({ cmdlet, parameters });
  }
  const { userName, password } = Credentials;
  const { AcceptUntrustedCertificates: acceptUntrustedCertificates } = given;
  const mailbox = { emailAddress, credential: { userName, password }, acceptUntrustedCertificates };
  const discovery = await context.searchSettings(mailbox, { signal: context.signal, timeLimit });
  const { settings: found } = discovery;
  if (!found) return { discovery, source: undefined };
  const { certificatePrincipalName } = found;
  return { discovery, source: { settings: settingsOf(found, given), password, certificatePrincipalName } };
}

function settingsOf(found: NonNullable<Discovery['settings']>, given: SourceParameters): SourceSettings['settings'] {
  const { exchangeServer, rpcProxyServer, authentication } = found;
  return {
    ...settingsBeside(given),
    exchangeServer,
    rpcProxyServer,
    authentication,
    mailboxPermission: given.MailboxPermission ?? 'Admin',
    username: given.Credentials!.userName,
    autodiscovered: true,
  };
}
