import {
  defineObject,
  enumeration,
  flag,
  guid,
  integer,
  optional,
  text,
  unlimited,
  type RecordOf,
} from '../define-object.ts';
import { objectStates } from './enumerations.ts';

/** Limits of the organisation, and whether it can have a cutover. */
export const migrationConfig = defineObject({
  name: 'MigrationConfig',
  typeName: 'Microsoft.Exchange.Data.Storage.Management.MigrationConfig',
  properties: {
    Identity: text('MigrationConfigId'),
    MaxNumberOfBatches: integer(),
    MaxConcurrentMigrations: unlimited(),
    Features: text('MigrationFeature'),
    CanSubmitNewBatch: flag(),
    HasBatches: flag(),
    SupportsCutover: flag(),
    PartitionGuid: guid(),
    PartitionName: text(),
    IsDefaultPartition: flag(),
    EndpointCount: integer(),
    /** Of Gmail alone. */
    SGMProperties: optional(text()),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
});
/** The organisation's limits as Get-MigrationConfig answers them. */
export type MigrationConfig = RecordOf<typeof migrationConfig>;
