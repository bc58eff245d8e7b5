import { completeMigrationBatch } from './cmdlets/complete-migration-batch.ts';
import { exportMigrationReport } from './cmdlets/export-migration-report.ts';
import { getMigrationBatch } from './cmdlets/get-migration-batch.ts';
import { getMigrationConfig } from './cmdlets/get-migration-config.ts';
import { getMigrationEndpoint } from './cmdlets/get-migration-endpoint.ts';
import { getMigrationStatistics } from './cmdlets/get-migration-statistics.ts';
import { getMigrationUser } from './cmdlets/get-migration-user.ts';
import { getMigrationUserStatistics } from './cmdlets/get-migration-user-statistics.ts';
import { newMigrationBatch } from './cmdlets/new-migration-batch.ts';
import { newMigrationEndpoint } from './cmdlets/new-migration-endpoint.ts';
import { removeMigrationBatch } from './cmdlets/remove-migration-batch.ts';
import { removeMigrationEndpoint } from './cmdlets/remove-migration-endpoint.ts';
import { removeMigrationUser } from './cmdlets/remove-migration-user.ts';
import { setMigrationBatch } from './cmdlets/set-migration-batch.ts';
import { setMigrationConfig } from './cmdlets/set-migration-config.ts';
import { setMigrationEndpoint } from './cmdlets/set-migration-endpoint.ts';
import { setMigrationUser } from './cmdlets/set-migration-user.ts';
import { startMigrationBatch } from './cmdlets/start-migration-batch.ts';
import { startMigrationUser } from './cmdlets/start-migration-user.ts';
import { stopMigrationBatch } from './cmdlets/stop-migration-batch.ts';
import { stopMigrationUser } from './cmdlets/stop-migration-user.ts';
import { testMigrationServerAvailability } from './cmdlets/test-migration-server-availability.ts';
import type { CmdletDefinition } from './define-cmdlet.ts';

/** Every cmdlet of the SDK, by name. */
export const definitions: readonly CmdletDefinition[] = [
  completeMigrationBatch.definition,
  exportMigrationReport.definition,
  getMigrationBatch.definition,
  getMigrationConfig.definition,
  getMigrationEndpoint.definition,
  getMigrationStatistics.definition,
  getMigrationUser.definition,
  getMigrationUserStatistics.definition,
  newMigrationBatch.definition,
  newMigrationEndpoint.definition,
  removeMigrationBatch.definition,
  removeMigrationEndpoint.definition,
  removeMigrationUser.definition,
  setMigrationBatch.definition,
  setMigrationConfig.definition,
  setMigrationEndpoint.definition,
  setMigrationUser.definition,
  startMigrationBatch.definition,
  startMigrationUser.definition,
  stopMigrationBatch.definition,
  stopMigrationUser.definition,
  testMigrationServerAvailability.definition,
];

/** The definition of a cmdlet by its name in any case; undefined for what is none of ours. */
export function findDefinition(name: string): CmdletDefinition | undefined {
  const wanted = name.toLowerCase();
  return definitions.find((definition) => definition.name.toLowerCase() === wanted);
}
