import type { Organisation, Permission } from '../organisation/organisation.ts';
import { defaultOutlookAnywhere, type OutlookAnywhereSettings } from '../organisation/outlook-anywhere.ts';
import type { Recipient } from '../organisation/recipient.ts';
import type { ManagedWorld } from './managed-world.ts';

/** Outlook Anywhere as it is set up; null while it is turned off. */
export const outlookAnywhereOf = ({ outlookAnywhere, proxyServer }: Organisation): OutlookAnywhereSettings | null =>
  outlookAnywhere === undefined ? defaultOutlookAnywhere(proxyServer) : outlookAnywhere;

/** The organisation without its people: servers, databases, settings. */
export function describeOrganisation({ live, version }: ManagedWorld) {
  const organisation = live.current;
  const { acceptedDomains, databases, domain, legacyExchangeDN, name, netBiosDomain, server } = organisation;
  return {
    name,
    domain,
    netBiosDomain,
    acceptedDomains,
    legacyExchangeDN,
    version,
    server,
    databases,
    outlookAnywhere: outlookAnywhereOf(organisation),
  };
}

/** Every object of the directory, those that it hides too, with the account of each mailbox's owner. */
export const describeRecipients = ({ accounts, recipients }: Organisation): readonly unknown[] => {
  const owners = new Map(
    accounts.map(({ legacyExchangeDN, userPrincipalName }) => [legacyExchangeDN?.toLowerCase(), userPrincipalName]),
  );
  const accountOf = ({ kind, legacyExchangeDN }: Recipient): object =>
    kind === 'mailbox' ? { account: owners.get(legacyExchangeDN.toLowerCase()) ?? null } : {};
  return recipients.map((recipient) => ({ ...recipient, ...accountOf(recipient) }));
};

const key = (permission: Permission): string =>
  [permission.right, permission.account, permission.right === 'FullAccess' ? permission.mailbox : permission.database]
    .join('\n')
    .toLowerCase();

/** Whether two say the same, whatever the case of their names. */
export const isSamePermission = (left: Permission, right: Permission): boolean => key(left) === key(right);
