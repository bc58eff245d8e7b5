import type { MigrationBatch, Report } from '@cutover/core';
import type { BatchView } from '@cutover/migration';
import type { CmdletContext } from '../implement.ts';
import { worstScore } from '../objects/data-consistency-score.ts';
import { toMigrationBatch } from '../objects/to-migration-batch.ts';
import { toReport } from '../objects/to-report.ts';

/** A batch with its report files; with its review of counts until it is started; with its report if asked for. */
export function batchOutput(
  context: CmdletContext,
  batch: BatchView,
  options: { includeReport?: boolean | undefined; diagnostic?: boolean | undefined } = {},
): MigrationBatch {
  return toMigrationBatch(batch, {
    reports: context.reports.list(batch.guid),
    report: options.includeReport ? reportOf(context, batch) : null,
    diagnostic: options.diagnostic ? diagnosticInfo(batch) : null,
    review: batch.status === 'Created' ? reviewOf(context, batch) : null,
    ownerGuid: context.directory.findByAddress(batch.submittedBy)?.guid,
    score: batch.initialSyncAt === undefined ? null : worstScore(context.migration.users({ batch: batch.guid })),
  });
}

const diagnosticInfo = (batch: BatchView): string =>
  [
    `kind=${batch.kind} status=${batch.status} since=${new Date(batch.statusSince).toISOString()}`,
    `lastAction=${new Date(batch.touchedAt).toISOString()} autoRetries=${batch.autoRetries}/${batch.autoRetryCount}`,
    `pendingReport=${batch.pendingReport ?? 'none'}`,
  ].join('\n');

function reportOf({ migration }: CmdletContext, batch: BatchView): Report {
  const users = migration.users({ batch: batch.guid });
  return toReport({ entries: migration.reportEntries({ batchGuid: batch.guid }), users });
}

/** What will be migrated, for the administrator to look at before the start. */
export function reviewOf({ migration }: CmdletContext, batch: BatchView): string {
  const counts = { Mailbox: 0, Group: 0, Contact: 0 };
  for (const user of migration.users({ batch: batch.guid })) counts[user.recipientType]++;
  const groups = `${counts.Group} distribution ${plural(counts.Group, 'group')}`;
  const mailboxes = `${counts.Mailbox} ${counts.Mailbox === 1 ? 'mailbox' : 'mailboxes'}`;
  return `${mailboxes}, ${groups} and ${counts.Contact} ${plural(counts.Contact, 'contact')} will be migrated.${notes(batch)}`;
}

/** What is not, or not yet, and why. */
const notes = ({ validationWarnings }: BatchView): string =>
  validationWarnings.map((warning) => ` ${warning}`).join('');

const plural = (count: number, word: string): string => (count === 1 ? word : `${word}s`);
