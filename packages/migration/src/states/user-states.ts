/**
 * The states of a batch's user: the counter it stands under, its summary, and the duration that time spent in it counts for.
 * A user that has its first copy counts as synced also while a later sync runs.
 */
export const userStates = {
  Queued: { counter: 'pending', summary: 'Active', duration: 'queuedDuration' },
  Provisioning: { counter: 'active', summary: 'Active', duration: 'inProgressDuration' },
  ProvisionUpdating: { counter: 'active', summary: 'Active', duration: 'inProgressDuration' },
  Syncing: { counter: 'active', summary: 'Active', duration: 'inProgressDuration' },
  Synced: { counter: 'synced', summary: 'Synced', duration: 'syncedDuration' },
  IncrementalSyncing: { counter: 'synced', summary: 'Active', duration: 'inProgressDuration' },
  IncrementalFailed: { counter: 'failed', summary: 'Failed' },
  IncrementalStopped: { counter: 'stopped', summary: 'Stopped' },
  Failed: { counter: 'failed', summary: 'Failed' },
  Stopped: { counter: 'stopped', summary: 'Stopped' },
  Completing: { counter: 'active', summary: 'Active', duration: 'inProgressDuration' },
  Completed: { counter: 'finalized', summary: 'Completed' },
  CompletionFailed: { counter: 'failed', summary: 'Failed' },
} as const satisfies Record<string, UserState>;

interface UserState {
  counter: UserCounter;
  summary: UserSummary;
  duration?: UserDuration;
}

export type UserCounter = 'pending' | 'active' | 'synced' | 'finalized' | 'failed' | 'stopped';
/** What a user's state comes down to. */
export type UserSummary = 'Active' | 'Synced' | 'Completed' | 'Failed' | 'Stopped';
export type UserDuration = 'queuedDuration' | 'inProgressDuration' | 'syncedDuration';
/** The state of a user. */
export type UserStatus = keyof typeof userStates;

/** What a user's state comes down to, as -StatusSummary filters. */
export const summaryOf = (status: UserStatus): UserSummary => userStates[status].summary;
export const counterOf = (status: UserStatus): UserCounter => userStates[status].counter;

export function durationOf(status: UserStatus): UserDuration | undefined {
  const state: UserState = userStates[status];
  return state.duration;
}
