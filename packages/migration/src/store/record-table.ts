import type { RecordTable } from '../ports/migration-store.ts';
import type { SqlDatabase, SqlStatement, SqlValue } from './sql.ts';

/** How one field of a record lies in its column. */
export interface Column<V> {
  readonly write: (value: V) => SqlValue;
  readonly read: (value: never) => V;
}

const plain = <V extends SqlValue>(): Column<V> => ({ write: (value) => value, read: (value) => value });
const optional = <V extends SqlValue>(): Column<V | undefined> => ({
  write: (value) => value ?? null,
  read: (value: V | null) => value ?? undefined,
});

export const text = plain<string>();
export const integer = plain<number>();
export const blob = plain<Uint8Array>();
export const optionalText = optional<string>();
export const optionalInteger = optional<number>();
export const optionalBlob = optional<Uint8Array>();
export const flag: Column<boolean> = { write: Number, read: (value: number) => value === 1 };
export const json = <V>(): Column<V> => ({
  write: (value) => (value === undefined ? null : JSON.stringify(value)),
  read: (value: string | null) => (value === null ? undefined : JSON.parse(value)) as V,
});
/** A text that is one of few. */
export const oneOf = <V extends string>(): Column<V> => plain<V>();
export const optionalOneOf = <V extends string>(): Column<V | undefined> => optional<V>();

export type Columns<T> = { readonly [K in keyof T]-?: Column<T[K]> };

type AnyColumn = Column<unknown>;
type Row = Record<string, never>;

/** A record table with what queries of its own need. */
export interface SqlRecordTable<T extends { guid: string }> extends RecordTable<T> {
  /** The records that meet every equation, oldest first; undefined values are not compared. */
  select(where: Readonly<Record<string, SqlValue | undefined>>): T[];
}

/** A record table over an SQL table whose columns are named like the record's fields. */
export function createRecordTable<T extends { guid: string }>(
  database: SqlDatabase,
  options: { name: string; columns: Columns<T>; extra?: Readonly<Record<string, (record: T) => SqlValue>> },
): SqlRecordTable<T> {
  const { name } = options;
  const prepare = rememberStatements(database);
  const columns = Object.entries(options.columns) as [keyof T & string, AnyColumn][];
  const extra = Object.entries(options.extra ?? {});
  const names = [...columns.map(([column]) => column), ...extra.map(([column]) => column)];
  const insert = prepare(`INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
  const remove = prepare(`DELETE FROM ${name} WHERE guid = ?`);
  const readRow = (row: Row): T =>
    Object.fromEntries(columns.map(([column, { read }]) => [column, read(row[column]!)])) as T;

  const select: SqlRecordTable<T>['select'] = (where) => {
    const terms = Object.entries(where).filter((term): term is [string, SqlValue] => term[1] !== undefined);
    const condition = terms.length === 0 ? '' : ` WHERE ${terms.map(([column]) => `${column} = ?`).join(' AND ')}`;
    const rows = prepare(`SELECT * FROM ${name}${condition} ORDER BY number`);
    return rows.all(...terms.map(([, value]) => value)).map((row) => readRow(row as Row));
  };

  return {
    select,
    list: () => select({}),
    get: (guid) => select({ guid })[0],
    insert: (record) => {
      const values = columns.map(([column, { write }]) => write(record[column]));
      insert.run(...values, ...extra.map(([, write]) => write(record)));
    },
    update: (guid, changes) => {
      const changed = columns.filter(([column]) => column in changes);
      if (changed.length === 0) return;
      const values = changed.map(([column, { write }]) => write((changes as Partial<T>)[column]));
      const assignments = changed.map(([column]) => `${column} = ?`).join(', ');
      prepare(`UPDATE ${name} SET ${assignments} WHERE guid = ?`).run(...values, guid);
    },
    remove: (guid) => void remove.run(guid),
  };
}

/** Prepares each text once: which conditions and changes there are is known to the program, so they stay few. */
function rememberStatements(database: SqlDatabase): (sql: string) => SqlStatement {
  const known = new Map<string, SqlStatement>();
  return (sql) => {
    const statement = known.get(sql) ?? database.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
}
