import { bindingErrors, removeMigrationBatch } from '@cutover/core';
import { implement } from '../implement.ts';

const cmdlet = removeMigrationBatch.definition.name;

export const handler = implement(removeMigrationBatch, async function* ({ migration, signal }, { Identity }) {
  if (Identity === undefined) throw bindingErrors.missingMandatoryParameter({ cmdlet, parameters: ['Identity'] });
  await migration.removeBatch(Identity, { signal });
  yield* [];
});
