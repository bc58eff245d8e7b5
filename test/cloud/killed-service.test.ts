import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { writeSettings } from '@cutover/cloud';
import { connectService, endService } from '@cutover/cloud/client';
import { connect, getMigrationBatch, getMigrationUser } from '@cutover/core';
import { contoso, hashMailbox, MockExchange } from '@cutover/mock-exchange';
import { expect, test } from 'vitest';
import { addressOf } from '../support/mock-source.ts';
import { beginMigration, temporaryFolder } from '../support/rehearsal.ts';
import { hashStoredMailboxes } from '../support/stored-mailboxes.ts';

test(
  'a service killed again and again while it copies migrates every mailbox whole',
  { timeout: 240_000 },
  async () => {
    await using mock = await MockExchange.start({ seed: contoso() });
    using folder = temporaryFolder();
    const source = addressOf(mock);
    writeSettings(folder.path, {
      acceptedDomains: source.acceptedDomains,
      connections: { [source.rpcProxyServer]: source.connection },
    });
    const session = async () => connect(await connectService({ dataFolder: folder.path }));
    {
      await using first = await session();
      await beginMigration(first, source);
    }
    const items = async (): Promise<number> => {
      await using terminal = await session();
      const users = await getMigrationUser(terminal);
      return users.reduce((sum, { SyncedItemCount }) => sum + SyncedItemCount, 0);
    };
    const killedAt: number[] = [];
    for (const least of [20, 150, 300]) {
      await expect.poll(items, { timeout: 60_000, interval: 20 }).toBeGreaterThan(least);
      killedAt.push(await items());
      process.kill(servicePid(folder.path)!, 'SIGKILL');
    }
    const status = async () => {
      await using terminal = await session();
      return (await getMigrationBatch(terminal, { Identity: 'Cutover' }))[0]!.Status;
    };
    await expect.poll(status, { timeout: 90_000, interval: 100 }).toBe('Synced');
    // The first one at the least fell into the copy.
    expect(killedAt[0]).toBeLessThan(await items());
    await endService({ dataFolder: folder.path });

    const stored = hashStoredMailboxes(folder.databasePath);
    for (const recipient of mock.organisation.recipients) {
      if (recipient.kind !== 'mailbox') continue;
      const address = recipient.primarySmtpAddress.toLowerCase();
      const { hash } = hashMailbox(mock.store.mailbox(recipient.legacyExchangeDN)!);
      expect([address, stored.find((mailbox) => mailbox.address === address)?.hash]).toEqual([address, hash]);
    }
  },
);

function servicePid(dataFolder: string): number | undefined {
  using database = new DatabaseSync(join(dataFolder, 'lock.db'), { readOnly: true });
  const row = database.prepare('SELECT pid FROM owner').get() as { pid: number } | undefined;
  return row?.pid;
}
