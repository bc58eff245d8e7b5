import { setMigrationConfig } from '@cutover/core';
import { implement } from '../implement.ts';
import { limitedConnections } from './endpoint-settings.ts';

const cmdlet = setMigrationConfig.definition.name;

export const handler = implement(setMigrationConfig, async function* ({ migration }, parameters) {
  const { maxConcurrentMigrations } = limitedConnections(cmdlet, parameters);
  migration.changeConfig({ maxConcurrentMigrations, maxNumberOfBatches: parameters.MaxNumberOfBatches });
  yield* [];
});
