import type { MockExchange } from '@cutover/mock-exchange';
import type { SourceAddress } from './rehearsal.ts';

/** How a migrating process reaches a mock, without TLS where it offers that, as an account that may open every mailbox. */
export function addressOf(mock: MockExchange): SourceAddress {
  const { organisation, certificateAuthority } = mock;
  const administrator = organisation.accounts.find(({ userName }) => userName === 'administrator')!;
  const { hostname, port, protocol } = new URL(mock.httpUrl ?? mock.url);
  return {
    exchangeServer: organisation.server.name,
    rpcProxyServer: organisation.proxyServer,
    userName: `${administrator.domain}\\${administrator.userName}`,
    password: administrator.password,
    acceptedDomains: organisation.acceptedDomains,
    connection: {
      host: hostname,
      port: Number(port),
      ca: certificateAuthority,
      scheme: protocol === 'http:' ? 'http' : 'https',
    },
  };
}
