export {
  type Backend,
  type BackendMessage,
  type BackendRecord,
  type BackendValue,
  type CmdletParameters,
  type InvokeOptions,
  type ProgressRecord,
} from './backend.ts';
export { bindingErrors } from './binding-errors.ts';
export { type CsvStream } from './csv-pages.ts';
export { psCredential, type PSCredential } from './credential.ts';
export type { AnyParametersOf, CmdletDefinition, OutputOf, ParametersOf, ResultOf } from './cmdlet-definition.ts';
export { type Cmdlet } from './define-cmdlet.ts';
export { type ObjectDefinition, type PropertyDefinition, type RecordOf, type ValueKind } from './define-object.ts';
export { answeredError, type AnsweredCall } from './answered-error.ts';
export { fromErrorRecord, toErrorRecord, type ErrorRecord } from './error-record.ts';
export { isSdkError, SdkError, type ErrorCategory } from '@cutover/base';
export { coreErrors, migrationErrors } from './errors.ts';
export { coreEvents } from './events.ts';
export { exceptionOf, shortName } from './exceptions.ts';
export { type CallOptions } from './invoke-cmdlet.ts';
export * from './objects/enumerations.ts';
export {
  connectivityDetail,
  connectivityStep,
  exchangeConnectionSettings,
  testMigrationServerAvailabilityOutcome,
  type ConnectivityDetail,
  type ConnectivityStep,
  type ExchangeConnectionSettings,
  type TestMigrationServerAvailabilityOutcome,
} from './objects/connectivity-test.ts';
export {
  migrationBatch,
  migrationReportLink,
  type MigrationBatch,
  type MigrationReportLink,
} from './objects/migration-batch.ts';
export { clockModes, emulatorClock, type EmulatorClock } from './objects/emulator-clock.ts';
export { mailboxSignIn, type MailboxSignIn } from './objects/mailbox-sign-in.ts';
export { mailRoutingOutcome, type MailRoutingOutcome } from './objects/mail-routing.ts';
export { mailboxComparison, type MailboxComparison } from './objects/mailbox-comparison.ts';
export { migrationConfig, type MigrationConfig } from './objects/migration-config.ts';
export {
  migrationPlan,
  migrationPlanItem,
  migrationPlanQuestion,
  type MigrationPlan,
  type MigrationPlanItem,
  type MigrationPlanQuestion,
} from './objects/migration-plan.ts';
export { migrationReportRows, type MigrationReportRows } from './objects/migration-report-rows.ts';
export { migrationStatistics, type MigrationStatistics } from './objects/migration-statistics.ts';
export { migrationEndpoint, type MigrationEndpoint } from './objects/migration-endpoint.ts';
export { migrationUser, type MigrationUser } from './objects/migration-user.ts';
export { migrationUserStatistics, type MigrationUserStatistics } from './objects/migration-user-statistics.ts';
export { report, skippedItem, type Report, type ReportEntry, type SkippedItem } from './objects/report.ts';
export * from './objects/on-premises.ts';
export * from './objects/organisation.ts';
export * from './objects/recipients.ts';
export { parseParameters, type Side } from './parse-parameters.ts';
export { connect, type Session, type SessionOptions } from './session.ts';
export { addADPermission } from './cmdlets/add-adpermission.ts';
export { addDistributionGroupMember } from './cmdlets/add-distribution-group-member.ts';
export { addMailboxPermission } from './cmdlets/add-mailbox-permission.ts';
export { addRecipientPermission } from './cmdlets/add-recipient-permission.ts';
export { compareMigratedMailbox } from './cmdlets/compare-migrated-mailbox.ts';
export { completeMigrationBatch } from './cmdlets/complete-migration-batch.ts';
export { connectExchangeOnline } from './cmdlets/connect-exchange-online.ts';
export { disableOutlookAnywhere } from './cmdlets/disable-outlook-anywhere.ts';
export { disableUMMailbox } from './cmdlets/disable-ummailbox.ts';
export { disconnectExchangeOnline } from './cmdlets/disconnect-exchange-online.ts';
export { enableOutlookAnywhere } from './cmdlets/enable-outlook-anywhere.ts';
export { enableUMMailbox } from './cmdlets/enable-ummailbox.ts';
export { exportMigrationReport } from './cmdlets/export-migration-report.ts';
export { getAcceptedDomain } from './cmdlets/get-accepted-domain.ts';
export { getADPermission } from './cmdlets/get-adpermission.ts';
export { getConnectionInformation } from './cmdlets/get-connection-information.ts';
export { getDistributionGroup } from './cmdlets/get-distribution-group.ts';
export { getDistributionGroupMember } from './cmdlets/get-distribution-group-member.ts';
export { getEmulatorClock } from './cmdlets/get-emulator-clock.ts';
export { getExchangeServer } from './cmdlets/get-exchange-server.ts';
export { getMailContact } from './cmdlets/get-mail-contact.ts';
export { getMailUser } from './cmdlets/get-mail-user.ts';
export { getMailbox } from './cmdlets/get-mailbox.ts';
export { getMailboxDatabase } from './cmdlets/get-mailbox-database.ts';
export { getMailboxFolderStatistics } from './cmdlets/get-mailbox-folder-statistics.ts';
export { getMailboxPermission } from './cmdlets/get-mailbox-permission.ts';
export { getMailboxStatistics } from './cmdlets/get-mailbox-statistics.ts';
export { getMigrationBatch } from './cmdlets/get-migration-batch.ts';
export { getMigrationConfig } from './cmdlets/get-migration-config.ts';
export { getMigrationEndpoint } from './cmdlets/get-migration-endpoint.ts';
export { getMigrationStatistics } from './cmdlets/get-migration-statistics.ts';
export { getMigrationUser } from './cmdlets/get-migration-user.ts';
export { getMigrationUserStatistics } from './cmdlets/get-migration-user-statistics.ts';
export { getOrganizationConfig } from './cmdlets/get-organization-config.ts';
export { getOutlookAnywhere } from './cmdlets/get-outlook-anywhere.ts';
export { getRecipient } from './cmdlets/get-recipient.ts';
export { getRecipientPermission } from './cmdlets/get-recipient-permission.ts';
export { getUMMailbox } from './cmdlets/get-ummailbox.ts';
export { newAcceptedDomain } from './cmdlets/new-accepted-domain.ts';
export { newDistributionGroup } from './cmdlets/new-distribution-group.ts';
export { newMailContact } from './cmdlets/new-mail-contact.ts';
export { newMailUser } from './cmdlets/new-mail-user.ts';
export { newMailbox } from './cmdlets/new-mailbox.ts';
export { newMigrationBatch } from './cmdlets/new-migration-batch.ts';
export { newMigrationEndpoint } from './cmdlets/new-migration-endpoint.ts';
export { newMigrationPlan } from './cmdlets/new-migration-plan.ts';
export { removeADPermission } from './cmdlets/remove-adpermission.ts';
export { removeDistributionGroupMember } from './cmdlets/remove-distribution-group-member.ts';
export { removeMailContact } from './cmdlets/remove-mail-contact.ts';
export { removeMailbox } from './cmdlets/remove-mailbox.ts';
export { removeMailboxPermission } from './cmdlets/remove-mailbox-permission.ts';
export { removeMigrationBatch } from './cmdlets/remove-migration-batch.ts';
export { removeMigrationEndpoint } from './cmdlets/remove-migration-endpoint.ts';
export { removeMigrationUser } from './cmdlets/remove-migration-user.ts';
export { setAcceptedDomain } from './cmdlets/set-accepted-domain.ts';
export { setDistributionGroup } from './cmdlets/set-distribution-group.ts';
export { setEmulatorClock } from './cmdlets/set-emulator-clock.ts';
export { setMailContact } from './cmdlets/set-mail-contact.ts';
export { setMailUser } from './cmdlets/set-mail-user.ts';
export { setMailbox } from './cmdlets/set-mailbox.ts';
export { setMigrationBatch } from './cmdlets/set-migration-batch.ts';
export { setMigrationConfig } from './cmdlets/set-migration-config.ts';
export { setMigrationEndpoint } from './cmdlets/set-migration-endpoint.ts';
export { setMigrationUser } from './cmdlets/set-migration-user.ts';
export { setMsolUserLicense } from './cmdlets/set-msol-user-license.ts';
export { setOrganizationConfig } from './cmdlets/set-organization-config.ts';
export { setOutlookAnywhere } from './cmdlets/set-outlook-anywhere.ts';
export { startMigrationBatch } from './cmdlets/start-migration-batch.ts';
export { startMigrationUser } from './cmdlets/start-migration-user.ts';
export { stopMigrationBatch } from './cmdlets/stop-migration-batch.ts';
export { stopMigrationUser } from './cmdlets/stop-migration-user.ts';
export { testMailboxSignIn } from './cmdlets/test-mailbox-sign-in.ts';
export { testMailRouting } from './cmdlets/test-mail-routing.ts';
export { testMigrationServerAvailability } from './cmdlets/test-migration-server-availability.ts';
export { definitions, findDefinition } from './cmdlets.ts';
export { rest } from './rest/rest.ts';
export { type RestIdentity, type RestOptions, type TokenRequest } from './rest/rest-options.ts';
