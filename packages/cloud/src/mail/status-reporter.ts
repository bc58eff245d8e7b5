import {
  buildStatusReport,
  passwordSecret,
  type BatchView,
  type DueReport,
  type Mailer,
  type MigrationService,
  type MigrationStore,
  type Secrets,
  type ServiceRules,
  type StatusReport,
  type StatusReporter,
  type UserView,
} from '@cutover/migration';
import type { ReportArchive } from './report-archive.ts';
import { statusMail } from './status-mail.ts';

export interface StatusReporterOptions {
  /** Asked for only when a report is due: the service is made with its reporter. */
  readonly migration: () => Pick<MigrationService, 'findBatch' | 'users' | 'skippedItems'>;
  readonly users: MigrationStore['users'];
  readonly secrets: Secrets;
  readonly mailer: Mailer;
  readonly archive: ReportArchive;
  readonly rules: () => Pick<ServiceRules, 'mailsStarter'>;
}

/**
 * Writes a batch's report files and mails them; the passwords that they told are forgotten with the news that they have gone out. A
 * crash between the two sends the same mail again, of the same id: a folder has it once, a mail server can tell, and it says so itself,
 * as the files of its report were there already.
 */
export function createStatusReporter(options: StatusReporterOptions): StatusReporter {
  return {
    report: async ({ batchGuid, ...due }, { signal }) => {
      const batch = options.migration().findBatch(batchGuid);
      if (!batch) return () => undefined;
      const report = makeReport(options, batch, due);
      const files = options.archive.add(report);
      const to = recipients(batch, options.rules());
      try {
        if (to.length > 0) await options.mailer.send(statusMail(report, { to, files }), { signal });
      } catch (error) {
        if (files) options.archive.remove(files);
        throw error;
      }
      // Passwords that nobody was told are kept for the next report.
      return () => (files || to.length > 0 ? forgetPasswords(options, report) : undefined);
    },
  };
}

function makeReport(options: StatusReporterOptions, batch: BatchView, due: Omit<DueReport, 'batchGuid'>): StatusReport {
  const migration = options.migration();
  const users = migration.users({ batch: batch.guid });
  const skippedItems = users.flatMap(({ guid, skippedItemCount }) =>
    skippedItemCount > 0 ? migration.skippedItems(guid) : [],
  );
  const passwords = new Map(users.flatMap((user) => passwordOf(user, options.secrets)));
  return buildStatusReport({ batch, ...due, users, skippedItems, passwords });
}

function passwordOf(user: UserView, secrets: Secrets): [guid: string, password: string][] {
  if (!user.sealedPassword) return [];
  return [[user.guid, secrets.open(user.sealedPassword, passwordSecret(user.guid))]];
}

/** The administrator who started the batch, where the rules say so, and whom the batch names; each once. */
function recipients(
  { startedBy, submittedBy, notificationEmails }: BatchView,
  { mailsStarter }: Pick<ServiceRules, 'mailsStarter'>,
): string[] {
  const addresses = [...(mailsStarter ? [startedBy ?? submittedBy] : []), ...notificationEmails];
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}

function forgetPasswords({ users }: StatusReporterOptions, { migrated }: StatusReport): void {
  for (const { password, userGuid } of migrated) {
    if (password !== '') users.update(userGuid, { sealedPassword: undefined });
  }
}
