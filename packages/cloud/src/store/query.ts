import type { SqlDatabase, SqlValue } from '@cutover/migration';
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { CloudTables } from './tables.ts';

/** Writes queries; they are run by `createQueries`, as a unit of work must not wait. */
export const sql = new Kysely<CloudTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** Runs kysely's queries synchronously. */
export interface Queries {
  all<T>(query: Compilable<T>): T[];
  first<T>(query: Compilable<T>): T | undefined;
  run(query: Compilable): void;
}

/** Queries on an open database. */
export function createQueries(database: SqlDatabase): Queries {
  const all = <T>(query: Compilable<T>): T[] => {
    const { sql: text, parameters } = query.compile();
    return database.prepare(text).all(...(parameters as SqlValue[])) as T[];
  };
  return { all, first: (query) => all(query)[0], run: (query) => void all(query) };
}
