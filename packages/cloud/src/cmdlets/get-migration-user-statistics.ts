import { getMigrationUserStatistics, migrationErrors } from '@cutover/core';
import { implement } from '../implement.ts';
import { toMigrationUserStatistics } from '../objects/to-migration-user-statistics.ts';
import { toReport } from '../objects/to-report.ts';
import { toSkippedItem } from '../objects/to-skipped-item.ts';

export const handler = implement(getMigrationUserStatistics, async function* ({ migration, writeError }, parameters) {
  const identity = parameters.Identity!;
  const user = migration.findUser(identity);
  // A missing object is non-terminating in Exchange: the pipeline goes on with the next identity.
  if (!user) return writeError(migrationErrors.userNotFound({ identity }), identity);
  const skipped = parameters.IncludeSkippedItems ? migration.skippedItems(user.guid) : [];
  const entries = { batchGuid: user.batchGuid, userGuid: user.guid };
  yield toMigrationUserStatistics(user, {
    skippedItems: skipped.slice(0, parameters.LimitSkippedItemsTo).map(toSkippedItem),
    diagnostic: parameters.Diagnostic === true || parameters.DiagnosticInfo !== undefined,
    report: parameters.IncludeReport ? toReport(migration.reportEntries(entries), [user]) : null,
  });
});
