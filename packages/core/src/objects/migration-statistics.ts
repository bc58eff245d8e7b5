import { defineObject, enumeration, flag, integer, listOf, optional, text, type RecordOf } from '../define-object.ts';
import { migrationTypes, objectStates } from './enumerations.ts';

/** Totals over all batches: the overall migration. */
export const migrationStatistics = defineObject({
  name: 'MigrationStatistics',
  typeName: 'Microsoft.Exchange.Data.Storage.Management.MigrationStatistics',
  properties: {
    Identity: text('MigrationStatisticsId'),
    TotalCount: integer(),
    ActiveCount: integer(),
    StoppedCount: integer(),
    SyncedCount: integer(),
    FinalizedCount: integer(),
    FailedCount: integer(),
    PendingCount: integer(),
    ProvisionedCount: integer(),
    MigrationType: enumeration('MigrationType', migrationTypes),
    /** The lines of DiagnosticInfo. */
    Diagnostics: listOf(text()),
    DiagnosticInfo: optional(text()),
    /** Ours, as the old control panel had them: what was migrated, by its kind, and mailboxes whose later sync fails. */
    MigratedMailboxCount: integer(),
    MigratedGroupCount: integer(),
    MigratedContactCount: integer(),
    SyncErrorMailboxCount: integer(),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
});
/** Totals over all batches, as Get-MigrationStatistics answers them. */
export type MigrationStatistics = RecordOf<typeof migrationStatistics>;
