import { coreErrors, migrationErrors, newMigrationBatch, type AnyParametersOf } from '@cutover/core';
import { readBatchCsv, type BatchRows, type BatchView } from '@cutover/migration';
import { implement, type CmdletContext } from '../implement.ts';
import { batchOutput, reviewOf } from './batch-output.ts';
import { itemLimits } from './item-limits.ts';
import { zonedTime } from './zoned-time.ts';

type Parameters = AnyParametersOf<typeof newMigrationBatch.definition>;

export const handler = implement(newMigrationBatch, async function* (context, parameters) {
  const { administrator, migration, signal } = context;
  const rows = rowsOf(parameters);
  const users = usersOf(context, parameters);
  if (rows === undefined && users === undefined) assertCutover(context);
  const zone = parameters.TimeZone ?? 'UTC';
  assertOrder(parameters);
  const batch = await migration.createBatch(
    {
      name: parameters.Name!,
      endpoint: parameters.SourceEndpoint,
      submittedBy: administrator,
      notificationEmails: parameters.NotificationEmails,
      startAfter: parameters.StartAfter && zonedTime(parameters.StartAfter, zone),
      completeAfter: parameters.CompleteAfter && zonedTime(parameters.CompleteAfter, zone),
      reportInterval: parameters.ReportInterval,
      timeZone: parameters.TimeZone,
      locale: parameters.Locale,
      rows,
      users,
      knownAddresses: parameters.KnownAddresses,
      skipReports: parameters.SkipReports,
      allowIncrementalSyncs: parameters.AllowIncrementalSyncs,
      autoRetryCount: parameters.AutoRetryCount,
      ...itemLimits(parameters),
    },
    { signal },
  );
  context.writeVerbose(reviewOf(context, batch));
  for (const problem of batch.validationWarnings) context.writeWarning(problem);
  warnOfSize(context, batch);
  warnOfForeignDomains(context, batch);
  const started = parameters.AutoStart ? migration.startBatch(batch.guid, { by: administrator }) : batch;
  yield { ...batchOutput(context, started), ObjectState: 'New' as const };
});

function assertOrder({ CompleteAfter, StartAfter }: Parameters): void {
  if (!CompleteAfter || !StartAfter || CompleteAfter >= StartAfter) return;
  const problems = ['-CompleteAfter is before -StartAfter: a batch starts before it is completed'];
  throw coreErrors.parameterInvalid({ cmdlet: newMigrationBatch.definition.name, problems });
}

/** What rules a cutover out; a staged migration does without. */
function assertCutover({ directorySynchronization, singleSignOn }: CmdletContext): void {
  if (directorySynchronization) throw migrationErrors.directorySynchronizationActive({});
  if (singleSignOn) throw migrationErrors.singleSignOnActive({});
}

const rowsOf = ({ CSVData, AllowUnknownColumnsInCsv }: Parameters): BatchRows | undefined =>
  CSVData && readBatchCsv(CSVData, { allowUnknownColumns: AllowUnknownColumnsInCsv });

function usersOf(
  { writeVerbose }: CmdletContext,
  { DisableOnCopy = false, UserIds, Users = UserIds }: Parameters,
): readonly string[] | undefined {
  if (Users !== undefined && !DisableOnCopy) {
    writeVerbose('The users leave their older batches, as with -DisableOnCopy: an address is in one batch at a time.');
  }
  return Users;
}

const recommended = 150;

/** More than that can be migrated, but the product advises against it. */
function warnOfSize({ migration, writeWarning }: CmdletContext, { guid, kind }: BatchView): void {
  const count = migration.users({ batch: guid }).filter(({ recipientType }) => recipientType === 'Mailbox').length;
  if (kind !== 'cutover' || count <= recommended) return;
  writeWarning(
    `The batch has ${count} mailboxes. A cutover of more than ${recommended} takes long; consider staged batches by a CSV file.`,
  );
}

/** Objects of a domain that is not accepted will fail one by one; said now, it can be mended before the start. */
function warnOfForeignDomains({ migration, isAcceptedDomain, writeWarning }: CmdletContext, batch: BatchView): void {
  const foreign = new Map<string, number>();
  for (const user of migration.users({ batch: batch.guid })) {
    const domain = user.emailAddress.slice(user.emailAddress.lastIndexOf('@') + 1).toLowerCase();
    if (user.recipientType !== 'Contact' && !isAcceptedDomain(domain)) {
      foreign.set(domain, (foreign.get(domain) ?? 0) + 1);
    }
  }
  for (const [domain, count] of foreign) {
    writeWarning(
      `${count} ${count === 1 ? 'object has an address' : 'objects have addresses'} in ${domain}, which isn't an accepted domain of your organization, and will fail. Add the domain, then start the batch.`,
    );
  }
}
