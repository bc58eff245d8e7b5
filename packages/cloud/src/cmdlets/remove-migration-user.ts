import { removeMigrationUser } from '@cutover/core';
import { implement } from '../implement.ts';

export const handler = implement(removeMigrationUser, async function* ({ migration }, { Identity }) {
  await migration.removeUser(Identity);
  yield* [];
});
