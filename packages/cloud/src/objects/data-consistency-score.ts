import { dataConsistencyScores, type DataConsistencyScore } from '@cutover/core';
import { isMigrated, type UserView } from '@cutover/migration';

// From here on so much is missing that somebody must look before users work with the mailbox.
const significantShare = 0.01;

/** How far the copy can be trusted: Perfect without skipped items; null for what has no items or was not synced yet. */
export function dataConsistencyScore(user: UserView): DataConsistencyScore | null {
  if (user.recipientType !== 'Mailbox' || !isMigrated(user)) return null;
  if (user.skippedItemCount === 0) return 'Perfect';
  return user.skippedItemCount > significantShare * (user.syncedItemCount + user.skippedItemCount)
    ? 'Investigate'
    : 'Good';
}

/** The score of a batch: the worst of its users'. */
export function worstScore(users: readonly UserView[]): DataConsistencyScore | null {
  const found = new Set(users.map(dataConsistencyScore));
  return dataConsistencyScores.findLast((score) => found.has(score)) ?? null;
}
