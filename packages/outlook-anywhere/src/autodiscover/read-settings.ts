import type { Element } from '@xmldom/xmldom';
import { errors } from '../errors.ts';
import type { DiscoveredSettings } from './autodiscover-options.ts';
import { childrenOf, textOf } from './pox-document.ts';

/** Takes out of the settings what Outlook Anywhere needs; throws if it is turned off. [MS-OXDSCLI] 2.2.4.1.1.2 */
export function readSettings(document: Element, asked: { url: string; emailAddress: string }): DiscoveredSettings {
  const { url } = asked;
  const user = childrenOf(document, 'User', { deep: true })[0];
  const [account] = childrenOf(document, 'Account', { deep: true });
  const protocols = childrenOf(account!, 'Protocol');
  const inside = ofType(protocols, 'EXCH');
  const outside = ofType(protocols, 'EXPR');
  const rpcProxyServer = outside && textOf(outside, 'Server');
  if (!rpcProxyServer) throw errors.outlookAnywhereOff({ url });
  const exchangeServer = inside && textOf(inside, 'Server');
  if (!exchangeServer) throw errors.autodiscoverUnreadable({ url, reason: 'it names no mailbox server' });
  return {
    url,
    emailAddress: (user && textOf(user, 'AutoDiscoverSMTPAddress')) ?? asked.emailAddress,
    displayName: (user && textOf(user, 'DisplayName')) ?? '',
    legacyExchangeDN: (user && textOf(user, 'LegacyDN')) ?? '',
    exchangeServer,
    rpcProxyServer,
    authentication: /^basic$/i.test(textOf(outside, 'AuthPackage') ?? '') ? 'Basic' : 'NTLM',
    serverVersion: versionOf(textOf(inside, 'ServerVersion')),
    certificatePrincipalName: principalOf(textOf(outside, 'CertPrincipalName')),
  };
}

const ofType = (protocols: readonly Element[], type: string): Element | undefined =>
  protocols.find((protocol) => textOf(protocol, 'Type')?.toUpperCase() === type);

const principalOf = (name: string | undefined): string | undefined =>
  name === undefined || /^none$/i.test(name) ? undefined : name;

/** A version behind its word: six bits of major, six of minor, the build below bit 15. [MS-OXDSCLI] 2.2.4.1.1.2.10.40 */
export function versionOf(word: string | undefined): string | undefined {
  if (word === undefined || !/^[0-9A-Fa-f]{8}$/.test(word)) return undefined;
  const bits = Number.parseInt(word, 16);
  return `${(bits >> 22) & 0x3f}.${(bits >> 16) & 0x3f}.${bits & 0x7fff}`;
}
