import { removeMigrationEndpoint } from '@cutover/core';
import { implement } from '../implement.ts';

export const handler = implement(removeMigrationEndpoint, async function* ({ migration }, { Identity }) {
  migration.removeEndpoint(Identity);
  yield* [];
});
