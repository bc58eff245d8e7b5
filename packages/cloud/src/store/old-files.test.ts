import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOrganisationStore } from './organisation-store.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-store-'));
  path = join(folder, 'organisation.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const old = join(import.meta.dirname, 'testing');
const ann = '00000000-0000-4000-8000-000000000001';
const itemId = '00112233445566778899aabbccddeeff000000002001';

function restore(file: string): void {
  using database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
  database.exec(readFileSync(join(old, file), 'utf8'));
}

// Each version's file is kept, and every later program reads it.
describe.each(readdirSync(old).filter((file) => file.endsWith('.sql')))('%s', (file) => {
  test('is read with everything in it', () => {
    restore(file);
    using store = openOrganisationStore({ path });
    const [batch] = store.migration.batches.list();
    expect(batch).toMatchObject({
      name: 'Cutover',
      status: 'SyncedWithErrors',
      notificationEmails: ['team@contoso.com'],
    });
    const [synced, failed] = store.migration.users.list({ batchGuid: batch!.guid });
    expect(synced).toMatchObject({ targetGuid: ann, syncedItemCount: 1, error: undefined });
    expect(failed).toMatchObject({ status: 'Failed', error: { code: 'migration.domainNotAccepted' } });
    expect(store.migration.skipped.list(synced!.guid)).toMatchObject([{ subject: 'Broken', folderName: 'Inbox' }]);
    expect(store.migration.endpoints.list()).toMatchObject([{ name: 'Exchange2003', maxConcurrentMigrations: 3 }]);
    expect(store.migration.report.list({ batchGuid: batch!.guid })).toHaveLength(1);
    expect(store.directory.findByAddress('annb.old@contoso.com')?.guid).toBe(ann);
    expect(store.directory.account(ann)?.mustChangePassword).toBe(true);
    expect(store.directory.members('00000000-0000-4000-8000-000000000002')).toHaveLength(2);
    const [item] = store.mailboxes.open(ann).items();
    expect(item).toMatchObject({ subject: 'Hi', isRead: true });
    expect(Buffer.concat([...store.contents.read(item!.content)]).toString('hex')).toBe('1f00370006000000480069000000');
    const [ledgerFolder] = store.migration.ledger.open(ann).folders();
    expect(store.migration.ledger.open(ann).find(ledgerFolder!.number, itemId)).toMatchObject({
      targetItem: item!.number,
    });
  });
});

test.each(['cloud', 'migration'])('a file of a newer program is refused: %s', (owner) => {
  openOrganisationStore({ path })[Symbol.dispose]();
  using database = new DatabaseSync(path);
  database.prepare('UPDATE schema_version SET version = 99 WHERE owner = ?').run(owner);
  expect(() => openOrganisationStore({ path })).toThrow(
    `The data was written by a newer version of this program: its ${owner} tables have version 99`,
  );
});

test('a file that is no database is refused, and named', () => {
  writeFileSync(path, 'no database at all, but a text that is long enough to be taken for one');
  expect(() => openOrganisationStore({ path })).toThrow(
    `The organization in "${path}" cannot be opened: file is not a database.`,
  );
});

test('what is no database of ours is refused', () => {
  using database = new DatabaseSync(path);
  database.exec('CREATE TABLE item (other TEXT)');
  expect(() => openOrganisationStore({ path })).toThrow(/already exists/);
});
