/** Declares the values of an enumeration in the product's order, for schemas and for comparisons. */
const values = <const V extends readonly [string, ...string[]]>(...list: V): V => list;

/** Source: Microsoft.Exchange.Data.Storage.Management.MigrationBatchStatus. */
export const migrationBatchStatuses = values(
  'Created',
  'Syncing',
  'Stopping',
  'Stopped',
  'Completed',
  'Failed',
  'Removing',
  'Synced',
  'IncrementalSyncing',
  'Completing',
  'CompletedWithErrors',
  'SyncedWithErrors',
  'Corrupted',
  'Waiting',
  'Starting',
);
/** The state of a batch. */
export type MigrationBatchStatus = (typeof migrationBatchStatuses)[number];

/** Source: Microsoft.Exchange.Data.Storage.Management.MigrationUserStatus. */
export const migrationUserStatuses = values(
  'Queued',
  'Syncing',
  'Failed',
  'Synced',
  'IncrementalFailed',
  'Completing',
  'Completed',
  'CompletionFailed',
  'Corrupted',
  'Provisioning',
  'ProvisionUpdating',
  'CompletionSynced',
  'Validating',
  'IncrementalSyncing',
  'IncrementalSynced',
  'CompletedWithWarnings',
  'Stopped',
  'IncrementalStopped',
  'Starting',
  'Stopping',
  'Removing',
);
/** The state of a user of a batch. */
export type MigrationUserStatus = (typeof migrationUserStatuses)[number];

/** What the states of users come down to. Source: Get-MigrationUser, -StatusSummary. */
export const migrationUserStatusSummaries = values('Active', 'Failed', 'Synced', 'Completed', 'Stopped');
/** What a user's state comes down to. */
export type MigrationUserStatusSummary = (typeof migrationUserStatusSummaries)[number];

const userStatusSummary: Readonly<Record<MigrationUserStatus, MigrationUserStatusSummary>> = {
  Validating: 'Active',
  Queued: 'Active',
  Provisioning: 'Active',
  ProvisionUpdating: 'Active',
  Syncing: 'Active',
  IncrementalSyncing: 'Active',
  Completing: 'Active',
  CompletionSynced: 'Active',
  Starting: 'Active',
  Stopping: 'Active',
  Removing: 'Active',
  Synced: 'Synced',
  IncrementalSynced: 'Synced',
  Completed: 'Completed',
  CompletedWithWarnings: 'Completed',
  Failed: 'Failed',
  IncrementalFailed: 'Failed',
  CompletionFailed: 'Failed',
  Corrupted: 'Failed',
  Stopped: 'Stopped',
  IncrementalStopped: 'Stopped',
};

/** The summary that -StatusSummary filters by. */
export function summarizeUserStatus(status: MigrationUserStatus): MigrationUserStatusSummary {
  return userStatusSummary[status];
}

/** Source: Microsoft.Exchange.Data.Storage.Management.MigrationType; cutover and staged both read ExchangeOutlookAnywhere. */
export const migrationTypes = values(
  'None',
  'IMAP',
  'XO1',
  'ExchangeOutlookAnywhere',
  'BulkProvisioning',
  'ExchangeRemoteMove',
  'ExchangeLocalMove',
  'PSTImport',
  'PublicFolder',
);
/** How mailboxes move. */
export type MigrationType = (typeof migrationTypes)[number];

/** Where a batch moves its mailboxes; a cutover goes Onboarding. */
export const migrationBatchDirections = values('Local', 'Onboarding', 'Offboarding');
/** Where a batch moves its mailboxes. */
export type MigrationBatchDirection = (typeof migrationBatchDirections)[number];

/** The kinds of objects that a batch holds; a cutover takes groups and contacts along. */
export const migrationUserRecipientTypes = values('Mailbox', 'Contact', 'Group', 'Mailuser');
/** The kind of an object of a batch. */
export type MigrationUserRecipientType = (typeof migrationUserRecipientTypes)[number];

/** Worst first is Poor; a cutover needs no approval of it. */
export const dataConsistencyScores = values('Perfect', 'Good', 'Investigate', 'Poor');
/** How complete a copy is. */
export type DataConsistencyScore = (typeof dataConsistencyScores)[number];

/** By which right the migration reads mailboxes. Source: New-MigrationEndpoint, -MailboxPermission. */
export const migrationMailboxPermissions = values('Admin', 'FullAccess');
/** By which right the migration reads mailboxes. */
export type MigrationMailboxPermission = (typeof migrationMailboxPermissions)[number];

/** Source: Microsoft.Exchange.Data.Directory.AuthenticationMethod. A cutover can use Basic and Ntlm. */
export const authenticationMethods = values(
  'Basic',
  'Digest',
  'Ntlm',
  'Fba',
  'WindowsIntegrated',
  'LiveIdFba',
  'LiveIdBasic',
  'WSSecurity',
  'Certificate',
  'NegoEx',
  'OAuth',
  'Adfs',
  'Kerberos',
  'Negotiate',
  'LiveIdNegotiate',
  'Misconfigured',
);
/** How a server asks who is calling. */
export type AuthenticationMethod = (typeof authenticationMethods)[number];

/** Whether an object was changed since it was read. Source: Microsoft.Exchange.Data.ObjectState. */
export const objectStates = values('New', 'Unchanged', 'Changed', 'Deleted');
/** Whether an object was changed since it was read. */
export type ObjectState = (typeof objectStates)[number];

/** Source: Microsoft.Exchange.Data.Directory.Recipient.RecipientType. */
export const recipientTypes = values(
  'UserMailbox',
  'MailUser',
  'MailContact',
  'MailUniversalDistributionGroup',
  'MailUniversalSecurityGroup',
  'MailNonUniversalGroup',
  'DynamicDistributionGroup',
  'PublicFolder',
);
/** Source: Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails, as far as the Get- cmdlets tell of it. */
export const recipientTypeDetails = values(
  'UserMailbox',
  'LinkedMailbox',
  'SharedMailbox',
  'LegacyMailbox',
  'RoomMailbox',
  'EquipmentMailbox',
  'MailContact',
  'MailUser',
  'MailUniversalDistributionGroup',
  'MailNonUniversalGroup',
  'MailUniversalSecurityGroup',
  'DynamicDistributionGroup',
  'PublicFolder',
  'MailForestContact',
  'RoomList',
  'DiscoveryMailbox',
  'RemoteUserMailbox',
  'RemoteRoomMailbox',
  'RemoteEquipmentMailbox',
  'RemoteSharedMailbox',
  'RemoteTeamMailbox',
  'PublicFolderMailbox',
  'TeamMailbox',
  'SharedWithMailUser',
  'GuestMailUser',
  'GroupMailbox',
  'LinkedRoomMailbox',
  'SchedulingMailbox',
);
/** Source: Set-Mailbox, -Type. */
export const mailboxSubTypes = values('Regular', 'Room', 'Equipment', 'Shared', 'Workspace', 'Desk');
/** Source: New-DistributionGroup, -Type. */
export const groupTypes = values('Distribution', 'Security');
/** Source: New-AcceptedDomain, -DomainType. */
export const acceptedDomainTypes = values('Authoritative', 'InternalRelay', 'ExternalRelay');
/** The folders of a mailbox by what they are for. Source: Get-MailboxFolderStatistics, -FolderScope. */
export const folderScopes = values(
  'All',
  'Archive',
  'Calendar',
  'Contacts',
  'ConversationHistory',
  'DeletedItems',
  'Drafts',
  'Inbox',
  'JunkEmail',
  'Journal',
  'LegacyArchiveJournals',
  'ManagedCustomFolder',
  'NonIpmRoot',
  'Notes',
  'Outbox',
  'Personal',
  'RecoverableItems',
  'RssSubscriptions',
  'SentItems',
  'SyncIssues',
  'Tasks',
);
/** The product's clouds. Source: Connect-ExchangeOnline, -ExchangeEnvironmentName. */
export const exchangeEnvironments = values(
  'O365China',
  'O365Default',
  'O365GermanyCloud',
  'O365USGovDoD',
  'O365USGovGCCHigh',
);
/** Source: Add-MailboxPermission, -AccessRights; SendAs is given by Add-RecipientPermission. */
export const mailboxRightNames = values(
  'FullAccess',
  'SendAs',
  'ExternalAccount',
  'DeleteItem',
  'ReadPermission',
  'ChangePermission',
  'ChangeOwner',
);

/** How Test-MigrationServerAvailability ends. */
export const connectivityResults = values('Success', 'Failed');
/** How Test-MigrationServerAvailability ended. */
export type ConnectivityResult = (typeof connectivityResults)[number];

/** The kinds of items that a sync leaves out. */
export const skippedItemKinds = values('BadItem', 'LargeItem', 'MissingItem');
/** Why a sync left an item out. */
export type SkippedItemKind = (typeof skippedItemKinds)[number];
