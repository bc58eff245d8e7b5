import { stringify } from 'csv-stringify/sync';
import type { ErrorRow, MigratedRow } from './status-report.ts';

/** One column: its header, and the cell of a row. */
type Column<R> = readonly [header: string, cell: (row: R) => string | number];

const statisticsColumns: readonly Column<MigratedRow>[] = [
  ['EmailAddress', (row) => row.emailAddress],
  ['Status', (row) => row.status],
  ['ItemsMigrated', (row) => row.itemsMigrated],
  ['ItemsSkipped', (row) => row.itemsSkipped],
  ['Password', (row) => row.password],
  ['ObjectType', (row) => row.type],
  ['AdditionalComments', (row) => row.comments],
];

const errorsColumns: readonly Column<ErrorRow>[] = [
  ['EmailAddress', (row) => row.emailAddress],
  ['ErrorMessage', (row) => harmless(row.errorMessage)],
  ['ObjectType', (row) => row.type],
  ['SuggestedAction', (row) => row.remedy],
];

/** MigrationStatistics.csv: a row for each mailbox, group and contact that was migrated. */
export const migrationStatisticsCsv = (rows: readonly MigratedRow[]): string => toCsv(statisticsColumns, rows);

/** MigrationErrors.csv: a row for each object that was not migrated and for each item that was skipped. */
export const migrationErrorsCsv = (rows: readonly ErrorRow[]): string => toCsv(errorsColumns, rows);

function toCsv<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const lines = [columns.map(([header]) => header), ...rows.map((row) => columns.map(([, cell]) => cell(row)))];
  return stringify(lines, { record_delimiter: 'windows' });
}

/** A subject of the source can stand in the text: a spreadsheet must not take its beginning for a formula. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
