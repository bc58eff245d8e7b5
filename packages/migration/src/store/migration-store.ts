import type { MigrationStore, ReportLines, Settings, UntoldPasswords, UserTable } from '../ports/migration-store.ts';
import type { BatchRecord } from '../records/batch.ts';
import type { EndpointRecord } from '../records/endpoint.ts';
import type { UserRecord } from '../records/user.ts';
import type { UserStatus } from '../states/user-states.ts';
import { batchColumns, endpointColumns, userColumns } from './columns.ts';
import { createLedger } from './ledger.ts';
import { createRecordTable } from './record-table.ts';
import { applySchema } from './schema-steps.ts';
import { migrationSchema } from './schema.ts';
import { createSkippedItems } from './skipped-items.ts';
import type { SqlDatabase } from './sql.ts';

/** The migration's memory in an SQLite database that somebody else opened; brings its tables up to date first. */
export function createMigrationStore(database: SqlDatabase): MigrationStore {
  applySchema(database, migrationSchema);
  return {
    endpoints: createRecordTable<EndpointRecord>(database, { name: 'migration_endpoint', columns: endpointColumns }),
    batches: createRecordTable<BatchRecord>(database, { name: 'migration_batch', columns: batchColumns }),
    users: createUserTable(database),
    ledger: createLedger(database),
    skipped: createSkippedItems(database),
    report: createReportLines(database),
    untoldPasswords: createUntoldPasswords(database),
    settings: createSettings(database),
  };
}

function createUserTable(database: SqlDatabase): UserTable {
  const table = createRecordTable<UserRecord>(database, {
    name: 'migration_user',
    columns: userColumns,
    extra: { sourceId: ({ entry }) => entry.sourceId },
  });
  const select = 'SELECT status, count(*) AS count, sum(provisioned) AS provisioned FROM migration_user';
  const tallyAll = database.prepare(`${select} GROUP BY status`);
  const tallyBatch = database.prepare(`${select} WHERE batchGuid = ? GROUP BY status`);
  type Tally = { status: UserStatus; count: number; provisioned: number };
  return {
    ...table,
    list: (filter = {}) => table.select({ ...filter }),
    findBySource: (sourceId) => table.select({ sourceId })[0],
    tally: (batchGuid) => (batchGuid === undefined ? tallyAll.all() : tallyBatch.all(batchGuid)) as Tally[],
  };
}

function createSettings(database: SqlDatabase): Settings {
  const get = database.prepare('SELECT value FROM migration_setting WHERE name = ?');
  const set = database.prepare('INSERT OR REPLACE INTO migration_setting VALUES (?, ?)');
  return {
    get: (name) => (get.get(name) as { value: number } | undefined)?.value,
    set: (name, value) => void set.run(name, value),
  };
}

function createUntoldPasswords(database: SqlDatabase): UntoldPasswords {
  const take = database.prepare(
    'DELETE FROM migration_untold_password WHERE targetGuid = ? RETURNING userGuid, sealedPassword',
  );
  return { take: (targetGuid) => take.get(targetGuid) as ReturnType<UntoldPasswords['take']> };
}

function createReportLines(database: SqlDatabase): ReportLines {
  const add = database.prepare('INSERT INTO migration_report_line (at, batchGuid, userGuid, text) VALUES (?, ?, ?, ?)');
  const select = 'SELECT at, batchGuid, userGuid, text FROM migration_report_line WHERE batchGuid = ?';
  const listBatch = database.prepare(`${select} ORDER BY number`);
  const listUser = database.prepare(`${select} AND userGuid = ? ORDER BY number`);
  type Row = { at: number; batchGuid: string; userGuid: string | null; text: string };
  return {
    add: ({ at, batchGuid, userGuid, text }) => void add.run(at, batchGuid, userGuid ?? null, text),
    list: ({ batchGuid, userGuid }) => {
      const rows = userGuid === undefined ? listBatch.all(batchGuid) : listUser.all(batchGuid, userGuid);
      return (rows as Row[]).map((row) => ({ ...row, userGuid: row.userGuid ?? undefined }));
    },
  };
}
