import { handler as addDistributionGroupMember } from './add-distribution-group-member.ts';
import { handler as addMailboxPermission } from './add-mailbox-permission.ts';
import { handler as addRecipientPermission } from './add-recipient-permission.ts';
import { handler as compareMigratedMailbox } from './compare-migrated-mailbox.ts';
import { handler as completeMigrationBatch } from './complete-migration-batch.ts';
import { handler as connectExchangeOnline } from './connect-exchange-online.ts';
import { handler as disableUMMailbox } from './disable-ummailbox.ts';
import { handler as disconnectExchangeOnline } from './disconnect-exchange-online.ts';
import { handler as enableUMMailbox } from './enable-ummailbox.ts';
import { handler as exportMigrationReport } from './export-migration-report.ts';
import { handler as getAcceptedDomain } from './get-accepted-domain.ts';
import { handler as getConnectionInformation } from './get-connection-information.ts';
import { handler as getDistributionGroup } from './get-distribution-group.ts';
import { handler as getDistributionGroupMember } from './get-distribution-group-member.ts';
import { handler as getEmulatorClock } from './get-emulator-clock.ts';
import { handler as getMailContact } from './get-mail-contact.ts';
import { handler as getMailUser } from './get-mail-user.ts';
import { handler as getMailbox } from './get-mailbox.ts';
import { handler as getMailboxFolderStatistics } from './get-mailbox-folder-statistics.ts';
import { handler as getMailboxPermission } from './get-mailbox-permission.ts';
import { handler as getMailboxStatistics } from './get-mailbox-statistics.ts';
import { handler as getMigrationBatch } from './get-migration-batch.ts';
import { handler as getMigrationConfig } from './get-migration-config.ts';
import { handler as getMigrationEndpoint } from './get-migration-endpoint.ts';
import { handler as getMigrationStatistics } from './get-migration-statistics.ts';
import { handler as getMigrationUser } from './get-migration-user.ts';
import { handler as getMigrationUserStatistics } from './get-migration-user-statistics.ts';
import { handler as getOrganizationConfig } from './get-organization-config.ts';
import { handler as getRecipient } from './get-recipient.ts';
import { handler as getRecipientPermission } from './get-recipient-permission.ts';
import { handler as getUMMailbox } from './get-ummailbox.ts';
import { handler as newAcceptedDomain } from './new-accepted-domain.ts';
import { handler as newDistributionGroup } from './new-distribution-group.ts';
import { handler as newMailContact } from './new-mail-contact.ts';
import { handler as newMailUser } from './new-mail-user.ts';
import { handler as newMailbox } from './new-mailbox.ts';
import { handler as newMigrationBatch } from './new-migration-batch.ts';
import { handler as newMigrationEndpoint } from './new-migration-endpoint.ts';
import { handler as newMigrationPlan } from './new-migration-plan.ts';
import { handler as removeDistributionGroupMember } from './remove-distribution-group-member.ts';
import { handler as removeMailContact } from './remove-mail-contact.ts';
import { handler as removeMailbox } from './remove-mailbox.ts';
import { handler as removeMailboxPermission } from './remove-mailbox-permission.ts';
import { handler as removeMigrationBatch } from './remove-migration-batch.ts';
import { handler as removeMigrationEndpoint } from './remove-migration-endpoint.ts';
import { handler as removeMigrationUser } from './remove-migration-user.ts';
import { handler as setAcceptedDomain } from './set-accepted-domain.ts';
import { handler as setDistributionGroup } from './set-distribution-group.ts';
import { handler as setEmulatorClock } from './set-emulator-clock.ts';
import { handler as setMailContact } from './set-mail-contact.ts';
import { handler as setMailUser } from './set-mail-user.ts';
import { handler as setMailbox } from './set-mailbox.ts';
import { handler as setMigrationBatch } from './set-migration-batch.ts';
import { handler as setMigrationConfig } from './set-migration-config.ts';
import { handler as setMigrationEndpoint } from './set-migration-endpoint.ts';
import { handler as setMigrationUser } from './set-migration-user.ts';
import { handler as setMsolUserLicense } from './set-msol-user-license.ts';
import { handler as setOrganizationConfig } from './set-organization-config.ts';
import { handler as startMigrationBatch } from './start-migration-batch.ts';
import { handler as startMigrationUser } from './start-migration-user.ts';
import { handler as stopMigrationBatch } from './stop-migration-batch.ts';
import { handler as stopMigrationUser } from './stop-migration-user.ts';
import { handler as testMailboxSignIn } from './test-mailbox-sign-in.ts';
import { handler as testMailRouting } from './test-mail-routing.ts';
import { handler as testMigrationServerAvailability } from './test-migration-server-availability.ts';
import type { CmdletHandler } from '../implement.ts';

/** Every cmdlet that the emulated service carries out, sorted by name. */
export const handlers: readonly CmdletHandler[] = [
  addDistributionGroupMember,
  addMailboxPermission,
  addRecipientPermission,
  compareMigratedMailbox,
  completeMigrationBatch,
  connectExchangeOnline,
  disableUMMailbox,
  disconnectExchangeOnline,
  enableUMMailbox,
  exportMigrationReport,
  getAcceptedDomain,
  getConnectionInformation,
  getDistributionGroup,
  getDistributionGroupMember,
  getEmulatorClock,
  getMailContact,
  getMailUser,
  getMailbox,
  getMailboxFolderStatistics,
  getMailboxPermission,
  getMailboxStatistics,
  getMigrationBatch,
  getMigrationConfig,
  getMigrationEndpoint,
  getMigrationStatistics,
  getMigrationUser,
  getMigrationUserStatistics,
  getOrganizationConfig,
  getRecipient,
  getRecipientPermission,
  getUMMailbox,
  newAcceptedDomain,
  newDistributionGroup,
  newMailContact,
  newMailUser,
  newMailbox,
  newMigrationBatch,
  newMigrationEndpoint,
  newMigrationPlan,
  removeDistributionGroupMember,
  removeMailContact,
  removeMailbox,
  removeMailboxPermission,
  removeMigrationBatch,
  removeMigrationEndpoint,
  removeMigrationUser,
  setAcceptedDomain,
  setDistributionGroup,
  setEmulatorClock,
  setMailContact,
  setMailUser,
  setMailbox,
  setMigrationBatch,
  setMigrationConfig,
  setMigrationEndpoint,
  setMigrationUser,
  setMsolUserLicense,
  setOrganizationConfig,
  startMigrationBatch,
  startMigrationUser,
  stopMigrationBatch,
  stopMigrationUser,
  testMailRouting,
  testMailboxSignIn,
  testMigrationServerAvailability,
];
