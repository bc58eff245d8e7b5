import { exportMigrationReport } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import { implement } from '../implement.ts';

/** Rows of a report that was written; a cell may go over several lines. */
export const handler = implement(exportMigrationReport, async function* ({ reports }, parameters) {
  const { Identity, RowCount = Infinity, StartingRowIndex = 0 } = parameters;
  const text = reports.read(Identity);
  if (text === undefined) throw cloudErrors.reportNotFound({ identity: Identity });
  const [header = '', ...rows] = csvRows(text);
  const end = StartingRowIndex + RowCount;
  yield {
    Identity,
    Header: header,
    Rows: rows.slice(StartingRowIndex, end),
    StartingRowIndex,
    HasMoreRows: end < rows.length,
  };
});

/** Cuts at line ends that are outside of quotes. */
const csvRows = (text: string): string[] => text.match(/(?:[^"\r\n]|"(?:[^"]|"")*")+/g) ?? [];
