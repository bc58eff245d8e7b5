import { migrationErrors } from '../errors.ts';
import type { SqlDatabase } from './sql.ts';

/** The schema of one owner of tables: step n leads from version n to n + 1, and is never changed once released. */
export interface Schema {
  readonly owner: string;
  readonly steps: readonly string[];
}

const versions = `CREATE TABLE IF NOT EXISTS schema_version (
  owner TEXT PRIMARY KEY, version INTEGER NOT NULL
) STRICT, WITHOUT ROWID`;

/**
 * Brings the owner's tables to the version this program knows, each step in a transaction of its own.
 * A file that a newer program has written is refused.
 */
export function applySchema(database: SqlDatabase, { owner, steps }: Schema): void {
  database.exec(versions);
  const row = database.prepare('SELECT version FROM schema_version WHERE owner = ?').get(owner);
  const found = (row as { version: number } | undefined)?.version ?? 0;
  if (found > steps.length) throw migrationErrors.schemaTooNew({ owner, found, known: steps.length });
  const save = database.prepare('INSERT OR REPLACE INTO schema_version VALUES (?, ?)');
  for (const [index, step] of steps.entries()) {
    if (index < found) continue;
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(step);
      save.run(owner, index + 1);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
}
