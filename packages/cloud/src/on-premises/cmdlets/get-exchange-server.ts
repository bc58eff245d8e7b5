import { getExchangeServer } from '@cutover/core';
import { implementOnPremises } from '../implement-on-premises.ts';
import { assertServer } from '../servers.ts';
import { isSameName } from '../trustees.ts';

/** Source: "Exchange Server build numbers and release dates". */
const versions = {
  '2003': { AdminDisplayVersion: 'Version 6.5 (Build 7638.2: Service Pack 2)', ServerRole: 'None' },
  '2007': { AdminDisplayVersion: 'Version 8.3 (Build 83.6)', ServerRole: 'Mailbox, ClientAccess, HubTransport' },
  '2010': { AdminDisplayVersion: 'Version 14.3 (Build 123.4)', ServerRole: 'Mailbox, ClientAccess, HubTransport' },
} as const;

export const handler = implementOnPremises(getExchangeServer, async function* (context, { Domain, Identity }) {
  const description = await context.organisation.describe(context);
  const { domain, server, version } = description;
  assertServer(description, Identity);
  if (Domain !== undefined && !isSameName(Domain, domain)) return;
  yield {
    Name: server.netBiosName,
    Fqdn: server.name,
    Domain: domain,
    Site: `${domain}/Configuration/Sites/Default-First-Site-Name`,
    Edition: 'Standard',
    ...versions[version],
    ExchangeLegacyDN: server.legacyExchangeDN,
    Identity: server.netBiosName,
    IsValid: true,
    ObjectState: 'Unchanged' as const,
  };
});
