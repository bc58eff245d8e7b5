import type { BatchStatus, UserStatus } from '@cutover/migration';

/** The first word that fits a status; what is under way is Active. */
const states: readonly (readonly [state: string, statuses: RegExp])[] = [
  ['Failed', /Failed$/],
  ['Stopped', /Stopped$|^Created$/],
  ['Completed', /^Completed/],
  ['Waiting', /^(Waiting|Queued|Synced(WithErrors)?|IncrementalSynced)$/],
  ['Corrupted', /^Corrupted$/],
];

/** A batch's or user's State: what its Status comes to. Source: the property is public, its values are not. */
export const stateOf = (status: BatchStatus | UserStatus): string =>
  states.find(([, statuses]) => statuses.test(status))?.[0] ?? 'Active';
