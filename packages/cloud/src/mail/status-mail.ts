import { migrationErrorsCsv, migrationStatisticsCsv, type OutgoingMail, type StatusReport } from '@cutover/migration';
import { errorsFileName, mailContent, statisticsFileName, type ReportFiles } from './mail-content.ts';
import { toHtml } from './to-html.ts';
import { toText } from './to-text.ts';

/** The status mail of a batch: counts by type, a line per object, both files as links and attached. */
export function statusMail(
  report: StatusReport,
  options: { to: readonly string[]; files: ReportFiles | undefined },
): OutgoingMail {
  const content = mailContent(report, options.files);
  return {
    id: `${report.batch.guid}.${report.madeAt}.${report.moment}`,
    date: report.madeAt,
    to: options.to,
    subject: content.title,
    text: toText(content),
    html: toHtml(content).html,
    attachments: attachments(report),
  };
}

function attachments(report: StatusReport): OutgoingMail['attachments'] {
  const contentType = 'text/csv; charset=utf-8';
  const statistics = { fileName: statisticsFileName, contentType, content: migrationStatisticsCsv(report.migrated) };
  if (report.errors.length === 0) return [statistics];
  return [statistics, { fileName: errorsFileName, contentType, content: migrationErrorsCsv(report.errors) }];
}
