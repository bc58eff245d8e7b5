import { addADPermission } from './cmdlets/add-adpermission.ts';
import { addDistributionGroupMember } from './cmdlets/add-distribution-group-member.ts';
import { addMailboxPermission } from './cmdlets/add-mailbox-permission.ts';
import { addRecipientPermission } from './cmdlets/add-recipient-permission.ts';
import { compareMigratedMailbox } from './cmdlets/compare-migrated-mailbox.ts';
import { completeMigrationBatch } from './cmdlets/complete-migration-batch.ts';
import { connectExchangeOnline } from './cmdlets/connect-exchange-online.ts';
import { disableOutlookAnywhere } from './cmdlets/disable-outlook-anywhere.ts';
import { disableUMMailbox } from './cmdlets/disable-ummailbox.ts';
import { disconnectExchangeOnline } from './cmdlets/disconnect-exchange-online.ts';
import { enableOutlookAnywhere } from './cmdlets/enable-outlook-anywhere.ts';
import { enableUMMailbox } from './cmdlets/enable-ummailbox.ts';
import { exportMigrationReport } from './cmdlets/export-migration-report.ts';
import { getAcceptedDomain } from './cmdlets/get-accepted-domain.ts';
import { getADPermission } from './cmdlets/get-adpermission.ts';
import { getConnectionInformation } from './cmdlets/get-connection-information.ts';
import { getDistributionGroup } from './cmdlets/get-distribution-group.ts';
import { getDistributionGroupMember } from './cmdlets/get-distribution-group-member.ts';
import { getEmulatorClock } from './cmdlets/get-emulator-clock.ts';
import { getExchangeServer } from './cmdlets/get-exchange-server.ts';
import { getMailContact } from './cmdlets/get-mail-contact.ts';
import { getMailUser } from './cmdlets/get-mail-user.ts';
import { getMailbox } from './cmdlets/get-mailbox.ts';
import { getMailboxDatabase } from './cmdlets/get-mailbox-database.ts';
import { getMailboxFolderStatistics } from './cmdlets/get-mailbox-folder-statistics.ts';
import { getMailboxPermission } from './cmdlets/get-mailbox-permission.ts';
import { getMailboxStatistics } from './cmdlets/get-mailbox-statistics.ts';
import { getMigrationBatch } from './cmdlets/get-migration-batch.ts';
import { getMigrationConfig } from './cmdlets/get-migration-config.ts';
import { getMigrationEndpoint } from './cmdlets/get-migration-endpoint.ts';
import { getMigrationStatistics } from './cmdlets/get-migration-statistics.ts';
import { getMigrationUser } from './cmdlets/get-migration-user.ts';
import { getMigrationUserStatistics } from './cmdlets/get-migration-user-statistics.ts';
import { getOrganizationConfig } from './cmdlets/get-organization-config.ts';
import { getOutlookAnywhere } from './cmdlets/get-outlook-anywhere.ts';
import { getRecipient } from './cmdlets/get-recipient.ts';
import { getRecipientPermission } from './cmdlets/get-recipient-permission.ts';
import { getUMMailbox } from './cmdlets/get-ummailbox.ts';
import { newAcceptedDomain } from './cmdlets/new-accepted-domain.ts';
import { newDistributionGroup } from './cmdlets/new-distribution-group.ts';
import { newMailContact } from './cmdlets/new-mail-contact.ts';
import { newMailUser } from './cmdlets/new-mail-user.ts';
import { newMailbox } from './cmdlets/new-mailbox.ts';
import { newMigrationBatch } from './cmdlets/new-migration-batch.ts';
import { newMigrationEndpoint } from './cmdlets/new-migration-endpoint.ts';
import { newMigrationPlan } from './cmdlets/new-migration-plan.ts';
import { removeADPermission } from './cmdlets/remove-adpermission.ts';
import { removeDistributionGroupMember } from './cmdlets/remove-distribution-group-member.ts';
import { removeMailContact } from './cmdlets/remove-mail-contact.ts';
import { removeMailbox } from './cmdlets/remove-mailbox.ts';
import { removeMailboxPermission } from './cmdlets/remove-mailbox-permission.ts';
import { removeMigrationBatch } from './cmdlets/remove-migration-batch.ts';
import { removeMigrationEndpoint } from './cmdlets/remove-migration-endpoint.ts';
import { removeMigrationUser } from './cmdlets/remove-migration-user.ts';
import { setAcceptedDomain } from './cmdlets/set-accepted-domain.ts';
import { setDistributionGroup } from './cmdlets/set-distribution-group.ts';
import { setEmulatorClock } from './cmdlets/set-emulator-clock.ts';
import { setMailContact } from './cmdlets/set-mail-contact.ts';
import { setMailUser } from './cmdlets/set-mail-user.ts';
import { setMailbox } from './cmdlets/set-mailbox.ts';
import { setMigrationBatch } from './cmdlets/set-migration-batch.ts';
import { setMigrationConfig } from './cmdlets/set-migration-config.ts';
import { setMigrationEndpoint } from './cmdlets/set-migration-endpoint.ts';
import { setMigrationUser } from './cmdlets/set-migration-user.ts';
import { setMsolUserLicense } from './cmdlets/set-msol-user-license.ts';
import { setOrganizationConfig } from './cmdlets/set-organization-config.ts';
import { setOutlookAnywhere } from './cmdlets/set-outlook-anywhere.ts';
import { startMigrationBatch } from './cmdlets/start-migration-batch.ts';
import { startMigrationUser } from './cmdlets/start-migration-user.ts';
import { stopMigrationBatch } from './cmdlets/stop-migration-batch.ts';
import { stopMigrationUser } from './cmdlets/stop-migration-user.ts';
import { testMailboxSignIn } from './cmdlets/test-mailbox-sign-in.ts';
import { testMailRouting } from './cmdlets/test-mail-routing.ts';
import { testMigrationServerAvailability } from './cmdlets/test-migration-server-availability.ts';
import type { CmdletDefinition } from './cmdlet-definition.ts';

/** Every cmdlet of the SDK, by name. */
export const definitions: readonly CmdletDefinition[] = [
  addADPermission.definition,
  addDistributionGroupMember.definition,
  addMailboxPermission.definition,
  addRecipientPermission.definition,
  compareMigratedMailbox.definition,
  completeMigrationBatch.definition,
  connectExchangeOnline.definition,
  disableOutlookAnywhere.definition,
  disableUMMailbox.definition,
  disconnectExchangeOnline.definition,
  enableOutlookAnywhere.definition,
  enableUMMailbox.definition,
  exportMigrationReport.definition,
  getADPermission.definition,
  getAcceptedDomain.definition,
  getConnectionInformation.definition,
  getDistributionGroup.definition,
  getDistributionGroupMember.definition,
  getEmulatorClock.definition,
  getExchangeServer.definition,
  getMailContact.definition,
  getMailUser.definition,
  getMailbox.definition,
  getMailboxDatabase.definition,
  getMailboxFolderStatistics.definition,
  getMailboxPermission.definition,
  getMailboxStatistics.definition,
  getMigrationBatch.definition,
  getMigrationConfig.definition,
  getMigrationEndpoint.definition,
  getMigrationStatistics.definition,
  getMigrationUser.definition,
  getMigrationUserStatistics.definition,
  getOrganizationConfig.definition,
  getOutlookAnywhere.definition,
  getRecipient.definition,
  getRecipientPermission.definition,
  getUMMailbox.definition,
  newAcceptedDomain.definition,
  newDistributionGroup.definition,
  newMailContact.definition,
  newMailUser.definition,
  newMailbox.definition,
  newMigrationBatch.definition,
  newMigrationEndpoint.definition,
  newMigrationPlan.definition,
  removeADPermission.definition,
  removeDistributionGroupMember.definition,
  removeMailContact.definition,
  removeMailbox.definition,
  removeMailboxPermission.definition,
  removeMigrationBatch.definition,
  removeMigrationEndpoint.definition,
  removeMigrationUser.definition,
  setAcceptedDomain.definition,
  setDistributionGroup.definition,
  setEmulatorClock.definition,
  setMailContact.definition,
  setMailUser.definition,
  setMailbox.definition,
  setMigrationBatch.definition,
  setMigrationConfig.definition,
  setMigrationEndpoint.definition,
  setMigrationUser.definition,
  setMsolUserLicense.definition,
  setOrganizationConfig.definition,
  setOutlookAnywhere.definition,
  startMigrationBatch.definition,
  startMigrationUser.definition,
  stopMigrationBatch.definition,
  stopMigrationUser.definition,
  testMailRouting.definition,
  testMailboxSignIn.definition,
  testMigrationServerAvailability.definition,
];

/** The definition of a cmdlet by its name in any case; undefined for what is none of ours. */
export function findDefinition(name: string): CmdletDefinition | undefined {
  const wanted = name.toLowerCase();
  return definitions.find((definition) => definition.name.toLowerCase() === wanted);
}
