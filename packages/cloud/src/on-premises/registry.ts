import { handler as addADPermission } from './cmdlets/add-adpermission.ts';
import { handler as addMailboxPermission } from './cmdlets/add-mailbox-permission.ts';
import { handler as disableOutlookAnywhere } from './cmdlets/disable-outlook-anywhere.ts';
import { handler as disableUMMailbox } from './cmdlets/disable-ummailbox.ts';
import { handler as enableOutlookAnywhere } from './cmdlets/enable-outlook-anywhere.ts';
import { handler as enableUMMailbox } from './cmdlets/enable-ummailbox.ts';
import { handler as getADPermission } from './cmdlets/get-adpermission.ts';
import { handler as getDistributionGroup } from './cmdlets/get-distribution-group.ts';
import { handler as getDistributionGroupMember } from './cmdlets/get-distribution-group-member.ts';
import { handler as getExchangeServer } from './cmdlets/get-exchange-server.ts';
import { handler as getMailContact } from './cmdlets/get-mail-contact.ts';
import { handler as getMailbox } from './cmdlets/get-mailbox.ts';
import { handler as getMailboxDatabase } from './cmdlets/get-mailbox-database.ts';
import { handler as getMailboxFolderStatistics } from './cmdlets/get-mailbox-folder-statistics.ts';
import { handler as getMailboxPermission } from './cmdlets/get-mailbox-permission.ts';
import { handler as getMailboxStatistics } from './cmdlets/get-mailbox-statistics.ts';
import { handler as getOutlookAnywhere } from './cmdlets/get-outlook-anywhere.ts';
import { handler as getRecipient } from './cmdlets/get-recipient.ts';
import { handler as getUMMailbox } from './cmdlets/get-ummailbox.ts';
import { handler as removeADPermission } from './cmdlets/remove-adpermission.ts';
import { handler as removeMailboxPermission } from './cmdlets/remove-mailbox-permission.ts';
import { handler as setOutlookAnywhere } from './cmdlets/set-outlook-anywhere.ts';
import type { OnPremisesHandler } from './implement-on-premises.ts';

/** Every cmdlet that is carried out in an on-premises organisation, sorted by name. */
export const onPremisesHandlers: readonly OnPremisesHandler[] = [
  addADPermission,
  addMailboxPermission,
  disableOutlookAnywhere,
  disableUMMailbox,
  enableOutlookAnywhere,
  enableUMMailbox,
  getADPermission,
  getDistributionGroup,
  getDistributionGroupMember,
  getExchangeServer,
  getMailContact,
  getMailbox,
  getMailboxDatabase,
  getMailboxFolderStatistics,
  getMailboxPermission,
  getMailboxStatistics,
  getOutlookAnywhere,
  getRecipient,
  getUMMailbox,
  removeADPermission,
  removeMailboxPermission,
  setOutlookAnywhere,
];
