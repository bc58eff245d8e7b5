import { defineCmdlet, param, refused } from '../define-cmdlet.ts';
import {
  domainController,
  identity,
  partition,
  shouldProcess,
  smtpAddresses,
  switchParameter,
} from '../parameter-types.ts';

/** Completes a batch. Source: Exchange Online `Complete-MigrationBatch`. */
export const completeMigrationBatch = defineCmdlet({
  name: 'Complete-MigrationBatch',
  synopsis: 'Completes a migration batch that has synced: a last sync, then no more.',
  description:
    'Takes a batch that is Synced or SyncedWithErrors through Completing to Completed or CompletedWithErrors. Without -Identity it completes the whole migration, every settled batch. Synchronization errors of the final sync keep it settled, unless -IgnoreSyncErrors. Leave the batch syncing for up to 72 hours after the MX record has been changed.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Completing the migration batch', impact: 'High' },
  parameters: {
    CompletePublicFolderMigrationWithDataLoss: refused({ type: 'SwitchParameter' }),
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MigrationBatchIdParameter',
      help: 'Name or GUID of the batch.',
      position: 0,
      pipeline: 'value and property',
      completes: 'batch',
    }),
    IgnoreSyncErrors: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Completes over synchronization errors and lists them in MigrationErrors.csv; without it they keep the batch from being completed.',
      extension: true,
    }),
    NotificationEmails: param(smtpAddresses, {
      type: 'MultiValuedProperty',
      help: 'Addresses that the status mail goes to, besides those of the batch.',
    }),
    Partition: partition,
    SyncAndComplete: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Refuses to complete over users that failed or were stopped.',
    }),
    ...shouldProcess,
  },
  examples: [{ title: 'Complete a batch', script: 'Complete-MigrationBatch -Identity Cutover -Confirm:$false' }],
});
