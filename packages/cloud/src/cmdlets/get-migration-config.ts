import { getMigrationConfig } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import { implement } from '../implement.ts';

/** The emulated organisation has one partition, and it is always the same. */
const partitionGuid = '00000000-0000-0000-0000-000000000000';

export const handler = implement(getMigrationConfig, async function* (context, { AllPartitions = false, Partition }) {
  const { directorySynchronization, migration, singleSignOn, organisation } = context;
  const isThere =
    Partition === undefined || [organisation.toLowerCase(), partitionGuid].includes(Partition.toLowerCase());
  if (!AllPartitions && !isThere) throw cloudErrors.recipientNotFound({ identity: Partition });
  const { maxConcurrentMigrations, maxNumberOfBatches } = migration.config();
  const batches = migration.batches().length;
  yield {
    Identity: organisation,
    MaxNumberOfBatches: maxNumberOfBatches,
    MaxConcurrentMigrations: maxConcurrentMigrations,
    Features: 'MultiBatch, PAW',
    CanSubmitNewBatch: batches < maxNumberOfBatches,
    HasBatches: batches > 0,
    SupportsCutover: !directorySynchronization && !singleSignOn,
    PartitionGuid: partitionGuid,
    PartitionName: organisation,
    IsDefaultPartition: true,
    EndpointCount: migration.endpoints().length,
    SGMProperties: null,
    IsValid: true,
    ObjectState: 'Unchanged' as const,
  };
});
