import { getMigrationStatistics } from '@cutover/core';
import { isMigrated, type UserView } from '@cutover/migration';
import { implement } from '../implement.ts';

/** The overall migration: all batches together. */
export const handler = implement(getMigrationStatistics, async function* ({ migration, organisation }, parameters) {
  const totals = migration.totals();
  const diagnostics = parameters.DiagnosticInfo === undefined ? [] : diagnosticLines(migration.batches());
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
    Diagnostics: diagnostics,
    DiagnosticInfo: parameters.DiagnosticInfo === undefined ? null : diagnostics.join('\n'),
    ...migratedCounts(migration.users()),
    IsValid: true,
    ObjectState: 'Unchanged' as const,
  };
});

const diagnosticLines = (
  batches: readonly { name: string; status: string; nextSyncAt: number | undefined }[],
): string[] =>
  batches.map(({ name, status, nextSyncAt }) => {
    const next = nextSyncAt === undefined ? 'none' : new Date(nextSyncAt).toISOString();
    return `batch="${name}" status=${status} nextSync=${next}`;
  });

function migratedCounts(users: readonly UserView[]) {
  const migrated = users.filter(isMigrated);
  const count = (type: UserView['recipientType']): number =>
    migrated.filter(({ recipientType }) => recipientType === type).length;
  return {
    MigratedMailboxCount: count('Mailbox'),
    MigratedGroupCount: count('Group'),
    MigratedContactCount: count('Contact'),
    SyncErrorMailboxCount: migrated.filter(({ status }) => laterFailures.has(status)).length,
  };
}

const laterFailures: ReadonlySet<string> = new Set(['IncrementalFailed', 'CompletionFailed']);
