import type { Clock, Ids } from '@cutover/base';
import type { MigrationStore } from './ports/migration-store.ts';
import type { Secrets } from './ports/secrets.ts';
import type { Sources, Waiting } from './ports/source.ts';
import type { StatusReporter } from './ports/status-reporter.ts';
import type { Target } from './ports/target.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';
import type { BatchRows } from './csv/batch-rows.ts';
import type { BatchOptions, BatchSettings, BatchView } from './records/batch.ts';
import type { FolderComparison } from './records/comparison.ts';
import type { EndpointRecord, EndpointSettings } from './records/endpoint.ts';
import type { SurveyedMailbox } from './records/mailbox-survey.ts';
import type { ReportEntry, SkippedItem, UserFilterView, UserView } from './records/user.ts';
import type { ServiceRules, ServiceVersion } from './rules.ts';
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

/** What a service works with. */
export interface MigrationOptions {
  readonly ports: MigrationPorts;
  /** Default: '2013'. */
  readonly serviceVersion?: ServiceVersion | undefined;
  /** The rules, asked for whenever they are needed, instead of those of a version. */
  readonly rules?: (() => ServiceRules) | undefined;
}

/**
 * The migration service: commands return as soon as they are written down, the work goes on behind them.
 * `identity` is a name or a GUID. Refusals are SdkErrors of `migrationErrors`.
 */
export interface MigrationService extends AsyncDisposable {
  createEndpoint(settings: EndpointSettings & { password: string }): EndpointRecord;
  /** New settings reach the users the next time that their batch is worked on. */
  changeEndpoint(identity: string, changes: EndpointChanges): EndpointRecord;
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
  changeBatch(identity: string, changes: BatchChanges, options?: Waiting): Promise<BatchView>;

  /** Tries one user again, or goes on with it after a stop. */
  startUser(identity: string, options: { by: string }): void;
  stopUser(identity: string): Promise<void>;
  /** Takes a user out of its batch; what was copied stays. */
  removeUser(identity: string): Promise<void>;
  changeUser(identity: string, changes: UserChanges): void;

  batches(filter?: { status?: BatchStatus | undefined; endpoint?: string | undefined }): BatchView[];
  findBatch(identity: string): BatchView | undefined;
  /** The overall migration: all batches together. */
  totals(): Counters;
  users(filter?: UserFilterView): UserView[];
  /** By address or GUID. */
  findUser(identity: string): UserView | undefined;
  skippedItems(userGuid: string): SkippedItem[];
  /** Reads a whole mailbox on both sides, and tells of each folder whether they hold the same. */
  compareMailbox(identity: string, options?: Waiting): AsyncIterable<FolderComparison>;
  /** Opens every mailbox behind an endpoint, as a migration would: which would fail, and how much is in the others. */
  surveyMailboxes(endpoint: string, options?: Waiting): Promise<SurveyedMailbox[]>;
  reportEntries(filter: { batchGuid: string; userGuid?: string | undefined }): ReportEntry[];

  config(): MigrationConfig;
  changeConfig(changes: { [N in keyof MigrationConfig]?: MigrationConfig[N] | undefined }): void;

  /** Picks up what an earlier process left, and begins to keep the schedule. */
  resume(): void;
  /** Resolves when nothing is under way and nothing is due at the clock's time. */
  untilIdle(options?: Waiting): Promise<void>;
  /** Whether all that is under way waits for a later time, to try again. */
  isAsleep(): boolean;
  /** When something is due next, in the clock's time; undefined: never. The process may end when nothing is. */
  nextDue(): number | undefined;
  /** Ends the work so that `resume` goes on with it. */
  close(): Promise<void>;
}

type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What Set-MigrationEndpoint changes; a setting that is named and undefined is taken away. */
export type EndpointChanges = Changes<Omit<EndpointSettings, 'name'>> & { readonly password?: string | undefined };

/** What Set-MigrationBatch changes; a limit that is named and undefined is lifted. */
export interface BatchChanges extends BatchOptions {
  /** Syncs the users that are synced at once, and tries no failed one. */
  readonly syncNow?: boolean | undefined;
  /** What is running takes the new settings, and those of its endpoint, at once. */
  readonly update?: boolean | undefined;
  readonly approveSkippedItems?: boolean | undefined;
  /** Further mailboxes of a staged batch. */
  readonly addRows?: BatchRows | undefined;
}

/** What Set-MigrationUser changes; a limit that is named and undefined is lifted. */
export interface UserChanges {
  readonly syncNow?: boolean | undefined;
  readonly approveSkippedItems?: boolean | undefined;
  readonly badItemLimit?: number | undefined;
  readonly largeItemLimit?: number | undefined;
  /** The user's first copy waits until then. */
  readonly startAfter?: number | undefined;
  /** The user is completed then, before its batch. */
  readonly completeAfter?: number | undefined;
}

/** Limits of the organisation. */
export interface MigrationConfig {
  readonly maxNumberOfBatches: number;
  /** Over all endpoints together. */
  readonly maxConcurrentMigrations: number;
}

/** How a batch is completed. */
export interface CompleteOptions {
  /** Who gets the status mail, besides the batch's `notificationEmails`. */
  readonly by?: string | undefined;
  readonly notificationEmails?: readonly string[] | undefined;
  /** Completes over synchronisation errors; without it they keep the batch settled. */
  readonly ignoreErrors?: boolean | undefined;
  /** Refuses at once when users failed or were stopped, before the final sync. */
  readonly requireClean?: boolean | undefined;
}
