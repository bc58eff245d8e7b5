import { z } from 'zod';
import { defineCmdlet, param, refused } from '../define-cmdlet.ts';
import { migrationReportRows } from '../objects/migration-report-rows.ts';
import { domainController, identity, partition, shouldProcess } from '../parameter-types.ts';

/** Gives the rows of a CSV report of a migration batch. Source: Exchange `Export-MigrationReport`. */
export const exportMigrationReport = defineCmdlet({
  name: 'Export-MigrationReport',
  synopsis: 'Gives the rows of a CSV report of a migration batch.',
  description:
    'The report is named by its URL in the Reports of the batch. The product writes into a .NET stream (-CsvStream) or gives rows; here rows are given.',
  output: migrationReportRows,
  returns: 'one',
  sets: ['StreamBased', 'Paged'],
  cutoverSets: ['Paged'],
  confirms: { action: 'Exporting the migration report', impact: 'Medium' },
  parameters: {
    CsvStream: refused({ type: 'Stream', sets: ['StreamBased'], mandatory: true }),
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MigrationReportIdParameter',
      help: 'Identity of a report: SuccessUrl or ErrorUrl of an entry in the Reports of a batch.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    Partition: partition,
    RowCount: param(z.int().positive(), {
      type: 'Int32',
      help: 'How many rows to give.',
      sets: ['Paged'],
      mandatory: true,
    }),
    StartingRowIndex: param(z.int().nonnegative(), {
      type: 'Int32',
      help: 'The first row to give, from 0.',
      sets: ['Paged'],
      mandatory: true,
    }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'See what it takes',
      script: 'Export-MigrationReport -Identity nothing -RowCount 1 -StartingRowIndex 0 -WhatIf',
      expect: 'What if',
    },
  ],
});
