import { defineObject, enumeration, flag, guid, listOf, text, type RecordOf } from '../define-object.ts';
import { objectStates } from './enumerations.ts';

const directory = 'Microsoft.Exchange.Data.Directory';
const states = { IsValid: flag(), ObjectState: enumeration('ObjectState', objectStates) };

/** Source: what Get-ADPermission answers. */
export const adPermission = defineObject({
  name: 'ADAcePresentationObject',
  typeName: 'Microsoft.Exchange.Management.RecipientTasks.ADAcePresentationObject',
  properties: {
    AccessRights: listOf(text('ActiveDirectoryRights')),
    ExtendedRights: listOf(text('ExtendedRightIdParameter')),
    Deny: flag(),
    User: text('SecurityPrincipalIdParameter'),
    Identity: text('ADObjectId'),
    IsInherited: flag(),
    InheritanceType: text('ActiveDirectorySecurityInheritance'),
    ...states,
  },
  table: [
    { header: 'Identity', property: 'Identity' },
    { header: 'User', property: 'User' },
    { header: 'ExtendedRights', property: 'ExtendedRights' },
    { header: 'Deny', property: 'Deny' },
    { header: 'Inherited', property: 'IsInherited' },
  ],
});
/** A right on a directory object, as Get-ADPermission answers it. */
export type ADPermission = RecordOf<typeof adPermission>;

/** A mailbox that Unified Messaging answers calls for. Source: what Get-UMMailbox answers. */
export const umMailbox = defineObject({
  name: 'UMMailbox',
  typeName: `${directory}.Management.UMMailbox`,
  properties: {
    DisplayName: text(),
    PrimarySmtpAddress: text('SmtpAddress'),
    UMEnabled: flag(),
    UMMailboxPolicy: text('ADObjectId'),
    Extensions: listOf(text()),
    Name: text(),
    Identity: text('ADObjectId'),
    Guid: guid(),
    ...states,
  },
  table: [
    { header: 'Name', property: 'Name' },
    { header: 'UMMailboxPolicy', property: 'UMMailboxPolicy' },
    { header: 'Extensions', property: 'Extensions' },
    { header: 'PrimarySmtpAddress', property: 'PrimarySmtpAddress' },
  ],
});
/** A mailbox with Unified Messaging, as Get-UMMailbox answers it. */
export type UMMailbox = RecordOf<typeof umMailbox>;

/** A server's settings of RPC over HTTP. Source: what Get-OutlookAnywhere answers. */
export const outlookAnywhere = defineObject({
  name: 'OutlookAnywhere',
  typeName: 'Microsoft.Exchange.Management.SystemConfigurationTasks.ADRpcHttpVirtualDirectory',
  properties: {
    ServerName: text(),
    SSLOffloading: flag(),
    ExternalHostname: text('Hostname'),
    ClientAuthenticationMethod: text('AuthenticationMethod'),
    IISAuthenticationMethods: listOf(text('AuthenticationMethod')),
    Server: text('ADObjectId'),
    Name: text(),
    Identity: text('ADObjectId'),
    ...states,
  },
});
/** A server's settings of RPC over HTTP, as Get-OutlookAnywhere answers them. */
export type OutlookAnywhere = RecordOf<typeof outlookAnywhere>;

/** A database of mailboxes with its server. Source: what Get-MailboxDatabase answers. */
export const mailboxDatabase = defineObject({
  name: 'MailboxDatabase',
  typeName: `${directory}.SystemConfiguration.MailboxDatabase`,
  properties: {
    Name: text(),
    Server: text('ADObjectId'),
    ServerName: text(),
    Recovery: flag(),
    ReplicationType: text('ReplicationType'),
    LegacyExchangeDN: text(),
    ExchangeLegacyDN: text(),
    Identity: text('ADObjectId'),
    ...states,
  },
  table: [
    { header: 'Name', property: 'Name' },
    { header: 'Server', property: 'Server' },
    { header: 'Recovery', property: 'Recovery' },
    { header: 'ReplicationType', property: 'ReplicationType' },
  ],
});
/** A database of mailboxes, as Get-MailboxDatabase answers it. */
export type MailboxDatabase = RecordOf<typeof mailboxDatabase>;

/** A server with its version. Source: what Get-ExchangeServer answers. */
export const exchangeServer = defineObject({
  name: 'ExchangeServer',
  typeName: `${directory}.Management.ExchangeServer`,
  properties: {
    Name: text(),
    Fqdn: text('Fqdn'),
    Domain: text('Fqdn'),
    Site: text('ADObjectId'),
    ServerRole: text('ServerRole'),
    Edition: text('ServerEditionType'),
    AdminDisplayVersion: text('ServerVersion'),
    ExchangeLegacyDN: text(),
    Identity: text('ADObjectId'),
    ...states,
  },
  table: [
    { header: 'Name', property: 'Name' },
    { header: 'Site', property: 'Site' },
    { header: 'ServerRole', property: 'ServerRole' },
    { header: 'Edition', property: 'Edition' },
    { header: 'AdminDisplayVersion', property: 'AdminDisplayVersion' },
  ],
});
/** A server, as Get-ExchangeServer answers it. */
export type ExchangeServer = RecordOf<typeof exchangeServer>;
