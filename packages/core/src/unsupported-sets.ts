const each = (what: string, ...sets: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(sets.map((set) => [set, what]));

const holds = 'a change of holds';
const owner = 'the change of an owner';

/**
 * Every parameter set of the product that this service does not carry out, and what it would do. Its parameters bind and are
 * checked, then the call is refused by this name. The list only shrinks.
 */
export const unsupportedSets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Add-ADPermission': { Owner: owner },
  'Add-MailboxPermission': { Owner: owner },
  'Enable-UMMailbox': { CloudVoiceMail: 'voice mail in the cloud' },
  'Get-ADPermission': { Owner: 'the owner of an object' },
  'Get-Mailbox': { MailboxPlanSet: 'the mailboxes of a plan' },
  'Get-MailboxFolderStatistics': each('the folders of an audit log or database', 'AuditLog', 'Database'),
  'Get-MailboxPermission': { Owner: 'the owner of a mailbox' },
  'Get-MailUser': { HVEAccount: 'the accounts of high volume mail' },
  'New-MailUser': {
    ...each('a mail user with an account of another kind', 'EnableRoomMailboxAccount', 'FederatedUser', 'HVEAccount'),
    ...each('a mail user with an account of another kind', 'MicrosoftOnlineServicesFederatedUser'),
  },
  'New-Mailbox': {
    ...each('a mailbox of the system', 'Arbitration', 'AuditLog', 'AuxAuditLog', 'Discovery', 'Migration'),
    ...each('a mailbox of the system', 'SupervisoryReviewPolicyMailbox', 'PublicFolder'),
    ...each(
      'a mailbox with an account of another kind',
      'DisabledUser',
      'FederatedUser',
      'Linked',
      'LinkedRoomMailbox',
    ),
    ...each(
      'a mailbox with an account of another kind',
      'EnableRoomMailboxAccount',
      'MicrosoftOnlineServicesFederatedUser',
    ),
    ...each('a mailbox that was there before', 'InactiveMailbox', 'RemovedMailbox', 'RemoteArchive'),
  },
  'New-MigrationBatch': {
    Abch: 'the migration of consumer contacts',
    Analysis: 'the analysis of mailboxes',
    FolderMove: 'the move of folders',
    GoogleResourceOnboarding: 'the migration of Google resources',
    Local: 'a local move',
    LocalMailboxRestore: 'the restore of mailboxes',
    LocalPublicFolder: 'the local migration of public folders',
    ManagedGmailTeams: 'the migration of Gmail chats',
    Offboarding: 'a move out of the cloud',
    PointInTimeRecovery: 'the recovery to a point in time',
    PointInTimeRecoveryProvisionOnly: 'the recovery to a point in time',
    PublicFolderToUnifiedGroup: 'the migration of public folders to groups',
    SlackPublicDataConnector: 'the migration of Slack channels',
    WorkflowTemplate: 'a batch by a workflow template',
  },
  'New-MigrationEndpoint': {
    ExchangeRemoteMoveAutoDiscover: 'a remote move',
    ExchangeRemoteMove: 'a remote move',
    PSTImport: 'the import of PST files',
    IMAP: 'an IMAP migration',
    Gmail: 'a Gmail migration',
    GoogleMarketplaceApp: 'a Gmail migration',
    PublicFolder: 'the migration of public folders',
    Compliance: 'a compliance migration',
    MrsProxyPublicFolderToUnifiedGroup: 'the migration of public folders to groups',
    MrsProxyPublicFolder: 'the migration of public folders',
    LegacyPublicFolderToUnifiedGroup: 'the migration of public folders to groups',
  },
  'Remove-ADPermission': { Owner: owner },
  'Remove-Mailbox': { StoreMailboxIdentity: 'the removal of a disconnected mailbox' },
  'Remove-MailboxPermission': { Owner: owner },
  'Set-MailUser': {
    ...each(holds, 'EnableLitigationHoldForMigration', 'ExcludeFromAllHolds', 'ExcludeFromAllOrgHolds'),
    ...each(holds, 'ExcludeFromOrgHolds', 'RemoveComplianceTagHoldApplied', 'RemoveDelayHoldApplied'),
    ...each(holds, 'RemoveDelayReleaseHoldApplied', 'RemoveLitigationHoldEnabled', 'RemoveOrphanedHolds'),
    ...each('a change of archives', 'RecalculateInactiveMailUser', 'RemoveDisabledArchive'),
    ...each('a change after a move between tenants', 'UnblockForwardSyncPostCrossTenantMigration'),
  },
  'Set-Mailbox': {
    ...each(holds, 'ExcludeFromAllHolds', 'ExcludeFromAllOrgHolds', 'ExcludeFromOrgHolds', 'RemoveOrphanedHolds'),
    ...each(holds, 'RemoveComplianceTagHoldApplied', 'RemoveDelayHoldApplied', 'RemoveDelayReleaseHoldApplied'),
    ...each(
      'a change of archives and consents',
      'ProvideConsent',
      'RecalculateInactiveMailbox',
      'RemoveDisabledArchive',
    ),
    ...each('a change of where a mailbox is managed', 'IsExchangeCloudManaged'),
  },
  'Set-OrganizationConfig': {
    ...each('the settings of federation', 'AdfsAuthenticationParameter', 'AdfsAuthenticationRawConfiguration'),
    ...each('the settings of meetings and licenses', 'ShortenEventScopeParameter', 'DelayedDelicensingParameterSet'),
  },
  'Test-MigrationServerAvailability': {
    ExchangeRemoteMoveAutodiscover: 'a remote move',
    PSTImport: 'the import of PST files',
    PublicFolder: 'the migration of public folders',
    ExchangeRemoteMove: 'a remote move',
    IMAP: 'an IMAP migration',
    Gmail: 'a Gmail migration',
    Compliance: 'a compliance migration',
    MrsProxyPublicFolderToUnifiedGroup: 'the migration of public folders to groups',
    LegacyPublicFolderToUnifiedGroup: 'the migration of public folders to groups',
    MrsProxyPublicFolder: 'the migration of public folders',
  },
};
