import { defineCmdlet, param } from '../define-cmdlet.ts';
import { domainController, identity, partition, shouldProcess, switchParameter } from '../parameter-types.ts';

/** Takes a user out of its migration batch. Source: Exchange `Remove-MigrationUser`. */
export const removeMigrationUser = defineCmdlet({
  name: 'Remove-MigrationUser',
  synopsis: 'Takes a user out of its migration batch.',
  description:
    'The cloud-based mailbox and what was copied into it stay; a new batch takes the user again and copies nothing twice.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Removing the migration user', impact: 'High' },
  parameters: {
    DomainController: domainController,
    Force: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Does not ask.',
    }),
    Identity: param(identity, {
      type: 'MigrationUserIdParameter',
      help: 'E-mail address or GUID of one user.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
      completes: 'user',
    }),
    Partition: partition,
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Take a user out of its batch',
      script: 'Remove-MigrationUser -Identity annb@contoso.com -Confirm:$false',
    },
  ],
});
