import { defineCmdlet, param } from '../define-cmdlet.ts';
import { domainController, identity, partition, shouldProcess } from '../parameter-types.ts';

/** Deletes stored connection settings. Source: Exchange `Remove-MigrationEndpoint`. */
export const removeMigrationEndpoint = defineCmdlet({
  name: 'Remove-MigrationEndpoint',
  synopsis: 'Deletes stored connection settings.',
  description: 'Refused while a batch uses them.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Removing the migration endpoint', impact: 'High' },
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MigrationEndpointIdParameter',
      help: 'Name or GUID of the endpoint.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
      completes: 'endpoint',
    }),
    Partition: partition,
    ...shouldProcess,
  },
  examples: [
    { title: 'Delete connection settings', script: 'Remove-MigrationEndpoint -Identity Contoso -Confirm:$false' },
  ],
});
