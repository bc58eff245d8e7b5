import { defineCmdlet, param } from '../define-cmdlet.ts';
import { domainController, identity, partition, shouldProcess, switchParameter } from '../parameter-types.ts';

/** Removes a batch. Source: Exchange Online `Remove-MigrationBatch`. */
export const removeMigrationBatch = defineCmdlet({
  name: 'Remove-MigrationBatch',
  synopsis: 'Removes a migration batch and its users.',
  description: 'Mailboxes that were migrated stay. Mail that still arrives at the source is no longer copied.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Removing the migration batch', impact: 'High' },
  parameters: {
    DomainController: domainController,
    Force: param(switchParameter, { type: 'SwitchParameter', help: 'Does not ask.' }),
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
  examples: [
    { title: 'Remove a batch without a question', script: 'Remove-MigrationBatch -Identity Cutover -Confirm:$false' },
  ],
});
