import { userStates, type UserCounter, type UserStatus } from './user-states.ts';

/** What a batch, or the overall migration, tells of its users; never stored. */
export interface Counters {
  readonly totalCount: number;
  readonly pendingCount: number;
  readonly activeCount: number;
  readonly stoppedCount: number;
  readonly syncedCount: number;
  readonly finalizedCount: number;
  readonly failedCount: number;
  readonly provisionedCount: number;
}

/** Derives the counters from how many users stand in each state, and how many have their target object. */
export function deriveCounters(users: Iterable<{ status: UserStatus; count: number; provisioned: number }>): Counters {
  const by: Record<UserCounter, number> = { pending: 0, active: 0, synced: 0, finalized: 0, failed: 0, stopped: 0 };
  let provisionedCount = 0;
  for (const { status, count, provisioned } of users) {
    by[userStates[status].counter] += count;
    provisionedCount += provisioned;
  }
  return {
    totalCount: Object.values(by).reduce((sum, count) => sum + count, 0),
    pendingCount: by.pending,
    activeCount: by.active,
    stoppedCount: by.stopped,
    syncedCount: by.synced,
    finalizedCount: by.finalized,
    failedCount: by.failed,
    provisionedCount,
  };
}
