/** What a column can hold. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** The part of node:sqlite's statement that is used here. */
export interface SqlStatement {
  run(...parameters: SqlValue[]): { lastInsertRowid: number | bigint; changes: number | bigint };
  get(...parameters: SqlValue[]): unknown;
  all(...parameters: SqlValue[]): unknown[];
}

/** An open SQLite database, as node:sqlite has it; who opened it closes it. */
export interface SqlDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqlStatement;
}
