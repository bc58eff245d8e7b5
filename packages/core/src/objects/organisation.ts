import {
  dateTime,
  defineObject,
  enumeration,
  flag,
  guid,
  integer,
  listOf,
  optional,
  text,
  type RecordOf,
} from '../define-object.ts';
import { objectStates } from './enumerations.ts';

const systemConfiguration = 'Microsoft.Exchange.Data.Directory.SystemConfiguration';

/** A domain that the organisation takes mail for. Source: what Get-AcceptedDomain answers. */
export const acceptedDomain = defineObject({
  name: 'AcceptedDomain',
  typeName: `${systemConfiguration}.AcceptedDomain`,
  properties: {
    DomainName: text('SmtpDomainWithSubdomains'),
    DomainType: text('AcceptedDomainType'),
    Default: flag(),
    AddressBookEnabled: flag(),
    Name: text(),
    Identity: text('ADObjectId'),
    Id: text('ADObjectId'),
    OrganizationId: text('OrganizationId'),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
  table: [
    { header: 'Name', property: 'Name' },
    { header: 'DomainName', property: 'DomainName' },
    { header: 'DomainType', property: 'DomainType' },
    { header: 'Default', property: 'Default' },
  ],
});
/** A domain that the organisation takes mail for, as Get-AcceptedDomain answers it. */
export type AcceptedDomain = RecordOf<typeof acceptedDomain>;

/** Settings of the whole organisation, among them what rules a cutover out. Source: what Get-OrganizationConfig answers. */
export const organizationConfig = defineObject({
  name: 'OrganizationConfig',
  typeName: 'Microsoft.Exchange.Data.Directory.Management.OrganizationConfig',
  properties: {
    Name: text(),
    DisplayName: text(),
    Identity: text('ADObjectId'),
    Guid: guid(),
    IsDehydrated: flag(),
    IsDirSyncRunning: flag(),
    IsSingleSignOn: flag(),
    MailTipsAllTipsEnabled: flag(),
    MailTipsExternalRecipientsTipsEnabled: flag(),
    MailTipsGroupMetricsEnabled: flag(),
    MailTipsLargeAudienceThreshold: integer('UInt32'),
    PublicFoldersEnabled: text('PublicFoldersDeployment'),
    WhenCreated: dateTime(),
    OrganizationId: text('OrganizationId'),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
});
/** Settings of the organisation, as Get-OrganizationConfig answers them. */
export type OrganizationConfig = RecordOf<typeof organizationConfig>;

/** A right on a mailbox. Source: what Get-MailboxPermission answers. */
export const mailboxPermission = defineObject({
  name: 'MailboxAcePresentationObject',
  typeName: 'Microsoft.Exchange.Management.RecipientTasks.MailboxAcePresentationObject',
  properties: {
    Identity: text('ADObjectId'),
    User: text('SecurityPrincipalIdParameter'),
    AccessRights: listOf(text('MailboxRights')),
    IsInherited: flag(),
    Deny: flag(),
    InheritanceType: text('ActiveDirectorySecurityInheritance'),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
  table: [
    { header: 'Identity', property: 'Identity' },
    { header: 'User', property: 'User' },
    { header: 'AccessRights', property: 'AccessRights' },
    { header: 'IsInherited', property: 'IsInherited' },
    { header: 'Deny', property: 'Deny' },
  ],
});
/** A right on a mailbox, as Get-MailboxPermission answers it. */
export type MailboxPermissionEntry = RecordOf<typeof mailboxPermission>;

/** The right to send as a recipient. Source: what Get-RecipientPermission answers. */
export const recipientPermission = defineObject({
  name: 'RecipientPermission',
  typeName: 'Microsoft.Exchange.Management.RecipientTasks.RecipientPermission',
  properties: {
    Identity: text('ADObjectId'),
    Trustee: text(),
    AccessControlType: text('AccessControlType'),
    AccessRights: listOf(text('RecipientAccessRight')),
    IsInherited: flag(),
    InheritanceType: text('ActiveDirectorySecurityInheritance'),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
  table: [
    { header: 'Identity', property: 'Identity' },
    { header: 'Trustee', property: 'Trustee' },
    { header: 'AccessControlType', property: 'AccessControlType' },
    { header: 'AccessRights', property: 'AccessRights' },
    { header: 'Inherited', property: 'IsInherited' },
  ],
});
/** The right to send as a recipient, as Get-RecipientPermission answers it. */
export type RecipientPermission = RecordOf<typeof recipientPermission>;

/** A connection of the session. Source: what Get-ConnectionInformation answers. */
export const connectionInformation = defineObject({
  name: 'ConnectionInformation',
  typeName: 'Microsoft.Exchange.Management.ExoPowershellSnapin.ConnectionInformation',
  properties: {
    ConnectionId: guid(),
    State: text(),
    Id: integer(),
    Name: text(),
    UserPrincipalName: text(),
    ConnectionUri: text(),
    TokenExpiryTimeUTC: dateTime(),
    ModuleName: text(),
    ModulePrefix: text(),
    Organization: text(),
    DelegatedOrganization: optional(text()),
    PageSize: integer(),
    TokenStatus: text(),
    CertificateAuthentication: flag(),
    IsEopSession: flag(),
    AppId: optional(text()),
  },
});
/** A connection of the session, as Get-ConnectionInformation answers it. */
export type ConnectionInformation = RecordOf<typeof connectionInformation>;
