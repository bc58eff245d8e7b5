import { connectOutlookAnywhere, type OutlookAnywhereOptions } from '@cutover/outlook-anywhere';

/** How much a mailbox holds; `problem` says why it could not be read. */
export interface InventoryRow {
  readonly address: string;
  readonly items: number;
  readonly bytes: number;
  readonly problem?: string;
}

/** Somebody's own tool, the code under test: lists how much each mailbox of an Exchange organisation holds. */
export async function inventory(options: OutlookAnywhereOptions): Promise<InventoryRow[]> {
  await using session = await connectOutlookAnywhere(options);
  const rows: InventoryRow[] = [];
  for await (const entry of session.directory()) {
    if (entry.kind !== 'mailbox') continue;
    const { primarySmtpAddress: address, legacyExchangeDN } = entry;
    try {
      await using mailbox = await session.openMailbox({ legacyExchangeDN });
      rows.push({ address, ...(await count(mailbox)) });
    } catch (error) {
      rows.push({ address, items: 0, bytes: 0, problem: (error as Error).message });
    }
  }
  return rows;
}

type Mailbox = Awaited<ReturnType<Awaited<ReturnType<typeof connectOutlookAnywhere>>['openMailbox']>>;

async function count(mailbox: Mailbox): Promise<{ items: number; bytes: number }> {
  let items = 0;
  let bytes = 0;
  const { folders } = await mailbox.syncHierarchy();
  for (const { id } of folders) {
    for await (const change of mailbox.syncContents(id, undefined, { includeAssociated: false })) {
      if (change.kind !== 'item') continue;
      items += 1;
      bytes += change.header.size;
    }
  }
  return { items, bytes };
}
