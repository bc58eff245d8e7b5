import { z } from 'zod';
import { defineCmdlet, param, refused } from '../define-cmdlet.ts';
import { authenticationMethods, migrationMailboxPermissions } from '../objects/enumerations.ts';
import { migrationEndpoint } from '../objects/migration-endpoint.ts';
import {
  credential,
  fqdn,
  partition,
  shouldProcess,
  smtpAddress,
  switchParameter,
  unlimitedCount,
} from '../parameter-types.ts';

/** Stores the connection settings of a source organisation. Source: Exchange Online `New-MigrationEndpoint`. */
export const newMigrationEndpoint = defineCmdlet({
  name: 'New-MigrationEndpoint',
  synopsis: 'Stores the connection settings of a source organization.',
  description:
    'The connection is tested first, unless -SkipVerification. The password is kept sealed and is never shown. Settings stay between batches.',
  output: migrationEndpoint,
  returns: 'one',
  sets: [
    'ExchangeRemoteMoveAutoDiscover',
    'ExchangeOutlookAnywhereAutoDiscover',
    'ExchangeOutlookAnywhere',
    'ExchangeRemoteMove',
    'PSTImport',
    'IMAP',
    'Gmail',
    'GoogleMarketplaceApp',
    'PublicFolder',
    'Compliance',
    'MrsProxyPublicFolderToUnifiedGroup',
    'MrsProxyPublicFolder',
    'LegacyPublicFolderToUnifiedGroup',
  ],
  cutoverSets: ['ExchangeOutlookAnywhere', 'ExchangeOutlookAnywhereAutoDiscover'],
  confirms: { action: 'Creating the migration endpoint', impact: 'Medium' },
  parameters: {
    AcceptUntrustedCertificates: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Accepts a certificate of an authority that is not trusted.',
      sets: ['ExchangeOutlookAnywhereAutoDiscover', 'ExchangeOutlookAnywhere', 'IMAP'],
    }),
    AppSecretKeyVaultUrl: refused({ type: 'String', sets: ['ExchangeRemoteMove'] }),
    ApplicationId: refused({ type: 'String', sets: ['ExchangeRemoteMove'] }),
    Authentication: param(z.enum(authenticationMethods), {
      type: 'AuthenticationMethod',
      help: 'How to sign in at the RPC proxy, Basic when it is left out. A cutover can use Basic and Ntlm.',
      sets: ['ExchangeOutlookAnywhere', 'IMAP', 'PublicFolder', 'LegacyPublicFolderToUnifiedGroup'],
      values: authenticationMethods,
    }),
    Autodiscover: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Finds the servers by the Autodiscover service of Exchange 2007 and later.',
      sets: ['ExchangeRemoteMoveAutoDiscover', 'ExchangeOutlookAnywhereAutoDiscover'],
    }),
    Compliance: refused({ type: 'SwitchParameter', sets: ['Compliance'] }),
    Credentials: param(credential, {
      type: 'PSCredential',
      help: 'Account in the source organization, as DOMAIN\\user or user principal name.',
      sets: [
        'ExchangeRemoteMoveAutoDiscover',
        'ExchangeOutlookAnywhereAutoDiscover',
        'ExchangeOutlookAnywhere',
        'ExchangeRemoteMove',
        'PSTImport',
        'PublicFolder',
        'Compliance',
        'MrsProxyPublicFolderToUnifiedGroup',
        'MrsProxyPublicFolder',
        'LegacyPublicFolderToUnifiedGroup',
      ],
      mandatory: [
        'ExchangeRemoteMoveAutoDiscover',
        'ExchangeOutlookAnywhereAutoDiscover',
        'ExchangeOutlookAnywhere',
        'PublicFolder',
        'Compliance',
        'MrsProxyPublicFolderToUnifiedGroup',
        'MrsProxyPublicFolder',
        'LegacyPublicFolderToUnifiedGroup',
      ],
    }),
    DomainController: refused({
      type: 'Fqdn',
      sets: [
        'ExchangeRemoteMoveAutoDiscover',
        'ExchangeOutlookAnywhereAutoDiscover',
        'ExchangeOutlookAnywhere',
        'ExchangeRemoteMove',
        'PSTImport',
        'IMAP',
        'Gmail',
        'PublicFolder',
        'Compliance',
        'MrsProxyPublicFolderToUnifiedGroup',
        'MrsProxyPublicFolder',
        'LegacyPublicFolderToUnifiedGroup',
      ],
    }),
    EmailAddress: param(smtpAddress, {
      type: 'SmtpAddress',
      help: 'E-mail address of the migration administrator in the source organization.',
      sets: [
        'ExchangeRemoteMoveAutoDiscover',
        'ExchangeOutlookAnywhereAutoDiscover',
        'ExchangeOutlookAnywhere',
        'Gmail',
      ],
      mandatory: ['ExchangeRemoteMoveAutoDiscover', 'ExchangeOutlookAnywhereAutoDiscover'],
    }),
    ExchangeOutlookAnywhere: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Makes an Outlook Anywhere (RPC over HTTP) endpoint, which a cutover uses.',
      sets: ['ExchangeOutlookAnywhereAutoDiscover', 'ExchangeOutlookAnywhere'],
    }),
    ExchangeRemoteMove: refused({
      type: 'SwitchParameter',
      sets: ['ExchangeRemoteMoveAutoDiscover', 'ExchangeRemoteMove'],
    }),
    ExchangeServer: param(fqdn, {
      type: 'String',
      help: 'Fully qualified name of the Exchange server that holds the mailboxes.',
      sets: ['ExchangeOutlookAnywhere'],
    }),
    Gmail: refused({ type: 'SwitchParameter', sets: ['Gmail', 'GoogleMarketplaceApp'] }),
    IMAP: refused({ type: 'SwitchParameter', sets: ['IMAP'] }),
    MailboxPermission: param(z.enum(migrationMailboxPermissions), {
      type: 'MigrationMailboxPermission',
      help: 'What lets the account open other mailboxes.',
      sets: ['ExchangeOutlookAnywhere'],
      values: migrationMailboxPermissions,
    }),
    MaxConcurrentIncrementalSyncs: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many mailboxes have a later sync at the same time; not more than MaxConcurrentMigrations.',
    }),
    MaxConcurrentMigrations: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many mailboxes are migrated at the same time, 3 when it is left out and 10 at most.',
    }),
    Name: param(z.string().min(1).max(64), {
      type: 'String',
      help: 'Name of the new endpoint, unique, at most 64 characters.',
      mandatory: true,
    }),
    NspiServer: param(fqdn, {
      type: 'String',
      help: 'Fully qualified name of the address book server, when it is not the Exchange server.',
      sets: ['ExchangeOutlookAnywhere'],
    }),
    OAuthCode: refused({ type: 'SecureString', sets: ['GoogleMarketplaceApp'], mandatory: true }),
    PSTImport: refused({ type: 'SwitchParameter', sets: ['PSTImport'] }),
    Partition: partition,
    Port: refused({ type: 'Int32', sets: ['IMAP'] }),
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
    RedirectUri: refused({ type: 'String', sets: ['GoogleMarketplaceApp'] }),
    RemoteServer: refused({
      type: 'Fqdn',
      sets: [
        'ExchangeRemoteMove',
        'PSTImport',
        'IMAP',
        'Compliance',
        'MrsProxyPublicFolderToUnifiedGroup',
        'MrsProxyPublicFolder',
      ],
      mandatory: true,
    }),
    RemoteTenant: refused({ type: 'String', sets: ['ExchangeRemoteMove'] }),
    RpcProxyServer: param(fqdn, {
      type: 'Fqdn',
      help: 'Fully qualified name of the RPC proxy, the public name of Outlook Anywhere.',
      sets: ['ExchangeOutlookAnywhere', 'PublicFolder', 'LegacyPublicFolderToUnifiedGroup'],
      mandatory: ['PublicFolder', 'LegacyPublicFolderToUnifiedGroup'],
    }),
    Security: refused({ type: 'IMAPSecurityMechanism', sets: ['IMAP'] }),
    ServiceAccountKeyFileData: refused({ type: 'Byte[]', sets: ['Gmail'], mandatory: true }),
    SkipVerification: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Stores the settings without a test of the connection.',
    }),
    SourceMailboxLegacyDN: refused({
      type: 'String',
      sets: [
        'ExchangeOutlookAnywhereAutoDiscover',
        'ExchangeOutlookAnywhere',
        'PublicFolder',
        'LegacyPublicFolderToUnifiedGroup',
      ],
      mandatory: ['PublicFolder', 'LegacyPublicFolderToUnifiedGroup'],
    }),
    TestMailbox: refused({
      type: 'MailboxIdParameter',
      sets: [
        'ExchangeOutlookAnywhereAutoDiscover',
        'ExchangeOutlookAnywhere',
        'GoogleMarketplaceApp',
        'PublicFolder',
        'MrsProxyPublicFolderToUnifiedGroup',
        'LegacyPublicFolderToUnifiedGroup',
      ],
    }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Store the settings of an Exchange 2003 organization',
      script:
        'New-MigrationEndpoint -ExchangeOutlookAnywhere -Name Contoso2003 -ExchangeServer EXCH-MSG-1.contoso.com -RpcProxyServer mail.contoso.com -Credentials (Get-Credential CONTOSO\\administrator) -MaxConcurrentMigrations 3',
    },
  ],
});
