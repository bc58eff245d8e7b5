import type { Clock, Ids } from '@cutover/base';
import type { MigrationStore } from './ports/migration-store.ts';
import type { Secrets } from './ports/secrets.ts';
import type { Sources, Waiting } from './ports/source.ts';
import type { StatusReporter } from './ports/status-reporter.ts';
import type { Target } from './ports/target.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';
import type { BatchSettings, BatchView } from './records/batch.ts';
import type { EndpointRecord, EndpointSettings } from './records/endpoint.ts';
import type { ReportEntry, SkippedItem, UserFilterView, UserView } from './records/user.ts';
import type { ServiceVersion } from './rules.ts';
import type { BatchStatus } from './states/batch-states.ts';
import type { Counters } from './states/counters.ts';

/** Everything through which the service sees the world. */
export interface MigrationPorts {
  readonly store: MigrationStore;
  readonly unitOfWork: UnitOfWork;
  readonly sources: Sources;
  readonly target: Target;
  readonly secrets: Secrets;
  readonly reporter: StatusReporter;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface MigrationOptions {
  readonly ports: MigrationPorts;
  /** Default: '2013'. */
  readonly serviceVersion?: ServiceVersion | undefined;
}

/**
 * The migration service: commands return as soon as they are written down, the work goes on behind them.
 * `identity` is a name or a GUID. Refusals are SdkErrors of `migrationErrors`.
 */
export interface MigrationService extends AsyncDisposable {
  createEndpoint(settings: EndpointSettings & { password: string }): EndpointRecord;
  removeEndpoint(identity: string): void;
  endpoints(): EndpointRecord[];
  findEndpoint(identity: string): EndpointRecord | undefined;

  /** Asks the source's directory what is to be migrated, leaves out what other batches hold, and makes the batch. */
  createBatch(settings: BatchSettings, options?: Waiting): Promise<BatchView>;
  /** Starts, goes on after a stop, or tries what failed again. */
  startBatch(identity: string, options: { by: string }): BatchView;
  /** Ends running copies at once; what is migrated stays. Without an identity: the batch under way. */
  stopBatch(identity: string | undefined, options?: Waiting): Promise<BatchView>;
  /** Final sync, then no more. Without an identity: every settled batch. */
  completeBatch(identity: string | undefined, options?: CompleteOptions): BatchView[];
  removeBatch(identity: string, options?: Waiting): Promise<void>;

  batches(filter?: { status?: BatchStatus | undefined; endpoint?: string | undefined }): BatchView[];
  findBatch(identity: string): BatchView | undefined;
  /** The overall migration: all batches together. */
  totals(): Counters;
  users(filter?: UserFilterView): UserView[];
  /** By address or GUID. */
  findUser(identity: string): UserView | undefined;
  skippedItems(userGuid: string): SkippedItem[];
  reportEntries(filter: { batchGuid: string; userGuid?: string | undefined }): ReportEntry[];

  /** Picks up what an earlier process left, and begins to keep the schedule. */
  resume(): void;
  /** Resolves when nothing is under way and nothing is due at the clock's time. */
  untilIdle(options?: Waiting): Promise<void>;
  /** When something is due next, in the clock's time; undefined: never. The process may end when nothing is. */
  nextDue(): number | undefined;
  /** Ends the work so that `resume` goes on with it. */
  close(): Promise<void>;
}

export interface CompleteOptions {
  /** Who gets the status mail, besides the batch's `notificationEmails`. */
  readonly by?: string | undefined;
  readonly notificationEmails?: readonly string[] | undefined;
  /** Do not complete over synchronisation errors: they are refused now, and keep the batch settled later. */
  readonly requireClean?: boolean | undefined;
}
