import type { Organisation } from '../organisation/organisation.ts';
import { defaultOutlookAnywhere } from '../organisation/outlook-anywhere.ts';
import type { MailboxUser } from '../organisation/recipient.ts';
import { type ExchangeProfile, versionWord } from '../profiles/exchange-profile.ts';
import { stableGuid } from '../seeds/stable.ts';
import type { XmlElement } from './xml.ts';

interface Subject {
  readonly organisation: Organisation;
  readonly profile: ExchangeProfile;
  readonly user: MailboxUser;
  /** `msstd:` and the proxy's name unless told. */
  readonly certificatePrincipalName?: string | undefined;
}

/** Everything that Outlook needs to know of a mailbox. [MS-OXDSCLI] 2.2.4.1 */
export function settingsOf(subject: Subject): XmlElement[] {
  return [
    ['User', userOf(subject)],
    [
      'Account',
      [
        ['AccountType', 'email'],
        ['Action', 'settings'],
        ['Protocol', insideOf(subject)],
        ['Protocol', outsideOf(subject)],
        ['Protocol', webOf(subject)],
      ],
    ],
  ];
}

function userOf({ organisation, profile, user }: Subject): XmlElement[] {
  return [
    ['DisplayName', user.displayName],
    ['LegacyDN', user.legacyExchangeDN],
    ['AutoDiscoverSMTPAddress', profile.namesEwsUrl ? user.primarySmtpAddress : undefined],
    ['DeploymentId', stableGuid(organisation.name, 'deployment')],
  ];
}

/** How the servers are reached inside the organisation. */
function insideOf({ organisation, profile, user }: Subject): XmlElement[] {
  const { server } = organisation;
  return [
    ['Type', 'EXCH'],
    ['Server', server.name],
    ['ServerDN', server.legacyExchangeDN],
    ['ServerVersion', versionWord(profile.version)],
    ['MdbDN', user.homeDatabase],
    ['PublicFolderServer', server.name],
    ['AD', server.name],
    ...urlsAt(server.name, profile),
    ['ServerExclusiveConnect', profile.namesEwsUrl ? 'off' : undefined],
  ];
}

/** How they are reached from outside, by RPC over HTTP; nothing is said of it while Outlook Anywhere is turned off. */
function outsideOf({ organisation, profile, certificatePrincipalName }: Subject): XmlElement[] | undefined {
  const { outlookAnywhere = defaultOutlookAnywhere(organisation.proxyServer) } = organisation;
  if (outlookAnywhere === null) return undefined;
  const { externalHostname: host, clientAuthenticationMethod } = outlookAnywhere;
  return [
    ['Type', 'EXPR'],
    ['Server', host],
    ['SSL', 'On'],
    ['AuthPackage', clientAuthenticationMethod],
    ...urlsAt(host, profile),
    ['ServerExclusiveConnect', profile.namesEwsUrl ? 'on' : undefined],
    ['CertPrincipalName', certificatePrincipalName ?? `msstd:${host}`],
  ];
}

function urlsAt(host: string, { namesEwsUrl }: ExchangeProfile): XmlElement[] {
  const services = `https://${host}/EWS/Exchange.asmx`;
  return [
    ['ASUrl', services],
    ['EwsUrl', namesEwsUrl ? services : undefined],
    ['OOFUrl', services],
    ['UMUrl', namesEwsUrl ? `https://${host}/EWS/UM2007Legacy.asmx` : `https://${host}/UnifiedMessaging/Service.asmx`],
    ['OABUrl', 'Public Folder'],
  ];
}

function webOf({ organisation }: Subject): XmlElement[] {
  const at = (host: string, type: string): XmlElement[] => [
    ['OWAUrl AuthenticationMethod="Basic, Fba"', `https://${host}/owa`],
    [
      'Protocol',
      [
        ['Type', type],
        ['ASUrl', `https://${host}/EWS/Exchange.asmx`],
      ],
    ],
  ];
  return [
    ['Type', 'WEB'],
    ['External', at(organisation.proxyServer, 'EXPR')],
    ['Internal', at(organisation.server.name, 'EXCH')],
  ];
}
