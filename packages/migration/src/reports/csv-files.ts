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
  ['ErrorMessage', (row) => row.errorMessage],
  ['ObjectType', (row) => row.type],
  ['SuggestedAction', (row) => row.remedy],
];

/** MigrationStatistics.csv: a row for each mailbox, group and contact that was migrated. */
export const migrationStatisticsCsv = (rows: readonly MigratedRow[]): string => toCsv(statisticsColumns, rows);

/** MigrationErrors.csv: a row for each object that was not migrated and for each item that was skipped. */
export const migrationErrorsCsv = (rows: readonly ErrorRow[]): string => toCsv(errorsColumns, rows);

function toCsv<R>(columns: readonly Column<R>[], rows: readonly R[]): string {
  const lines = rows.map((row) => columns.map(([, cell]) => harmless(cell(row))));
  return stringify([columns.map(([header]) => header), ...lines], { record_delimiter: 'windows' });
}

/**
 * Subjects, names and addresses are the source's: a spreadsheet must not take one for a formula, neither at the beginning of a cell
 * nor behind what other countries' spreadsheets cut a line at.
 */
const harmless = (cell: string | number): string | number =>
  typeof cell === 'number' ? cell : cell.replaceAll(/(^|[;\t\r\n])(?=\s*[=+\-@＝＋－＠])/g, "$1'");
