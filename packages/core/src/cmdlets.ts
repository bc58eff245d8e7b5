import { completeMigrationBatch } from './cmdlets/complete-migration-batch.ts';
import { getMigrationBatch } from './cmdlets/get-migration-batch.ts';
import { getMigrationEndpoint } from './cmdlets/get-migration-endpoint.ts';
import { getMigrationUserStatistics } from './cmdlets/get-migration-user-statistics.ts';
import { getMigrationUser } from './cmdlets/get-migration-user.ts';
import { newMigrationBatch } from './cmdlets/new-migration-batch.ts';
import { newMigrationEndpoint } from './cmdlets/new-migration-endpoint.ts';
import { removeMigrationBatch } from './cmdlets/remove-migration-batch.ts';
import { startMigrationBatch } from './cmdlets/start-migration-batch.ts';
import { stopMigrationBatch } from './cmdlets/stop-migration-batch.ts';
import { testMigrationServerAvailability } from './cmdlets/test-migration-server-availability.ts';
import type { CmdletDefinition } from './define-cmdlet.ts';

/** Every cmdlet of the SDK, by name. */
export const definitions: readonly CmdletDefinition[] = [
  completeMigrationBatch.definition,
  getMigrationBatch.definition,
  getMigrationEndpoint.definition,
  getMigrationUser.definition,
  getMigrationUserStatistics.definition,
  newMigrationBatch.definition,
  newMigrationEndpoint.definition,
  removeMigrationBatch.definition,
  startMigrationBatch.definition,
  stopMigrationBatch.definition,
  testMigrationServerAvailability.definition,
];

/** The definition of a cmdlet by its name in any case; undefined for what is none of ours. */
export function findDefinition(name: string): CmdletDefinition | undefined {
  const wanted = name.toLowerCase();
  return definitions.find((definition) => definition.name.toLowerCase() === wanted);
}
