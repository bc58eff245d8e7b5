import {
  dateTime,
  defineObject,
  enumeration,
  flag,
  guid,
  integer,
  listOf,
  optional,
  recordOf,
  text,
  timeSpan,
  unlimited,
  type RecordOf,
} from '../define-object.ts';
import {
  dataConsistencyScores,
  migrationBatchDirections,
  migrationBatchStatuses,
  migrationTypes,
  objectStates,
} from './enumerations.ts';
import { report } from './report.ts';

/** A report file that was made for the batch. */
export const migrationReportLink = defineObject({
  name: 'MigrationReportSet',
  typeName: 'Microsoft.Exchange.Data.Storage.Management.MigrationReportSet',
  properties: { CreationTimeUTC: dateTime(), SuccessUrl: text(), ErrorUrl: optional(text()) },
});
/** A report file of a batch. */
export type MigrationReportLink = RecordOf<typeof migrationReportLink>;

/** One migration batch; a cutover batch takes the whole source organisation. */
export const migrationBatch = defineObject({
  name: 'MigrationBatch',
  typeName: 'Microsoft.Exchange.Data.Storage.Management.MigrationBatch',
  properties: {
    Identity: text('MigrationBatchId'),
    Status: enumeration('MigrationBatchStatus', migrationBatchStatuses),
    State: text('MigrationState'),
    DataConsistencyScore: optional(enumeration('DataConsistencyScore', dataConsistencyScores)),
    Flags: text('MigrationFlags'),
    /** Nothing public tells the values of this one and the next. */
    WorkflowStage: optional(text()),
    TriggeredAction: optional(text()),
    BatchGuid: guid(),
    TotalCount: integer(),
    ActiveCount: integer(),
    StoppedCount: integer(),
    SyncedCount: integer(),
    FinalizedCount: integer(),
    FailedCount: integer(),
    CompletedWithWarningCount: integer(),
    PostMigrationSyncCount: integer(),
    PendingCount: integer(),
    ProvisionedCount: integer(),
    ValidationWarningCount: integer(),
    ValidationWarnings: listOf(text()),
    Message: optional(text()),
    CreationDateTime: dateTime(),
    CreationDateTimeUTC: dateTime(),
    StartDateTime: optional(dateTime()),
    StartDateTimeUTC: optional(dateTime()),
    InitialSyncDateTime: optional(dateTime()),
    InitialSyncDuration: optional(timeSpan()),
    /** When it is removed by itself, as it stands. */
    ExpirationDateTime: optional(dateTime()),
    ExpirationDateTimeUTC: optional(dateTime()),
    LastSyncedDateTime: optional(dateTime()),
    LastSyncedDateTimeUTC: optional(dateTime()),
    StartAfter: optional(dateTime()),
    StartAfterUTC: optional(dateTime()),
    CompleteAfter: optional(dateTime()),
    CompleteAfterUTC: optional(dateTime()),
    SubmittedByUser: text(),
    /** Ours: who started it last. */
    StartedByUser: optional(text()),
    OwnerId: text('ADObjectId'),
    OwnerExchangeObjectId: optional(guid()),
    NotificationEmails: listOf(text('SmtpAddress')),
    MigrationType: enumeration('MigrationType', migrationTypes),
    BatchDirection: enumeration('MigrationBatchDirection', migrationBatchDirections),
    Locale: optional(text('CultureInfo')),
    Reports: listOf(recordOf(migrationReportLink)),
    IsProvisioning: flag(),
    IsLargeArchiveOnboarding: flag(),
    IsOnboardingRestore: flag(),
    SourceEndpoint: optional(text('MigrationEndpointId')),
    BadItemLimit: unlimited(),
    LargeItemLimit: unlimited(),
    /** What other kinds of migration leave out. */
    SkipMail: optional(flag()),
    SkipCalendar: optional(flag()),
    SkipContacts: optional(flag()),
    SkipRules: optional(flag()),
    SkipDelegates: optional(flag()),
    DiagnosticInfo: optional(text()),
    Report: optional(recordOf(report)),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
  table: [
    { header: 'Identity', property: 'Identity' },
    { header: 'Status', property: 'Status' },
    { header: 'Type', property: 'MigrationType' },
    { header: 'TotalCount', property: 'TotalCount' },
  ],
});
/** A batch as Get-MigrationBatch answers it. */
export type MigrationBatch = RecordOf<typeof migrationBatch>;
