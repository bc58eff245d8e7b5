import type { MockExchange } from '@cutover/mock-exchange';
import { connectOutlookAnywhere, type OutlookAnywhereOptions } from '@cutover/outlook-anywhere';

/** How our own client reaches a mock as its administrator. */
export function optionsFor(mock: MockExchange): OutlookAnywhereOptions {
  const account = mock.accounts.find((each) => each.userName === 'administrator')!;
  const { hostname: host, port } = new URL(mock.url);
  return {
    exchangeServer: mock.exchangeServer,
    rpcProxyServer: mock.proxyServer,
    credential: { userName: `${account.domain}\\${account.userName}`, password: account.password },
    address: { host, port: Number(port) },
    security: { ca: mock.certificateAuthority },
  };
}

/** Reads the first mailbox of the organisation whole, as a migration does; gives the number of items read. */
export async function readMailbox(mock: MockExchange, options: Partial<OutlookAnywhereOptions> = {}): Promise<number> {
  const owner = mock.organisation.recipients.find((recipient) => recipient.kind === 'mailbox')!;
  await using session = await connectOutlookAnywhere({ ...optionsFor(mock), ...options });
  await using mailbox = await session.openMailbox({ legacyExchangeDN: owner.legacyExchangeDN });
  const { folders } = await mailbox.syncHierarchy();
  let items = 0;
  for (const folder of folders) {
    for await (const change of mailbox.syncContents(folder.id)) {
      if (change.kind !== 'item') throw new Error(`a first sync brought ${change.kind}`);
      await Array.fromAsync(change.content, (chunk) => chunk.length);
      items += 1;
    }
  }
  return items;
}
