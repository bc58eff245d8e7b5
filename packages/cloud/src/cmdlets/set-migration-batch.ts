import { coreErrors, setMigrationBatch, type AnyParametersOf } from '@cutover/core';
import { readBatchCsv, type BatchChanges, type BatchRows } from '@cutover/migration';
import { implement } from '../implement.ts';
import { changedList } from '../recipients/change-list.ts';
import { itemLimits } from './item-limits.ts';

type Parameters = AnyParametersOf<typeof setMigrationBatch.definition>;
const cmdlet = setMigrationBatch.definition.name;

export const handler = implement(setMigrationBatch, async function* ({ migration, signal, writeWarning }, parameters) {
  const { Identity, ...given } = parameters;
  const { NotificationEmails } = given;
  if (Object.keys(given).length === 0) return writeWarning('No settings of the migration batch have been given.');
  const addRows = rowsOf(parameters);
  const found = migration.findBatch(Identity);
  const before = found?.validationWarnings.length;
  const notificationEmails = NotificationEmails && changedList(found?.notificationEmails ?? [], NotificationEmails);
  const changes = { ...changesOf(parameters), notificationEmails, addRows };
  const batch = await migration.changeBatch(Identity, changes, { signal });
  for (const problem of batch.validationWarnings.slice(before)) writeWarning(problem);
  yield* [];
});

const changesOf = (parameters: Parameters): Omit<BatchChanges, 'addRows' | 'notificationEmails'> => ({
  allowIncrementalSyncs: parameters.AllowIncrementalSyncs,
  autoRetryCount: parameters.AutoRetryCount,
  completeAfter: parameters.CompleteAfter?.getTime(),
  reportInterval: parameters.ReportInterval,
  skipReports: parameters.SkipReports,
  startAfter: parameters.StartAfter?.getTime(),
  approveSkippedItems: parameters.ApproveSkippedItems,
  syncNow: parameters.SyncNow,
  update: parameters.Update,
  ...itemLimits(parameters),
});

/** -AddUsers and -CSVData belong together. */
function rowsOf({ AddUsers = false, AllowUnknownColumnsInCsv, CSVData }: Parameters): BatchRows | undefined {
  if (AddUsers && CSVData) return readBatchCsv(CSVData, { allowUnknownColumns: AllowUnknownColumnsInCsv });
  if (!AddUsers && !CSVData) return undefined;
  const problems = ['-AddUsers and -CSVData go together: give both, or neither'];
  throw coreErrors.parameterInvalid({ cmdlet, problems });
}
