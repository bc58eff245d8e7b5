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
export type ADPermission = RecordOf<typeof adPermission>;

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
export type UMMailbox = RecordOf<typeof umMailbox>;

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
export type OutlookAnywhere = RecordOf<typeof outlookAnywhere>;

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
export type MailboxDatabase = RecordOf<typeof mailboxDatabase>;

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
export type ExchangeServer = RecordOf<typeof exchangeServer>;
