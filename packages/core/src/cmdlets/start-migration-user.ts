import { defineCmdlet, param } from '../define-cmdlet.ts';
import { domainController, identity, partition, shouldProcess } from '../parameter-types.ts';

/** Tries one user again, or goes on with it after a stop. Source: Exchange `Start-MigrationUser`. */
export const startMigrationUser = defineCmdlet({
  name: 'Start-MigrationUser',
  synopsis: 'Tries one user again, or goes on with it after a stop.',
  description: 'The other users of its batch stay as they are.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Starting the migration user', impact: 'Medium' },
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MigrationUserIdParameter',
      help: 'E-mail address or GUID of one user.',
      position: 0,
      pipeline: 'value and property',
      completes: 'user',
    }),
    Partition: partition,
    ...shouldProcess,
  },
  examples: [{ title: 'Try a user again', script: 'Start-MigrationUser -Identity annb@contoso.com' }],
});
