import type { BatchRecord } from '../records/batch.ts';
import type { UserRecord } from '../records/user.ts';
import { counterOf, type UserStatus } from '../states/user-states.ts';
import { type BatchJob, openBatchJob } from './batch-job.ts';
import type { EngineContext } from './context.ts';
import { provisionUsers } from './provision.ts';
import { type SyncKind, syncKinds, syncUser } from './sync-user.ts';
import { moveBatch, moveUser, reportLine } from './transitions.ts';

/** The first sync of a batch, or what a new start has to try again. */
export async function runInitialSync(context: EngineContext, batch: BatchRecord, signal: AbortSignal): Promise<void> {
  moveBatch(context, batch.guid, { status: 'Syncing' });
  await using job = openBatchJob(context, batch, signal);
  await provisionAndSync(context, job, (user) => (user.initialSyncedAt ? syncKinds.incremental : syncKinds.initial));
  signal.throwIfAborted();
  settle(context, batch, { pendingReport: 'synced' });
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
  signal.throwIfAborted();
  settle(context, batch, {});
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

type KindOf = (user: UserRecord) => SyncKind;

/** Brings every user that waits as far as its first copy. */
async function provisionAndSync(context: EngineContext, job: BatchJob, kindOf: KindOf): Promise<void> {
  const waiting = usersIn(context, job.batch, queued);
  const unmade = waiting.filter(({ targetGuid, entry }) => targetGuid === undefined || entry.kind !== 'mailbox');
  await provisionUsers(context, unmade, job.signal);
  await syncAll(context, job, { users: usersIn(context, job.batch, queued), kindOf });
}

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
  const bad = users.length - good;
  const neverSynced = good === 0 && batch.initialSyncAt === undefined;
  const status = bad === 0 ? 'Synced' : neverSynced ? 'Failed' : 'SyncedWithErrors';
  context.unitOfWork.transaction(() => {
    moveBatch(context, batch.guid, {
      ...changes,
      status,
      initialSyncAt: batch.initialSyncAt ?? (neverSynced ? undefined : now),
      lastSyncedAt: now,
      nextSyncAt: status === 'Failed' ? undefined : now + rules.incrementalSyncEvery,
      nextReportAt: nextReport(batch, now),
    });
    reportLine(context, { batchGuid: batch.guid }, `The batch is ${status}: ${good} of ${users.length} users synced.`);
  });
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
    pendingReport: 'completed',
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
  reportLine(context, { batchGuid: batch.guid }, 'The batch was not completed, because the final sync had errors.');
  settle(context, batch, { requireClean: false, completeAfter: undefined, pendingReport: 'synced' });
}
