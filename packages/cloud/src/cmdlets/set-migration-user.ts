import { setMigrationUser } from '@cutover/core';
import { implement } from '../implement.ts';
import { itemLimits } from './item-limits.ts';

export const handler = implement(setMigrationUser, async function* ({ migration }, parameters) {
  const { CompleteAfter, StartAfter } = parameters;
  migration.changeUser(parameters.Identity, {
    syncNow: parameters.SyncNow,
    approveSkippedItems: parameters.ApproveSkippedItems,
    ...itemLimits(parameters),
    ...(StartAfter && { startAfter: StartAfter.getTime() }),
    ...(CompleteAfter && { completeAfter: CompleteAfter.getTime() }),
  });
  yield* [];
});
