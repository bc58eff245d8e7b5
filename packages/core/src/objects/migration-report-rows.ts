import { defineObject, flag, integer, listOf, text, type RecordOf } from '../define-object.ts';

/** Some rows of a CSV report. */
export const migrationReportRows = defineObject({
  name: 'MigrationReportExportOutcome',
  typeName: 'Microsoft.Exchange.Data.Storage.Management.MigrationReportExportOutcome',
  properties: {
    Identity: text('MigrationReportId'),
    Header: text(),
    Rows: listOf(text()),
    StartingRowIndex: integer(),
    HasMoreRows: flag(),
  },
});
/** Some rows of a CSV report, as they come from the service. */
export type MigrationReportRows = RecordOf<typeof migrationReportRows>;
