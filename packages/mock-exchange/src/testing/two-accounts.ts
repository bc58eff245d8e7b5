import type { Account } from '../organisation/account.ts';
import type { Organisation } from '../organisation/organisation.ts';

export const administrator: Account = {
  domain: 'CONTOSO',
  userName: 'administrator',
  userPrincipalName: 'administrator@contoso.com',
  password: 'Passw0rd!',
};

export const ann: Account = {
  domain: 'CONTOSO',
  userName: 'annb',
  userPrincipalName: 'annb@contoso.com',
  password: 'Grün & Blau 7',
};

const group = '/o=Contoso/ou=First Administrative Group';
const server = `${group}/cn=Configuration/cn=Servers/cn=EXCH-MSG-1`;

/** An organisation of two accounts and nobody in the directory, for tests of what lies below it. */
export const twoAccounts: Organisation = {
  name: 'Contoso',
  domain: 'contoso.com',
  netBiosDomain: 'CONTOSO',
  acceptedDomains: ['contoso.com'],
  server: { name: 'EXCH-MSG-1.contoso.com', netBiosName: 'EXCH-MSG-1', legacyExchangeDN: server },
  proxyServer: 'mail.contoso.com',
  legacyExchangeDN: group,
  databases: [{ name: 'Mailbox Store', legacyExchangeDN: `${server}/cn=Microsoft Private MDB` }],
  recipients: [],
  accounts: [administrator, ann],
  permissions: [],
};
