import { type Account, MockExchange, type Organisation } from '@cutover/mock-exchange';

/** A mock server for foreign clients, and an account that may use it. */
export interface ForeignSetup {
  readonly mock: MockExchange;
  /** NetBIOS name of the mailbox server, as the proxy's URL names it. */
  readonly server: string;
  readonly account: Account;
}

const group = '/o=Contoso/ou=First Administrative Group';
const server = `${group}/cn=Configuration/cn=Servers/cn=EXCH-MSG-1`;
const organisation: Organisation = {
  name: 'Contoso',
  domain: 'contoso.com',
  netBiosDomain: 'CONTOSO',
  acceptedDomains: ['contoso.com'],
  server: { name: 'EXCH-MSG-1.contoso.com', netBiosName: 'EXCH-MSG-1', legacyExchangeDN: server },
  proxyServer: 'mail.contoso.com',
  legacyExchangeDN: group,
  databases: [{ name: 'Mailbox Store', legacyExchangeDN: `${server}/cn=Microsoft Private MDB` }],
  recipients: [],
  accounts: [
    {
      domain: 'CONTOSO',
      userName: 'administrator',
      userPrincipalName: 'administrator@contoso.com',
      password: 'Passw0rd!',
    },
  ],
  permissions: [],
};

/** Starts a mock on free ports, TLS and plain, that keeps every PDU. */
export async function startForeignSetup(): Promise<ForeignSetup> {
  const mock = await MockExchange.start({ organisation, httpPort: 0, tap: true });
  const account = mock.accounts.find((each) => each.userName === 'administrator');
  if (account === undefined) throw new Error('the seed has no account named administrator');
  return { mock, server: mock.organisation.server.netBiosName, account };
}
