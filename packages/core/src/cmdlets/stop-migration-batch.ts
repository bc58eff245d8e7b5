import { defineCmdlet, param } from '../define-cmdlet.ts';
import { domainController, identity, partition, shouldProcess } from '../parameter-types.ts';

/** Stops a batch. Source: Exchange Online `Stop-MigrationBatch`. */
export const stopMigrationBatch = defineCmdlet({
  name: 'Stop-MigrationBatch',
  synopsis: 'Stops a migration batch that is being processed.',
  description:
    'Copies that run end at once; what has been migrated stays. Start-MigrationBatch resumes. Without -Identity it takes the batch being processed.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Stopping the migration batch', impact: 'High' },
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MigrationBatchIdParameter',
      help: 'Name or GUID of the batch.',
      position: 0,
      pipeline: 'value and property',
      completes: 'batch',
    }),
    Partition: partition,
    ...shouldProcess,
  },
  examples: [{ title: 'Stop the batch being processed', script: 'Stop-MigrationBatch -Confirm:$false' }],
});
