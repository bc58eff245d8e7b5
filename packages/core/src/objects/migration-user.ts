import {
  dateTime,
  defineObject,
  enumeration,
  flag,
  guid,
  integer,
  optional,
  text,
  type RecordOf,
} from '../define-object.ts';
import {
  dataConsistencyScores,
  migrationUserRecipientTypes,
  migrationUserStatuses,
  migrationUserStatusSummaries,
  objectStates,
} from './enumerations.ts';

/** One object of a batch: a mailbox, and in a cutover also a group or a contact. */
export const migrationUser = defineObject({
  name: 'MigrationUser',
  typeName: 'Microsoft.Exchange.Data.Storage.Management.MigrationUser',
  properties: {
    Identity: text('MigrationUserId'),
    BatchId: text('MigrationBatchId'),
    MailboxEmailAddress: text('SmtpAddress'),
    EmailAddress: text('SmtpAddress'),
    RecipientType: enumeration('MigrationUserRecipientType', migrationUserRecipientTypes),
    SkippedItemCount: integer('Int64'),
    SyncedItemCount: integer('Int64'),
    MailboxGuid: optional(guid()),
    LastSuccessfulSyncTime: optional(dateTime()),
    Status: enumeration('MigrationUserStatus', migrationUserStatuses),
    State: text('MigrationState'),
    StatusSummary: enumeration('MigrationUserStatusSummary', migrationUserStatusSummaries),
    /** Nothing public tells the values of these three. */
    WorkflowStage: optional(text()),
    WorkflowStep: optional(text()),
    TriggeredAction: optional(text()),
    DataConsistencyScore: optional(enumeration('DataConsistencyScore', dataConsistencyScores)),
    ErrorSummary: optional(text()),
    /** Only a time of its own; the batch's is there. */
    CompleteAfter: optional(dateTime()),
    CompleteAfterUTC: optional(dateTime()),
    Guid: guid(),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
  table: [
    { header: 'Identity', property: 'Identity', width: 40 },
    { header: 'Batch', property: 'BatchId', width: 30 },
    { header: 'Status', property: 'Status', width: 25 },
    { header: 'LastSyncTime', property: 'LastSuccessfulSyncTime' },
  ],
});
/** A user of a batch as Get-MigrationUser answers it. */
export type MigrationUser = RecordOf<typeof migrationUser>;
