import { migrationErrors, newMigrationBatch } from '@cutover/core';
import type { BatchView } from '@cutover/migration';
import { implement, type CmdletContext } from '../implement.ts';
import { batchOutput, reviewOf } from './batch-output.ts';
import { zonedTime } from './zoned-time.ts';

export const handler = implement(newMigrationBatch, async function* (context, parameters) {
  const { administrator, migration, signal } = context;
  if (context.directorySynchronization) throw migrationErrors.directorySynchronizationActive({});
  const zone = parameters.TimeZone ?? 'UTC';
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
    },
    { signal },
  );
  context.writeVerbose(reviewOf(context, batch));
  warnOfForeignDomains(context, batch);
  const started = parameters.AutoStart ? migration.startBatch(batch.guid, { by: administrator }) : batch;
  yield { ...batchOutput(context, started), ObjectState: 'New' as const };
});

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
