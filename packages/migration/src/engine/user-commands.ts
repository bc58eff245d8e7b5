import { migrationErrors } from '../errors.ts';
import type { UserChanges } from '../migration-service.ts';
import type { BatchRecord } from '../records/batch.ts';
import type { UserRecord } from '../records/user.ts';
import { batchStates, phaseOf, type BatchStatus } from '../states/batch-states.ts';
import { counterOf, userStates, type UserStatus } from '../states/user-states.ts';
import { requeue, stopped } from './commands.ts';
import type { EngineContext } from './context.ts';
import { assertNoneUnderWay } from './create-batch.ts';
import { findUser } from './queries.ts';
import { moveBatch, moveUser, reportLine, startingStatus } from './transitions.ts';
import { planUsers } from './user-times.ts';

/** The user of this address or GUID. */
export function userFor(context: EngineContext, identity: string): UserRecord {
  const user = findUser(context, identity);
  if (user === undefined) throw migrationErrors.userNotFound({ identity });
  return user;
}

const startable: readonly UserStatus[] = [
  'Failed',
  'Stopped',
  'IncrementalFailed',
  'IncrementalStopped',
  'CompletionFailed',
];

/** Tries one user again, or goes on with it after a stop; the others of its batch stay as they are. */
export function startUser(context: EngineContext, identity: string, { by }: { by: string }): void {
  const user = userFor(context, identity);
  if (!startable.includes(user.status)) throw refusal(user, 'be started', startable);
  const batch = batchOf(context, user);
  assertCanRun(context, batch);
  context.unitOfWork.transaction(() => {
    requeue(context, user);
    reportLine(context, { batchGuid: batch.guid, userGuid: user.guid }, `The user was started by ${by}.`);
    run(context, batch);
  });
}

/** Syncs a user that is synced already once more now; items that were left out are tried again by it. */
function syncUserNow(context: EngineContext, user: UserRecord): void {
  const batch = batchOf(context, user);
  assertCanRun(context, batch);
  moveUser(context, user.guid, { status: 'Queued', queuedAt: context.clock.now() });
  run(context, batch);
}

const batchOf = ({ store }: EngineContext, { batchGuid }: UserRecord): BatchRecord => store.batches.get(batchGuid)!;

const withRunningUsers = (Object.keys(batchStates) as BatchStatus[]).filter(
  (status) => status !== 'Created' && status !== 'Completing' && phaseOf(status) !== 'over',
);

function assertCanRun(context: EngineContext, batch: BatchRecord): void {
  if (!withRunningUsers.includes(batch.status)) {
    const { name, status } = batch;
    throw migrationErrors.wrongState({ command: 'sync single users', batch: name, status, works: withRunningUsers });
  }
  assertNoneUnderWay(context, { besides: batch.guid });
}

/** A batch whose work goes on takes the user along; another one begins to work, for this user alone. */
function run(context: EngineContext, { guid, status, startAfter }: BatchRecord): void {
  const touchedAt = context.clock.now();
  if (phaseOf(status) === 'underWay' || status === 'IncrementalSyncing') {
    context.store.batches.update(guid, { touchedAt });
    return;
  }
  moveBatch(context, guid, { status: startingStatus(context, startAfter), touchedAt, quiet: true });
}

const refusal = (user: UserRecord, command: string, works: readonly UserStatus[]): Error =>
  migrationErrors.wrongUserState({ command, user: user.emailAddress, status: user.status, works });

/** Ends what is done for one user; what it has already stays. */
export async function stopUser(context: EngineContext, identity: string): Promise<void> {
  const { guid } = stoppableUser(context, identity);
  await endRun(context, guid);
  context.unitOfWork.transaction(() => {
    // Its copy may have come to its end first.
    const user = stoppableUser(context, guid);
    moveUser(context, guid, { status: stateAfterStop(user)! });
    reportLine(context, { batchGuid: user.batchGuid, userGuid: guid }, 'The user was stopped.');
  });
}

function stoppableUser(context: EngineContext, identity: string): UserRecord {
  const user = userFor(context, identity);
  if (stateAfterStop(user) === undefined) throw refusal(user, 'be stopped', stoppable);
  return user;
}

const stoppable: readonly UserStatus[] = ['Queued', 'Syncing', 'Synced', 'IncrementalSyncing'];

function stateAfterStop({ status, initialSyncedAt }: UserRecord): UserStatus | undefined {
  if (status === 'Synced') return 'IncrementalStopped';
  // Made in milliseconds, and then queued.
  if (status === 'Provisioning' || status === 'ProvisionUpdating') return undefined;
  return status === 'Queued' && initialSyncedAt !== undefined ? 'IncrementalStopped' : stopped[status];
}

async function endRun({ userRuns }: EngineContext, userGuid: string): Promise<void> {
  const running = userRuns.get(userGuid);
  running?.controller.abort(migrationErrors.stopped({}));
  await running?.ended;
}

/** Takes a user out of its batch; the mailbox and the ledger stay, so that a later batch copies nothing twice. */
export async function removeUser(context: EngineContext, identity: string): Promise<void> {
  const { guid, emailAddress, batchGuid } = userFor(context, identity);
  await endRun(context, guid);
  context.unitOfWork.transaction(() => {
    context.store.users.remove(guid);
    reportLine(context, { batchGuid }, `${emailAddress} was taken out of the batch.`);
  });
}

/** Changes what holds for one user. */
export function changeUser(context: EngineContext, identity: string, changes: UserChanges): void {
  const user = userFor(context, identity);
  const { syncNow = false, approveSkippedItems = false, ...settings } = changes;
  if (syncNow && user.status !== 'Synced') throw refusal(user, 'be synced now', ['Synced']);
  if (settings.startAfter !== undefined && !hasNotBegun(user)) throw refusal(user, 'be started later', ['Queued']);
  if (settings.completeAfter !== undefined && counterOf(user.status) === 'finalized')
    throw refusal(user, 'be completed later', notFinalized);
  context.unitOfWork.transaction(() => {
    context.store.users.update(user.guid, settings);
    planUsers(context, { guid: user.batchGuid });
    if (approveSkippedItems) approve(context, user);
    if (syncNow) syncUserNow(context, user);
  });
}

const notFinalized = (Object.keys(userStates) as UserStatus[]).filter((status) => counterOf(status) !== 'finalized');

const hasNotBegun = ({ initialSyncedAt, status }: UserRecord): boolean =>
  status === 'Queued' && initialSyncedAt === undefined;

/** Says that what was left out of a mailbox was looked at, and that it can be done without. */
export function approve(context: EngineContext, { guid, batchGuid }: UserRecord): void {
  const count = context.store.skipped.count(guid);
  context.store.users.update(guid, { approvedAt: context.clock.now() });
  reportLine(context, { batchGuid, userGuid: guid }, `${count} skipped items were approved.`);
}
