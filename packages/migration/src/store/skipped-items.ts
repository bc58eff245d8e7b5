import type { SkippedItems } from '../ports/migration-store.ts';
import type { SkippedItem, SkippedItemKind } from '../records/user.ts';
import type { SqlDatabase } from './sql.ts';

interface Row {
  userGuid: string;
  itemId: string;
  folderId: string;
  folderName: string;
  messageClass: string | null;
  subject: string | null;
  receivedAt: number | null;
  size: number | null;
  kind: SkippedItemKind;
  code: string;
  reason: string;
  at: number;
}

/** The lists of what was not migrated. */
export function createSkippedItems(database: SqlDatabase): SkippedItems {
  const add = database.prepare(
    `INSERT OR REPLACE INTO migration_skipped
     (userGuid, itemId, folderId, folderName, messageClass, subject, receivedAt, size, kind, code, reason, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const resolve = database.prepare('DELETE FROM migration_skipped WHERE userGuid = ? AND itemId BETWEEN ? AND ?');
  const resolveFolder = database.prepare('DELETE FROM migration_skipped WHERE userGuid = ? AND folderId = ?');
  const clear = database.prepare('DELETE FROM migration_skipped WHERE userGuid = ?');
  const list = database.prepare('SELECT * FROM migration_skipped WHERE userGuid = ? ORDER BY number');
  const count = database.prepare('SELECT count(*) AS count FROM migration_skipped WHERE userGuid = ?');
  const countKind = database.prepare('SELECT count(*) AS count FROM migration_skipped WHERE userGuid = ? AND kind = ?');
  const counts = database.prepare('SELECT userGuid, count(*) AS count FROM migration_skipped GROUP BY userGuid');
  return {
    add: (item) =>
      void add.run(
        item.userGuid,
        item.itemId,
        item.folderId,
        item.folderName,
        item.messageClass ?? null,
        item.subject ?? null,
        item.receivedAt ?? null,
        item.size ?? null,
        item.kind,
        item.code,
        item.reason,
        item.at,
      ),
    resolve: (userGuid, { first, last }) => void resolve.run(userGuid, first, last),
    resolveFolder: (userGuid, folderId) => void resolveFolder.run(userGuid, folderId),
    clear: (userGuid) => void clear.run(userGuid),
    list: (userGuid) => (list.all(userGuid) as Row[]).map(readRow),
    count: (userGuid) => (count.get(userGuid) as { count: number }).count,
    countKind: (userGuid, kind) => (countKind.get(userGuid, kind) as { count: number }).count,
    counts: () =>
      new Map((counts.all() as { userGuid: string; count: number }[]).map((row) => [row.userGuid, row.count])),
  };
}

const readRow = ({ messageClass, subject, receivedAt, size, ...row }: Row): SkippedItem => ({
  userGuid: row.userGuid,
  itemId: row.itemId,
  folderId: row.folderId,
  folderName: row.folderName,
  messageClass: messageClass ?? undefined,
  subject: subject ?? undefined,
  receivedAt: receivedAt ?? undefined,
  size: size ?? undefined,
  kind: row.kind,
  code: row.code,
  reason: row.reason,
  at: row.at,
});
