import type { DataConsistencyScore, MigrationBatch, MigrationReportLink, Report } from '@cutover/core';
import { removedAt, type BatchView } from '@cutover/migration';
import { dateOf } from './date-of.ts';
import { stateOf } from './state-of.ts';
import { utcText } from './utc-text.ts';

/** A batch as the product's cmdlets print it. Times are UTC in the cloud, so both of each pair are the same. */
export function toMigrationBatch(
  batch: BatchView,
  extras: {
    reports: readonly MigrationReportLink[];
    report: Report | null;
    review: string | null;
    score: DataConsistencyScore | null;
    diagnostic?: string | null;
    /** The mailbox of whom it belongs to. */
    ownerGuid?: string | undefined;
  },
): MigrationBatch {
  return {
    Identity: batch.name,
    Status: batch.status,
    State: stateOf(batch.status),
    DataConsistencyScore: extras.score,
    Flags: 'None',
    WorkflowStage: null,
    TriggeredAction: null,
    BatchGuid: batch.guid,
    ...counts(batch),
    Message: batch.message ?? extras.review ?? nextAction(batch),
    ...times(batch),
    SubmittedByUser: batch.submittedBy,
    StartedByUser: batch.startedBy ?? null,
    OwnerId: batch.submittedBy,
    OwnerExchangeObjectId: extras.ownerGuid ?? null,
    NotificationEmails: batch.notificationEmails,
    MigrationType: 'ExchangeOutlookAnywhere',
    BatchDirection: 'Onboarding',
    Locale: batch.locale,
    Reports: extras.reports,
    IsProvisioning: batch.isProvisioning,
    IsLargeArchiveOnboarding: false,
    IsOnboardingRestore: false,
    SourceEndpoint: batch.endpointName,
    BadItemLimit: batch.badItemLimit ?? 'Unlimited',
    LargeItemLimit: batch.largeItemLimit ?? 'Unlimited',
    SkipMail: null,
    SkipCalendar: null,
    SkipContacts: null,
    SkipRules: null,
    SkipDelegates: null,
    DiagnosticInfo: extras.diagnostic ?? null,
    Report: extras.report,
    IsValid: true,
    ObjectState: 'Unchanged',
  };
}

/** What happens next by itself, so that nobody has to guess whether a batch still lives. */
function nextAction(batch: BatchView): string | null {
  const { completeAfter, failedCount, nextSyncAt, startAfter, status } = batch;
  if (batch.stalled) return stalledText(batch.stalled);
  if (status === 'Waiting' && startAfter !== undefined) return `The batch starts at ${utcText(startAfter)}.`;
  const end = removedAt(batch);
  if (end !== undefined) return `${restText(batch)} The batch is removed by itself at ${utcText(end)}.`;
  if (nextSyncAt === undefined || (status !== 'Synced' && status !== 'SyncedWithErrors')) return null;
  const failed = failedCount === 0 ? '' : `${failedText(failedCount)} `;
  const sync = `${failed}The mailboxes are synchronized every 24 hours until the migration is completed or the batch is removed; the next time at ${utcText(nextSyncAt)}.`;
  return completeAfter === undefined ? sync : `${sync} It is completed after ${utcText(completeAfter)}.`;
}

const stalledText = ({ count, failure }: NonNullable<BatchView['stalled']>): string =>
  count === 1
    ? `1 mailbox waits until the source answers again, and goes on by itself: ${failure}`
    : `${count} mailboxes wait until the source answers again, and go on by themselves: ${failure}`;

function restText({ failedCount, status }: BatchView): string {
  if (status === 'Failed') return failedText(failedCount);
  return status === 'Stopped'
    ? 'Nothing is synchronized until it is started again.'
    : 'Nothing is synchronized any more.';
}

const failedText = (count: number): string =>
  `${count} ${count === 1 ? 'object' : 'objects'} failed: see Get-MigrationUser -StatusSummary Failed, or MigrationErrors.csv, mend them and start the batch again.`;

const counts = (batch: BatchView) => ({
  TotalCount: batch.totalCount,
  ActiveCount: batch.activeCount,
  StoppedCount: batch.stoppedCount,
  SyncedCount: batch.syncedCount,
  FinalizedCount: batch.finalizedCount,
  FailedCount: batch.failedCount,
  CompletedWithWarningCount: 0,
  PostMigrationSyncCount: 0,
  PendingCount: batch.pendingCount,
  ProvisionedCount: batch.provisionedCount,
  ValidationWarningCount: batch.validationWarnings.length,
  ValidationWarnings: batch.validationWarnings,
});

function times(batch: BatchView) {
  const created = new Date(batch.createdAt);
  const started = dateOf(batch.startedAt);
  const removed = dateOf(removedAt(batch));
  const synced = dateOf(batch.lastSyncedAt);
  const startAfter = dateOf(batch.startAfter);
  const completeAfter = dateOf(batch.completeAfter);
  return {
    CreationDateTime: created,
    CreationDateTimeUTC: created,
    StartDateTime: started,
    StartDateTimeUTC: started,
    InitialSyncDateTime: dateOf(batch.initialSyncAt),
    InitialSyncDuration: durationOf(batch.startedAt, batch.initialSyncAt),
    ExpirationDateTime: removed,
    ExpirationDateTimeUTC: removed,
    LastSyncedDateTime: synced,
    LastSyncedDateTimeUTC: synced,
    StartAfter: startAfter,
    StartAfterUTC: startAfter,
    CompleteAfter: completeAfter,
    CompleteAfterUTC: completeAfter,
  };
}

function durationOf(from: number | undefined, to: number | undefined): number | null {
  return from === undefined || to === undefined || to < from ? null : to - from;
}
