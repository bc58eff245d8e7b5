import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { company, loadSeed } from '@cutover/mock-exchange';
import type { SyncState } from '@cutover/outlook-anywhere';
import { afterAll, expect, test } from 'vitest';
import { allChanges, type Source, startSource } from './source.ts';

const folder = mkdtempSync(join(tmpdir(), 'cutover-company-'));
afterAll(() => rmSync(folder, { recursive: true }));

const seed = company({ mailboxes: 3, messages: 30, spread: 0, seed: 7 });
const [who] = seed.organisation.recipients;

/** What has come into the inbox since a state, and the state after it. */
async function syncInbox(source: Source, state?: SyncState): Promise<{ changes: number; state: SyncState }> {
  await using session = await source.connect();
  await using mailbox = await session.openMailbox({ legacyExchangeDN: source.dnOf(who!.alias) });
  const sync = mailbox.syncContents(mailbox.wellKnownFolders.inbox, state);
  const { length } = await allChanges(sync);
  return { changes: length, state: sync.state! };
}

test('a mailbox that is made again is the same to a client that knew it before', async () => {
  await using first = await startSource({ seed });
  const { changes, state } = await syncInbox(first);
  expect(changes).toBeGreaterThan(5);
  first.mock.reset();
  expect(await syncInbox(first, state)).toMatchObject({ changes: 0 });
  await using second = await startSource({ seed });
  expect(await syncInbox(second, state)).toMatchObject({ changes: 0 });
});

test('a client goes on at a server that was started with the export of its own', async () => {
  await using first = await startSource({ seed });
  const { state } = await syncInbox(first);
  const path = join(folder, 'state.json');
  await first.mock.exportTo(path);
  await using second = await startSource({ seed: await loadSeed(path) });
  const deliver = (): unknown =>
    second.mock
      .mailbox(who!.alias)
      .add('inbox', { type: 'mail', subject: 'New', from: who!.alias, sentAt: new Date(0) });
  expect(await syncInbox(second, state)).toMatchObject({ changes: 0 });
  deliver();
  expect(await syncInbox(second, state)).toMatchObject({ changes: 1 });
});
