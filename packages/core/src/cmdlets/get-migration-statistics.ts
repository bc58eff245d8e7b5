import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { migrationStatistics } from '../objects/migration-statistics.ts';
import { domainController, partition } from '../parameter-types.ts';

/** Shows totals over all migration batches. Source: Exchange `Get-MigrationStatistics`. */
export const getMigrationStatistics = defineCmdlet({
  name: 'Get-MigrationStatistics',
  synopsis: 'Shows totals over all migration batches.',
  description: 'What the overall migration has come to.',
  output: migrationStatistics,
  returns: 'one',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    DiagnosticInfo: param(z.string().min(1), { type: 'String', help: 'Adds diagnostic information.' }),
    DomainController: domainController,
    Partition: partition,
    ...refusedAll({ SwitchParameter: ['Diagnostic'], String: ['DiagnosticArgument'] }),
  },
  examples: [{ title: 'Show the overall migration', script: 'Get-MigrationStatistics', expect: 'SyncedCount' }],
});
