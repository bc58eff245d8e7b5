import { z } from 'zod';
import type { CsvStream } from '../csv-pages.ts';
import { defineCmdlet, param } from '../define-cmdlet.ts';
import { migrationReportRows } from '../objects/migration-report-rows.ts';
import { domainController, identity, partition, shouldProcess } from '../parameter-types.ts';

const isCsvStream = (value: unknown): boolean => typeof (value as Partial<CsvStream> | null)?.write === 'function';
const csvStream = z.custom<CsvStream>(isCsvStream, 'is no stream that can be written');

/** Gives the rows of a CSV report of a migration batch. Source: Exchange `Export-MigrationReport`. */
export const exportMigrationReport = defineCmdlet({
  name: 'Export-MigrationReport',
  synopsis: 'Gives the rows of a CSV report of a migration batch.',
  description:
    'The report is named by its URL in the Reports of the batch. It is written into a stream (-CsvStream), which stays open and gives no output, or its rows are given.',
  output: migrationReportRows,
  returns: 'many',
  sets: ['StreamBased', 'Paged'],
  cutoverSets: ['StreamBased', 'Paged'],
  confirms: { action: 'Exporting the migration report', impact: 'Medium' },
  parameters: {
    CsvStream: param(csvStream, {
      type: 'Stream',
      help: 'A stream that the whole report is written into, such as [System.IO.File]::Create gives one.',
      sets: ['StreamBased'],
      mandatory: true,
      caller: true,
    }),
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
