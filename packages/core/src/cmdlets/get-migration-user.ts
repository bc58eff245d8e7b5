import { z } from 'zod';
import { defineCmdlet, param, refused } from '../define-cmdlet.ts';
import { migrationUserStatuses, migrationUserStatusSummaries } from '../objects/enumerations.ts';
import { migrationUser } from '../objects/migration-user.ts';
import { domainController, enumerator, identity, partition, smtpAddress, unlimitedCount } from '../parameter-types.ts';

/** Lists the users of migration batches. Source: Exchange Online `Get-MigrationUser`. */
export const getMigrationUser = defineCmdlet({
  name: 'Get-MigrationUser',
  synopsis: 'Lists the users, groups and contacts of migration batches.',
  description:
    'Without parameters it lists the users of every batch, at most 1,000 of them unless -ResultSize says otherwise.',
  output: migrationUser,
  returns: 'many',
  sets: ['MailboxGuid', 'StatusAndBatchId', 'Identity', 'EmailAddress'],
  cutoverSets: ['Identity', 'StatusAndBatchId', 'MailboxGuid', 'EmailAddress'],
  parameters: {
    Identity: param(identity, {
      type: 'MigrationUserIdParameter',
      help: 'E-mail address or GUID of one user.',
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
      completes: 'user',
    }),
    MailboxGuid: param(z.guid(), {
      type: 'Guid',
      help: 'GUID of the mailbox of one user.',
      sets: ['MailboxGuid'],
      mandatory: true,
    }),
    BatchId: param(identity, {
      type: 'MigrationBatchIdParameter',
      help: 'Keeps the users of this batch.',
      sets: ['StatusAndBatchId'],
      completes: 'batch',
    }),
    DomainController: domainController,
    EmailAddress: param(smtpAddress, {
      type: 'EmailAddress',
      help: 'E-mail address of one user.',
      sets: ['EmailAddress'],
      mandatory: true,
    }),
    IncludeAssociatedUsers: refused({ type: 'SwitchParameter' }),
    Partition: partition,
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many users to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
    Status: param(enumerator(migrationUserStatuses), {
      type: 'MigrationUserStatus',
      help: 'Keeps the users in this state.',
      sets: ['StatusAndBatchId'],
      values: migrationUserStatuses,
    }),
    StatusSummary: param(enumerator(migrationUserStatusSummaries), {
      type: 'MigrationUserStatusSummary',
      help: 'Keeps the users whose state counts as this.',
      sets: ['StatusAndBatchId'],
      values: migrationUserStatusSummaries,
    }),
  },
  examples: [
    { title: 'List the users that failed', script: 'Get-MigrationUser -BatchId Cutover -StatusSummary Failed' },
    { title: 'Show one user', script: 'Get-MigrationUser -Identity annb@contoso.com', expect: 'annb@contoso.com' },
  ],
});
