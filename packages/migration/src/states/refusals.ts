import { accepts, batchStates, type BatchCommand, type BatchStatus } from './batch-states.ts';
import type { UserStatus } from './user-states.ts';

/** In which states a command works; none means that no state would do. */
export type WorksIn = readonly (BatchStatus | UserStatus)[];

/** The states of a batch in which a command works. */
export const worksIn = (command: BatchCommand): readonly BatchStatus[] =>
  (Object.keys(batchStates) as BatchStatus[]).filter((status) => accepts(status, command));

/** What an administrator can do with a batch that refuses a command in this state. */
export const batchAdvice: Readonly<Record<BatchStatus, string>> = {
  Created: 'It was not started yet: Start-MigrationBatch starts it.',
  Waiting: 'It waits for its time: Set-MigrationBatch -StartAfter changes the time, Stop-MigrationBatch ends the wait.',
  Starting: 'It is running: wait until it is synced, or stop it by Stop-MigrationBatch.',
  Syncing: 'It is running: wait until it is synced, or stop it by Stop-MigrationBatch.',
  Stopping: 'Wait until it is stopped, which takes moments.',
  Stopped: 'It was stopped: Start-MigrationBatch resumes it.',
  Synced: 'Nothing of it is running: Set-MigrationBatch -SyncNow syncs it once more.',
  SyncedWithErrors: 'Nothing of it is running: Start-MigrationBatch tries again what failed.',
  IncrementalSyncing: 'A sync of it is running: wait until it ends, or stop it by Stop-MigrationBatch.',
  Completing: 'Wait until it is completed.',
  Completed: 'It is over: Remove-MigrationBatch removes it.',
  CompletedWithErrors: 'It is over: Start-MigrationBatch tries again what failed, Remove-MigrationBatch removes it.',
  Failed: 'It failed: Start-MigrationBatch tries it again.',
  Removing: 'It is being removed: create a new batch.',
};

/** The same of a user. */
export const userAdvice: Readonly<Record<UserStatus, string>> = {
  Queued: 'It waits for its turn: Start-MigrationBatch starts the batch, if that is not running.',
  Provisioning: 'Wait until it is made, which takes moments.',
  ProvisionUpdating: 'Wait until it is made, which takes moments.',
  Syncing: 'It is being copied: wait until it is synced, or stop it by Stop-MigrationUser.',
  Synced: 'Nothing of it is running: Set-MigrationUser -SyncNow syncs it once more.',
  IncrementalSyncing: 'A sync of it is running: wait until it ends, or stop it by Stop-MigrationUser.',
  IncrementalFailed: 'Start-MigrationUser tries it again.',
  IncrementalStopped: 'Start-MigrationUser resumes it.',
  Failed: 'Start-MigrationUser tries it again.',
  Stopped: 'Start-MigrationUser resumes it.',
  Completing: 'Wait until it is completed.',
  Completed: 'It is over, and is not synced any more.',
  CompletionFailed: 'Start-MigrationUser tries it again.',
};
