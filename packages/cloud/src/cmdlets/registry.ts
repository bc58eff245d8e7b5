import type { CmdletHandler } from '../implement.ts';
import { handler as completeMigrationBatch } from './complete-migration-batch.ts';
import { handler as exportMigrationReport } from './export-migration-report.ts';
import { handler as getMigrationBatch } from './get-migration-batch.ts';
import { handler as getMigrationConfig } from './get-migration-config.ts';
import { handler as getMigrationEndpoint } from './get-migration-endpoint.ts';
import { handler as getMigrationStatistics } from './get-migration-statistics.ts';
import { handler as getMigrationUser } from './get-migration-user.ts';
import { handler as getMigrationUserStatistics } from './get-migration-user-statistics.ts';
import { handler as newMigrationBatch } from './new-migration-batch.ts';
import { handler as newMigrationEndpoint } from './new-migration-endpoint.ts';
import { handler as removeMigrationBatch } from './remove-migration-batch.ts';
import { handler as removeMigrationEndpoint } from './remove-migration-endpoint.ts';
import { handler as removeMigrationUser } from './remove-migration-user.ts';
import { handler as setMigrationBatch } from './set-migration-batch.ts';
import { handler as setMigrationConfig } from './set-migration-config.ts';
import { handler as setMigrationEndpoint } from './set-migration-endpoint.ts';
import { handler as setMigrationUser } from './set-migration-user.ts';
import { handler as startMigrationBatch } from './start-migration-batch.ts';
import { handler as startMigrationUser } from './start-migration-user.ts';
import { handler as stopMigrationBatch } from './stop-migration-batch.ts';
import { handler as stopMigrationUser } from './stop-migration-user.ts';
import { handler as testMigrationServerAvailability } from './test-migration-server-availability.ts';

/** Every cmdlet that the emulated service carries out, sorted by name. */
export const handlers: readonly CmdletHandler[] = [
  completeMigrationBatch,
  exportMigrationReport,
  getMigrationBatch,
  getMigrationConfig,
  getMigrationEndpoint,
  getMigrationStatistics,
  getMigrationUser,
  getMigrationUserStatistics,
  newMigrationBatch,
  newMigrationEndpoint,
  removeMigrationBatch,
  removeMigrationEndpoint,
  removeMigrationUser,
  setMigrationBatch,
  setMigrationConfig,
  setMigrationEndpoint,
  setMigrationUser,
  startMigrationBatch,
  startMigrationUser,
  stopMigrationBatch,
  stopMigrationUser,
  testMigrationServerAvailability,
];
