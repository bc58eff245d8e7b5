import { getMigrationStatistics } from '@cutover/core';
import { implement } from '../implement.ts';

/** The overall migration: all batches together. */
export const handler = implement(getMigrationStatistics, async function* ({ migration, organisation }, parameters) {
  const totals = migration.totals();
  yield {
    Identity: organisation,
    TotalCount: totals.totalCount,
    ActiveCount: totals.activeCount,
    StoppedCount: totals.stoppedCount,
    SyncedCount: totals.syncedCount,
    FinalizedCount: totals.finalizedCount,
    FailedCount: totals.failedCount,
    PendingCount: totals.pendingCount,
    ProvisionedCount: totals.provisionedCount,
    MigrationType: migration.batches().length > 0 ? ('ExchangeOutlookAnywhere' as const) : ('None' as const),
    DiagnosticInfo: parameters.DiagnosticInfo === undefined ? null : diagnosticInfo(migration.batches()),
    IsValid: true,
    ObjectState: 'Unchanged' as const,
  };
});

const diagnosticInfo = (batches: readonly { name: string; status: string; nextSyncAt: number | undefined }[]): string =>
  batches
    .map(({ name, status, nextSyncAt }) => {
      const next = nextSyncAt === undefined ? 'none' : new Date(nextSyncAt).toISOString();
      return `batch="${name}" status=${status} nextSync=${next}`;
    })
    .join('\n');
