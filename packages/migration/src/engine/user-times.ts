import type { BatchRecord } from '../records/batch.ts';
import type { UserRecord } from '../records/user.ts';
import { counterOf } from '../states/user-states.ts';
import type { EngineContext } from './context.ts';

/** Whether a user's first copy is to wait. */
export const isWaiting = ({ clock }: EngineContext, { startAfter, status }: UserRecord): boolean =>
  status === 'Queued' && startAfter !== undefined && startAfter > clock.now();

/** Whether a user is to be completed by now. */
export const isToComplete = ({ clock }: EngineContext, { completeAfter, initialSyncedAt }: UserRecord): boolean =>
  completeAfter !== undefined && completeAfter <= clock.now() && initialSyncedAt !== undefined;

/** Writes down when the next user of a batch has a time of its own. */
export function planUsers(context: EngineContext, { guid }: Pick<BatchRecord, 'guid'>): void {
  const times = context.store.users.list({ batchGuid: guid }).flatMap((user) => timesOf(context, user));
  context.store.batches.update(guid, { nextUserAt: times.length === 0 ? undefined : Math.min(...times) });
}

function timesOf(context: EngineContext, user: UserRecord): number[] {
  const { completeAfter, initialSyncedAt, startAfter, status } = user;
  if (counterOf(status) === 'finalized') return [];
  const start = isWaiting(context, user) ? startAfter : undefined;
  const complete = initialSyncedAt === undefined ? undefined : completeAfter;
  return [start, complete].filter((time) => time !== undefined);
}
