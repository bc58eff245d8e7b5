import { bindingErrors, startMigrationBatch } from '@cutover/core';
import { accepts } from '@cutover/migration';
import { implement, type CmdletContext } from '../implement.ts';

export const handler = implement(startMigrationBatch, async function* ({ migration, administrator }, { Identity }) {
  migration.startBatch(Identity ?? onlyStartable(migration), { by: administrator });
  yield* [];
});

/** Without -Identity there must be no doubt which batch is meant. */
function onlyStartable(migration: CmdletContext['migration']): string {
  const startable = migration
    .batches()
    .filter(({ status }) => ['Created', 'Stopped', 'Failed'].includes(status) && accepts(status, 'start'));
  if (startable.length === 1) return startable[0]!.guid;
  throw bindingErrors.missingMandatoryParameter({
    cmdlet: startMigrationBatch.definition.name,
    parameters: ['Identity'],
  });
}
