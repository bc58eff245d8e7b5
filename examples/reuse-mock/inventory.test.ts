import type { OutlookAnywhereOptions } from '@cutover/outlook-anywhere';
import { MockExchange, OrganisationBuilder, type SeedMail } from '@cutover/mock-exchange';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inventory } from './inventory.ts';

const mail = (subject: string): SeedMail => ({
  type: 'mail',
  subject,
  from: 'ann',
  to: ['bob'],
  sentAt: new Date('2005-03-01T09:00:00Z'),
  text: 'Hello Bob',
});

// A small organisation, made for these tests: the auditor may open Bob's mailbox, and nobody else's.
const fabrikam = new OrganisationBuilder({ name: 'Fabrikam', domain: 'fabrikam.com' })
  .user({ alias: 'ann', displayName: 'Ann Beebe' })
  .user({
    alias: 'bob',
    displayName: 'Bob Kelly',
    fill: (mailbox) => {
      mailbox.add('inbox', mail('First'), mail('Second'));
      mailbox.add(['Projects', 'Café'], mail('Third'));
    },
  })
  .group({ alias: 'all', displayName: 'Everybody', members: ['ann', 'bob'] })
  .account({ userName: 'auditor', password: 'Pa$$w0rd' })
  .grantFullAccess('auditor', 'bob')
  .build();

let exchange: MockExchange;
beforeAll(async () => {
  exchange = await MockExchange.start({ seed: fabrikam });
});
afterAll(() => exchange.close());

/** How the tool is told where the server really listens; names and certificate checks stay as in production. */
function optionsFor(password: string): OutlookAnywhereOptions {
  const { hostname: host, port } = new URL(exchange.url);
  return {
    exchangeServer: exchange.exchangeServer,
    rpcProxyServer: exchange.proxyServer,
    credential: { userName: String.raw`FABRIKAM\auditor`, password },
    address: { host, port: Number(port) },
    security: { ca: exchange.certificateAuthority },
  };
}

describe('inventory', () => {
  test('counts the items of every folder, and says which mailbox it could not open', async () => {
    const rows = await inventory(optionsFor('Pa$$w0rd'));
    expect(rows).toEqual([
      expect.objectContaining({ address: 'ann@fabrikam.com', items: 0, problem: expect.stringContaining('no right') }),
      { address: 'bob@fabrikam.com', items: 3, bytes: expect.any(Number) },
    ]);
  });

  test('sees a message that came after the server was started', async () => {
    const sentAt = new Date('2013-02-01T09:00:00Z');
    exchange
      .mailbox('bob')
      .add('inbox', { type: 'mail', subject: 'News', from: 'ann', to: ['bob'], sentAt, text: 'Hi' });
    const rows = await inventory(optionsFor('Pa$$w0rd'));
    expect(rows.find(({ address }) => address === 'bob@fabrikam.com')).toMatchObject({ items: 4 });
  });

  test('tells a wrong password as what it is', async () => {
    await expect(inventory(optionsFor('wrong'))).rejects.toMatchObject({ category: 'AuthenticationError' });
  });
});
