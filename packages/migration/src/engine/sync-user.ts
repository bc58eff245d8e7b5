import { isSdkError } from '@cutover/base';
import { migrationErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { EndpointRecord } from '../records/endpoint.ts';
import type { UserRecord } from '../records/user.ts';
import type { UserStatus } from '../states/user-states.ts';
import type { BatchJob } from './batch-job.ts';
import type { EngineContext } from './context.ts';
import type { RunCounts } from './mailbox-run.ts';
import { syncMailbox } from './sync-mailbox.ts';
import { TransientFailures } from './transient-failures.ts';
import { moveUser, reportLine, userError } from './transitions.ts';

/** A kind of sync: the states that it leads through, and which of the endpoint's connections it takes. */
export interface SyncKind {
  readonly name: string;
  readonly running: UserStatus;
  readonly done: UserStatus;
  readonly failed: UserStatus;
  readonly connections: 'maxConcurrentMigrations' | 'maxConcurrentIncrementalSyncs';
}

export const syncKinds = {
  initial: {
    name: 'Initial sync',
    running: 'Syncing',
    done: 'Synced',
    failed: 'Failed',
    connections: 'maxConcurrentMigrations',
  },
  incremental: {
    name: 'Incremental sync',
    running: 'IncrementalSyncing',
    done: 'Synced',
    failed: 'IncrementalFailed',
    connections: 'maxConcurrentIncrementalSyncs',
  },
  final: {
    name: 'Final sync',
    running: 'Completing',
    done: 'Completed',
    failed: 'CompletionFailed',
    connections: 'maxConcurrentIncrementalSyncs',
  },
} as const satisfies Record<string, SyncKind>;

/**
 * Syncs one mailbox when a connection is free; transient failures give the connection back, wait, and try again.
 * Ends with the user in the state `done` or `failed`; only an abort is thrown, and leaves the user as it is.
 */
export async function syncUser(
  context: EngineContext,
  job: BatchJob,
  { user, kind }: { user: UserRecord; kind: SyncKind },
): Promise<void> {
  const controller = new AbortController();
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  context.userRuns.set(user.guid, { batchGuid: job.batch.guid, controller, ended });
  const signal = AbortSignal.any([job.signal, controller.signal]);
  try {
    await tryUntilDone({ context, job, kind, userGuid: user.guid, signal });
  } catch (error) {
    job.signal.throwIfAborted();
    // Who ended this user alone writes down what becomes of it.
    if (!controller.signal.aborted) throw error;
  } finally {
    context.userRuns.delete(user.guid);
    resolve();
  }
}

async function tryUntilDone(run: UserRun): Promise<void> {
  const failures = new TransientFailures(run.context.clock);
  for (;;) {
    const outcome = await attempt(run);
    if (outcome === 'done') return;
    if (!isTransient(outcome.error)) return finishFailed(run, outcome.error);
    failures.add(outcome);
    const last = failures.giveUp();
    if (last) return finishFailed(run, last);
    await stall(run, outcome.error, failures.count);
  }
}

interface UserRun {
  context: EngineContext;
  job: BatchJob;
  kind: SyncKind;
  userGuid: string;
  /** The batch's work, or this user's alone, is to end. */
  signal: AbortSignal;
}

const isTransient = (error: unknown): boolean => isSdkError(error) && error.retry;

type Outcome = 'done' | { error: unknown; progress: boolean };

async function attempt(run: UserRun): Promise<Outcome> {
  const { context, job, kind, userGuid, signal } = run;
  const slot = await context.slots.take(slotKey(job.endpoint, kind), { most: job.endpoint[kind.connections], signal });
  let progress = false;
  try {
    const counts = await copy(run, () => (progress = true));
    signal.throwIfAborted();
    finishDone(run, counts);
    return 'done';
  } catch (error) {
    signal.throwIfAborted();
    if (context.store.users.get(userGuid) === undefined) throw error;
    return { error, progress };
  } finally {
    slot.release();
  }
}

const slotKey = ({ guid }: EndpointRecord, { connections }: SyncKind): string => `${guid} ${connections}`;

async function copy(run: UserRun, onProgress: () => void): Promise<RunCounts> {
  const { context, job, kind, userGuid } = run;
  const { entry, startedAt, targetGuid } = context.store.users.get(userGuid)!;
  if (entry.kind !== 'mailbox') throw new TypeError(`${entry.displayName} is no mailbox`);
  if (!context.target.hasRecipient(targetGuid!))
    throw migrationErrors.mailboxRemoved({ mailbox: entry.primaryAddress });
  moveUser(context, userGuid, { status: kind.running, startedAt: startedAt ?? context.clock.now() });
  if (kind.name === syncKinds.initial.name) await job.assertMigratable(entry);
  await using source = await job.openMailbox(entry);
  const user = context.store.users.get(userGuid)!;
  return await syncMailbox(context, user, { source, signal: run.signal, onProgress });
}

function finishDone({ context, job, kind, userGuid }: UserRun, counts: RunCounts): void {
  const now = context.clock.now();
  context.unitOfWork.transaction(() => {
    const { initialSyncedAt } = context.store.users.get(userGuid)!;
    const skipped = context.store.skipped.count(userGuid);
    moveUser(context, userGuid, {
      status: kind.done,
      error: undefined,
      initialSyncedAt: initialSyncedAt ?? now,
      lastSyncedAt: now,
      syncedItemCount: counts.items,
      totalItemCount: counts.items + skipped,
    });
    const rest = skipped === 0 ? '' : `, ${skipped} skipped`;
    const text = `${kind.name} completed: ${counts.changes} changes, ${counts.items} items in all${rest}.`;
    reportLine(context, { batchGuid: job.batch.guid, userGuid }, text);
  });
}

function finishFailed({ context, job, kind, userGuid }: UserRun, error: unknown): void {
  const kept = userError(error, context.clock.now());
  context.unitOfWork.transaction(() => {
    moveUser(context, userGuid, { status: kind.failed, error: kept });
    reportLine(context, { batchGuid: job.batch.guid, userGuid }, `${kind.name} failed: ${kept.detail}`);
  });
}

async function stall(
  { context, job, kind, userGuid, signal }: UserRun,
  error: unknown,
  failures: number,
): Promise<void> {
  const { store, clock, userRuns } = context;
  const waiting = userRuns.get(userGuid)!;
  const { detail, summary } = userError(error, clock.now());
  const delay = Math.min(limits.firstRetryDelay * 2 ** (failures - 1), limits.longestRetryDelay);
  context.unitOfWork.transaction(() => {
    const { transientFailures } = store.users.get(userGuid)!;
    store.users.update(userGuid, { transientFailures: transientFailures + 1 });
    const text = `${kind.name} met a transient failure and is tried again in ${delay / 1000} s: ${detail}`;
    reportLine(context, { batchGuid: job.batch.guid, userGuid }, text);
  });
  waiting.stalledBy = summary;
  await clock.sleep(delay, { signal });
  waiting.stalledBy = undefined;
  const { stalledDuration } = store.users.get(userGuid)!;
  store.users.update(userGuid, { stalledDuration: stalledDuration + delay });
}
