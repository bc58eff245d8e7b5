import type { Ledger, LedgerFolder, LedgerItem, MailboxLedger } from '../ports/migration-store.ts';
import type { IdRange, StoreId } from '../ports/source.ts';
import type { SqlDatabase } from './sql.ts';

interface FolderRow {
  number: number;
  id: string;
  name: string;
  itemCount: number | null;
  contentsState: Uint8Array | null;
}

// As bytes an id takes half the room, and bytes sort as their digits do.
const bytesOf = (id: StoreId): Uint8Array => Buffer.from(id, 'hex');

/** The ledger in SQL; its statements are prepared once, as they run for every message. */
export function createLedger(database: SqlDatabase): Ledger {
  const statements = prepareLedger(database);
  return {
    open: (mailboxGuid) => {
      statements.addMailbox.run(mailboxGuid);
      const { number } = statements.mailboxNumber.get(mailboxGuid) as { number: number };
      return openLedger(statements, number);
    },
  };
}

const prepareLedger = (database: SqlDatabase) => ({
  addMailbox: database.prepare('INSERT INTO ledger_mailbox (guid) VALUES (?) ON CONFLICT (guid) DO NOTHING'),
  mailboxNumber: database.prepare('SELECT number FROM ledger_mailbox WHERE guid = ?'),
  hierarchyState: database.prepare('SELECT hierarchyState AS state FROM ledger_mailbox WHERE number = ?'),
  saveHierarchyState: database.prepare('UPDATE ledger_mailbox SET hierarchyState = ? WHERE number = ?'),
  folders: database.prepare('SELECT * FROM ledger_folder WHERE mailbox = ? ORDER BY number'),
  saveFolder: database.prepare(
    `INSERT INTO ledger_folder (mailbox, id, name, itemCount) VALUES (?, ?, ?, ?)
     ON CONFLICT (mailbox, id) DO UPDATE SET name = excluded.name,
       itemCount = coalesce(excluded.itemCount, itemCount) RETURNING number`,
  ),
  itemCount: database.prepare(
    `SELECT count(*) AS count FROM ledger_item JOIN ledger_folder ON folder = ledger_folder.number WHERE mailbox = ?`,
  ),
  removeItems: database.prepare('DELETE FROM ledger_item WHERE folder = ?'),
  removeFolder: database.prepare('DELETE FROM ledger_folder WHERE number = ?'),
  saveContentsState: database.prepare('UPDATE ledger_folder SET contentsState = ? WHERE number = ?'),
  find: database.prepare('SELECT changeKey, targetItem FROM ledger_item WHERE folder = ? AND id = ?'),
  record: database.prepare(
    `INSERT INTO ledger_item VALUES (?, ?, ?, ?)
     ON CONFLICT (folder, id) DO UPDATE SET changeKey = excluded.changeKey, targetItem = excluded.targetItem`,
  ),
  take: database.prepare('DELETE FROM ledger_item WHERE folder = ? AND id BETWEEN ? AND ? RETURNING targetItem'),
  targetItems: database.prepare('SELECT targetItem FROM ledger_item WHERE folder = ? AND id BETWEEN ? AND ?'),
});

type Statements = ReturnType<typeof prepareLedger>;

function openLedger(statements: Statements, mailbox: number): MailboxLedger {
  return {
    hierarchyState: () => (statements.hierarchyState.get(mailbox) as { state: Uint8Array | null }).state ?? undefined,
    saveHierarchyState: (state) => void statements.saveHierarchyState.run(state, mailbox),
    itemCount: () => (statements.itemCount.get(mailbox) as { count: number }).count,
    folders: () => (statements.folders.all(mailbox) as FolderRow[]).map(readFolder),
    saveFolder: ({ id, name, itemCount }) =>
      (statements.saveFolder.get(mailbox, id, name, itemCount ?? null) as { number: number }).number,
    removeFolder: (folder) => {
      const { changes } = statements.removeItems.run(folder);
      statements.removeFolder.run(folder);
      return Number(changes);
    },
    saveContentsState: (folder, state) => void statements.saveContentsState.run(state, folder),
    ...ledgerItems(statements),
  };
}

function ledgerItems(statements: Statements): Pick<MailboxLedger, 'find' | 'record' | 'take' | 'targetItems'> {
  const numbers = (rows: unknown[]): number[] => (rows as { targetItem: number }[]).map((row) => row.targetItem);
  const bounds = ({ first, last }: IdRange): [Uint8Array, Uint8Array] => [bytesOf(first), bytesOf(last)];
  return {
    find: (folder, id) => statements.find.get(folder, bytesOf(id)) as LedgerItem | undefined,
    record: (folder, { id, changeKey, targetItem }) =>
      void statements.record.run(folder, bytesOf(id), changeKey, targetItem),
    take: (folder, range) => numbers(statements.take.all(folder, ...bounds(range))),
    targetItems: (folder, range) => numbers(statements.targetItems.all(folder, ...bounds(range))),
  };
}

const readFolder = ({ number, id, name, itemCount, contentsState }: FolderRow): LedgerFolder => ({
  number,
  id,
  name,
  itemCount: itemCount ?? undefined,
  contentsState: contentsState ?? undefined,
});
