import { getMailboxDatabase } from '@cutover/core';
import { implementOnPremises } from '../implement-on-premises.ts';
import { assertServer, databasesNamed } from '../servers.ts';

export const handler = implementOnPremises(getMailboxDatabase, async function* (context, { Identity, Server }) {
  const description = await context.organisation.describe(context);
  assertServer(description, Server);
  const { netBiosName } = description.server;
  for (const { legacyExchangeDN, name } of databasesNamed(description, Identity)) {
    yield {
      Name: name,
      Server: netBiosName,
      ServerName: netBiosName,
      Recovery: false,
      ReplicationType: 'None',
      LegacyExchangeDN: legacyExchangeDN,
      ExchangeLegacyDN: legacyExchangeDN,
      Identity: name,
      IsValid: true,
      ObjectState: 'Unchanged' as const,
    };
  }
});
