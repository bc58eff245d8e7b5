import { completeMigrationBatch } from '@cutover/core';
import { implement } from '../implement.ts';

/** Without -Identity it completes the overall migration: every settled batch. */
export const handler = implement(completeMigrationBatch, async function* ({ administrator, migration }, parameters) {
  migration.completeBatch(parameters.Identity, {
    by: administrator,
    notificationEmails: parameters.NotificationEmails,
    ignoreErrors: parameters.IgnoreSyncErrors,
    requireClean: parameters.SyncAndComplete,
  });
  yield* [];
});
