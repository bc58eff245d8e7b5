import { DatabaseSync } from 'node:sqlite';
import { applySchema, createMigrationStore, type MigrationStore, type UnitOfWork } from '@cutover/migration';
import { cloudErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { type ContentStore, createContentStore } from './content-store.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createMailboxes, type Mailboxes } from './mailboxes.ts';
import { createOrganisationValues, type OrganisationValues } from './organisation-values.ts';
import { createPermissions, type Permissions } from './permissions.ts';
import { createQueries } from './query.ts';
import { cloudSchema } from './schema.ts';
import { createUnitOfWork } from './sqlite-unit-of-work.ts';

/** Everything an organisation's database holds. */
export interface OrganisationStore extends Disposable {
  readonly unitOfWork: UnitOfWork;
  readonly directory: Directory;
  readonly mailboxes: Mailboxes;
  readonly contents: ContentStore;
  readonly permissions: Permissions;
  readonly values: OrganisationValues;
  readonly migration: MigrationStore;
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. */
const unreadable = [11, 26];
const isNoDatabase = (error: unknown): error is Error =>
  error instanceof Error && 'errcode' in error && unreadable.includes(Number(error.errcode));

/** Opens the database file, or makes it; `:memory:` keeps nothing. One process at a time: see the data folder's lock. */
export function openOrganisationStore({ path }: { path: string }): OrganisationStore {
  const database = new DatabaseSync(path, { timeout: limits.databaseWait });
  try {
    database.exec(`
      PRAGMA page_size = ${limits.databasePage};
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA wal_autocheckpoint = ${limits.walPages};
      PRAGMA cache_size = -${limits.databaseCacheKilobytes};
    `);
    applySchema(database, cloudSchema);
    const unitOfWork = createUnitOfWork(database);
    const queries = createQueries(database);
    const contents = createContentStore(database, unitOfWork);
    contents.sweep();
    return {
      unitOfWork,
      directory: createDirectory(queries, unitOfWork),
      mailboxes: createMailboxes({ database, contents }),
      contents,
      permissions: createPermissions(queries),
      values: createOrganisationValues(queries),
      migration: createMigrationStore(database),
      [Symbol.dispose]: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw isNoDatabase(error)
      ? cloudErrors.databaseUnreadable({ path, reason: error.message }, { cause: error })
      : error;
  }
}
