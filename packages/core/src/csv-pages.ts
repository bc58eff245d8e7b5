import type { BackendRecord, CmdletParameters } from './backend.ts';

/** The cmdlet that writes a report into a stream of its caller. */
export const csvStreamCmdlet = 'Export-MigrationReport';

/** What takes the bytes of a report: a Writable of Node, a writer of a WritableStream, or alike. */
export interface CsvStream {
  write(bytes: Uint8Array): unknown;
}

const pageSize = 1_000;

/**
 * The call for the first rows of a report that -CsvStream asks for; undefined when no stream was given. A stream cannot be sent to a
 * Backend: it stays with the caller, and the rows come by pages, as they do for the other parameter set.
 */
export function firstCsvPage(cmdlet: string, { CsvStream, ...rest }: CmdletParameters): CmdletParameters | undefined {
  if (CsvStream === undefined || cmdlet !== csvStreamCmdlet) return undefined;
  return { ...rest, StartingRowIndex: 0, RowCount: pageSize };
}

/** The call for the rows behind those of a page; undefined behind the last. */
export const nextCsvPage = (page: CmdletParameters, { HasMoreRows }: BackendRecord): CmdletParameters | undefined =>
  HasMoreRows === true ? { ...page, StartingRowIndex: (page['StartingRowIndex'] as number) + pageSize } : undefined;

/** The bytes of a page: the header before the first row, and each line with its end. */
export function csvBytes({ StartingRowIndex, Header, Rows }: BackendRecord): Uint8Array {
  const rows = Rows as readonly string[];
  const lines = StartingRowIndex === 0 ? [Header as string, ...rows] : rows;
  return new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join(''));
}
