import type { Clock } from '@cutover/base';
import {
  buildStatusReport,
  passwordSecret,
  type BatchView,
  type Mailer,
  type MigrationService,
  type MigrationStore,
  type ReportMoment,
  type Secrets,
  type StatusReport,
  type StatusReporter,
  type UnitOfWork,
  type UserView,
} from '@cutover/migration';
import type { ReportArchive } from './report-archive.ts';
import { statusMail } from './status-mail.ts';

export interface StatusReporterOptions {
  /** Asked for only when a report is due: the service is made with its reporter. */
  readonly migration: () => Pick<MigrationService, 'findBatch' | 'users' | 'skippedItems'>;
  readonly users: MigrationStore['users'];
  readonly unitOfWork: UnitOfWork;
  readonly secrets: Secrets;
  readonly mailer: Mailer;
  readonly archive: ReportArchive;
  readonly clock: Clock;
}

/**
 * Writes a batch's report files, mails them, and then forgets the passwords that they told. A crash before that sends
 * the mail again, with the same passwords: better twice than never.
 */
export function createStatusReporter(options: StatusReporterOptions): StatusReporter {
  return {
    report: async ({ batchGuid, moment }, { signal }) => {
      const batch = options.migration().findBatch(batchGuid);
      if (!batch) return;
      const report = makeReport(options, batch, moment);
      const files = options.archive.add(report);
      try {
        await options.mailer.send(statusMail(report, { to: recipients(batch), files }), { signal });
      } catch (error) {
        if (files) options.archive.remove(files);
        throw error;
      }
      forgetPasswords(options, report);
    },
  };
}

function makeReport(options: StatusReporterOptions, batch: BatchView, moment: ReportMoment): StatusReport {
  const migration = options.migration();
  const users = migration.users({ batch: batch.guid });
  const skippedItems = users.flatMap(({ guid, skippedItemCount }) =>
    skippedItemCount > 0 ? migration.skippedItems(guid) : [],
  );
  const passwords = new Map(users.flatMap((user) => passwordOf(user, options.secrets)));
  return buildStatusReport({ batch, moment, madeAt: options.clock.now(), users, skippedItems, passwords });
}

function passwordOf(user: UserView, secrets: Secrets): [guid: string, password: string][] {
  if (!user.sealedPassword) return [];
  return [[user.guid, secrets.open(user.sealedPassword, passwordSecret(user.guid))]];
}

/** The administrator who started the batch, and whom the batch names; each once. */
function recipients({ startedBy, submittedBy, notificationEmails }: BatchView): string[] {
  const addresses = [startedBy ?? submittedBy, ...notificationEmails];
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}

function forgetPasswords({ unitOfWork, users }: StatusReporterOptions, { migrated }: StatusReport): void {
  unitOfWork.transaction(() => {
    for (const { password, userGuid } of migrated) {
      if (password !== '') users.update(userGuid, { sealedPassword: undefined });
    }
  });
}
