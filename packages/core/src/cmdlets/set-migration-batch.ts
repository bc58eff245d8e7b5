import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import {
  domainController,
  fileBytes,
  identity,
  partition,
  shouldProcess,
  smtpAddressChange,
  switchParameter,
  unlimitedCount,
} from '../parameter-types.ts';

/** Changes settings of a migration batch. Source: Exchange `Set-MigrationBatch`. */
export const setMigrationBatch = defineCmdlet({
  name: 'Set-MigrationBatch',
  synopsis: 'Changes settings of a migration batch.',
  description:
    'Settings reach the users the next time that the batch is worked on; -Update has what is running take them at once. -SyncNow syncs what is synced already, and tries nothing that failed. A staged batch is given further mailboxes by -AddUsers and -CSVData.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Updating the migration batch', impact: 'Medium' },
  parameters: {
    AddUsers: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Adds the mailboxes of -CSVData to a staged batch.',
    }),
    AllowIncrementalSyncs: param(z.boolean(), { type: 'Boolean', help: 'False stops the batch after its first sync.' }),
    AllowUnknownColumnsInCsv: param(z.boolean(), {
      type: 'Boolean',
      help: 'Leaves columns aside that a batch does not know.',
    }),
    ApproveSkippedItems: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Says that what was left out was looked at, and can be done without.',
    }),
    AutoRetryCount: param(z.int().nonnegative(), {
      type: 'Int32',
      help: 'How often a run begins again with what failed in it.',
    }),
    BadItemLimit: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many corrupt items a mailbox may leave out before it fails.',
    }),
    CSVData: param(fileBytes, { type: 'Byte[]', help: 'CSV file with the further mailboxes, as bytes.' }),
    CompleteAfter: param(z.date(), { type: 'DateTime', help: 'Completes the batch once this time (UTC) has passed.' }),
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MigrationBatchIdParameter',
      help: 'Name or GUID of the batch.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
      completes: 'batch',
    }),
    LargeItemLimit: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many items that are too large a mailbox may leave out before it fails.',
    }),
    NotificationEmails: param(smtpAddressChange, {
      type: 'MultiValuedProperty',
      help: 'Addresses that the status mail goes to, besides the administrator who started the batch.',
    }),
    Partition: partition,
    ReportInterval: param(z.number().nonnegative(), {
      type: 'TimeSpan',
      help: 'Time between status mails while the batch lives; 0 for none.',
    }),
    SkipReports: param(z.boolean(), { type: 'Boolean', help: 'Sends no status mails.' }),
    StartAfter: param(z.date(), { type: 'DateTime', help: 'Does not copy before this time (UTC).' }),
    SyncNow: param(switchParameter, { type: 'SwitchParameter', help: 'Syncs the users that are synced at once.' }),
    Update: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Has what is running take the new settings at once.',
    }),
    ...refusedAll({
      MultiValuedProperty: ['MoveOptions', 'SkipMerging', 'SkipMoving'],
      DatabaseIdParameter: ['SourcePublicFolderDatabase'],
    }),
    ...shouldProcess,
  },
  examples: [
    { title: 'Sync once more, now', script: 'Set-MigrationBatch -Identity Cutover -SyncNow' },
    {
      title: 'Send the status mail to the help desk, too',
      script: 'Set-MigrationBatch -Identity Cutover -NotificationEmails helpdesk@contoso.com',
    },
  ],
});
