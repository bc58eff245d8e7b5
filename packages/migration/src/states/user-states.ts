/** The states of a batch's user, each with the counter it stands under and its summary. */
export const userStates = {
  Queued: { counter: 'pending', summary: 'Active' },
  Provisioning: { counter: 'active', summary: 'Active' },
  ProvisionUpdating: { counter: 'active', summary: 'Active' },
  Syncing: { counter: 'active', summary: 'Active' },
  Synced: { counter: 'synced', summary: 'Synced' },
  IncrementalSyncing: { counter: 'synced', summary: 'Active' },
  IncrementalFailed: { counter: 'failed', summary: 'Failed' },
  IncrementalStopped: { counter: 'stopped', summary: 'Stopped' },
  Failed: { counter: 'failed', summary: 'Failed' },
  Stopped: { counter: 'stopped', summary: 'Stopped' },
  Completing: { counter: 'active', summary: 'Active' },
  Completed: { counter: 'finalized', summary: 'Completed' },
  CompletionFailed: { counter: 'failed', summary: 'Failed' },
} as const satisfies Record<string, { counter: UserCounter; summary: UserSummary }>;

export type UserCounter = 'pending' | 'active' | 'synced' | 'finalized' | 'failed' | 'stopped';
export type UserSummary = 'Active' | 'Synced' | 'Completed' | 'Failed' | 'Stopped';
export type UserStatus = keyof typeof userStates;

export const summaryOf = (status: UserStatus): UserSummary => userStates[status].summary;
