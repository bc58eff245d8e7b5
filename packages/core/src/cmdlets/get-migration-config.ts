import { defineCmdlet, param, refused } from '../define-cmdlet.ts';
import { migrationConfig } from '../objects/migration-config.ts';
import { identity, switchParameter } from '../parameter-types.ts';

/** Shows the migration settings of the organization. Source: Exchange `Get-MigrationConfig`. */
export const getMigrationConfig = defineCmdlet({
  name: 'Get-MigrationConfig',
  synopsis: 'Shows the migration settings of the organization.',
  description: 'Limits, and whether a cutover is possible: it is not while directory synchronization is active.',
  output: migrationConfig,
  returns: 'one',
  sets: ['Default', 'Partition', 'AllPartitions'],
  cutoverSets: ['Default', 'Partition', 'AllPartitions'],
  parameters: {
    AllPartitions: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Shows the settings of each partition; an organization here has one.',
      sets: ['AllPartitions'],
    }),
    DomainController: refused({ type: 'Fqdn', sets: ['Default'] }),
    IncludeSimplifiedGmailMigrationData: refused({ type: 'SwitchParameter', sets: ['Partition', 'AllPartitions'] }),
    Partition: param(identity, {
      type: 'MailboxIdParameter',
      help: 'Shows the settings of this partition: PartitionName or PartitionGuid.',
      sets: ['Partition'],
    }),
  },
  examples: [{ title: 'See whether a cutover is possible', script: 'Get-MigrationConfig', expect: 'SupportsCutover' }],
});
