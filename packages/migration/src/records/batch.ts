import type { BatchRows } from '../csv/batch-rows.ts';
import type { BatchStatus } from '../states/batch-states.ts';
import type { Counters } from '../states/counters.ts';

/** Why a status mail is due. */
export type ReportMoment = 'synced' | 'stopped' | 'completed' | 'interval';

/** Everything the source shows, or the mailboxes that a CSV file names. */
export type BatchKind = 'cutover' | 'staged';

/** What an administrator may set while the batch lives. Times are milliseconds since 1970. */
export interface BatchOptions {
  readonly notificationEmails?: readonly string[] | undefined;
  /** Before it the copying does not begin. */
  readonly startAfter?: number | undefined;
  readonly completeAfter?: number | undefined;
  /** Milliseconds between status mails while the batch lives; 0 = never. Default by the rules. */
  readonly reportInterval?: number | undefined;
  /** No status mails at all. */
  readonly skipReports?: boolean | undefined;
  /** False: the batch is stopped after its first sync. */
  readonly allowIncrementalSyncs?: boolean | undefined;
  /** How often a run begins again with what failed in it. */
  readonly autoRetryCount?: number | undefined;
  /** Items that a mailbox may leave out before it fails; undefined: any number. */
  readonly badItemLimit?: number | undefined;
  readonly largeItemLimit?: number | undefined;
}

/** What New-MigrationBatch is given. */
export interface BatchSettings extends BatchOptions {
  readonly name: string;
  /** Name or GUID; without it the endpoint of the batch before is used again. */
  readonly endpoint?: string | undefined;
  readonly submittedBy: string;
  readonly autoStart?: boolean | undefined;
  /** The rows of a CSV file: makes a staged batch of the mailboxes that they name. */
  readonly rows?: BatchRows | undefined;
  /** Users of older batches, by address or GUID: they go over into this one, with the endpoint that they have. */
  readonly users?: readonly string[] | undefined;
  /** Addresses that people know of: those that the directory does not show are told. */
  readonly knownAddresses?: readonly string[] | undefined;
  readonly timeZone?: string | undefined;
  readonly locale?: string | undefined;
}

/** A batch as it is stored. Times are milliseconds since 1970. */
export interface BatchRecord {
  readonly guid: string;
  readonly name: string;
  readonly kind: BatchKind;
  readonly endpointGuid: string;
  readonly status: BatchStatus;
  readonly statusSince: number;
  /** When an administrator last did something with it: an idle batch is stopped some time later. */
  readonly touchedAt: number;
  readonly submittedBy: string;
  /** Who started it last: the status mail goes there and to `notificationEmails`. */
  readonly startedBy: string | undefined;
  readonly notificationEmails: readonly string[];
  readonly createdAt: number;
  readonly startedAt: number | undefined;
  readonly startAfter: number | undefined;
  readonly completeAfter: number | undefined;
  readonly initialSyncAt: number | undefined;
  readonly lastSyncedAt: number | undefined;
  readonly completedAt: number | undefined;
  /** When the next incremental sync is due. */
  readonly nextSyncAt: number | undefined;
  readonly nextReportAt: number | undefined;
  readonly reportInterval: number;
  readonly timeZone: string;
  readonly locale: string;
  /** Complete- was told not to complete over synchronisation errors. */
  readonly requireClean: boolean;
  /** A status mail that has not gone out yet. */
  readonly pendingReport: ReportMoment | undefined;
  /** When it fell due: names the report, however often it is tried to send it. */
  readonly pendingReportAt: number | undefined;
  readonly skipReports: boolean;
  /** The present run was asked for by a single user: it sends a status mail only for what has new passwords. */
  readonly quiet: boolean;
  readonly allowIncrementalSyncs: boolean;
  readonly autoRetryCount: number;
  /** How many of them the present run has used. */
  readonly autoRetries: number;
  readonly badItemLimit: number | undefined;
  readonly largeItemLimit: number | undefined;
  /** When the next user has a time of its own to start or to be completed. */
  readonly nextUserAt: number | undefined;
  /** Rows of the CSV file that were left out, and why. */
  readonly validationWarnings: readonly string[];
  /** Why the batch failed as a whole. */
  readonly message: string | undefined;
}

/** A batch with what is derived from its users. */
export interface BatchView extends BatchRecord, Counters {
  readonly endpointName: string;
  readonly isProvisioning: boolean;
  /** How many mailboxes wait to be tried again after a transient failure, and the last one's. */
  readonly stalled: { readonly count: number; readonly failure: string } | undefined;
}
