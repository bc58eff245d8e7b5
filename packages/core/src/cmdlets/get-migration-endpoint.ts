import { z } from 'zod';
import { defineCmdlet, param, refused } from '../define-cmdlet.ts';
import { migrationTypes } from '../objects/enumerations.ts';
import { migrationEndpoint } from '../objects/migration-endpoint.ts';
import { connectionSettings, domainController, enumerator, identity, switchParameter } from '../parameter-types.ts';

/** Lists stored connection settings. Source: Exchange Online `Get-MigrationEndpoint`. */
export const getMigrationEndpoint = defineCmdlet({
  name: 'Get-MigrationEndpoint',
  synopsis: 'Lists the stored connection settings of source organizations.',
  description: 'Without parameters it lists every endpoint. No endpoint shows its password.',
  output: migrationEndpoint,
  returns: 'many',
  sets: ['ConnectionSettingsFilter', 'TypeFilter', 'Identity'],
  cutoverSets: ['Identity', 'TypeFilter', 'ConnectionSettingsFilter'],
  parameters: {
    ConnectionSettings: param(connectionSettings, {
      type: 'ExchangeConnectionSettings',
      sets: ['ConnectionSettingsFilter'],
      mandatory: true,
      help: 'Keeps the endpoints of these servers.',
    }),
    Diagnostic: param(switchParameter, { type: 'SwitchParameter', help: 'Adds what the service keeps besides.' }),
    DiagnosticArgument: refused({ type: 'String' }),
    DiagnosticInfo: param(z.string(), {
      type: 'String',
      sets: ['TypeFilter', 'Identity'],
      help: 'Adds what the service keeps besides; the text does not matter.',
    }),
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MigrationEndpointIdParameter',
      help: 'Name or GUID of one endpoint.',
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
      completes: 'endpoint',
    }),
    Partition: refused({ type: 'MailboxIdParameter', sets: ['TypeFilter', 'Identity'] }),
    Type: param(enumerator(migrationTypes), {
      type: 'MigrationType',
      help: 'Keeps the endpoints of this type.',
      sets: ['TypeFilter'],
      mandatory: true,
      values: migrationTypes,
    }),
  },
  examples: [
    { title: 'List the endpoints', script: 'Get-MigrationEndpoint', expect: 'Contoso' },
    { title: 'Show one endpoint', script: 'Get-MigrationEndpoint -Identity Contoso', expect: 'Contoso' },
  ],
});
