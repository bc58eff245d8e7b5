import type { BatchRecord } from '../records/batch.ts';
import type { UserRecord } from '../records/user.ts';
import type { ServiceRules } from '../rules.ts';
import { phaseOf } from '../states/batch-states.ts';
import { counterOf, type UserStatus } from '../states/user-states.ts';
import { type BatchJob, openBatchJob } from './batch-job.ts';
import { requeue } from './commands.ts';
import type { EngineContext } from './context.ts';
import { provisionUsers } from './provision.ts';
import { type SyncKind, syncKinds, syncUser } from './sync-user.ts';
import { dueReport, moveBatch, moveUser, reportLine } from './transitions.ts';
import { isToComplete, isWaiting, planUsers } from './user-times.ts';

/** The first sync of a batch, or what a new start has to try again. */
export async function runInitialSync(context: EngineContext, batch: BatchRecord, signal: AbortSignal): Promise<void> {
  moveBatch(context, batch.guid, { status: 'Syncing' });
  await using job = openBatchJob(context, batch, signal);
  do {
    await provisionAndSync(context, job, firstOrLater);
    signal.throwIfAborted();
    // A user may have been started while the others were copied.
  } while (readyIn(context, batch).length > 0 || retryFailed(context, batch.guid));
  settle(context, context.store.batches.get(batch.guid)!, reportOf(context, batch.guid));
}

const firstOrLater = ({ initialSyncedAt }: UserRecord): SyncKind =>
  initialSyncedAt === undefined ? syncKinds.initial : syncKinds.incremental;

/** Puts what failed into the queue once more, if the batch is to do so by itself. */
function retryFailed(context: EngineContext, batchGuid: string): boolean {
  const { autoRetries, autoRetryCount } = context.store.batches.get(batchGuid)!;
  const failed = context.store.users.list({ batchGuid }).filter(({ status }) => counterOf(status) === 'failed');
  if (failed.length === 0 || autoRetries >= autoRetryCount) return false;
  context.unitOfWork.transaction(() => {
    for (const user of failed) requeue(context, user);
    context.store.batches.update(batchGuid, { autoRetries: autoRetries + 1 });
    reportLine(context, { batchGuid }, `Retry ${autoRetries + 1} of ${autoRetryCount}: ${failed.length} users.`);
  });
  return true;
}

/** A run that a single user asked for sends no mail, unless there are new passwords to tell. */
function reportOf(context: EngineContext, batchGuid: string): Partial<BatchRecord> {
  const batch = context.store.batches.get(batchGuid)!;
  const news = !batch.quiet || context.store.users.list({ batchGuid }).some(({ sealedPassword }) => sealedPassword);
  return news ? dueReport(context, batch, 'synced') : {};
}

/** The daily sync of a settled batch; users that failed in their first one wait for a new start. */
export async function runIncrementalSync(
  context: EngineContext,
  batch: BatchRecord,
  signal: AbortSignal,
): Promise<void> {
  moveBatch(context, batch.guid, { status: 'IncrementalSyncing' });
  await using job = openBatchJob(context, batch, signal);
  await syncAll(context, job, { users: usersIn(context, batch, incremental), kindOf: () => syncKinds.incremental });
  await finishUsers(context, job, {});
}

/** Users whose own time has come: those that waited are copied, and those that are to be completed are. */
export async function runPlannedUsers(context: EngineContext, batch: BatchRecord, signal: AbortSignal): Promise<void> {
  moveBatch(context, batch.guid, { status: 'IncrementalSyncing' });
  await using job = openBatchJob(context, batch, signal);
  await finishUsers(context, job, { nextSyncAt: batch.nextSyncAt });
}

/** Works until there is nobody left whose time has come, as others may join in the meantime; then settles the batch. */
async function finishUsers(context: EngineContext, job: BatchJob, changes: Partial<BatchRecord>): Promise<void> {
  const { batch, signal } = job;
  for (;;) {
    await completeUsers(context, job);
    if (readyIn(context, batch).length === 0) break;
    signal.throwIfAborted();
    await provisionAndSync(context, job, firstOrLater);
  }
  settle(context, context.store.batches.get(batch.guid)!, changes);
}

/** Those that are to be completed by now. */
async function completeUsers(context: EngineContext, job: BatchJob): Promise<void> {
  const { batch, signal } = job;
  const users = usersIn(context, batch, completing).filter((user) => isToComplete(context, user));
  await syncAll(context, job, { users, kindOf: () => syncKinds.final });
  signal.throwIfAborted();
  // One that fails is not tried for ever.
  for (const { guid } of users) context.store.users.update(guid, { completeAfter: undefined });
}

/** The last sync. What fails in it is ignored, or with `requireClean` keeps the batch settled. */
export async function runCompletion(context: EngineContext, batch: BatchRecord, signal: AbortSignal): Promise<void> {
  await using job = openBatchJob(context, batch, signal);
  await provisionAndSync(context, job, () => syncKinds.final);
  await syncAll(context, job, { users: usersIn(context, batch, completing), kindOf: () => syncKinds.final });
  signal.throwIfAborted();
  context.unitOfWork.transaction(() => complete(context, batch));
}

const queued: readonly UserStatus[] = ['Queued', 'Provisioning', 'ProvisionUpdating', 'Syncing'];
const incremental: readonly UserStatus[] = ['Synced', 'IncrementalSyncing', 'IncrementalFailed'];
const completing: readonly UserStatus[] = [...incremental, 'Completing'];

const usersIn = ({ store }: EngineContext, { guid }: BatchRecord, statuses: readonly UserStatus[]): UserRecord[] =>
  store.users.list({ batchGuid: guid }).filter(({ status }) => statuses.includes(status));

/** Those in the queue whose time has come. */
const readyIn = (context: EngineContext, batch: BatchRecord): UserRecord[] =>
  usersIn(context, batch, queued).filter((user) => !isWaiting(context, user));

type KindOf = (user: UserRecord) => SyncKind;

/** Brings every user that waits as far as its first copy. */
async function provisionAndSync(context: EngineContext, job: BatchJob, kindOf: KindOf): Promise<void> {
  const waiting = usersIn(context, job.batch, queued);
  const unmade = waiting.filter((user) => user.entry.kind !== 'mailbox' || !isMade(context, user));
  await provisionUsers(context, unmade, job.signal);
  await syncAll(context, job, { users: readyIn(context, job.batch), kindOf });
}

const isMade = ({ target }: EngineContext, { targetGuid }: UserRecord): boolean =>
  targetGuid !== undefined && target.hasRecipient(targetGuid);

/** All at once: the endpoint's connections say how many really are. */
async function syncAll(
  context: EngineContext,
  job: BatchJob,
  { users, kindOf }: { users: readonly UserRecord[]; kindOf: KindOf },
): Promise<void> {
  const mailboxes = users.filter(({ entry, targetGuid }) => entry.kind === 'mailbox' && targetGuid !== undefined);
  const runs = mailboxes.map((user) => syncUser(context, job, { user, kind: kindOf(user) }));
  const failure = (await Promise.allSettled(runs)).find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}

/** Puts the batch into the state that its users make. */
function settle(context: EngineContext, batch: BatchRecord, changes: Partial<BatchRecord>): void {
  const { store, clock, rules } = context;
  const now = clock.now();
  const users = store.users.list({ batchGuid: batch.guid });
  const good = users.filter(({ status }) => ['synced', 'finalized'].includes(counterOf(status))).length;
  const bad = users.filter((user) => !isWaiting(context, user)).length - good;
  const neverSynced = good === 0 && batch.initialSyncAt === undefined;
  const synced = bad === 0 ? 'Synced' : neverSynced ? 'Failed' : 'SyncedWithErrors';
  const status = synced !== 'Failed' && !batch.allowIncrementalSyncs ? 'Stopped' : synced;
  context.unitOfWork.transaction(() => {
    moveBatch(context, batch.guid, {
      ...changes,
      status,
      initialSyncAt: batch.initialSyncAt ?? (neverSynced ? undefined : now),
      lastSyncedAt: now,
      nextSyncAt: phaseOf(status) === 'settled' ? (changes.nextSyncAt ?? nextSync(batch, now, rules)) : undefined,
      nextReportAt: nextReport(batch, now),
      quiet: false,
    });
    planUsers(context, batch);
    reportLine(context, { batchGuid: batch.guid }, `The batch is ${status}: ${good} of ${users.length} users synced.`);
  });
}

/** Syncs keep their time of the day, however long one takes. */
function nextSync({ nextSyncAt: due }: BatchRecord, now: number, { incrementalSyncEvery }: ServiceRules): number {
  if (due === undefined || due > now) return now + incrementalSyncEvery;
  return due + (Math.floor((now - due) / incrementalSyncEvery) + 1) * incrementalSyncEvery;
}

const nextReport = ({ reportInterval, nextReportAt }: BatchRecord, now: number): number | undefined =>
  reportInterval === 0 ? undefined : (nextReportAt ?? now + reportInterval);

function complete(context: EngineContext, batch: BatchRecord): void {
  const users = context.store.users.list({ batchGuid: batch.guid });
  const bad = users.filter(({ status }) => counterOf(status) === 'failed' || counterOf(status) === 'stopped');
  if (bad.length > 0 && batch.requireClean) return reopen(context, batch, users);
  for (const { guid, status } of users) {
    if (status === 'Synced') moveUser(context, guid, { status: 'Completed' });
  }
  const now = context.clock.now();
  const status = bad.length === 0 ? 'Completed' : 'CompletedWithErrors';
  moveBatch(context, batch.guid, {
    status,
    completedAt: now,
    lastSyncedAt: now,
    nextSyncAt: undefined,
    nextReportAt: undefined,
    completeAfter: undefined,
    ...dueReport(context, batch, 'completed'),
  });
  reportLine(context, { batchGuid: batch.guid }, `The batch is ${status}; nothing is synced any more.`);
}

const reopened: Partial<Record<UserStatus, UserStatus>> = {
  Completed: 'Synced',
  CompletionFailed: 'IncrementalFailed',
};

/** Synchronisation errors were not to be ignored: the batch goes on as if it had not been completed. */
function reopen(context: EngineContext, batch: BatchRecord, users: readonly UserRecord[]): void {
  for (const { guid, status } of users) {
    const before = reopened[status];
    if (before) moveUser(context, guid, { status: before });
  }
  const count = users.filter(({ status }) => counterOf(status) === 'failed' || counterOf(status) === 'stopped').length;
  const message = `The migration was not completed, because ${count} ${count === 1 ? 'user has' : 'users have'} synchronization errors. See the Error Report for Synchronization Failures (MigrationErrors.csv) and mend them, or complete it with -IgnoreSyncErrors.`;
  reportLine(context, { batchGuid: batch.guid }, message);
  const done = { message, completeAfter: undefined };
  settle(context, batch, { ...done, ...dueReport(context, batch, 'synced') });
}
