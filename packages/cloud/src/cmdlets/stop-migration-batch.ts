import { stopMigrationBatch } from '@cutover/core';
import { implement } from '../implement.ts';

/** Without -Identity it takes the batch under way. */
export const handler = implement(stopMigrationBatch, async function* ({ migration, signal }, { Identity }) {
  await migration.stopBatch(Identity, { signal });
  yield* [];
});
