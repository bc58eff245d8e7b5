import type { Account } from './account.ts';
import type { OutlookAnywhereSettings } from './outlook-anywhere.ts';
import type { MailboxUser, Recipient } from './recipient.ts';

/** A mailbox database (information store) of the server. */
export interface MailboxDatabase {
  readonly name: string;
  /** e.g. /o=Contoso/ou=First Administrative Group/cn=Configuration/cn=Servers/cn=EXCH-MSG-1/cn=Microsoft Private MDB. */
  readonly legacyExchangeDN: string;
}

/** The database of public folders of the server. */
export interface PublicDatabase extends MailboxDatabase {
  /** Of the store in it. */
  readonly guid: string;
}

/** A right that an account holds beyond its own mailbox. */
export type Permission =
  | {
      readonly right: 'FullAccess';
      /** userPrincipalName. */ readonly account: string;
      /** legacyExchangeDN. */ readonly mailbox: string;
    }
  | {
      readonly right: 'ReceiveAs';
      /** userPrincipalName. */ readonly account: string;
      /** legacyExchangeDN. */ readonly database: string;
    };

/** One Exchange organisation with one mailbox server and one RPC proxy. */
export interface Organisation {
  /** Display name, e.g. Contoso. */
  readonly name: string;
  /** DNS name of the Active Directory domain, e.g. contoso.com. */
  readonly domain: string;
  /** e.g. CONTOSO. */
  readonly netBiosDomain: string;
  /** Domains that the organisation receives mail for; the first is the primary one. */
  readonly acceptedDomains: readonly string[];
  readonly server: MailboxServer;
  /** Full name of the RPC proxy, e.g. mail.contoso.com. */
  readonly proxyServer: string;
  /** How the RPC proxy is set up, as Exchange's own cmdlets tell it; null while Outlook Anywhere is turned off. */
  readonly outlookAnywhere?: OutlookAnywhereSettings | null;
  /** e.g. /o=Contoso/ou=First Administrative Group. */
  readonly legacyExchangeDN: string;
  readonly databases: readonly MailboxDatabase[];
  /** Absent where there are no public folders. */
  readonly publicDatabase?: PublicDatabase;
  readonly recipients: readonly Recipient[];
  readonly accounts: readonly Account[];
  readonly permissions: readonly Permission[];
}

/** A server that mailboxes are on. */
export interface MailboxServer {
  /** Full name, e.g. EXCH-MSG-1.contoso.com. */
  readonly name: string;
  /** e.g. EXCH-MSG-1. */
  readonly netBiosName: string;
  /** e.g. /o=Contoso/ou=First Administrative Group/cn=Configuration/cn=Servers/cn=EXCH-MSG-1. */
  readonly legacyExchangeDN: string;
}

const sameDN = (left: string | undefined, right: string): boolean => left?.toLowerCase() === right.toLowerCase();

/** The recipient with this legacyExchangeDN, compared without case. */
export const findRecipient = (organisation: Organisation, legacyExchangeDN: string): Recipient | undefined =>
  organisation.recipients.find((recipient) => sameDN(recipient.legacyExchangeDN, legacyExchangeDN));

/** The mailbox user with this legacyExchangeDN, compared without case. */
export function findMailboxUser(organisation: Organisation, legacyExchangeDN: string): MailboxUser | undefined {
  const recipient = findRecipient(organisation, legacyExchangeDN);
  return recipient?.kind === 'mailbox' ? recipient : undefined;
}

/** Whether an account administers the organisation: it has Receive As on a database. */
export const isAdministrator = (organisation: Organisation, { userPrincipalName }: Account): boolean =>
  organisation.permissions.some(({ right, account }) => right === 'ReceiveAs' && sameDN(account, userPrincipalName));

/** Whether the account may open the mailbox: its own, by Full Access to it, or by Receive As on its database. */
export function canOpenMailbox(organisation: Organisation, account: Account, mailbox: MailboxUser): boolean {
  if (sameDN(account.legacyExchangeDN, mailbox.legacyExchangeDN)) return true;
  return organisation.permissions.some(
    (permission) =>
      sameDN(permission.account, account.userPrincipalName) &&
      (permission.right === 'FullAccess'
        ? sameDN(permission.mailbox, mailbox.legacyExchangeDN)
        : sameDN(permission.database, mailbox.homeDatabase)),
  );
}
