import { type Queries, sql } from './query.ts';

/** The organisation's named settings; values are whatever JSON can hold. */
export interface Settings {
  get<T>(name: string): T | undefined;
  set(name: string, value: unknown): void;
}

export function createSettings(queries: Queries): Settings {
  return {
    get: <T>(name: string) => {
      const row = queries.first(sql.selectFrom('setting').select('value').where('name', '=', name));
      return row === undefined ? undefined : (JSON.parse(row.value) as T);
    },
    set: (name, value) => {
      const row = { name, value: JSON.stringify(value) };
      queries.run(
        sql
          .insertInto('setting')
          .values(row)
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: row.value })),
      );
    },
  };
}
