import type { CmdletHandler } from '../implement.ts';
import { handler as completeMigrationBatch } from './complete-migration-batch.ts';
import { handler as getMigrationBatch } from './get-migration-batch.ts';
import { handler as getMigrationEndpoint } from './get-migration-endpoint.ts';
import { handler as getMigrationUserStatistics } from './get-migration-user-statistics.ts';
import { handler as getMigrationUser } from './get-migration-user.ts';
import { handler as newMigrationBatch } from './new-migration-batch.ts';
import { handler as newMigrationEndpoint } from './new-migration-endpoint.ts';
import { handler as removeMigrationBatch } from './remove-migration-batch.ts';
import { handler as startMigrationBatch } from './start-migration-batch.ts';
import { handler as stopMigrationBatch } from './stop-migration-batch.ts';
import { handler as testMigrationServerAvailability } from './test-migration-server-availability.ts';

/** Every cmdlet that the emulated service carries out, sorted by name. */
export const handlers: readonly CmdletHandler[] = [
  completeMigrationBatch,
  getMigrationBatch,
  getMigrationEndpoint,
  getMigrationUser,
  getMigrationUserStatistics,
  newMigrationBatch,
  newMigrationEndpoint,
  removeMigrationBatch,
  startMigrationBatch,
  stopMigrationBatch,
  testMigrationServerAvailability,
];
