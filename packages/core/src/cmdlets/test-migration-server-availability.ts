import { z } from 'zod';
import { defineCmdlet, param, refused } from '../define-cmdlet.ts';
import { authenticationMethods, migrationMailboxPermissions } from '../objects/enumerations.ts';
import { testMigrationServerAvailabilityOutcome } from '../objects/connectivity-test.ts';
import {
  credential,
  fqdn,
  identity,
  partition,
  shouldProcess,
  smtpAddress,
  switchParameter,
} from '../parameter-types.ts';

/** Tests the connection to a source organisation. Source: Exchange Online `Test-MigrationServerAvailability`. */
export const testMigrationServerAvailability = defineCmdlet({
  name: 'Test-MigrationServerAvailability',
  synopsis: 'Tests whether the source organization can be reached with given settings.',
  description:
    'Connects as a migration would: RPC proxy, address book, mailbox. A connection that fails is a result with its reason, not an error. An Exchange 2003 organization has no Autodiscover; name its servers by -ExchangeServer and -RPCProxyServer.',
  output: testMigrationServerAvailabilityOutcome,
  returns: 'one',
  sets: [
    'ExchangeRemoteMoveAutodiscover',
    'ExchangeOutlookAnywhereAutodiscover',
    'PSTImport',
    'ExchangeOutlookAnywhere',
    'PublicFolder',
    'ExchangeRemoteMove',
    'TestEndpoint',
    'IMAP',
    'Gmail',
    'Compliance',
    'MrsProxyPublicFolderToUnifiedGroup',
    'LegacyPublicFolderToUnifiedGroup',
    'MrsProxyPublicFolder',
  ],
  cutoverSets: ['ExchangeOutlookAnywhereAutodiscover', 'ExchangeOutlookAnywhere', 'TestEndpoint'],
  confirms: { action: 'Testing the migration server availability', impact: 'Medium' },
  parameters: {
    AcceptUntrustedCertificates: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Accepts a certificate of an authority that is not trusted.',
      sets: ['ExchangeOutlookAnywhereAutodiscover', 'ExchangeOutlookAnywhere', 'IMAP'],
    }),
    Authentication: param(z.enum(authenticationMethods), {
      type: 'AuthenticationMethod',
      help: 'How to sign in at the RPC proxy, Basic when it is left out. A cutover can use Basic and Ntlm.',
      sets: ['ExchangeOutlookAnywhere', 'PublicFolder', 'IMAP', 'LegacyPublicFolderToUnifiedGroup'],
      values: authenticationMethods,
    }),
    Autodiscover: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Finds the servers by the Autodiscover service of Exchange 2007 and later.',
      sets: ['ExchangeRemoteMoveAutodiscover', 'ExchangeOutlookAnywhereAutodiscover'],
    }),
    Compliance: refused({ type: 'SwitchParameter', sets: ['Compliance'] }),
    Credentials: param(credential, {
      type: 'PSCredential',
      help: 'Account in the source organization, as DOMAIN\\user or user principal name.',
      sets: [
        'ExchangeRemoteMoveAutodiscover',
        'ExchangeOutlookAnywhereAutodiscover',
        'PSTImport',
        'ExchangeOutlookAnywhere',
        'PublicFolder',
        'ExchangeRemoteMove',
        'Compliance',
        'MrsProxyPublicFolderToUnifiedGroup',
        'LegacyPublicFolderToUnifiedGroup',
        'MrsProxyPublicFolder',
      ],
      mandatory: [
        'ExchangeRemoteMoveAutodiscover',
        'ExchangeOutlookAnywhereAutodiscover',
        'PSTImport',
        'ExchangeOutlookAnywhere',
        'PublicFolder',
        'Compliance',
        'MrsProxyPublicFolderToUnifiedGroup',
        'LegacyPublicFolderToUnifiedGroup',
        'MrsProxyPublicFolder',
      ],
    }),
    Detailed: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Adds every step of the test, with its time, cause, remedy and a command to try it by hand.',
      extension: true,
    }),
    EmailAddress: param(smtpAddress, {
      type: 'SmtpAddress',
      help: 'E-mail address of the migration administrator in the source organization.',
      sets: [
        'ExchangeRemoteMoveAutodiscover',
        'ExchangeOutlookAnywhereAutodiscover',
        'ExchangeOutlookAnywhere',
        'Gmail',
        'Compliance',
      ],
      mandatory: ['ExchangeRemoteMoveAutodiscover', 'ExchangeOutlookAnywhereAutodiscover', 'Compliance'],
    }),
    Endpoint: param(identity, {
      type: 'MigrationEndpointIdParameter',
      help: 'Stored endpoint to test.',
      sets: ['TestEndpoint'],
      mandatory: true,
      completes: 'endpoint',
    }),
    ExchangeOutlookAnywhere: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Tests an Outlook Anywhere (RPC over HTTP) connection, which a cutover uses.',
      sets: ['ExchangeOutlookAnywhereAutodiscover', 'ExchangeOutlookAnywhere'],
    }),
    ExchangeRemoteMove: refused({
      type: 'SwitchParameter',
      sets: ['ExchangeRemoteMoveAutodiscover', 'ExchangeRemoteMove'],
    }),
    ExchangeServer: param(fqdn, {
      type: 'String',
      help: 'Fully qualified name of the Exchange server that holds the mailboxes.',
      sets: ['ExchangeOutlookAnywhere'],
      mandatory: true,
    }),
    FilePath: refused({ type: 'String', sets: ['PSTImport'] }),
    Gmail: refused({ type: 'SwitchParameter', sets: ['Gmail'] }),
    Imap: refused({ type: 'SwitchParameter', sets: ['IMAP'] }),
    MailboxPermission: param(z.enum(migrationMailboxPermissions), {
      type: 'MigrationMailboxPermission',
      help: 'What lets the account open other mailboxes.',
      sets: ['ExchangeOutlookAnywhereAutodiscover', 'ExchangeOutlookAnywhere'],
      values: migrationMailboxPermissions,
    }),
    PSTImport: refused({ type: 'SwitchParameter', sets: ['PSTImport'] }),
    Partition: partition,
    Port: refused({ type: 'Int32', sets: ['IMAP'], mandatory: true }),
    PublicFolder: refused({ type: 'SwitchParameter', sets: ['PublicFolder', 'MrsProxyPublicFolder'] }),
    PublicFolderDatabaseServerLegacyDN: refused({
      type: 'String',
      sets: ['PublicFolder', 'LegacyPublicFolderToUnifiedGroup'],
      mandatory: true,
    }),
    PublicFolderToUnifiedGroup: refused({
      type: 'SwitchParameter',
      sets: ['MrsProxyPublicFolderToUnifiedGroup', 'LegacyPublicFolderToUnifiedGroup'],
    }),
    RPCProxyServer: param(fqdn, {
      type: 'Fqdn',
      help: 'Fully qualified name of the RPC proxy, the public name of Outlook Anywhere.',
      sets: ['ExchangeOutlookAnywhere', 'PublicFolder', 'LegacyPublicFolderToUnifiedGroup'],
      mandatory: true,
    }),
    RemoteServer: refused({
      type: 'Fqdn',
      sets: [
        'PSTImport',
        'ExchangeRemoteMove',
        'IMAP',
        'Compliance',
        'MrsProxyPublicFolderToUnifiedGroup',
        'MrsProxyPublicFolder',
      ],
      mandatory: [
        'PSTImport',
        'ExchangeRemoteMove',
        'IMAP',
        'MrsProxyPublicFolderToUnifiedGroup',
        'MrsProxyPublicFolder',
      ],
    }),
    Security: refused({ type: 'IMAPSecurityMechanism', sets: ['IMAP'] }),
    ServiceAccountKeyFileData: refused({ type: 'Byte[]', sets: ['Gmail'], mandatory: true }),
    SourceMailboxLegacyDN: param(z.string().min(1), {
      type: 'String',
      sets: [
        'ExchangeOutlookAnywhereAutodiscover',
        'ExchangeOutlookAnywhere',
        'PublicFolder',
        'LegacyPublicFolderToUnifiedGroup',
      ],
      mandatory: ['PublicFolder', 'LegacyPublicFolderToUnifiedGroup'],
      help: 'Legacy name of a mailbox of the source that the test logs on to.',
    }),
    TestMailbox: param(identity, {
      type: 'MailboxIdParameter',
      sets: [
        'ExchangeOutlookAnywhereAutodiscover',
        'ExchangeOutlookAnywhere',
        'PublicFolder',
        'Gmail',
        'MrsProxyPublicFolderToUnifiedGroup',
        'LegacyPublicFolderToUnifiedGroup',
      ],
      help: 'Address of a mailbox of the source that the test logs on to.',
    }),
    TimeoutSeconds: param(z.int().min(1).max(3600), {
      type: 'Int32',
      help: 'Longest time that the whole test may take, 180 seconds when it is left out. The step that is under way then fails.',
      extension: true,
    }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Test an Exchange 2003 organization',
      script:
        'Test-MigrationServerAvailability -ExchangeOutlookAnywhere -ExchangeServer EXCH-MSG-1.contoso.com -RPCProxyServer mail.contoso.com -Credentials CONTOSO\\administrator',
      expect: 'Success',
    },
    {
      title: 'Find the servers of an Exchange 2007 or 2010 organization, and test them',
      script:
        'Test-MigrationServerAvailability -Autodiscover -EmailAddress administrator@contoso.com -Credentials CONTOSO\\administrator',
      expect: 'Success',
    },
    {
      title: 'See every step, with what to do and a command to try',
      script: '(Test-MigrationServerAvailability -Endpoint Contoso -Detailed).Detail.Text',
      expect: '[ok] Attempting to ping the RPC proxy',
    },
    {
      title: 'Test a stored endpoint',
      script: 'Test-MigrationServerAvailability -Endpoint Contoso',
      expect: 'Success',
    },
  ],
});
