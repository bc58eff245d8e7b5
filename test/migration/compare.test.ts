import { compareMigratedMailbox, connect, getMigrationUser } from '@cutover/core';
import { MockExchange } from '@cutover/mock-exchange';
import { expect, test } from 'vitest';
import { crashSeed } from '../crash/crash-seed.ts';
import { addressOf } from '../support/mock-source.ts';
import { migrateAll, openOrganisation, temporaryFolder } from '../support/rehearsal.ts';

test('mailboxes that were migrated compare as equal, byte for byte', { timeout: 60_000 }, async () => {
  await using mock = await MockExchange.start({ seed: crashSeed({ mailboxes: 2, messages: 60 }) });
  using folder = temporaryFolder();
  await using organisation = openOrganisation(folder.path, addressOf(mock));
  const session = connect(organisation);
  expect(await migrateAll(organisation, addressOf(mock))).toEqual([]);
  const users = (await getMigrationUser(session)).filter(({ RecipientType }) => RecipientType === 'Mailbox');
  for (const { Identity } of users) {
    const lines = await compareMigratedMailbox(session, { Identity });
    expect(lines.filter(({ IsEqual }) => !IsEqual)).toEqual([]);
    const total = lines.at(-1)!;
    expect(total.SourceItemCount).toBe(total.TargetItemCount);
    expect(total.SourceHash).toBe(total.TargetHash);
  }
  const copied = await Promise.all(users.map(({ Identity }) => compareMigratedMailbox(session, { Identity })));
  expect(copied.reduce((sum, lines) => sum + lines.at(-1)!.TargetItemCount, 0)).toBeGreaterThanOrEqual(120);
});
