import { defineCmdlet, param, refused } from '../define-cmdlet.ts';
import { domainController, identity, partition, shouldProcess } from '../parameter-types.ts';

/** Starts a batch. Source: Exchange Online `Start-MigrationBatch`. */
export const startMigrationBatch = defineCmdlet({
  name: 'Start-MigrationBatch',
  synopsis: 'Starts a batch that was created, resumes one that was stopped, or retries what failed.',
  description: 'The batch goes on when the command has ended; Get-MigrationBatch shows how far it is.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Starting the migration batch', impact: 'Medium' },
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
    Validate: refused({ type: 'SwitchParameter' }),
    ...shouldProcess,
  },
  examples: [{ title: 'Start a batch', script: 'Start-MigrationBatch -Identity Cutover' }],
});
