import {
  byteSize,
  dateTime,
  defineObject,
  enumeration,
  integer,
  listOf,
  optional,
  recordOf,
  text,
  timeSpan,
  type RecordOf,
} from '../define-object.ts';
import { dataConsistencyScores, migrationUserStatuses } from './enumerations.ts';
import { report, skippedItem } from './report.ts';

/** How far the sync of one user has come, and what went wrong. */
export const migrationUserStatistics = defineObject({
  name: 'MigrationUserStatistics',
  typeName: 'Microsoft.Exchange.Data.Storage.Management.MigrationUserStatistics',
  properties: {
    Identity: text('MigrationUserId'),
    BatchId: text('MigrationBatchId'),
    Status: enumeration('MigrationUserStatus', migrationUserStatuses),
    SkippedItemCount: integer('Int64'),
    SyncedItemCount: integer('Int64'),
    SkippedItems: listOf(recordOf(skippedItem)),
    TotalItemsInSourceMailboxCount: optional(integer('Int64')),
    PercentageComplete: optional(integer()),
    EstimatedTotalTransferSize: optional(byteSize()),
    EstimatedTotalTransferCount: optional(integer('UInt64')),
    BytesTransferred: optional(byteSize()),
    CurrentBytesTransferredPerMinute: optional(byteSize()),
    AverageBytesTransferredPerHour: optional(byteSize()),
    TotalQueuedDuration: optional(timeSpan()),
    TotalInProgressDuration: optional(timeSpan()),
    TotalSyncedDuration: optional(timeSpan()),
    TotalStalledDuration: optional(timeSpan()),
    Error: optional(text()),
    LastSuccessfulSyncTime: optional(dateTime()),
    DataConsistencyScore: optional(enumeration('DataConsistencyScore', dataConsistencyScores)),
    DiagnosticInfo: optional(text()),
    Report: optional(recordOf(report)),
  },
  table: [
    { header: 'Identity', property: 'Identity' },
    { header: 'Batch', property: 'BatchId' },
    { header: 'Status', property: 'Status' },
    { header: 'Items Synced', property: 'SyncedItemCount' },
    { header: 'Items Skipped', property: 'SkippedItemCount' },
  ],
});
/** A user's statistics, as Get-MigrationUserStatistics answers them. */
export type MigrationUserStatistics = RecordOf<typeof migrationUserStatistics>;
