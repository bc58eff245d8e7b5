import type { MigrationUserStatistics, Report, SkippedItem } from '@cutover/core';
import { isMigrated, type UserView } from '@cutover/migration';
import { dataConsistencyScore } from './data-consistency-score.ts';
import { dateOf } from './date-of.ts';
import { errorText } from './error-text.ts';

const minute = 60_000;
const hour = 60 * minute;

/** A user's progress as Get-MigrationUserStatistics prints it. */
export function toMigrationUserStatistics(
  user: UserView,
  extras: { skippedItems: readonly SkippedItem[]; report: Report | null; diagnostic?: boolean },
): MigrationUserStatistics {
  return {
    Identity: user.emailAddress,
    BatchId: user.batchName,
    Status: user.status,
    SkippedItemCount: user.skippedItemCount,
    SyncedItemCount: user.syncedItemCount,
    SkippedItems: extras.skippedItems,
    TotalItemsInSourceMailboxCount: user.totalItemCount ?? null,
    PercentageComplete: percentageComplete(user),
    EstimatedTotalTransferSize: isMigrated(user) ? user.bytesTransferred : null,
    EstimatedTotalTransferCount: user.totalItemCount ?? null,
    BytesTransferred: user.bytesTransferred,
    CurrentBytesTransferredPerMinute: rate(user, minute),
    AverageBytesTransferredPerHour: rate(user, hour),
    TotalQueuedDuration: user.queuedDuration,
    TotalInProgressDuration: user.inProgressDuration,
    TotalSyncedDuration: user.syncedDuration,
    TotalStalledDuration: user.stalledDuration,
    Error: user.error ? errorText(user.error) : null,
    LastSuccessfulSyncTime: dateOf(user.lastSyncedAt),
    DataConsistencyScore: dataConsistencyScore(user),
    DiagnosticInfo: extras.diagnostic ? diagnosticInfo(user) : null,
    Report: extras.report,
  };
}

/** What the service keeps besides: where the user stands since when, and what it went through. */
const diagnosticInfo = (user: UserView): string =>
  [
    `status=${user.status} since=${new Date(user.statusSince).toISOString()}`,
    `transientFailures=${user.transientFailures} queued=${user.queuedDuration} inProgress=${user.inProgressDuration} synced=${user.syncedDuration} stalled=${user.stalledDuration}`,
    `source="${user.entry.sourceId}" target=${user.targetGuid ?? 'none'}`,
  ].join('\n');

/** 100 only once the first copy is done: counts in a living mailbox move while it is copied. */
function percentageComplete(user: UserView): number {
  if (isMigrated(user)) return 100;
  if (!user.totalItemCount) return 0;
  const handled = user.syncedItemCount + user.skippedItemCount;
  return Math.min(99, Math.floor((100 * handled) / user.totalItemCount));
}

function rate(user: UserView, period: number): number | null {
  return user.inProgressDuration > 0 ? Math.round((user.bytesTransferred * period) / user.inProgressDuration) : null;
}
