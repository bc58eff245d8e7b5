import { defineCmdlet, param } from '../define-cmdlet.ts';
import { domainController, identity, partition, shouldProcess } from '../parameter-types.ts';

/** Stops the migration of one user. Source: Exchange `Stop-MigrationUser`. */
export const stopMigrationUser = defineCmdlet({
  name: 'Stop-MigrationUser',
  synopsis: 'Stops the migration of one user.',
  description: 'What was copied stays; the other users go on.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Stopping the migration user', impact: 'High' },
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
  examples: [
    {
      title: 'Leave a user out of the daily sync',
      script: 'Stop-MigrationUser -Identity annb@contoso.com -Confirm:$false',
    },
  ],
});
