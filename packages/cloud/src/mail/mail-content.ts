import {
  removedAt,
  type BatchStatus,
  type ErrorRow,
  type MigratedRow,
  type ReportMoment,
  type StatusReport,
  type TypeCount,
} from '@cutover/migration';
import { utcText } from '../objects/utc-text.ts';

/** Where the two files lie; absent when the organisation keeps nothing on disk. */
export interface ReportFiles {
  readonly statistics: string;
  readonly errors: string | undefined;
  /** They were there already: the process that wrote them ended before it had noted that the mail has gone out. */
  readonly wereThere: boolean;
}

export const statisticsFileName = 'MigrationStatistics.csv';
export const errorsFileName = 'MigrationErrors.csv';

/** How long the links of a status mail work, in milliseconds: as long as a stopped batch is kept. The files tell first passwords. */
export const reportsLast = 90 * 86_400_000;

/** What the mail says, before it takes a form. */
export interface MailContent {
  readonly title: string;
  /** Why things are not as they were asked to be. */
  readonly note: string | undefined;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly counts: readonly TypeCount[];
  readonly next: readonly string[];
  readonly files: readonly { readonly name: string; readonly url: string | undefined; readonly about: string }[];
  readonly migrated: readonly MigratedRow[];
  readonly errors: readonly ErrorRow[];
  readonly isGood: boolean;
}

/** Puts into words what a report tells. */
export function mailContent(report: StatusReport, files: ReportFiles | undefined): MailContent {
  const { batch, errors, migrated } = report;
  const withPasswords = migrated.some(({ password }) => password !== '');
  return {
    title: `Migration batch "${batch.name}" ${happened(report.moment, batch.status)}`,
    note: batch.message,
    facts: [...facts(report), ...(files ? [linksEnd(report)] : [])],
    counts: report.counts,
    next: [...(files?.wereThere ? [repeated] : []), ...nextSteps(report, { withPasswords })],
    files: [
      {
        name: statisticsFileName,
        url: files?.statistics,
        about: withPasswords ? 'what was migrated, with the first password of each new mailbox' : 'what was migrated',
      },
      ...(errors.length === 0
        ? []
        : [
            {
              name: errorsFileName,
              url: files?.errors,
              about: 'what was not migrated or not synchronized, why, and what to do',
            },
          ]),
    ],
    migrated,
    errors,
    isGood: errors.length === 0,
  };
}

const repeated =
  'This message may have reached you before: the service ended while it was sent. Both have the same Message-ID and the same content; keep one.';

const events: Readonly<Record<ReportMoment, string>> = {
  synced: 'has been synchronized',
  stopped: 'was stopped',
  completed: 'has been completed',
  interval: 'is being synchronized',
};
const withErrors: readonly BatchStatus[] = ['SyncedWithErrors', 'CompletedWithErrors', 'Failed'];
const happened = (moment: ReportMoment, status: BatchStatus): string =>
  `${events[moment]}${withErrors.includes(status) ? ' with errors' : ''}`;

function facts({ batch, madeAt }: StatusReport): [string, string][] {
  return [
    ['Status', batch.status],
    ['Started by', batch.startedBy ?? batch.submittedBy],
    ['Started', timeText(batch.startedAt)],
    ['Initial sync', timeText(batch.initialSyncAt)],
    ['Last synced', timeText(batch.lastSyncedAt)],
    ['Next sync', timeText(batch.nextSyncAt)],
    ['Source endpoint', batch.endpointName],
    ['Report made', timeText(madeAt)],
    ...whenRemoved(batch),
  ];
}

function whenRemoved(batch: StatusReport['batch']): [string, string][] {
  const at = removedAt(batch);
  return at === undefined ? [] : [['Batch removed', timeText(at)]];
}

const linksEnd = ({ madeAt }: StatusReport): [string, string] => ['Links end', timeText(madeAt + reportsLast)];

/** `2026-03-02 08:00:00 UTC`; a dash for what has not happened. */
function timeText(time: number | undefined): string {
  return time === undefined ? '–' : utcText(time);
}

function nextSteps({ batch, moment, errors }: StatusReport, { withPasswords }: { withPasswords: boolean }): string[] {
  const steps = [...stepsByMoment[moment]].map((step) => step.replaceAll('{batch}', batch.name));
  if (withPasswords) {
    steps.unshift(
      `Give each user the password in ${statisticsFileName}. It must be changed at the first sign-in, and the service does not keep it.`,
    );
  }
  if (errors.length > 0 && moment !== 'stopped') {
    steps.unshift(
      `Look at ${errorsFileName}, mend what failed, and try it again: Start-MigrationBatch -Identity "{batch}"`.replace(
        '{batch}',
        batch.name,
      ),
    );
  }
  return steps;
}

const stepsByMoment: Readonly<Record<ReportMoment, readonly string[]>> = {
  synced: [
    'Until you complete the migration, the source and the cloud-based mailboxes are synchronized every 24 hours.',
    'Assign licenses to the users, and point the MX record at the cloud (a TTL of 3600 seconds speeds it up).',
    'Wait until all mail goes to the cloud-based mailboxes, which takes up to 72 hours; then: Complete-MigrationBatch -Identity "{batch}"',
  ],
  stopped: [
    'What was migrated already is not affected, and is not synchronized any longer.',
    'To go on where it was stopped: Start-MigrationBatch -Identity "{batch}"',
  ],
  completed: [
    'A last synchronization was made. Mail that still arrives at the source is no longer copied.',
    'When the source organization is no longer needed, remove the batch: Remove-MigrationBatch -Identity "{batch}"',
  ],
  interval: [
    'The source and the cloud-based mailboxes are synchronized every 24 hours until you complete the migration.',
    'When all mail goes to the cloud-based mailboxes: Complete-MigrationBatch -Identity "{batch}"',
  ],
};

/** Over the errors: a mailbox that was migrated may fail at a later synchronization. */
export const errorsHeading = 'Not migrated, or not synchronized';

/** What is not as it should be with some of a type: `1 failed`, `2 not synchronized` … */
export const troubles = ({ failed, open, unsynced }: TypeCount): string[] => [
  ...(failed > 0 ? [`${failed} failed`] : []),
  ...(unsynced > 0 ? [`${unsynced} not synchronized`] : []),
  ...(open > 0 ? [`${open} not done`] : []),
];

export const typeNames = { Mailbox: 'Mailboxes', Group: 'Distribution groups', Contact: 'Contacts' } as const;
