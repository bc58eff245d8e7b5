import type { BatchStatus } from '../states/batch-states.ts';
import type { Counters } from '../states/counters.ts';

/** Why a status mail is due. */
export type ReportMoment = 'synced' | 'stopped' | 'completed' | 'interval';

export interface BatchSettings {
  readonly name: string;
  /** Name or GUID; without it the endpoint of the batch before is used again. */
  readonly endpoint?: string | undefined;
  readonly submittedBy: string;
  readonly notificationEmails?: readonly string[] | undefined;
  readonly autoStart?: boolean | undefined;
  /** Milliseconds since 1970 before which the copying does not begin. */
  readonly startAfter?: number | undefined;
  readonly completeAfter?: number | undefined;
  /** Milliseconds between status mails while the batch lives; 0 = never. Default by the rules. */
  readonly reportInterval?: number | undefined;
  readonly timeZone?: string | undefined;
  readonly locale?: string | undefined;
}

/** A batch as it is stored. Times are milliseconds since 1970. */
export interface BatchRecord {
  readonly guid: string;
  readonly name: string;
  readonly endpointGuid: string;
  readonly status: BatchStatus;
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
  /** Why the batch failed as a whole. */
  readonly message: string | undefined;
}

/** A batch with what is derived from its users. */
export interface BatchView extends BatchRecord, Counters {
  readonly endpointName: string;
  readonly isProvisioning: boolean;
}
