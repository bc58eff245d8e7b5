import {
  getMigrationUserStatistics,
  migrationErrors,
  type AnyParametersOf,
  type MigrationUserStatistics,
} from '@cutover/core';
import type { ReportEntry, UserView } from '@cutover/migration';
import { implement, type CmdletContext } from '../implement.ts';
import { toMigrationUserStatistics } from '../objects/to-migration-user-statistics.ts';
import { toReport } from '../objects/to-report.ts';
import { toSkippedItem } from '../objects/to-skipped-item.ts';

type Parameters = AnyParametersOf<typeof getMigrationUserStatistics.definition>;

export const handler = implement(getMigrationUserStatistics, async function* (context, parameters) {
  for (const user of usersFor(context, parameters.Identity)) yield statisticsOf(context, user, parameters);
});

/** The user named, or all of them: the product takes an identity that is $null for every user. */
function usersFor({ migration, writeError }: CmdletContext, identity: string | undefined): readonly UserView[] {
  if (identity === undefined) return migration.users();
  const user = migration.findUser(identity);
  // A missing object is non-terminating in Exchange: the pipeline goes on with the next identity.
  if (!user) writeError(migrationErrors.userNotFound({ identity }), identity);
  return user ? [user] : [];
}

function statisticsOf({ migration }: CmdletContext, user: UserView, parameters: Parameters): MigrationUserStatistics {
  const { IncludeReport, IncludeSkippedItems } = parameters;
  const skipped = IncludeReport || IncludeSkippedItems ? migration.skippedItems(user.guid) : [];
  const entries = (): readonly ReportEntry[] =>
    migration.reportEntries({ batchGuid: user.batchGuid, userGuid: user.guid });
  const listed = IncludeSkippedItems ? skipped.slice(0, parameters.LimitSkippedItemsTo) : [];
  return toMigrationUserStatistics(user, {
    skippedItems: listed.map(toSkippedItem),
    diagnostic: parameters.Diagnostic === true || parameters.DiagnosticInfo !== undefined,
    report: IncludeReport ? toReport({ entries: entries(), users: [user], skipped }) : null,
  });
}
