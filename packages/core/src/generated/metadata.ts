// Made by `pnpm gen` from the definitions; change those instead.
import type { CmdletMetadata, ObjectMetadata } from '../metadata-types.ts';

export const cmdletMetadata: readonly CmdletMetadata[] = [
 {
  "name": "Complete-MigrationBatch",
  "synopsis": "Completes a migration batch that has synced: a last sync, then no more.",
  "description": "Takes a batch that is Synced or SyncedWithErrors through Completing to Completed or CompletedWithErrors. Without -Identity it completes the whole migration, every settled batch. Leave the batch syncing for up to 72 hours after the MX record has been changed.",
  "output": null,
  "returns": "none",
  "sets": [
   "(All)"
  ],
  "cutoverSets": [
   "(All)"
  ],
  "confirms": {
   "action": "Completing the migration batch",
   "impact": "High"
  },
  "parameters": {
   "CompletePublicFolderMigrationWithDataLoss": {
    "type": "SwitchParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DomainController": {
    "type": "Fqdn",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Identity": {
    "type": "MigrationBatchIdParameter",
    "help": "Name or GUID of the batch.",
    "position": 0,
    "pipeline": "value and property",
    "completes": "batch"
   },
   "NotificationEmails": {
    "type": "MultiValuedProperty",
    "help": "Addresses that the status mail goes to, besides those of the batch."
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SyncAndComplete": {
    "type": "SwitchParameter",
    "help": "Refuses to complete over users that failed or were stopped."
   },
   "Confirm": {
    "type": "SwitchParameter",
    "help": "Asks before the cmdlet runs; -Confirm:$false keeps it from asking.",
    "aliases": [
     "cf"
    ],
    "host": true
   },
   "WhatIf": {
    "type": "SwitchParameter",
    "help": "Tells what would happen, and does nothing.",
    "aliases": [
     "wi"
    ],
    "host": true
   }
  },
  "examples": [
   {
    "title": "Complete a batch",
    "script": "Complete-MigrationBatch -Identity Cutover -Confirm:$false"
   }
  ]
 },
 {
  "name": "Get-MigrationBatch",
  "synopsis": "Lists migration batches with their state.",
  "description": "Without parameters it lists every batch of the organization, oldest first.",
  "output": "MigrationBatch",
  "returns": "many",
  "sets": [
   "Identity",
   "BatchesFromEndpoint",
   "BatchesByEndpoint",
   "BatchesByStatus"
  ],
  "cutoverSets": [
   "Identity",
   "BatchesByStatus",
   "BatchesByEndpoint",
   "BatchesFromEndpoint"
  ],
  "parameters": {
   "Diagnostic": {
    "type": "SwitchParameter",
    "sets": [
     "Identity",
     "BatchesFromEndpoint"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DiagnosticArgument": {
    "type": "String",
    "sets": [
     "Identity",
     "BatchesFromEndpoint"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DiagnosticInfo": {
    "type": "String",
    "sets": [
     "Identity",
     "BatchesByEndpoint",
     "BatchesByStatus"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DomainController": {
    "type": "Fqdn",
    "sets": [
     "Identity",
     "BatchesFromEndpoint"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Endpoint": {
    "type": "MigrationEndpointIdParameter",
    "help": "Keeps the batches that use this endpoint.",
    "sets": [
     "BatchesFromEndpoint",
     "BatchesByEndpoint"
    ],
    "completes": "endpoint"
   },
   "Identity": {
    "type": "MigrationBatchIdParameter",
    "help": "Name or GUID of one batch.",
    "sets": [
     "Identity"
    ],
    "position": 0,
    "pipeline": "value and property",
    "completes": "batch"
   },
   "IncludeReport": {
    "type": "SwitchParameter",
    "help": "Adds the report of what was done."
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "sets": [
     "Identity",
     "BatchesByEndpoint",
     "BatchesByStatus"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ResultSize": {
    "type": "Unlimited",
    "help": "How many batches to list at most, 1000 when it is left out; Unlimited lists all.",
    "sets": [
     "Identity",
     "BatchesByEndpoint",
     "BatchesByStatus"
    ]
   },
   "Status": {
    "type": "MigrationBatchStatus",
    "help": "Keeps the batches in this state.",
    "sets": [
     "Identity",
     "BatchesFromEndpoint",
     "BatchesByStatus"
    ],
    "values": [
     "Created",
     "Syncing",
     "Stopping",
     "Stopped",
     "Completed",
     "Failed",
     "Removing",
     "Synced",
     "IncrementalSyncing",
     "Completing",
     "CompletedWithErrors",
     "SyncedWithErrors",
     "Corrupted",
     "Waiting",
     "Starting"
    ]
   }
  },
  "examples": [
   {
    "title": "Show one batch",
    "script": "Get-MigrationBatch -Identity Cutover",
    "expect": "Cutover"
   },
   {
    "title": "Find the batches that have synced",
    "script": "Get-MigrationBatch -Status Synced",
    "expect": "Cutover"
   }
  ]
 },
 {
  "name": "Get-MigrationEndpoint",
  "synopsis": "Lists the stored connection settings of source organizations.",
  "description": "Without parameters it lists every endpoint. No endpoint shows its password.",
  "output": "MigrationEndpoint",
  "returns": "many",
  "sets": [
   "ConnectionSettingsFilter",
   "TypeFilter",
   "Identity"
  ],
  "cutoverSets": [
   "Identity",
   "TypeFilter"
  ],
  "parameters": {
   "ConnectionSettings": {
    "type": "ExchangeConnectionSettings",
    "sets": [
     "ConnectionSettingsFilter"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Diagnostic": {
    "type": "SwitchParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DiagnosticArgument": {
    "type": "String",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DiagnosticInfo": {
    "type": "String",
    "sets": [
     "TypeFilter",
     "Identity"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DomainController": {
    "type": "Fqdn",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Identity": {
    "type": "MigrationEndpointIdParameter",
    "help": "Name or GUID of one endpoint.",
    "sets": [
     "Identity"
    ],
    "position": 0,
    "pipeline": "value and property",
    "completes": "endpoint"
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "sets": [
     "TypeFilter",
     "Identity"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Type": {
    "type": "MigrationType",
    "help": "Keeps the endpoints of this type.",
    "sets": [
     "TypeFilter"
    ],
    "mandatory": true,
    "values": [
     "None",
     "IMAP",
     "XO1",
     "ExchangeOutlookAnywhere",
     "BulkProvisioning",
     "ExchangeRemoteMove",
     "ExchangeLocalMove",
     "PSTImport",
     "PublicFolder"
    ]
   }
  },
  "examples": [
   {
    "title": "List the endpoints",
    "script": "Get-MigrationEndpoint",
    "expect": "Contoso"
   },
   {
    "title": "Show one endpoint",
    "script": "Get-MigrationEndpoint -Identity Contoso",
    "expect": "Contoso"
   }
  ]
 },
 {
  "name": "Get-MigrationUser",
  "synopsis": "Lists the users, groups and contacts of migration batches.",
  "description": "Without parameters it lists the users of every batch, at most 1,000 of them unless -ResultSize says otherwise.",
  "output": "MigrationUser",
  "returns": "many",
  "sets": [
   "MailboxGuid",
   "StatusAndBatchId",
   "Identity",
   "EmailAddress"
  ],
  "cutoverSets": [
   "Identity",
   "StatusAndBatchId",
   "MailboxGuid",
   "EmailAddress"
  ],
  "parameters": {
   "Identity": {
    "type": "MigrationUserIdParameter",
    "help": "E-mail address or GUID of one user.",
    "sets": [
     "Identity"
    ],
    "position": 0,
    "pipeline": "value and property",
    "completes": "user"
   },
   "MailboxGuid": {
    "type": "Guid",
    "help": "GUID of the mailbox of one user.",
    "sets": [
     "MailboxGuid"
    ],
    "mandatory": true
   },
   "BatchId": {
    "type": "MigrationBatchIdParameter",
    "help": "Keeps the users of this batch.",
    "sets": [
     "StatusAndBatchId"
    ],
    "completes": "batch"
   },
   "DomainController": {
    "type": "Fqdn",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "EmailAddress": {
    "type": "EmailAddress",
    "help": "E-mail address of one user.",
    "sets": [
     "EmailAddress"
    ],
    "mandatory": true
   },
   "IncludeAssociatedUsers": {
    "type": "SwitchParameter",
    "help": "Adds users that belong to the ones found; a cutover has none."
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ResultSize": {
    "type": "Unlimited",
    "help": "How many users to list at most, 1000 when it is left out; Unlimited lists all."
   },
   "Status": {
    "type": "MigrationUserStatus",
    "help": "Keeps the users in this state.",
    "sets": [
     "StatusAndBatchId"
    ],
    "values": [
     "Queued",
     "Syncing",
     "Failed",
     "Synced",
     "IncrementalFailed",
     "Completing",
     "Completed",
     "CompletionFailed",
     "Corrupted",
     "Provisioning",
     "ProvisionUpdating",
     "CompletionSynced",
     "Validating",
     "IncrementalSyncing",
     "IncrementalSynced",
     "CompletedWithWarnings",
     "Stopped",
     "IncrementalStopped",
     "Starting",
     "Stopping",
     "Removing"
    ]
   },
   "StatusSummary": {
    "type": "MigrationUserStatusSummary",
    "help": "Keeps the users whose state counts as this.",
    "sets": [
     "StatusAndBatchId"
    ],
    "values": [
     "Active",
     "Failed",
     "Synced",
     "Completed",
     "Stopped"
    ]
   }
  },
  "examples": [
   {
    "title": "List the users that failed",
    "script": "Get-MigrationUser -BatchId Cutover -StatusSummary Failed"
   },
   {
    "title": "Show one user",
    "script": "Get-MigrationUser -Identity annb@contoso.com",
    "expect": "annb@contoso.com"
   }
  ]
 },
 {
  "name": "Get-MigrationUserStatistics",
  "synopsis": "Shows how far the migration of one user has come, and what went wrong.",
  "description": "Counts, sizes and durations of one user; -IncludeSkippedItems lists what was left out, with the reason for each item.",
  "output": "MigrationUserStatistics",
  "returns": "many",
  "sets": [
   "(All)"
  ],
  "cutoverSets": [
   "(All)"
  ],
  "parameters": {
   "Diagnostic": {
    "type": "SwitchParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DiagnosticArgument": {
    "type": "String",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DiagnosticInfo": {
    "type": "String",
    "help": "Adds diagnostic information."
   },
   "DomainController": {
    "type": "Fqdn",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Identity": {
    "type": "MigrationUserIdParameter",
    "help": "E-mail address or GUID of one user.",
    "mandatory": true,
    "position": 0,
    "pipeline": "value and property",
    "completes": "user"
   },
   "IncludeCopilotReport": {
    "type": "SwitchParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "IncludeReport": {
    "type": "SwitchParameter",
    "help": "Adds the report of what was done."
   },
   "IncludeSkippedItems": {
    "type": "SwitchParameter",
    "help": "Lists the items that were left out."
   },
   "LimitSkippedItemsTo": {
    "type": "Int32",
    "help": "How many skipped items to list at most."
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipSubscription": {
    "type": "SwitchParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   }
  },
  "examples": [
   {
    "title": "Show one user",
    "script": "Get-MigrationUserStatistics -Identity annb@contoso.com",
    "expect": "annb@contoso.com"
   },
   {
    "title": "Show what was left out",
    "script": "Get-MigrationUserStatistics -Identity annb@contoso.com -IncludeSkippedItems",
    "expect": "annb@contoso.com"
   }
  ]
 },
 {
  "name": "New-MigrationBatch",
  "synopsis": "Creates a migration batch of every mailbox, group and contact of the source organization.",
  "description": "A batch without a CSV file and with an Outlook Anywhere endpoint is a cutover batch. Without -AutoStart it waits for Start-MigrationBatch. Without -SourceEndpoint the connection settings of the batch before are used again.",
  "output": "MigrationBatch",
  "returns": "one",
  "sets": [
   "Abch",
   "Analysis",
   "FolderMove",
   "GoogleResourceOnboarding",
   "Local",
   "LocalMailboxRestore",
   "LocalPublicFolder",
   "ManagedGmailTeams",
   "Offboarding",
   "Onboarding",
   "PointInTimeRecovery",
   "PointInTimeRecoveryProvisionOnly",
   "Preexisting",
   "PreexistingUserIds",
   "PreexistingUsers",
   "PublicFolderToUnifiedGroup",
   "SlackPublicDataConnector",
   "WorkflowTemplate"
  ],
  "cutoverSets": [
   "Onboarding"
  ],
  "confirms": {
   "action": "Creating the migration batch",
   "impact": "Medium"
  },
  "parameters": {
   "AdoptPreexisting": {
    "type": "SwitchParameter",
    "sets": [
     "GoogleResourceOnboarding",
     "Local",
     "ManagedGmailTeams",
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "AllowIncrementalSyncs": {
    "type": "Boolean",
    "sets": [
     "Abch",
     "Local",
     "LocalPublicFolder",
     "Offboarding",
     "Onboarding",
     "Preexisting",
     "PreexistingUserIds",
     "PublicFolderToUnifiedGroup",
     "WorkflowTemplate"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "AllowUnknownColumnsInCsv": {
    "type": "Boolean",
    "sets": [
     "Abch",
     "Analysis",
     "FolderMove",
     "GoogleResourceOnboarding",
     "Local",
     "LocalMailboxRestore",
     "LocalPublicFolder",
     "ManagedGmailTeams",
     "Offboarding",
     "Onboarding",
     "PointInTimeRecovery",
     "PointInTimeRecoveryProvisionOnly",
     "PreexistingUserIds",
     "PreexistingUsers",
     "PublicFolderToUnifiedGroup",
     "SlackPublicDataConnector",
     "WorkflowTemplate"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Analyze": {
    "type": "SwitchParameter",
    "sets": [
     "Analysis"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ArchiveDomain": {
    "type": "String",
    "sets": [
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ArchiveOnly": {
    "type": "SwitchParameter",
    "sets": [
     "Local"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "AutoComplete": {
    "type": "SwitchParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "AutoProvisioning": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "AutoRetryCount": {
    "type": "Int32",
    "sets": [
     "Abch",
     "Local",
     "LocalPublicFolder",
     "Offboarding",
     "Onboarding",
     "Preexisting",
     "PreexistingUserIds",
     "PublicFolderToUnifiedGroup",
     "WorkflowTemplate"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "AutoStart": {
    "type": "SwitchParameter",
    "help": "Starts the batch at once."
   },
   "AvoidMergeOverlap": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "BadItemLimit": {
    "type": "Unlimited",
    "sets": [
     "FolderMove",
     "Local",
     "LocalPublicFolder",
     "PublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "CSVData": {
    "type": "Byte[]",
    "sets": [
     "Abch",
     "Analysis",
     "FolderMove",
     "GoogleResourceOnboarding",
     "Local",
     "LocalMailboxRestore",
     "LocalPublicFolder",
     "ManagedGmailTeams",
     "Offboarding",
     "Onboarding",
     "PointInTimeRecovery",
     "PointInTimeRecoveryProvisionOnly",
     "PublicFolderToUnifiedGroup"
    ],
    "mandatory": [
     "Abch",
     "Analysis",
     "FolderMove",
     "GoogleResourceOnboarding",
     "Local",
     "LocalMailboxRestore",
     "LocalPublicFolder",
     "ManagedGmailTeams",
     "Offboarding",
     "PointInTimeRecovery",
     "PointInTimeRecoveryProvisionOnly",
     "PublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "CompleteAfter": {
    "type": "DateTime",
    "help": "Completes the batch once this time has passed and it has synced; UTC unless -TimeZone says otherwise."
   },
   "ConnectionLogicalId": {
    "type": "String",
    "sets": [
     "SlackPublicDataConnector"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ContentFilter": {
    "type": "String",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ContentFilterLanguage": {
    "type": "CultureInfo",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Daily": {
    "type": "SwitchParameter",
    "sets": [
     "Analysis"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DataFusion": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DisableOnCopy": {
    "type": "SwitchParameter",
    "sets": [
     "Preexisting",
     "PreexistingUserIds",
     "PreexistingUsers"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DisallowExistingUsers": {
    "type": "SwitchParameter",
    "sets": [
     "Local",
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "DomainController": {
    "type": "Fqdn",
    "sets": [
     "Abch",
     "Local",
     "LocalPublicFolder",
     "Offboarding",
     "Onboarding",
     "Preexisting",
     "PreexistingUserIds",
     "PublicFolderToUnifiedGroup",
     "WorkflowTemplate"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ExcludeDumpsters": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ExcludeFolders": {
    "type": "MultiValuedProperty",
    "sets": [
     "Analysis",
     "LocalMailboxRestore",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ForwardingDisposition": {
    "type": "GmailForwardingDisposition",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "GoogleResource": {
    "type": "SwitchParameter",
    "sets": [
     "GoogleResourceOnboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "IncludeFolders": {
    "type": "MultiValuedProperty",
    "sets": [
     "Analysis",
     "LocalMailboxRestore",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "IncludeOtherContacts": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "LargeItemLimit": {
    "type": "Unlimited",
    "sets": [
     "FolderMove",
     "LocalPublicFolder",
     "PublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Local": {
    "type": "SwitchParameter",
    "sets": [
     "Local"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Locale": {
    "type": "CultureInfo",
    "help": "Language of new mailboxes, for example en-US.",
    "sets": [
     "Abch",
     "Local",
     "LocalPublicFolder",
     "Offboarding",
     "Onboarding",
     "Preexisting",
     "PreexistingUserIds",
     "PublicFolderToUnifiedGroup",
     "WorkflowTemplate"
    ]
   },
   "ManagedGmailTeams": {
    "type": "SwitchParameter",
    "sets": [
     "ManagedGmailTeams"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "MigrateTasks": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "MoveOptions": {
    "type": "MultiValuedProperty",
    "sets": [
     "FolderMove",
     "Local",
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Name": {
    "type": "String",
    "help": "Name of the new batch, unique, at most 64 characters.",
    "mandatory": true
   },
   "NotificationEmails": {
    "type": "MultiValuedProperty",
    "help": "Addresses that the status mail goes to, besides the administrator who starts the batch."
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "sets": [
     "Analysis",
     "FolderMove",
     "GoogleResourceOnboarding",
     "Local",
     "LocalMailboxRestore",
     "LocalPublicFolder",
     "ManagedGmailTeams",
     "Offboarding",
     "Onboarding",
     "PointInTimeRecovery",
     "PointInTimeRecoveryProvisionOnly",
     "Preexisting",
     "PreexistingUserIds",
     "PreexistingUsers",
     "PublicFolderToUnifiedGroup",
     "SlackPublicDataConnector",
     "WorkflowTemplate"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "PrimaryOnly": {
    "type": "SwitchParameter",
    "sets": [
     "Local",
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "PublicFolderToUnifiedGroup": {
    "type": "SwitchParameter",
    "sets": [
     "PublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "RemoveOnCopy": {
    "type": "SwitchParameter",
    "sets": [
     "GoogleResourceOnboarding",
     "Local",
     "ManagedGmailTeams",
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "RenamePrimaryCalendar": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ReportInterval": {
    "type": "TimeSpan",
    "help": "Time between status mails while the batch lives; 0 for none."
   },
   "Restore": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SimplifiedSwitchOver": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipCalendar": {
    "type": "SwitchParameter",
    "sets": [
     "ManagedGmailTeams",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipContacts": {
    "type": "SwitchParameter",
    "sets": [
     "ManagedGmailTeams",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipDelegates": {
    "type": "SwitchParameter",
    "sets": [
     "GoogleResourceOnboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipDetails": {
    "type": "SwitchParameter",
    "sets": [
     "Analysis"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipMail": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipMerging": {
    "type": "MultiValuedProperty",
    "sets": [
     "GoogleResourceOnboarding",
     "LocalMailboxRestore",
     "LocalPublicFolder",
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipMoving": {
    "type": "MultiValuedProperty",
    "sets": [
     "Local",
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipProvisioning": {
    "type": "SwitchParameter",
    "sets": [
     "GoogleResourceOnboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipReports": {
    "type": "SwitchParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipRules": {
    "type": "SwitchParameter",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipSteps": {
    "type": "SkippableMigrationSteps[]",
    "sets": [
     "Abch",
     "Local",
     "LocalPublicFolder",
     "Offboarding",
     "Onboarding",
     "Preexisting",
     "PreexistingUserIds",
     "PublicFolderToUnifiedGroup",
     "WorkflowTemplate"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SlackPublicDataConnector": {
    "type": "SwitchParameter",
    "sets": [
     "SlackPublicDataConnector"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SlackWorkspaceId": {
    "type": "String",
    "sets": [
     "SlackPublicDataConnector"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SourceEndpoint": {
    "type": "MigrationEndpointIdParameter",
    "help": "Endpoint of the source organization.",
    "sets": [
     "Analysis",
     "GoogleResourceOnboarding",
     "ManagedGmailTeams",
     "Onboarding",
     "PublicFolderToUnifiedGroup",
     "SlackPublicDataConnector"
    ],
    "completes": "endpoint"
   },
   "SourcePFPrimaryMailboxGuid": {
    "type": "Guid",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SourcePublicFolderDatabase": {
    "type": "DatabaseIdParameter",
    "sets": [
     "LocalPublicFolder"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "StagedRollOutGroupId": {
    "type": "String",
    "sets": [
     "SlackPublicDataConnector"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "StartAfter": {
    "type": "DateTime",
    "help": "Does not copy before this time; UTC unless -TimeZone says otherwise."
   },
   "TargetArchiveDatabases": {
    "type": "MultiValuedProperty",
    "sets": [
     "Local",
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "TargetDatabases": {
    "type": "MultiValuedProperty",
    "sets": [
     "Abch",
     "Local",
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "TargetDeliveryDomain": {
    "type": "String",
    "sets": [
     "Offboarding",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "TargetEndpoint": {
    "type": "MigrationEndpointIdParameter",
    "sets": [
     "Offboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "TimeZone": {
    "type": "ExTimeZoneValue",
    "help": "Time zone of -StartAfter and -CompleteAfter, UTC when it is left out."
   },
   "UserIds": {
    "type": "MultiValuedProperty",
    "sets": [
     "PreexistingUserIds"
    ],
    "mandatory": true,
    "position": 0,
    "pipeline": "value and property",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Users": {
    "type": "MultiValuedProperty",
    "sets": [
     "Preexisting",
     "PreexistingUsers"
    ],
    "mandatory": true,
    "position": 0,
    "pipeline": "value and property",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "WorkflowControlFlags": {
    "type": "MigrationWorkflowControlFlags",
    "sets": [
     "Local",
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "WorkflowTemplate": {
    "type": "String",
    "sets": [
     "WorkflowTemplate"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "WorkloadType": {
    "type": "RequestWorkloadType",
    "sets": [
     "Local"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "XMLData": {
    "type": "Byte[]",
    "sets": [
     "Onboarding"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Confirm": {
    "type": "SwitchParameter",
    "help": "Asks before the cmdlet runs; -Confirm:$false keeps it from asking.",
    "aliases": [
     "cf"
    ],
    "host": true
   },
   "WhatIf": {
    "type": "SwitchParameter",
    "help": "Tells what would happen, and does nothing.",
    "aliases": [
     "wi"
    ],
    "host": true
   }
  },
  "examples": [
   {
    "title": "Create a batch and start it",
    "script": "New-MigrationBatch -Name Cutover -SourceEndpoint Contoso -AutoStart -NotificationEmails admin@contoso.com",
    "expect": "Cutover"
   },
   {
    "title": "Create a batch to be started later",
    "script": "New-MigrationBatch -Name Cutover -SourceEndpoint Contoso",
    "expect": "Cutover"
   }
  ]
 },
 {
  "name": "New-MigrationEndpoint",
  "synopsis": "Stores the connection settings of a source organization.",
  "description": "The connection is tested first, unless -SkipVerification. The password is kept sealed and is never shown. Settings stay between batches.",
  "output": "MigrationEndpoint",
  "returns": "one",
  "sets": [
   "ExchangeRemoteMoveAutoDiscover",
   "ExchangeOutlookAnywhereAutoDiscover",
   "ExchangeOutlookAnywhere",
   "ExchangeRemoteMove",
   "PSTImport",
   "IMAP",
   "Gmail",
   "GoogleMarketplaceApp",
   "PublicFolder",
   "Compliance",
   "MrsProxyPublicFolderToUnifiedGroup",
   "MrsProxyPublicFolder",
   "LegacyPublicFolderToUnifiedGroup"
  ],
  "cutoverSets": [
   "ExchangeOutlookAnywhere",
   "ExchangeOutlookAnywhereAutoDiscover"
  ],
  "confirms": {
   "action": "Creating the migration endpoint",
   "impact": "Medium"
  },
  "parameters": {
   "AcceptUntrustedCertificates": {
    "type": "SwitchParameter",
    "help": "Accepts a certificate of an authority that is not trusted.",
    "sets": [
     "ExchangeOutlookAnywhereAutoDiscover",
     "ExchangeOutlookAnywhere",
     "IMAP"
    ]
   },
   "AppSecretKeyVaultUrl": {
    "type": "String",
    "sets": [
     "ExchangeRemoteMove"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ApplicationId": {
    "type": "String",
    "sets": [
     "ExchangeRemoteMove"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Authentication": {
    "type": "AuthenticationMethod",
    "help": "How to sign in at the RPC proxy, Basic when it is left out. A cutover can use Basic and Ntlm.",
    "sets": [
     "ExchangeOutlookAnywhere",
     "IMAP",
     "PublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "values": [
     "Basic",
     "Digest",
     "Ntlm",
     "Fba",
     "WindowsIntegrated",
     "LiveIdFba",
     "LiveIdBasic",
     "WSSecurity",
     "Certificate",
     "NegoEx",
     "OAuth",
     "Adfs",
     "Kerberos",
     "Negotiate",
     "LiveIdNegotiate",
     "Misconfigured"
    ]
   },
   "Autodiscover": {
    "type": "SwitchParameter",
    "help": "Finds the servers by the Autodiscover service of Exchange 2007 and later.",
    "sets": [
     "ExchangeRemoteMoveAutoDiscover",
     "ExchangeOutlookAnywhereAutoDiscover"
    ]
   },
   "Compliance": {
    "type": "SwitchParameter",
    "sets": [
     "Compliance"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Credentials": {
    "type": "PSCredential",
    "help": "Account in the source organization, as DOMAIN\\user or user principal name.",
    "sets": [
     "ExchangeRemoteMoveAutoDiscover",
     "ExchangeOutlookAnywhereAutoDiscover",
     "ExchangeOutlookAnywhere",
     "ExchangeRemoteMove",
     "PSTImport",
     "PublicFolder",
     "Compliance",
     "MrsProxyPublicFolderToUnifiedGroup",
     "MrsProxyPublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "mandatory": [
     "ExchangeRemoteMoveAutoDiscover",
     "ExchangeOutlookAnywhereAutoDiscover",
     "ExchangeOutlookAnywhere",
     "PublicFolder",
     "Compliance",
     "MrsProxyPublicFolderToUnifiedGroup",
     "MrsProxyPublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ]
   },
   "DomainController": {
    "type": "Fqdn",
    "sets": [
     "ExchangeRemoteMoveAutoDiscover",
     "ExchangeOutlookAnywhereAutoDiscover",
     "ExchangeOutlookAnywhere",
     "ExchangeRemoteMove",
     "PSTImport",
     "IMAP",
     "Gmail",
     "PublicFolder",
     "Compliance",
     "MrsProxyPublicFolderToUnifiedGroup",
     "MrsProxyPublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "EmailAddress": {
    "type": "SmtpAddress",
    "help": "E-mail address of the migration administrator in the source organization.",
    "sets": [
     "ExchangeRemoteMoveAutoDiscover",
     "ExchangeOutlookAnywhereAutoDiscover",
     "ExchangeOutlookAnywhere",
     "Gmail"
    ],
    "mandatory": [
     "ExchangeRemoteMoveAutoDiscover",
     "ExchangeOutlookAnywhereAutoDiscover"
    ]
   },
   "ExchangeOutlookAnywhere": {
    "type": "SwitchParameter",
    "help": "Makes an Outlook Anywhere (RPC over HTTP) endpoint, which a cutover uses.",
    "sets": [
     "ExchangeOutlookAnywhereAutoDiscover",
     "ExchangeOutlookAnywhere"
    ]
   },
   "ExchangeRemoteMove": {
    "type": "SwitchParameter",
    "sets": [
     "ExchangeRemoteMoveAutoDiscover",
     "ExchangeRemoteMove"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ExchangeServer": {
    "type": "String",
    "help": "Fully qualified name of the Exchange server that holds the mailboxes.",
    "sets": [
     "ExchangeOutlookAnywhere"
    ]
   },
   "Gmail": {
    "type": "SwitchParameter",
    "sets": [
     "Gmail",
     "GoogleMarketplaceApp"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "IMAP": {
    "type": "SwitchParameter",
    "sets": [
     "IMAP"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "MailboxPermission": {
    "type": "MigrationMailboxPermission",
    "help": "What lets the account open other mailboxes.",
    "sets": [
     "ExchangeOutlookAnywhere"
    ],
    "values": [
     "Admin",
     "FullAccess"
    ]
   },
   "MaxConcurrentIncrementalSyncs": {
    "type": "Unlimited",
    "help": "How many mailboxes have a later sync at the same time; not more than MaxConcurrentMigrations."
   },
   "MaxConcurrentMigrations": {
    "type": "Unlimited",
    "help": "How many mailboxes are migrated at the same time, 3 when it is left out and 10 at most."
   },
   "Name": {
    "type": "String",
    "help": "Name of the new endpoint, unique, at most 64 characters.",
    "mandatory": true
   },
   "NspiServer": {
    "type": "String",
    "help": "Fully qualified name of the address book server, when it is not the Exchange server.",
    "sets": [
     "ExchangeOutlookAnywhere"
    ]
   },
   "OAuthCode": {
    "type": "SecureString",
    "sets": [
     "GoogleMarketplaceApp"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "PSTImport": {
    "type": "SwitchParameter",
    "sets": [
     "PSTImport"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Port": {
    "type": "Int32",
    "sets": [
     "IMAP"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "PublicFolder": {
    "type": "SwitchParameter",
    "sets": [
     "PublicFolder",
     "MrsProxyPublicFolder"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "PublicFolderDatabaseServerLegacyDN": {
    "type": "String",
    "sets": [
     "PublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "PublicFolderToUnifiedGroup": {
    "type": "SwitchParameter",
    "sets": [
     "MrsProxyPublicFolderToUnifiedGroup",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "RedirectUri": {
    "type": "String",
    "sets": [
     "GoogleMarketplaceApp"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "RemoteServer": {
    "type": "Fqdn",
    "sets": [
     "ExchangeRemoteMove",
     "PSTImport",
     "IMAP",
     "Compliance",
     "MrsProxyPublicFolderToUnifiedGroup",
     "MrsProxyPublicFolder"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "RemoteTenant": {
    "type": "String",
    "sets": [
     "ExchangeRemoteMove"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "RpcProxyServer": {
    "type": "Fqdn",
    "help": "Fully qualified name of the RPC proxy, the public name of Outlook Anywhere.",
    "sets": [
     "ExchangeOutlookAnywhere",
     "PublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "mandatory": [
     "PublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ]
   },
   "Security": {
    "type": "IMAPSecurityMechanism",
    "sets": [
     "IMAP"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ServiceAccountKeyFileData": {
    "type": "Byte[]",
    "sets": [
     "Gmail"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SkipVerification": {
    "type": "SwitchParameter",
    "help": "Stores the settings without a test of the connection."
   },
   "SourceMailboxLegacyDN": {
    "type": "String",
    "sets": [
     "ExchangeOutlookAnywhereAutoDiscover",
     "ExchangeOutlookAnywhere",
     "PublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "mandatory": [
     "PublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "TestMailbox": {
    "type": "MailboxIdParameter",
    "sets": [
     "ExchangeOutlookAnywhereAutoDiscover",
     "ExchangeOutlookAnywhere",
     "GoogleMarketplaceApp",
     "PublicFolder",
     "MrsProxyPublicFolderToUnifiedGroup",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Confirm": {
    "type": "SwitchParameter",
    "help": "Asks before the cmdlet runs; -Confirm:$false keeps it from asking.",
    "aliases": [
     "cf"
    ],
    "host": true
   },
   "WhatIf": {
    "type": "SwitchParameter",
    "help": "Tells what would happen, and does nothing.",
    "aliases": [
     "wi"
    ],
    "host": true
   }
  },
  "examples": [
   {
    "title": "Store the settings of an Exchange 2003 organization",
    "script": "New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Contoso -ExchangeServer EXCH-MSG-1.contoso.com -RpcProxyServer mail.contoso.com -Credentials CONTOSO\\administrator -MaxConcurrentMigrations 3",
    "expect": "Contoso"
   }
  ]
 },
 {
  "name": "Remove-MigrationBatch",
  "synopsis": "Removes a migration batch and its users.",
  "description": "Mailboxes that were migrated stay. Mail that still arrives at the source is no longer copied.",
  "output": null,
  "returns": "none",
  "sets": [
   "(All)"
  ],
  "cutoverSets": [
   "(All)"
  ],
  "confirms": {
   "action": "Removing the migration batch",
   "impact": "High"
  },
  "parameters": {
   "DomainController": {
    "type": "Fqdn",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Force": {
    "type": "SwitchParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Identity": {
    "type": "MigrationBatchIdParameter",
    "help": "Name or GUID of the batch.",
    "position": 0,
    "pipeline": "value and property",
    "completes": "batch"
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Confirm": {
    "type": "SwitchParameter",
    "help": "Asks before the cmdlet runs; -Confirm:$false keeps it from asking.",
    "aliases": [
     "cf"
    ],
    "host": true
   },
   "WhatIf": {
    "type": "SwitchParameter",
    "help": "Tells what would happen, and does nothing.",
    "aliases": [
     "wi"
    ],
    "host": true
   }
  },
  "examples": [
   {
    "title": "Remove a batch without a question",
    "script": "Remove-MigrationBatch -Identity Cutover -Confirm:$false"
   }
  ]
 },
 {
  "name": "Start-MigrationBatch",
  "synopsis": "Starts a batch that was created, resumes one that was stopped, or retries what failed.",
  "description": "The batch goes on when the command has ended; Get-MigrationBatch shows how far it is.",
  "output": null,
  "returns": "none",
  "sets": [
   "(All)"
  ],
  "cutoverSets": [
   "(All)"
  ],
  "confirms": {
   "action": "Starting the migration batch",
   "impact": "Medium"
  },
  "parameters": {
   "DomainController": {
    "type": "Fqdn",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Identity": {
    "type": "MigrationBatchIdParameter",
    "help": "Name or GUID of the batch.",
    "position": 0,
    "pipeline": "value and property",
    "completes": "batch"
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Validate": {
    "type": "SwitchParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Confirm": {
    "type": "SwitchParameter",
    "help": "Asks before the cmdlet runs; -Confirm:$false keeps it from asking.",
    "aliases": [
     "cf"
    ],
    "host": true
   },
   "WhatIf": {
    "type": "SwitchParameter",
    "help": "Tells what would happen, and does nothing.",
    "aliases": [
     "wi"
    ],
    "host": true
   }
  },
  "examples": [
   {
    "title": "Start a batch",
    "script": "Start-MigrationBatch -Identity Cutover"
   }
  ]
 },
 {
  "name": "Stop-MigrationBatch",
  "synopsis": "Stops a migration batch that is being processed.",
  "description": "Copies that run end at once; what has been migrated stays. Start-MigrationBatch resumes. Without -Identity it takes the batch being processed.",
  "output": null,
  "returns": "none",
  "sets": [
   "(All)"
  ],
  "cutoverSets": [
   "(All)"
  ],
  "confirms": {
   "action": "Stopping the migration batch",
   "impact": "High"
  },
  "parameters": {
   "DomainController": {
    "type": "Fqdn",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Identity": {
    "type": "MigrationBatchIdParameter",
    "help": "Name or GUID of the batch.",
    "position": 0,
    "pipeline": "value and property",
    "completes": "batch"
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Confirm": {
    "type": "SwitchParameter",
    "help": "Asks before the cmdlet runs; -Confirm:$false keeps it from asking.",
    "aliases": [
     "cf"
    ],
    "host": true
   },
   "WhatIf": {
    "type": "SwitchParameter",
    "help": "Tells what would happen, and does nothing.",
    "aliases": [
     "wi"
    ],
    "host": true
   }
  },
  "examples": [
   {
    "title": "Stop the batch being processed",
    "script": "Stop-MigrationBatch -Confirm:$false"
   }
  ]
 },
 {
  "name": "Test-MigrationServerAvailability",
  "synopsis": "Tests whether the source organization can be reached with given settings.",
  "description": "Connects as a migration would: RPC proxy, address book, mailbox. A connection that fails is a result with its reason, not an error. An Exchange 2003 organization has no Autodiscover; name its servers by -ExchangeServer and -RPCProxyServer.",
  "output": "TestMigrationServerAvailabilityOutcome",
  "returns": "one",
  "sets": [
   "ExchangeRemoteMoveAutodiscover",
   "ExchangeOutlookAnywhereAutodiscover",
   "PSTImport",
   "ExchangeOutlookAnywhere",
   "PublicFolder",
   "ExchangeRemoteMove",
   "TestEndpoint",
   "IMAP",
   "Gmail",
   "Compliance",
   "MrsProxyPublicFolderToUnifiedGroup",
   "LegacyPublicFolderToUnifiedGroup",
   "MrsProxyPublicFolder"
  ],
  "cutoverSets": [
   "ExchangeOutlookAnywhere",
   "ExchangeOutlookAnywhereAutodiscover",
   "TestEndpoint"
  ],
  "confirms": {
   "action": "Testing the migration server availability",
   "impact": "Medium"
  },
  "parameters": {
   "AcceptUntrustedCertificates": {
    "type": "SwitchParameter",
    "help": "Accepts a certificate of an authority that is not trusted.",
    "sets": [
     "ExchangeOutlookAnywhereAutodiscover",
     "ExchangeOutlookAnywhere",
     "IMAP"
    ]
   },
   "Authentication": {
    "type": "AuthenticationMethod",
    "help": "How to sign in at the RPC proxy, Basic when it is left out. A cutover can use Basic and Ntlm.",
    "sets": [
     "ExchangeOutlookAnywhere",
     "PublicFolder",
     "IMAP",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "values": [
     "Basic",
     "Digest",
     "Ntlm",
     "Fba",
     "WindowsIntegrated",
     "LiveIdFba",
     "LiveIdBasic",
     "WSSecurity",
     "Certificate",
     "NegoEx",
     "OAuth",
     "Adfs",
     "Kerberos",
     "Negotiate",
     "LiveIdNegotiate",
     "Misconfigured"
    ]
   },
   "Autodiscover": {
    "type": "SwitchParameter",
    "help": "Finds the servers by the Autodiscover service of Exchange 2007 and later.",
    "sets": [
     "ExchangeRemoteMoveAutodiscover",
     "ExchangeOutlookAnywhereAutodiscover"
    ]
   },
   "Compliance": {
    "type": "SwitchParameter",
    "sets": [
     "Compliance"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Credentials": {
    "type": "PSCredential",
    "help": "Account in the source organization, as DOMAIN\\user or user principal name.",
    "sets": [
     "ExchangeRemoteMoveAutodiscover",
     "ExchangeOutlookAnywhereAutodiscover",
     "PSTImport",
     "ExchangeOutlookAnywhere",
     "PublicFolder",
     "ExchangeRemoteMove",
     "Compliance",
     "MrsProxyPublicFolderToUnifiedGroup",
     "LegacyPublicFolderToUnifiedGroup",
     "MrsProxyPublicFolder"
    ],
    "mandatory": [
     "ExchangeRemoteMoveAutodiscover",
     "ExchangeOutlookAnywhereAutodiscover",
     "PSTImport",
     "ExchangeOutlookAnywhere",
     "PublicFolder",
     "Compliance",
     "MrsProxyPublicFolderToUnifiedGroup",
     "LegacyPublicFolderToUnifiedGroup",
     "MrsProxyPublicFolder"
    ]
   },
   "EmailAddress": {
    "type": "SmtpAddress",
    "help": "E-mail address of the migration administrator in the source organization.",
    "sets": [
     "ExchangeRemoteMoveAutodiscover",
     "ExchangeOutlookAnywhereAutodiscover",
     "ExchangeOutlookAnywhere",
     "Gmail",
     "Compliance"
    ],
    "mandatory": [
     "ExchangeRemoteMoveAutodiscover",
     "ExchangeOutlookAnywhereAutodiscover",
     "Compliance"
    ]
   },
   "Endpoint": {
    "type": "MigrationEndpointIdParameter",
    "help": "Stored endpoint to test.",
    "sets": [
     "TestEndpoint"
    ],
    "mandatory": true,
    "completes": "endpoint"
   },
   "ExchangeOutlookAnywhere": {
    "type": "SwitchParameter",
    "help": "Tests an Outlook Anywhere (RPC over HTTP) connection, which a cutover uses.",
    "sets": [
     "ExchangeOutlookAnywhereAutodiscover",
     "ExchangeOutlookAnywhere"
    ]
   },
   "ExchangeRemoteMove": {
    "type": "SwitchParameter",
    "sets": [
     "ExchangeRemoteMoveAutodiscover",
     "ExchangeRemoteMove"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ExchangeServer": {
    "type": "String",
    "help": "Fully qualified name of the Exchange server that holds the mailboxes.",
    "sets": [
     "ExchangeOutlookAnywhere"
    ],
    "mandatory": true
   },
   "FilePath": {
    "type": "String",
    "sets": [
     "PSTImport"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Gmail": {
    "type": "SwitchParameter",
    "sets": [
     "Gmail"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Imap": {
    "type": "SwitchParameter",
    "sets": [
     "IMAP"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "MailboxPermission": {
    "type": "MigrationMailboxPermission",
    "help": "What lets the account open other mailboxes.",
    "sets": [
     "ExchangeOutlookAnywhereAutodiscover",
     "ExchangeOutlookAnywhere"
    ],
    "values": [
     "Admin",
     "FullAccess"
    ]
   },
   "PSTImport": {
    "type": "SwitchParameter",
    "sets": [
     "PSTImport"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Partition": {
    "type": "MailboxIdParameter",
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Port": {
    "type": "Int32",
    "sets": [
     "IMAP"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "PublicFolder": {
    "type": "SwitchParameter",
    "sets": [
     "PublicFolder",
     "MrsProxyPublicFolder"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "PublicFolderDatabaseServerLegacyDN": {
    "type": "String",
    "sets": [
     "PublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "PublicFolderToUnifiedGroup": {
    "type": "SwitchParameter",
    "sets": [
     "MrsProxyPublicFolderToUnifiedGroup",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "RPCProxyServer": {
    "type": "Fqdn",
    "help": "Fully qualified name of the RPC proxy, the public name of Outlook Anywhere.",
    "sets": [
     "ExchangeOutlookAnywhere",
     "PublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "mandatory": true
   },
   "RemoteServer": {
    "type": "Fqdn",
    "sets": [
     "PSTImport",
     "ExchangeRemoteMove",
     "IMAP",
     "Compliance",
     "MrsProxyPublicFolderToUnifiedGroup",
     "MrsProxyPublicFolder"
    ],
    "mandatory": [
     "PSTImport",
     "ExchangeRemoteMove",
     "IMAP",
     "MrsProxyPublicFolderToUnifiedGroup",
     "MrsProxyPublicFolder"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Security": {
    "type": "IMAPSecurityMechanism",
    "sets": [
     "IMAP"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "ServiceAccountKeyFileData": {
    "type": "Byte[]",
    "sets": [
     "Gmail"
    ],
    "mandatory": true,
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "SourceMailboxLegacyDN": {
    "type": "String",
    "sets": [
     "ExchangeOutlookAnywhereAutodiscover",
     "ExchangeOutlookAnywhere",
     "PublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "mandatory": [
     "PublicFolder",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "TestMailbox": {
    "type": "MailboxIdParameter",
    "sets": [
     "ExchangeOutlookAnywhereAutodiscover",
     "ExchangeOutlookAnywhere",
     "PublicFolder",
     "Gmail",
     "MrsProxyPublicFolderToUnifiedGroup",
     "LegacyPublicFolderToUnifiedGroup"
    ],
    "help": "Not supported by a cutover migration.",
    "refused": true
   },
   "Confirm": {
    "type": "SwitchParameter",
    "help": "Asks before the cmdlet runs; -Confirm:$false keeps it from asking.",
    "aliases": [
     "cf"
    ],
    "host": true
   },
   "WhatIf": {
    "type": "SwitchParameter",
    "help": "Tells what would happen, and does nothing.",
    "aliases": [
     "wi"
    ],
    "host": true
   }
  },
  "examples": [
   {
    "title": "Test an Exchange 2003 organization",
    "script": "Test-MigrationServerAvailability -ExchangeOutlookAnywhere -ExchangeServer EXCH-MSG-1.contoso.com -RPCProxyServer mail.contoso.com -Credentials CONTOSO\\administrator",
    "expect": "Success"
   },
   {
    "title": "Test a stored endpoint",
    "script": "Test-MigrationServerAvailability -Endpoint Contoso",
    "expect": "Success"
   }
  ]
 }
];

export const objectMetadata: readonly ObjectMetadata[] = [
 {
  "name": "MigrationBatch",
  "typeName": "Microsoft.Exchange.Data.Storage.Management.MigrationBatch",
  "table": [
   {
    "header": "Identity",
    "property": "Identity"
   },
   {
    "header": "Status",
    "property": "Status"
   },
   {
    "header": "Type",
    "property": "MigrationType"
   },
   {
    "header": "TotalCount",
    "property": "TotalCount"
   }
  ],
  "properties": {
   "Identity": {
    "kind": "text",
    "type": "MigrationBatchId"
   },
   "Status": {
    "kind": "enumeration",
    "type": "MigrationBatchStatus",
    "values": [
     "Created",
     "Syncing",
     "Stopping",
     "Stopped",
     "Completed",
     "Failed",
     "Removing",
     "Synced",
     "IncrementalSyncing",
     "Completing",
     "CompletedWithErrors",
     "SyncedWithErrors",
     "Corrupted",
     "Waiting",
     "Starting"
    ]
   },
   "DataConsistencyScore": {
    "kind": "enumeration",
    "type": "DataConsistencyScore",
    "nullable": true,
    "values": [
     "Perfect",
     "Good",
     "Investigate",
     "Poor"
    ]
   },
   "BatchGuid": {
    "kind": "guid",
    "type": "Guid"
   },
   "TotalCount": {
    "kind": "integer",
    "type": "Int32"
   },
   "ActiveCount": {
    "kind": "integer",
    "type": "Int32"
   },
   "StoppedCount": {
    "kind": "integer",
    "type": "Int32"
   },
   "SyncedCount": {
    "kind": "integer",
    "type": "Int32"
   },
   "FinalizedCount": {
    "kind": "integer",
    "type": "Int32"
   },
   "FailedCount": {
    "kind": "integer",
    "type": "Int32"
   },
   "CompletedWithWarningCount": {
    "kind": "integer",
    "type": "Int32"
   },
   "PendingCount": {
    "kind": "integer",
    "type": "Int32"
   },
   "ProvisionedCount": {
    "kind": "integer",
    "type": "Int32"
   },
   "ValidationWarningCount": {
    "kind": "integer",
    "type": "Int32"
   },
   "ValidationWarnings": {
    "kind": "list",
    "type": "MultiValuedProperty",
    "element": {
     "kind": "text",
     "type": "String"
    }
   },
   "Message": {
    "kind": "text",
    "type": "String",
    "nullable": true
   },
   "CreationDateTime": {
    "kind": "dateTime",
    "type": "DateTime"
   },
   "CreationDateTimeUTC": {
    "kind": "dateTime",
    "type": "DateTime"
   },
   "StartDateTime": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "StartDateTimeUTC": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "InitialSyncDateTime": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "InitialSyncDuration": {
    "kind": "timeSpan",
    "type": "TimeSpan",
    "nullable": true
   },
   "LastSyncedDateTime": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "LastSyncedDateTimeUTC": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "StartAfter": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "StartAfterUTC": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "CompleteAfter": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "CompleteAfterUTC": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "SubmittedByUser": {
    "kind": "text",
    "type": "String"
   },
   "NotificationEmails": {
    "kind": "list",
    "type": "MultiValuedProperty",
    "element": {
     "kind": "text",
     "type": "SmtpAddress"
    }
   },
   "MigrationType": {
    "kind": "enumeration",
    "type": "MigrationType",
    "values": [
     "None",
     "IMAP",
     "XO1",
     "ExchangeOutlookAnywhere",
     "BulkProvisioning",
     "ExchangeRemoteMove",
     "ExchangeLocalMove",
     "PSTImport",
     "PublicFolder"
    ]
   },
   "BatchDirection": {
    "kind": "enumeration",
    "type": "MigrationBatchDirection",
    "values": [
     "Local",
     "Onboarding",
     "Offboarding"
    ]
   },
   "Locale": {
    "kind": "text",
    "type": "CultureInfo",
    "nullable": true
   },
   "Reports": {
    "kind": "list",
    "type": "MultiValuedProperty",
    "element": {
     "kind": "record",
     "type": "MigrationReportSet",
     "members": {
      "CreationTimeUTC": {
       "kind": "dateTime",
       "type": "DateTime"
      },
      "SuccessUrl": {
       "kind": "text",
       "type": "String"
      },
      "ErrorUrl": {
       "kind": "text",
       "type": "String",
       "nullable": true
      }
     }
    }
   },
   "IsProvisioning": {
    "kind": "boolean",
    "type": "Boolean"
   },
   "SourceEndpoint": {
    "kind": "text",
    "type": "MigrationEndpointId",
    "nullable": true
   },
   "BadItemLimit": {
    "kind": "unlimited",
    "type": "Unlimited"
   },
   "LargeItemLimit": {
    "kind": "unlimited",
    "type": "Unlimited"
   },
   "Report": {
    "kind": "record",
    "type": "Report",
    "nullable": true,
    "members": {
     "Entries": {
      "kind": "list",
      "type": "MultiValuedProperty",
      "element": {
       "kind": "record",
       "type": "ReportEntry",
       "members": {
        "CreationTime": {
         "kind": "dateTime",
         "type": "DateTime"
        },
        "Message": {
         "kind": "text",
         "type": "String"
        }
       }
      }
     },
     "Failures": {
      "kind": "list",
      "type": "MultiValuedProperty",
      "element": {
       "kind": "record",
       "type": "FailureRec",
       "members": {
        "Timestamp": {
         "kind": "dateTime",
         "type": "DateTime"
        },
        "FailureType": {
         "kind": "text",
         "type": "String"
        },
        "Message": {
         "kind": "text",
         "type": "String"
        }
       }
      }
     }
    }
   },
   "IsValid": {
    "kind": "boolean",
    "type": "Boolean"
   },
   "ObjectState": {
    "kind": "enumeration",
    "type": "ObjectState",
    "values": [
     "New",
     "Unchanged",
     "Changed",
     "Deleted"
    ]
   }
  }
 },
 {
  "name": "MigrationEndpoint",
  "typeName": "Microsoft.Exchange.Data.Storage.Management.MigrationEndpoint",
  "table": [
   {
    "header": "Identity",
    "property": "Identity"
   },
   {
    "header": "EndpointType",
    "property": "EndpointType"
   },
   {
    "header": "ExchangeServer",
    "property": "ExchangeServer"
   },
   {
    "header": "RpcProxyServer",
    "property": "RpcProxyServer"
   }
  ],
  "properties": {
   "Identity": {
    "kind": "text",
    "type": "MigrationEndpointId"
   },
   "Guid": {
    "kind": "guid",
    "type": "Guid"
   },
   "EndpointType": {
    "kind": "enumeration",
    "type": "MigrationType",
    "values": [
     "None",
     "IMAP",
     "XO1",
     "ExchangeOutlookAnywhere",
     "BulkProvisioning",
     "ExchangeRemoteMove",
     "ExchangeLocalMove",
     "PSTImport",
     "PublicFolder"
    ]
   },
   "MaxConcurrentMigrations": {
    "kind": "unlimited",
    "type": "Unlimited"
   },
   "MaxConcurrentIncrementalSyncs": {
    "kind": "unlimited",
    "type": "Unlimited"
   },
   "RemoteServer": {
    "kind": "text",
    "type": "Fqdn",
    "nullable": true
   },
   "ExchangeServer": {
    "kind": "text",
    "type": "String",
    "nullable": true
   },
   "RpcProxyServer": {
    "kind": "text",
    "type": "Fqdn",
    "nullable": true
   },
   "NspiServer": {
    "kind": "text",
    "type": "String",
    "nullable": true
   },
   "UseAutoDiscover": {
    "kind": "boolean",
    "type": "Boolean"
   },
   "MailboxPermission": {
    "kind": "enumeration",
    "type": "MigrationMailboxPermission",
    "values": [
     "Admin",
     "FullAccess"
    ]
   },
   "Authentication": {
    "kind": "enumeration",
    "type": "AuthenticationMethod",
    "values": [
     "Basic",
     "Digest",
     "Ntlm",
     "Fba",
     "WindowsIntegrated",
     "LiveIdFba",
     "LiveIdBasic",
     "WSSecurity",
     "Certificate",
     "NegoEx",
     "OAuth",
     "Adfs",
     "Kerberos",
     "Negotiate",
     "LiveIdNegotiate",
     "Misconfigured"
    ]
   },
   "Username": {
    "kind": "text",
    "type": "String"
   },
   "Port": {
    "kind": "integer",
    "type": "Int32",
    "nullable": true
   },
   "SourceMailboxLegacyDN": {
    "kind": "text",
    "type": "String",
    "nullable": true
   },
   "IsValid": {
    "kind": "boolean",
    "type": "Boolean"
   },
   "ObjectState": {
    "kind": "enumeration",
    "type": "ObjectState",
    "values": [
     "New",
     "Unchanged",
     "Changed",
     "Deleted"
    ]
   }
  }
 },
 {
  "name": "MigrationUser",
  "typeName": "Microsoft.Exchange.Data.Storage.Management.MigrationUser",
  "table": [
   {
    "header": "Identity",
    "property": "Identity",
    "width": 40
   },
   {
    "header": "Batch",
    "property": "BatchId",
    "width": 30
   },
   {
    "header": "Status",
    "property": "Status",
    "width": 25
   },
   {
    "header": "LastSyncTime",
    "property": "LastSuccessfulSyncTime"
   }
  ],
  "properties": {
   "Identity": {
    "kind": "text",
    "type": "MigrationUserId"
   },
   "Guid": {
    "kind": "guid",
    "type": "Guid"
   },
   "BatchId": {
    "kind": "text",
    "type": "MigrationBatchId"
   },
   "MailboxEmailAddress": {
    "kind": "text",
    "type": "SmtpAddress"
   },
   "RecipientType": {
    "kind": "enumeration",
    "type": "MigrationUserRecipientType",
    "values": [
     "Mailbox",
     "Contact",
     "Group",
     "Mailuser"
    ]
   },
   "SkippedItemCount": {
    "kind": "integer",
    "type": "Int64"
   },
   "SyncedItemCount": {
    "kind": "integer",
    "type": "Int64"
   },
   "MailboxGuid": {
    "kind": "guid",
    "type": "Guid",
    "nullable": true
   },
   "LastSuccessfulSyncTime": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "Status": {
    "kind": "enumeration",
    "type": "MigrationUserStatus",
    "values": [
     "Queued",
     "Syncing",
     "Failed",
     "Synced",
     "IncrementalFailed",
     "Completing",
     "Completed",
     "CompletionFailed",
     "Corrupted",
     "Provisioning",
     "ProvisionUpdating",
     "CompletionSynced",
     "Validating",
     "IncrementalSyncing",
     "IncrementalSynced",
     "CompletedWithWarnings",
     "Stopped",
     "IncrementalStopped",
     "Starting",
     "Stopping",
     "Removing"
    ]
   },
   "StatusSummary": {
    "kind": "enumeration",
    "type": "MigrationUserStatusSummary",
    "values": [
     "Active",
     "Failed",
     "Synced",
     "Completed",
     "Stopped"
    ]
   },
   "DataConsistencyScore": {
    "kind": "enumeration",
    "type": "DataConsistencyScore",
    "nullable": true,
    "values": [
     "Perfect",
     "Good",
     "Investigate",
     "Poor"
    ]
   },
   "ErrorSummary": {
    "kind": "text",
    "type": "String",
    "nullable": true
   },
   "IsValid": {
    "kind": "boolean",
    "type": "Boolean"
   },
   "ObjectState": {
    "kind": "enumeration",
    "type": "ObjectState",
    "values": [
     "New",
     "Unchanged",
     "Changed",
     "Deleted"
    ]
   }
  }
 },
 {
  "name": "MigrationUserStatistics",
  "typeName": "Microsoft.Exchange.Data.Storage.Management.MigrationUserStatistics",
  "table": [
   {
    "header": "Identity",
    "property": "Identity"
   },
   {
    "header": "Batch",
    "property": "BatchId"
   },
   {
    "header": "Status",
    "property": "Status"
   },
   {
    "header": "Items Synced",
    "property": "SyncedItemCount"
   },
   {
    "header": "Items Skipped",
    "property": "SkippedItemCount"
   }
  ],
  "properties": {
   "Identity": {
    "kind": "text",
    "type": "MigrationUserId"
   },
   "BatchId": {
    "kind": "text",
    "type": "MigrationBatchId"
   },
   "Status": {
    "kind": "enumeration",
    "type": "MigrationUserStatus",
    "values": [
     "Queued",
     "Syncing",
     "Failed",
     "Synced",
     "IncrementalFailed",
     "Completing",
     "Completed",
     "CompletionFailed",
     "Corrupted",
     "Provisioning",
     "ProvisionUpdating",
     "CompletionSynced",
     "Validating",
     "IncrementalSyncing",
     "IncrementalSynced",
     "CompletedWithWarnings",
     "Stopped",
     "IncrementalStopped",
     "Starting",
     "Stopping",
     "Removing"
    ]
   },
   "SkippedItemCount": {
    "kind": "integer",
    "type": "Int64"
   },
   "SyncedItemCount": {
    "kind": "integer",
    "type": "Int64"
   },
   "SkippedItems": {
    "kind": "list",
    "type": "MultiValuedProperty",
    "element": {
     "kind": "record",
     "type": "MigrationUserSkippedItem",
     "members": {
      "Kind": {
       "kind": "enumeration",
       "type": "String",
       "values": [
        "BadItem",
        "LargeItem",
        "MissingItem"
       ]
      },
      "FolderName": {
       "kind": "text",
       "type": "String"
      },
      "Subject": {
       "kind": "text",
       "type": "String"
      },
      "Sender": {
       "kind": "text",
       "type": "String"
      },
      "Recipient": {
       "kind": "text",
       "type": "String"
      },
      "DateSent": {
       "kind": "dateTime",
       "type": "DateTime",
       "nullable": true
      },
      "DateReceived": {
       "kind": "dateTime",
       "type": "DateTime",
       "nullable": true
      },
      "MessageSize": {
       "kind": "byteSize",
       "type": "ByteQuantifiedSize",
       "nullable": true
      },
      "Failure": {
       "kind": "text",
       "type": "String"
      },
      "ScoringClassifications": {
       "kind": "text",
       "type": "String"
      }
     }
    }
   },
   "TotalItemsInSourceMailboxCount": {
    "kind": "integer",
    "type": "Int64",
    "nullable": true
   },
   "PercentageComplete": {
    "kind": "integer",
    "type": "Int32",
    "nullable": true
   },
   "EstimatedTotalTransferSize": {
    "kind": "byteSize",
    "type": "ByteQuantifiedSize",
    "nullable": true
   },
   "EstimatedTotalTransferCount": {
    "kind": "integer",
    "type": "UInt64",
    "nullable": true
   },
   "BytesTransferred": {
    "kind": "byteSize",
    "type": "ByteQuantifiedSize",
    "nullable": true
   },
   "CurrentBytesTransferredPerMinute": {
    "kind": "byteSize",
    "type": "ByteQuantifiedSize",
    "nullable": true
   },
   "AverageBytesTransferredPerHour": {
    "kind": "byteSize",
    "type": "ByteQuantifiedSize",
    "nullable": true
   },
   "TotalQueuedDuration": {
    "kind": "timeSpan",
    "type": "TimeSpan",
    "nullable": true
   },
   "TotalInProgressDuration": {
    "kind": "timeSpan",
    "type": "TimeSpan",
    "nullable": true
   },
   "TotalSyncedDuration": {
    "kind": "timeSpan",
    "type": "TimeSpan",
    "nullable": true
   },
   "TotalStalledDuration": {
    "kind": "timeSpan",
    "type": "TimeSpan",
    "nullable": true
   },
   "Error": {
    "kind": "text",
    "type": "String",
    "nullable": true
   },
   "LastSuccessfulSyncTime": {
    "kind": "dateTime",
    "type": "DateTime",
    "nullable": true
   },
   "DataConsistencyScore": {
    "kind": "enumeration",
    "type": "DataConsistencyScore",
    "nullable": true,
    "values": [
     "Perfect",
     "Good",
     "Investigate",
     "Poor"
    ]
   },
   "DiagnosticInfo": {
    "kind": "text",
    "type": "String",
    "nullable": true
   },
   "Report": {
    "kind": "record",
    "type": "Report",
    "nullable": true,
    "members": {
     "Entries": {
      "kind": "list",
      "type": "MultiValuedProperty",
      "element": {
       "kind": "record",
       "type": "ReportEntry",
       "members": {
        "CreationTime": {
         "kind": "dateTime",
         "type": "DateTime"
        },
        "Message": {
         "kind": "text",
         "type": "String"
        }
       }
      }
     },
     "Failures": {
      "kind": "list",
      "type": "MultiValuedProperty",
      "element": {
       "kind": "record",
       "type": "FailureRec",
       "members": {
        "Timestamp": {
         "kind": "dateTime",
         "type": "DateTime"
        },
        "FailureType": {
         "kind": "text",
         "type": "String"
        },
        "Message": {
         "kind": "text",
         "type": "String"
        }
       }
      }
     }
    }
   }
  }
 },
 {
  "name": "TestMigrationServerAvailabilityOutcome",
  "typeName": "Microsoft.Exchange.Management.Migration.MigrationService.Endpoint.TestMigrationServerAvailabilityOutcome",
  "properties": {
   "Result": {
    "kind": "enumeration",
    "type": "TestMigrationServerAvailabilityResult",
    "values": [
     "Success",
     "Failed"
    ]
   },
   "Message": {
    "kind": "text",
    "type": "LocalizedString"
   },
   "ConnectionSettings": {
    "kind": "record",
    "type": "ExchangeConnectionSettings",
    "nullable": true,
    "members": {
     "ExchangeServer": {
      "kind": "text",
      "type": "String"
     },
     "RpcProxyServer": {
      "kind": "text",
      "type": "Fqdn"
     },
     "Authentication": {
      "kind": "enumeration",
      "type": "AuthenticationMethod",
      "values": [
       "Basic",
       "Digest",
       "Ntlm",
       "Fba",
       "WindowsIntegrated",
       "LiveIdFba",
       "LiveIdBasic",
       "WSSecurity",
       "Certificate",
       "NegoEx",
       "OAuth",
       "Adfs",
       "Kerberos",
       "Negotiate",
       "LiveIdNegotiate",
       "Misconfigured"
      ]
     },
     "MailboxPermission": {
      "kind": "enumeration",
      "type": "MigrationMailboxPermission",
      "values": [
       "Admin",
       "FullAccess"
      ]
     },
     "Username": {
      "kind": "text",
      "type": "String"
     },
     "UseAutoDiscover": {
      "kind": "boolean",
      "type": "Boolean"
     }
    }
   },
   "SupportsCutover": {
    "kind": "boolean",
    "type": "Boolean"
   },
   "ErrorDetail": {
    "kind": "text",
    "type": "String"
   },
   "IsValid": {
    "kind": "boolean",
    "type": "Boolean"
   },
   "Identity": {
    "kind": "text",
    "type": "String"
   },
   "ObjectState": {
    "kind": "enumeration",
    "type": "ObjectState",
    "values": [
     "New",
     "Unchanged",
     "Changed",
     "Deleted"
    ]
   }
  }
 }
];
