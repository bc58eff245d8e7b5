import { defineCmdlet, refused } from '../define-cmdlet.ts';
import { migrationConfig } from '../objects/migration-config.ts';

/** Shows the migration settings of the organization. Source: Exchange `Get-MigrationConfig`. */
export const getMigrationConfig = defineCmdlet({
  name: 'Get-MigrationConfig',
  synopsis: 'Shows the migration settings of the organization.',
  description: 'Limits, and whether a cutover is possible: it is not while directory synchronization is active.',
  output: migrationConfig,
  returns: 'one',
  sets: ['Default', 'Partition', 'AllPartitions'],
  cutoverSets: ['Default'],
  parameters: {
    AllPartitions: refused({ type: 'SwitchParameter', sets: ['AllPartitions'] }),
    DomainController: refused({ type: 'Fqdn', sets: ['Default'] }),
    IncludeSimplifiedGmailMigrationData: refused({ type: 'SwitchParameter', sets: ['Partition', 'AllPartitions'] }),
    Partition: refused({ type: 'MailboxIdParameter', sets: ['Partition'] }),
  },
  examples: [{ title: 'See whether a cutover is possible', script: 'Get-MigrationConfig', expect: 'SupportsCutover' }],
});
