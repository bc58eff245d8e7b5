import { type Account, MockExchange } from '@cutover/mock-exchange';

/** A mock server for foreign clients, and an account that may use it. */
export interface ForeignSetup {
  readonly mock: MockExchange;
  /** NetBIOS name of the mailbox server, as the proxy's URL names it. */
  readonly server: string;
  readonly account: Account;
}

/** Starts a mock on free ports, TLS and plain, that keeps every PDU. */
export async function startForeignSetup(): Promise<ForeignSetup> {
  const mock = await MockExchange.start({ httpPort: 0, tap: true });
  const account = mock.accounts.find((each) => each.userName === 'administrator');
  if (account === undefined) throw new Error('the seed has no account named administrator');
  return { mock, server: mock.organisation.server.netBiosName, account };
}
