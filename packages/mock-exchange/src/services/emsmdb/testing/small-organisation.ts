import type { Account } from '../../../organisation/account.ts';
import type { Organisation } from '../../../organisation/organisation.ts';
import type { MailboxUser } from '../../../organisation/recipient.ts';

const group = '/o=Contoso/ou=First Administrative Group';
const database = `${group}/cn=Configuration/cn=Servers/cn=EXCH/cn=Microsoft Private MDB`;

export const annDN = `${group}/cn=Recipients/cn=ann`;
export const bobDN = `${group}/cn=Recipients/cn=bob`;

const user = (alias: string, digit: string): MailboxUser => ({
  kind: 'mailbox',
  objectGuid: '00000000-0000-0000-0000-000000000000'.replaceAll('0', digit),
  mailboxGuid: '00000000-0000-0000-0000-000000000000'.replaceAll('0', digit),
  legacyExchangeDN: `${group}/cn=Recipients/cn=${alias}`,
  displayName: digit === '2' ? 'Борис' : 'User 1',
  alias,
  primarySmtpAddress: `${alias}@contoso.com`,
  proxyAddresses: [`SMTP:${alias}@contoso.com`],
  hidden: false,
  createdAt: new Date(0),
  changedAt: new Date(0),
  attributes: {},
  homeDatabase: database,
});

const account = (userName: string, legacyExchangeDN?: string): Account => ({
  domain: 'CONTOSO',
  userName,
  userPrincipalName: `${userName}@contoso.com`,
  password: 'not used here',
  ...(legacyExchangeDN === undefined ? {} : { legacyExchangeDN }),
});

/** The database of public folders. */
export const publicDN = `${group}/cn=Configuration/cn=Servers/cn=EXCH/cn=Microsoft Public MDB`;

/** Ann and Bob with a mailbox each; `helper` has Full Access to Ann's, `admin` Receive As on the database, `stranger` nothing. */
export const smallOrganisation: Organisation = {
  name: 'Contoso',
  domain: 'contoso.com',
  netBiosDomain: 'CONTOSO',
  acceptedDomains: ['contoso.com'],
  server: {
    name: 'EXCH.contoso.com',
    netBiosName: 'EXCH',
    legacyExchangeDN: `${group}/cn=Configuration/cn=Servers/cn=EXCH`,
  },
  proxyServer: 'mail.contoso.com',
  legacyExchangeDN: group,
  databases: [{ name: 'Mailbox Store', legacyExchangeDN: database }],
  publicDatabase: {
    name: 'Public Folder Store (EXCH)',
    legacyExchangeDN: publicDN,
    guid: '33333333-3333-3333-3333-333333333333',
  },
  recipients: [user('ann', '1'), user('bob', '2')],
  accounts: [account('ann', annDN), account('bob', bobDN), account('helper'), account('admin'), account('stranger')],
  permissions: [
    { right: 'FullAccess', account: 'helper@contoso.com', mailbox: annDN },
    { right: 'ReceiveAs', account: 'admin@contoso.com', database },
  ],
};
