import {
  byteSize,
  dateTime,
  defineObject,
  enumeration,
  flag,
  guid,
  integer,
  listOf,
  optional,
  text,
  unlimited,
  type PropertyDefinition,
  type RecordOf,
} from '../define-object.ts';
import { objectStates } from './enumerations.ts';

const management = 'Microsoft.Exchange.Data.Directory.Management';

/** What every object of the directory ends with. */
const directoryObject = {
  Name: text(),
  DistinguishedName: text(),
  Identity: text('ADObjectId'),
  Id: text('ADObjectId'),
  Guid: guid(),
  WhenCreated: dateTime(),
  WhenCreatedUTC: dateTime(),
  OrganizationId: text('OrganizationId'),
  IsValid: flag(),
  ObjectState: enumeration('ObjectState', objectStates),
};

type CustomAttributes = { [K in `CustomAttribute${CustomNumber}`]: PropertyDefinition<string> };
type CustomNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;

const customAttributes = Object.fromEntries(
  Array.from({ length: 15 }, (_, index) => [`CustomAttribute${index + 1}`, text()]),
) as CustomAttributes;

/** What mail can be addressed to. */
const mailRecipient = {
  Alias: text(),
  DisplayName: text(),
  PrimarySmtpAddress: text('SmtpAddress'),
  EmailAddresses: listOf(text('ProxyAddress')),
  LegacyExchangeDN: text(),
  HiddenFromAddressListsEnabled: flag(),
  RecipientType: text('RecipientType'),
  RecipientTypeDetails: text('RecipientTypeDetails'),
  ...customAttributes,
};

const nameAndAlias = [
  { header: 'Name', property: 'Name' },
  { header: 'Alias', property: 'Alias' },
];

/** A mailbox as the directory shows it. Source: what Get-Mailbox answers. */
export const mailbox = defineObject({
  name: 'Mailbox',
  typeName: `${management}.Mailbox`,
  properties: {
    ...mailRecipient,
    UserPrincipalName: text(),
    WindowsEmailAddress: text('SmtpAddress'),
    WindowsLiveID: text('SmtpAddress'),
    MicrosoftOnlineServicesID: text('SmtpAddress'),
    GrantSendOnBehalfTo: listOf(text('ADObjectId')),
    ExchangeGuid: guid(),
    Database: text('ADObjectId'),
    ServerName: text(),
    IsMailboxEnabled: flag(),
    IsShared: flag(),
    IsDirSynced: flag(),
    ForwardingAddress: optional(text('ADObjectId')),
    ForwardingSmtpAddress: optional(text('ProxyAddress')),
    DeliverToMailboxAndForward: flag(),
    ResetPasswordOnNextLogon: flag(),
    SKUAssigned: flag(),
    ProhibitSendQuota: unlimited(),
    WhenMailboxCreated: dateTime(),
    ...directoryObject,
  },
  table: [
    ...nameAndAlias,
    { header: 'ServerName', property: 'ServerName' },
    { header: 'ProhibitSendQuota', property: 'ProhibitSendQuota' },
  ],
});
/** A mailbox, as Get-Mailbox answers it. */
export type Mailbox = RecordOf<typeof mailbox>;

/** Any recipient, whatever its kind. Source: what Get-Recipient answers. */
export const recipient = defineObject({
  name: 'Recipient',
  typeName: `${management}.ReducedRecipient`,
  properties: {
    ...mailRecipient,
    ExternalEmailAddress: optional(text('ProxyAddress')),
    FirstName: text(),
    LastName: text(),
    Title: text(),
    Department: text(),
    Company: text(),
    Office: text(),
    Phone: text(),
    City: text(),
    StateOrProvince: text(),
    PostalCode: text(),
    CountryOrRegion: text('CountryInfo'),
    ...directoryObject,
  },
  table: [
    { header: 'Name', property: 'Name' },
    { header: 'RecipientType', property: 'RecipientType' },
  ],
});
/** A recipient of any kind, as Get-Recipient answers it. */
export type Recipient = RecordOf<typeof recipient>;

/** A distribution group without its members. Source: what Get-DistributionGroup answers. */
export const distributionGroup = defineObject({
  name: 'DistributionGroup',
  typeName: `${management}.DistributionGroup`,
  properties: {
    ...mailRecipient,
    GroupType: text('GroupTypeFlags'),
    ManagedBy: listOf(text('ADObjectId')),
    RequireSenderAuthenticationEnabled: flag(),
    ...directoryObject,
  },
  table: [
    { header: 'Name', property: 'Name' },
    { header: 'DisplayName', property: 'DisplayName' },
    { header: 'GroupType', property: 'GroupType' },
    { header: 'PrimarySmtpAddress', property: 'PrimarySmtpAddress' },
  ],
});
/** A distribution group, as Get-DistributionGroup answers it. */
export type DistributionGroup = RecordOf<typeof distributionGroup>;

/** Somebody outside whom the address book lists. Source: what Get-MailContact answers. */
export const mailContact = defineObject({
  name: 'MailContact',
  typeName: `${management}.MailContact`,
  properties: { ...mailRecipient, ExternalEmailAddress: text('ProxyAddress'), ...directoryObject },
  table: [...nameAndAlias, { header: 'RecipientType', property: 'RecipientType' }],
});
/** A mail contact, as Get-MailContact answers it. */
export type MailContact = RecordOf<typeof mailContact>;

/** Who signs in here and has the mailbox elsewhere. Source: what Get-MailUser answers. */
export const mailUser = defineObject({
  name: 'MailUser',
  typeName: `${management}.MailUser`,
  properties: {
    ...mailRecipient,
    ExternalEmailAddress: optional(text('ProxyAddress')),
    UserPrincipalName: text(),
    WindowsEmailAddress: text('SmtpAddress'),
    MicrosoftOnlineServicesID: text('SmtpAddress'),
    ExchangeGuid: guid(),
    IsDirSynced: flag(),
    ResetPasswordOnNextLogon: flag(),
    ...directoryObject,
  },
  table: [...nameAndAlias, { header: 'RecipientType', property: 'RecipientType' }],
});
/** A mail user, as Get-MailUser answers it. */
export type MailUser = RecordOf<typeof mailUser>;

/** Counts and sizes of a mailbox. Source: what Get-MailboxStatistics answers. */
export const mailboxStatistics = defineObject({
  name: 'MailboxStatistics',
  typeName: 'Microsoft.Exchange.Management.MapiTasks.Presentation.MailboxStatistics',
  properties: {
    DisplayName: text(),
    MailboxGuid: guid(),
    LegacyDN: text(),
    ItemCount: integer(),
    AssociatedItemCount: integer(),
    DeletedItemCount: integer(),
    TotalItemSize: byteSize(),
    TotalDeletedItemSize: byteSize(),
    StorageLimitStatus: optional(text('StorageLimitStatus')),
    LastLogonTime: optional(dateTime()),
    Database: text('ADObjectId'),
    Identity: text('MailboxId'),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
  table: [
    { header: 'DisplayName', property: 'DisplayName' },
    { header: 'ItemCount', property: 'ItemCount' },
    { header: 'StorageLimitStatus', property: 'StorageLimitStatus' },
    { header: 'LastLogonTime', property: 'LastLogonTime' },
  ],
});
/** Counts and sizes of a mailbox, as Get-MailboxStatistics answers them. */
export type MailboxStatistics = RecordOf<typeof mailboxStatistics>;

/** Counts and sizes of a folder. Source: what Get-MailboxFolderStatistics answers. */
export const mailboxFolder = defineObject({
  name: 'MailboxFolder',
  typeName: 'Microsoft.Exchange.Management.Tasks.MailboxFolderConfiguration',
  properties: {
    Name: text(),
    FolderPath: text(),
    FolderId: text(),
    FolderType: text(),
    ContainerClass: text(),
    ItemsInFolder: integer(),
    FolderSize: byteSize(),
    ItemsInFolderAndSubfolders: integer(),
    FolderAndSubfolderSize: byteSize(),
    NewestItemReceivedDate: optional(dateTime()),
    OldestItemReceivedDate: optional(dateTime()),
    Identity: text('MailboxFolderId'),
    IsValid: flag(),
    ObjectState: enumeration('ObjectState', objectStates),
  },
});
/** Counts and sizes of a folder, as Get-MailboxFolderStatistics answers them. */
export type MailboxFolder = RecordOf<typeof mailboxFolder>;
