import { z } from 'zod';
import { defineCmdlet, param } from '../define-cmdlet.ts';
import {
  domainController,
  identity,
  partition,
  shouldProcess,
  switchParameter,
  unlimitedCount,
} from '../parameter-types.ts';

/** Changes what holds for one user of a migration batch. Source: Exchange `Set-MigrationUser`. */
export const setMigrationUser = defineCmdlet({
  name: 'Set-MigrationUser',
  synopsis: 'Changes what holds for one user of a migration batch.',
  description:
    'Its limits go before those of the batch. -SyncNow syncs the user at once, with another try for every item that was left out.',
  output: null,
  returns: 'none',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Updating the migration user', impact: 'Medium' },
  parameters: {
    ApproveSkippedItems: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Says that what was left out was looked at, and can be done without.',
    }),
    BadItemLimit: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many corrupt items the mailbox may leave out before it fails.',
    }),
    CompleteAfter: param(z.date(), {
      type: 'DateTime',
      help: 'Completes the user then, before the rest of its batch; a time without a zone is UTC.',
    }),
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MigrationUserIdParameter',
      help: 'E-mail address or GUID of one user.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
      completes: 'user',
    }),
    LargeItemLimit: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many items that are too large the mailbox may leave out before it fails.',
    }),
    Partition: partition,
    StartAfter: param(z.date(), {
      type: 'DateTime',
      help: 'Lets the first copy of the user wait until then; a time without a zone is UTC.',
    }),
    SyncNow: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Syncs the user at once, and tries the skipped items again.',
    }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Sync a user now, and try its skipped items again',
      script: 'Set-MigrationUser -Identity annb@contoso.com -SyncNow',
    },
    {
      title: 'Complete a user tonight, before the others',
      script: 'Set-MigrationUser -Identity annb@contoso.com -CompleteAfter (Get-Date).Date.AddHours(20)',
    },
  ],
});
