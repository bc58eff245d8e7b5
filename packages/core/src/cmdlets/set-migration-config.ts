import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { domainController, partition, shouldProcess, unlimitedCount } from '../parameter-types.ts';

/** Changes the migration settings of the organization. Source: Exchange `Set-MigrationConfig`. */
export const setMigrationConfig = defineCmdlet({
  name: 'Set-MigrationConfig',
  synopsis: 'Changes the migration settings of the organization.',
  description: '',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Updating the migration configuration', impact: 'Medium' },
  parameters: {
    DomainController: domainController,
    MaxConcurrentMigrations: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many mailboxes all endpoints together may migrate at the same time.',
    }),
    MaxNumberOfBatches: param(z.int().positive(), { type: 'Int32', help: 'How many batches there can be.' }),
    Partition: partition,
    ...refusedAll({ MigrationFeature: ['Features'] }),
    ...shouldProcess,
  },
  examples: [{ title: 'Allow fewer batches', script: 'Set-MigrationConfig -MaxNumberOfBatches 50' }],
});
