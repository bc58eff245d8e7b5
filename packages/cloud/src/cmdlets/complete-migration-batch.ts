import { completeMigrationBatch } from '@cutover/core';
import { seenRoutings } from '../dns/routing-history.ts';
import { implement, type CmdletContext } from '../implement.ts';
import { utcText } from '../objects/utc-text.ts';

/** Without -Identity it completes the overall migration: every settled batch. */
export const handler = implement(completeMigrationBatch, async function* (context, parameters) {
  const { administrator, migration } = context;
  warnOfMail(context);
  migration.completeBatch(parameters.Identity, {
    by: administrator,
    notificationEmails: parameters.NotificationEmails,
    ignoreErrors: parameters.IgnoreSyncErrors,
    requireClean: parameters.SyncAndComplete,
  });
  yield* [];
});

/** After the completion, mail that still comes to the source is lost to the users. */
function warnOfMail({ clock, values, writeWarning }: CmdletContext): void {
  for (const [domain, { routesToCloud, settledAt = 0 }] of seenRoutings(values)) {
    if (!routesToCloud) {
      writeWarning(
        `The mail of ${domain} still goes to the source. What comes there after the completion is not copied.`,
      );
    } else if (settledAt > clock.now()) {
      writeWarning(
        `Until ${utcText(settledAt)} mail of ${domain} may still go to the source. What comes there after the completion is not copied.`,
      );
    }
  }
}
