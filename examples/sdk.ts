/**
 * The SDK in few lines: a rehearsal in memory, against a mock of the Exchange 2003 server that is to be left.
 * For the real service give `connect` a `rest({ tenant, identity, token, secretKey })` instead.
 */
import { setTimeout } from 'node:timers/promises';
import { embeddedOrganisation } from '@cutover/cloud';
import { connect, getMigrationBatch, newMigrationBatch, newMigrationEndpoint } from '@cutover/core';
import { MockExchange } from '@cutover/mock-exchange';

await using exchange = await MockExchange.start();
const administrator = exchange.accounts.find(({ userName }) => userName === 'administrator')!;

await using session = connect(
  embeddedOrganisation({
    data: ':memory:',
    connections: {
      [exchange.proxyServer]: {
        host: '127.0.0.1',
        port: Number(new URL(exchange.url).port),
        ca: exchange.certificateAuthority,
      },
    },
  }),
);

await newMigrationEndpoint(session, {
  Name: 'Contoso',
  ExchangeOutlookAnywhere: true,
  ExchangeServer: exchange.exchangeServer,
  RpcProxyServer: exchange.proxyServer,
  Credentials: { userName: String.raw`CONTOSO\administrator`, password: administrator.password },
});
await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: true });

for (;;) {
  const [batch] = await getMigrationBatch(session, { Identity: 'Cutover' });
  console.log(`${batch!.Status}: ${batch!.SyncedCount} of ${batch!.TotalCount}`);
  if (batch!.Status.startsWith('Synced')) break;
  await setTimeout(500);
}
