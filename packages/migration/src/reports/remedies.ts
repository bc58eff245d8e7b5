const grantAccess =
  'Give the migration account Full Access to the mailbox, or Receive As on its database, and start the batch again.';
const checkConnection =
  'Check that the source can be reached (Test-MigrationServerAvailability) and start the batch again.';
const renewCertificate =
  'Install a certificate of a trusted authority for the public name of the source (Test-MigrationServerAvailability -Detailed shows what is wrong with this one), and start the batch again.';
const checkMailbox = 'Check that the mailbox exists and is not hidden from address lists, and start the batch again.';
const openInOutlook =
  'Open the item in Outlook at the source; save it anew or forward it to the user. Set-MigrationUser -SyncNow tries skipped items again; -ApproveSkippedItems does without them.';

/** What to do about an error, by its code. The texts stand in MigrationErrors.csv and in the status mail. */
const remedies: Readonly<Record<string, string>> = {
  'migration.domainNotAccepted':
    "Add the domain to the organization's accepted domains, or change the primary address of the object, and start the batch again.",
  'migration.unifiedMessagingEnabled': 'Disable unified messaging for the mailbox and start the batch again.',
  'migration.folderGone': 'Open the folders of the mailbox in Outlook at the source, and start the batch again.',
  'migration.mailboxRemoved':
    'Start the batch again to make the mailbox anew, or take the user out of the batch: Remove-MigrationUser.',
  'migration.addressTaken':
    'Remove or rename the object of the organization that has the address, and start the batch again.',
  'migration.addressOfAnother':
    'Give one of the two another primary address at its source, or remove what was migrated before, and start the batch again.',
  'migration.membersMissing':
    'Migrate the members, or take them out of the group at the source, and start the batch again.',
  'migration.itemUnreadable': openInOutlook,
  'migration.itemTooLarge':
    'Save the attachments of the item elsewhere. Set-MigrationUser -SyncNow tries skipped items again; -ApproveSkippedItems does without them.',
  ERR_SQLITE_ERROR:
    'Make room on the disk of the data folder, see that the folder may be written to, and start the batch again.',
  'migration.userInOtherBatch': 'Remove the other batch, or take the user out of it, and start the batch again.',
  'migration.tooManyBadItems': openInOutlook,
  'migration.tooManyLargeItems':
    'Save the attachments of the items elsewhere, or raise -LargeItemLimit, and start the batch again.',
  'migration.tooManyTransientFailures': checkConnection,
  'migration.syncTimeout': checkConnection,
  'outlookAnywhere.mailboxAccessDenied': grantAccess,
  'outlookAnywhere.mailboxNotFound': checkMailbox,
  'outlookAnywhere.nameNotResolved': checkMailbox,
  'outlookAnywhere.mailboxDisabled': 'Enable the mailbox at the source and start the batch again.',
  'outlookAnywhere.authenticationFailed':
    'Check the user name and the password of the migration account, give them to the endpoint (Set-MigrationEndpoint -Credentials), and start the batch again.',
  'outlookAnywhere.authenticationNotOffered': checkConnection,
  'outlookAnywhere.accessForbidden': checkConnection,
  'outlookAnywhere.rpcProxyNotFound': checkConnection,
  'outlookAnywhere.httpFailed': checkConnection,
  'outlookAnywhere.notHttp': checkConnection,
  'outlookAnywhere.hostNotFound': checkConnection,
  'outlookAnywhere.tlsFailed': checkConnection,
  'outlookAnywhere.certificateNotTrusted': renewCertificate,
  'outlookAnywhere.certificateNameMismatch': renewCertificate,
  'outlookAnywhere.certificateExpired': renewCertificate,
  'outlookAnywhere.principalMismatch': renewCertificate,
  'outlookAnywhere.mailboxElsewhere':
    'Give the endpoint the server that holds the mailbox (Set-MigrationEndpoint -ExchangeServer), and start the batch again.',
  'outlookAnywhere.stateOfAnother':
    'To copy all of the mailbox again, remove the mailbox of your organization (Remove-Mailbox) and start the batch again: it is made anew, with a new first password.',
  'outlookAnywhere.serverBusy': 'Start the batch again when the source has less to do.',
  'outlookAnywhere.connectFailed': checkConnection,
  'outlookAnywhere.connectTimedOut': checkConnection,
  'outlookAnywhere.connectionLost': checkConnection,
  'outlookAnywhere.rpcServerUnavailable': checkConnection,
  'outlookAnywhere.callTimedOut': checkConnection,
  'outlookAnywhere.itemUnreadable': openInOutlook,
  'outlookAnywhere.streamInvalid': openInOutlook,
};

const otherwise =
  'See Get-MigrationUserStatistics -IncludeReport for what happened before, mend it, and start the batch again.';

/** What an administrator can do about an error, by its code. */
export function remedyFor(code: string): string {
  return remedies[code] ?? otherwise;
}
