import { defineErrors } from '@cutover/base';

/** What goes wrong in the emulated service itself; the errors of the cmdlets are those of core and migration. */
export const cloudErrors = defineErrors('cloud', {
  keyUnusable: {
    category: 'SecurityError',
    message: ({ problem }: { problem: string }) => `A key of the data folder cannot be used: ${problem}.`,
  },
  secretNotOpened: {
    category: 'SecurityError',
    message: ({ purpose }: { purpose: string }) =>
      `The sealed secret "${purpose}" cannot be opened: it was sealed with another key, or its bytes were changed. Restore the key file that belongs to this data folder, or give the credential again.`,
  },
  dataFolderInUse: {
    category: 'ResourceBusy',
    retry: true,
    message: ({
      folder,
      owner,
      pid,
      host,
      since,
    }: {
      folder: string;
      owner: string;
      pid: number;
      host: string;
      since: string;
    }) =>
      `The data folder "${folder}" is in use by ${owner} (process ${pid} on ${host}, since ${since}). Wait until it ends, end that process, or use another folder.`,
  },
  dataFolderLost: {
    category: 'ResourceBusy',
    message: ({ folder, owner }: { folder: string; owner: string }) =>
      `The data folder "${folder}" was taken over by ${owner} because this process did not renew its lease in time. Nothing more is written; start again.`,
  },
  serviceNotTrusted: {
    category: 'SecurityError',
    message: () =>
      'The other end of the local socket does not hold the token of this data folder. Nothing was sent to it; see who owns the folder and its files.',
  },
  frameTooLong: {
    category: 'LimitsExceeded',
    message: ({ length, limit }: { length: number; limit: number }) =>
      `A message of ${length} bytes was announced on the local socket; at most ${limit} are taken.`,
  },
  mailboxNotFound: {
    category: 'ObjectNotFound',
    message: ({ guid }: { guid: string }) => `The organization has no mailbox with the GUID ${guid}.`,
  },
  folderNotFound: {
    category: 'ObjectNotFound',
    message: ({ id }: { id: string }) => `The mailbox has no folder that was copied from ${id}.`,
  },
  mailNotSent: {
    category: 'ConnectionError',
    retry: true,
    message: ({ host, reason }: { host: string; reason: string }) =>
      `The status mail was not taken by the SMTP server ${host}: ${reason}. It will be sent again; check the server's name, port and account.`,
  },
  serviceLost: {
    category: 'ConnectionError',
    retry: true,
    message: () =>
      'The connection to the service of this data folder was lost before the cmdlet ended. Run it again: the service is started anew and goes on with what was under way.',
  },
  serviceVersionDiffers: {
    category: 'InvalidOperation',
    message: ({ pid, service, client }: { pid: number; service: string; client: string }) =>
      `The service of this data folder (process ${pid}) is version ${service}, this program is version ${client}. End that process; the next command starts the new one, which goes on with what was under way.`,
  },
  serviceNotStarted: {
    category: 'ResourceUnavailable',
    message: ({ folder, reason }: { folder: string; reason: string }) =>
      `The service of the data folder "${folder}" could not be started: ${reason}`,
  },
  socketFolderOpen: {
    category: 'SecurityError',
    message: ({ folder }: { folder: string }) =>
      `The folder for local sockets "${folder}" belongs to another user or is open to others. Remove it, or use a data folder with a shorter path.`,
  },
  folderNotMade: {
    category: 'WriteError',
    message: ({ folder, reason }: { folder: string; reason: string }) =>
      `The folder "${folder}" cannot be made: ${reason}. Choose another place.`,
  },
  databaseUnreadable: {
    category: 'ReadError',
    message: ({ path, reason }: { path: string; reason: string }) =>
      `The organization in "${path}" cannot be opened: ${reason}. Put back a copy of the data folder, or use another folder.`,
  },
  settingsInvalid: {
    category: 'InvalidData',
    message: ({ path, problem }: { path: string; problem: string }) =>
      `The settings in "${path}" cannot be used: ${problem}.`,
  },
  readyFileUnreadable: {
    category: 'ReadError',
    message: ({ path }: { path: string }) =>
      `"${path}" does not tell where a mock listens. Start it: mock-exchange-2003 --ready-file "${path}"`,
  },
  recipientNotFound: {
    category: 'ObjectNotFound',
    message: ({ identity }: { identity: string }) =>
      `The operation couldn't be performed because object '${identity}' couldn't be found in the organization. Check the spelling, or list the objects by Get-Recipient.`,
  },
  domainNotFound: {
    category: 'ObjectNotFound',
    message: ({ identity }: { identity: string }) => `The accepted domain '${identity}' couldn't be found.`,
  },
  domainTaken: {
    category: 'ResourceExists',
    message: ({ domain }: { domain: string }) => `The domain '${domain}' is an accepted domain already.`,
  },
  domainNotAccepted: {
    category: 'InvalidData',
    message: ({ address, domain }: { address: string; domain: string }) =>
      `The address '${address}' can't be used, because '${domain}' isn't an accepted domain. Add it by New-AcceptedDomain.`,
  },
  addressTaken: {
    category: 'ResourceExists',
    message: ({ address, owner }: { address: string; owner: string }) =>
      `The proxy address '${address}' is already being used by '${owner}'. Choose another proxy address.`,
  },
  memberTaken: {
    category: 'ResourceExists',
    message: ({ member, group }: { member: string; group: string }) =>
      `The recipient '${member}' is already a member of the group '${group}'.`,
  },
  memberNotFound: {
    category: 'ObjectNotFound',
    message: ({ member, group }: { member: string; group: string }) =>
      `The recipient '${member}' isn't a member of the group '${group}'.`,
  },
  permissionNotFound: {
    category: 'ObjectNotFound',
    message: ({ identity, trustee }: { identity: string; trustee: string }) =>
      `'${trustee}' has no such right to '${identity}'.`,
  },
  accountNotFound: {
    category: 'ObjectNotFound',
    message: ({ user }: { user: string }) =>
      `The on-premises organization has no account '${user}', or no such mailbox or database. Write the account as DOMAIN\\user or user@domain.`,
  },
  rightNotSupported: {
    category: 'NotImplemented',
    message: ({ right }: { right: string }) =>
      `The right '${right}' exists in Exchange, but only FullAccess matters to a migration. Give -AccessRights FullAccess.`,
  },
  extendedRightMissing: {
    category: 'InvalidArgument',
    message: (_context: object) =>
      'Name the right: -ExtendedRights Receive-As lets an account read every mailbox of a database.',
  },
  databaseRightOnly: {
    category: 'NotImplemented',
    message: ({ identity }: { identity: string }) =>
      `Receive-As is given and taken for a whole mailbox database here, and '${identity}' is a mailbox. For a single mailbox use Add-MailboxPermission -AccessRights FullAccess.`,
  },
  noUnifiedMessaging: {
    category: 'NotImplemented',
    message: ({ version }: { version: string }) =>
      `Exchange ${version} has no Unified Messaging; Exchange 2007 and 2010 have.`,
  },
  outlookAnywhereEnabled: {
    category: 'ResourceExists',
    message: ({ identity }: { identity: string }) =>
      `Outlook Anywhere is already enabled on "${identity}". Change it by Set-OutlookAnywhere.`,
  },
  noManagement: {
    category: 'ConnectionError',
    message: ({ server, status }: { server: string; status: number }) =>
      `'${server}' answered ${status}: it is no management endpoint. Servers of one's own are administered by PowerShell itself; mock-exchange-2003 has an endpoint, whose URL is "urls.management" in its ready file.`,
  },
  connectionUriInvalid: {
    category: 'InvalidArgument',
    message: ({ connectionUri }: { connectionUri: string }) =>
      `"${connectionUri}" is no URL. An example: http://EXCH-MSG-1.contoso.com/PowerShell/`,
  },
  filterInvalid: {
    category: 'InvalidArgument',
    message: ({ filter, problem }: { filter: string; problem: string }) =>
      `The filter "${filter}" cannot be read: ${problem}. An example: Department -eq 'Sales' -and Name -like 'A*'`,
  },
  durationInvalid: {
    category: 'InvalidArgument',
    message: ({ duration }: { duration: string }) =>
      `"${duration}" is no duration. Examples: 24h, 1d 12h, 90s, 250ms; or a number of milliseconds.`,
  },
  signInRefused: {
    category: 'AuthenticationError',
    message: ({ userName }: { userName: string }) =>
      `The sign-in of '${userName}' was refused: there is no such user, or the password is another. The first password of a migrated mailbox stands in MigrationStatistics.csv of the status mail.`,
  },
  newPasswordUnfit: {
    category: 'InvalidArgument',
    message: ({ least }: { least: number }) =>
      `The new password can't be taken: it must have at least ${least} characters, and must not be the old one.`,
  },
  dnsFailed: {
    category: 'ConnectionError',
    retry: true,
    message: ({ name, reason }: { name: string; reason: string }) =>
      `The DNS records of "${name}" cannot be had: ${reason}. Name another server by -Resolver.`,
  },
  dnsNameUnknown: {
    category: 'ObjectNotFound',
    message: ({ name }: { name: string }) => `DNS does not know the name "${name}".`,
  },
  reportNotFound: {
    category: 'ObjectNotFound',
    message: ({ identity }: { identity: string }) =>
      `The migration report "${identity}" can't be found. Take SuccessUrl or ErrorUrl of an entry in (Get-MigrationBatch).Reports.`,
  },
  organisationClosed: {
    category: 'OperationStopped',
    message: () => 'The organization was closed. Open it again; what was under way goes on.',
  },
});
