import { migrationErrors } from '../errors.ts';
import type { CompleteOptions } from '../migration-service.ts';
import type { BatchRecord } from '../records/batch.ts';
import type { UserRecord } from '../records/user.ts';
import { accepts, type BatchCommand, phaseOf } from '../states/batch-states.ts';
import { worksIn } from '../states/refusals.ts';
import { counterOf, type UserStatus } from '../states/user-states.ts';
import type { EngineContext } from './context.ts';
import { assertNoneUnderWay } from './create-batch.ts';
import { findBatchRecord } from './queries.ts';
import { batchUnderWay, dueReport, moveBatch, moveUser, reportLine, startingStatus } from './transitions.ts';

/** The batch of this name or GUID, if it may be told to do this now. */
export function batchFor(context: EngineContext, identity: string, command: BatchCommand): BatchRecord {
  const batch = findBatchRecord(context, identity);
  if (batch === undefined) throw migrationErrors.batchNotFound({ identity });
  assertAccepts(batch, command);
  return batch;
}

/** What is asked of a batch, after "can't". */
const asked: Readonly<Record<BatchCommand, string>> = {
  start: 'be started',
  sync: 'be synced now',
  stop: 'be stopped',
  complete: 'be completed',
  remove: 'be removed',
};

export function assertAccepts({ name, status }: BatchRecord, command: BatchCommand): void {
  if (!accepts(status, command)) {
    throw migrationErrors.wrongState({ command: asked[command], batch: name, status, works: worksIn(command) });
  }
}

/** Puts back what has not come through into the queue, and the batch under way; one that is running takes them along. */
export function startBatch(context: EngineContext, identity: string, { by }: { by: string }): BatchRecord {
  const running = runningBatch(context, identity);
  if (running !== undefined && retryWhileRunning(context, running, { by })) return running;
  const batch = batchFor(context, identity, 'start');
  assertNoneUnderWay(context, { besides: batch.guid });
  context.unitOfWork.transaction(() => {
    for (const user of context.store.users.list({ batchGuid: batch.guid })) requeue(context, user);
    moveBatch(context, batch.guid, {
      // What was completed before is completed again, with the users that had failed.
      status: phaseOf(batch.status) === 'over' ? 'Completing' : startingStatus(context, batch.startAfter),
      startedAt: batch.startedAt ?? context.clock.now(),
      startedBy: by,
      touchedAt: context.clock.now(),
      message: undefined,
      quiet: false,
      autoRetries: 0,
    });
    reportLine(context, { batchGuid: batch.guid }, `The batch was started by ${by}.`);
  });
  return context.store.batches.get(batch.guid)!;
}

const runningBatch = (context: EngineContext, identity: string): BatchRecord | undefined => {
  const batch = findBatchRecord(context, identity);
  return batch?.status === 'Syncing' || batch?.status === 'IncrementalSyncing' ? batch : undefined;
};

/** Whether there was something to try again: who failed or was stopped joins the run. Source: Start-MigrationBatch, "at any time". */
function retryWhileRunning(context: EngineContext, { guid }: BatchRecord, { by }: { by: string }): boolean {
  const users = context.store.users.list({ batchGuid: guid }).filter(hasNotComeThrough);
  if (users.length === 0) return false;
  context.unitOfWork.transaction(() => {
    for (const user of users) requeue(context, user);
    context.store.batches.update(guid, { startedBy: by, touchedAt: context.clock.now() });
    reportLine(context, { batchGuid: guid }, `${countOf(users.length)} tried again, as ${by} asked.`);
  });
  return true;
}

const countOf = (users: number): string => (users === 1 ? '1 user is' : `${users} users are`);

const hasNotComeThrough = ({ status }: UserRecord): boolean => ['failed', 'stopped'].includes(counterOf(status));

export function requeue(context: EngineContext, user: UserRecord): void {
  if (!hasNotComeThrough(user)) return;
  moveUser(context, user.guid, { status: 'Queued', error: undefined, queuedAt: context.clock.now() });
}

/** The batch named, or the one under way. */
export function batchToStop(context: EngineContext, identity: string | undefined): BatchRecord {
  if (identity !== undefined) return batchFor(context, identity, 'stop');
  const batch = batchUnderWay(context) ?? incrementalBatch(context);
  if (batch === undefined) throw migrationErrors.nothingUnderWay({});
  assertAccepts(batch, 'stop');
  return batch;
}

const incrementalBatch = ({ store }: EngineContext): BatchRecord | undefined =>
  store.batches.list().find(({ status }) => status === 'IncrementalSyncing');

/** What becomes of a user's state when its work is ended. */
export const stopped: Partial<Record<UserStatus, UserStatus>> = {
  Queued: 'Stopped',
  Provisioning: 'Stopped',
  ProvisionUpdating: 'Stopped',
  Syncing: 'Stopped',
  IncrementalSyncing: 'IncrementalStopped',
};

/** Writes down that the batch's work has ended, and why if nobody asked for it; what was migrated stays as it is. */
export function finishStop(context: EngineContext, batchGuid: string, { reason }: { reason?: string } = {}): void {
  context.unitOfWork.transaction(() => {
    const batch = context.store.batches.get(batchGuid)!;
    const users = context.store.users.list({ batchGuid });
    for (const { guid, status, initialSyncedAt } of users) {
      const next = status === 'Queued' && initialSyncedAt ? 'IncrementalStopped' : stopped[status];
      // Who waits has not begun, though his mailbox may have been made: the report tells the two apart.
      const begun = status === 'Queued' && !initialSyncedAt ? { startedAt: undefined } : {};
      if (next) moveUser(context, guid, { status: next, ...begun });
    }
    moveBatch(context, batchGuid, {
      status: 'Stopped',
      nextSyncAt: undefined,
      quiet: false,
      message: reason,
      ...dueReport(context, batch, 'stopped'),
    });
    reportLine(context, { batchGuid }, reason ?? 'The batch was stopped.');
  });
}

/** Tells the batch named, or every settled one, to run its final sync. */
export function completeBatches(
  context: EngineContext,
  identity: string | undefined,
  options: CompleteOptions,
): BatchRecord[] {
  const batches = identity === undefined ? settledBatches(context) : [batchFor(context, identity, 'complete')];
  if (batches.length === 0) throw migrationErrors.nothingToComplete({});
  if (!context.rules.completesCutover) throw migrationErrors.nothingToFinalize({ batch: batches[0]!.name });
  for (const batch of batches) {
    assertNoneUnderWay(context, { besides: batch.guid });
    if (options.requireClean === true) assertClean(context, batch);
  }
  context.unitOfWork.transaction(() => {
    for (const batch of batches) beginCompletion(context, batch, options);
  });
  return batches.map(({ guid }) => context.store.batches.get(guid)!);
}

const settledBatches = ({ store }: EngineContext): BatchRecord[] =>
  store.batches.list().filter(({ status }) => accepts(status, 'complete'));

function assertClean({ store }: EngineContext, { guid, name }: BatchRecord): void {
  const users = store.users.list({ batchGuid: guid });
  const count = users.filter(hasNotComeThrough).length;
  if (count > 0) throw migrationErrors.notClean({ batch: name, count });
}

function beginCompletion(context: EngineContext, batch: BatchRecord, options: CompleteOptions): void {
  const { by, notificationEmails, ignoreErrors = false } = options;
  moveBatch(context, batch.guid, {
    status: 'Completing',
    startedBy: by ?? batch.startedBy,
    touchedAt: context.clock.now(),
    notificationEmails: notificationEmails ?? batch.notificationEmails,
    requireClean: !ignoreErrors,
    message: undefined,
  });
  reportLine(context, { batchGuid: batch.guid }, `The completion was asked for${by ? ` by ${by}` : ''}.`);
}

/** Forgets the batch and its users; the mailboxes and the ledger stay, so that a new batch copies nothing twice. */
export function finishRemove({ store }: EngineContext, batchGuid: string): void {
  store.batches.remove(batchGuid);
}
