import type { MigrationUser } from '@cutover/core';
import { summaryOf, type UserView } from '@cutover/migration';
import { dataConsistencyScore } from './data-consistency-score.ts';
import { dateOf } from './date-of.ts';
import { stateOf } from './state-of.ts';

/** A batch's user as Get-MigrationUser prints it. */
export function toMigrationUser(user: UserView): MigrationUser {
  return {
    Identity: user.emailAddress,
    Guid: user.guid,
    BatchId: user.batchName,
    MailboxEmailAddress: user.emailAddress,
    EmailAddress: user.emailAddress,
    RecipientType: user.recipientType,
    SkippedItemCount: user.skippedItemCount,
    SyncedItemCount: user.syncedItemCount,
    MailboxGuid: user.recipientType === 'Mailbox' ? (user.targetGuid ?? null) : null,
    LastSuccessfulSyncTime: dateOf(user.lastSyncedAt),
    Status: user.status,
    State: stateOf(user.status),
    StatusSummary: summaryOf(user.status),
    WorkflowStage: null,
    WorkflowStep: null,
    TriggeredAction: null,
    DataConsistencyScore: dataConsistencyScore(user),
    ErrorSummary: user.error?.summary ?? null,
    CompleteAfter: dateOf(user.completeAfter),
    CompleteAfterUTC: dateOf(user.completeAfter),
    IsValid: true,
    ObjectState: 'Unchanged',
  };
}
