export { createMigrationService } from './create-migration-service.ts';
export { removedAt } from './engine/due-work.ts';
export { endpointSecret } from './engine/endpoints.ts';
export { batchEvent, progressEvent, userEvent } from './engine/events.ts';
export { passwordSecret } from './engine/provision.ts';
export { migrationErrors } from './errors.ts';
export { readBatchCsv, type ReadCsvOptions } from './csv/read-batch-csv.ts';
export type { BatchRow, BatchRows } from './csv/batch-rows.ts';
export type {
  BatchChanges,
  CompleteOptions,
  EndpointChanges,
  MigrationConfig,
  UserChanges,
} from './migration-service.ts';
export type { MigrationOptions, MigrationPorts, MigrationService } from './migration-service.ts';
export type { Mailer, OutgoingMail } from './ports/mailer.ts';
export type {
  Ledger,
  LedgerFolder,
  LedgerItem,
  MailboxLedger,
  MigrationStore,
  ReportLines,
  SkippedItems,
  UserFilter,
  UserTable,
} from './ports/migration-store.ts';
export type { Secrets } from './ports/secrets.ts';
export type * from './ports/source.ts';
export type { DueReport, StatusReporter } from './ports/status-reporter.ts';
export type { NewAccount, NewItem, StagedContent, Target, TargetMailbox, TargetRecipient } from './ports/target.ts';
export type { UnitOfWork } from './ports/unit-of-work.ts';
export type { BatchKind, BatchOptions, BatchRecord, BatchSettings, BatchView, ReportMoment } from './records/batch.ts';
export type { FolderComparison, FolderSide } from './records/comparison.ts';
export type { SurveyedMailbox } from './records/mailbox-survey.ts';
export type {
  EndpointAuthentication,
  EndpointRecord,
  EndpointSettings,
  MailboxPermission,
} from './records/endpoint.ts';
export type {
  RecipientType,
  ReportEntry,
  SkippedItem,
  SkippedItemKind,
  UserError,
  UserFilterView,
  UserRecord,
  UserView,
} from './records/user.ts';
export { remedyFor } from './reports/remedies.ts';
export { migrationErrorsCsv, migrationStatisticsCsv } from './reports/csv-files.ts';
export {
  buildStatusReport,
  isMigrated,
  type ErrorRow,
  type MigratedRow,
  type StatusReport,
  type TypeCount,
} from './reports/status-report.ts';
export { serviceRules, type ServiceRules, type ServiceVersion } from './rules.ts';
export {
  accepts,
  batchStates,
  phaseOf,
  type BatchCommand,
  type BatchPhase,
  type BatchStatus,
} from './states/batch-states.ts';
export { deriveCounters, type Counters } from './states/counters.ts';
export { summaryOf, userStates, type UserStatus, type UserSummary } from './states/user-states.ts';
export { createMigrationStore } from './store/migration-store.ts';
export { applySchema, type Schema } from './store/schema-steps.ts';
export type { SqlDatabase, SqlStatement, SqlValue } from './store/sql.ts';
