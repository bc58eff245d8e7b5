import type { DistributionGroup, MailContact, Mailbox, MailUser, Recipient } from '@cutover/core';
import type { RecipientKind, StoredRecipient } from '../store/directory.ts';
import { licensesOf } from './licenses.ts';
import { managersOf } from './managed-by.ts';
import { sendersOf } from './send-on-behalf.ts';
import { distinguishedName, identityOf, legacyName, type RecipientContext } from './names.ts';

type Names = Pick<RecipientContext, 'organisation' | 'directory' | 'container' | 'canonicalFolder'>;

const types: Record<RecipientKind, string> = {
  mailbox: 'UserMailbox',
  group: 'MailUniversalDistributionGroup',
  contact: 'MailContact',
  mailUser: 'MailUser',
};

/** The database in which every mailbox of the emulated organisation lies. */
export const databaseName = 'EURPR01DG001-db001';
const serverName = 'emulator';

const mailRecipient = (names: Names, recipient: StoredRecipient) => ({
  Alias: recipient.alias,
  DisplayName: recipient.displayName,
  PrimarySmtpAddress: recipient.primaryAddress,
  EmailAddresses: recipient.proxyAddresses,
  LegacyExchangeDN: legacyName(names, recipient),
  HiddenFromAddressListsEnabled: recipient.attributes['hidden'] === 'true',
  RecipientType: types[recipient.kind],
  RecipientTypeDetails: recipient.attributes['recipientTypeDetails'] ?? types[recipient.kind],
  ...customAttributes(recipient),
});

type CustomAttribute = keyof Mailbox & `CustomAttribute${number}`;

function customAttributes({ attributes }: StoredRecipient): Record<CustomAttribute, string> {
  const numbers = Array.from({ length: 15 }, (_, index) => index + 1);
  return Object.fromEntries(
    numbers.map((number) => [`CustomAttribute${number}`, attributes[`extensionAttribute${number}`] ?? '']),
  ) as Record<CustomAttribute, string>;
}

function directoryObject(names: Names, recipient: StoredRecipient) {
  const created = new Date(recipient.createdAt);
  return {
    Name: recipient.displayName,
    DistinguishedName: distinguishedName(names, recipient),
    Identity: identityOf(names, recipient),
    Id: identityOf(names, recipient),
    Guid: recipient.guid,
    WhenCreated: created,
    WhenCreatedUTC: created,
    OrganizationId: names.organisation,
    IsValid: true,
    ObjectState: 'Unchanged' as const,
  };
}

/** The names of the recipients with these GUIDs; those that are gone have none. */
const namesByGuid = ({ directory }: Names, guids: readonly string[]): string[] =>
  guids.flatMap((guid) => directory.findByGuid(guid)?.displayName ?? []);

export function toMailbox(names: Names, recipient: StoredRecipient): Mailbox {
  const { attributes, createdAt, guid, primaryAddress, signInName = primaryAddress } = recipient;
  return {
    ...mailRecipient(names, recipient),
    UserPrincipalName: signInName,
    WindowsEmailAddress: primaryAddress,
    WindowsLiveID: signInName,
    MicrosoftOnlineServicesID: signInName,
    GrantSendOnBehalfTo: namesByGuid(names, sendersOf(recipient)),
    ExchangeGuid: guid,
    Database: databaseName,
    ServerName: serverName,
    IsMailboxEnabled: true,
    IsShared: attributes['recipientTypeDetails'] === 'SharedMailbox',
    IsDirSynced: false,
    ForwardingAddress: namesByGuid(names, [attributes['forwardingAddress'] ?? ''])[0] ?? null,
    ForwardingSmtpAddress: attributes['forwardingSmtpAddress'] || null,
    DeliverToMailboxAndForward: attributes['deliverToMailboxAndForward'] === 'true',
    ResetPasswordOnNextLogon: names.directory.account(guid)?.mustChangePassword ?? false,
    SKUAssigned: licensesOf(recipient).length > 0,
    ProhibitSendQuota: 'Unlimited',
    WhenMailboxCreated: new Date(createdAt),
    ...directoryObject(names, recipient),
  };
}

export function toRecipient(names: Names, recipient: StoredRecipient): Recipient {
  const attribute = (name: string): string => recipient.attributes[name] ?? '';
  return {
    ...mailRecipient(names, recipient),
    ExternalEmailAddress: recipient.externalAddress === undefined ? null : `SMTP:${recipient.externalAddress}`,
    FirstName: attribute('givenName'),
    LastName: attribute('surname'),
    Title: attribute('title'),
    Department: attribute('department'),
    Company: attribute('company'),
    Office: attribute('office'),
    Phone: attribute('businessTelephone'),
    City: attribute('city'),
    StateOrProvince: attribute('state'),
    PostalCode: attribute('postalCode'),
    CountryOrRegion: attribute('country'),
    ...directoryObject(names, recipient),
  };
}

export function toDistributionGroup(names: Names, recipient: StoredRecipient): DistributionGroup {
  const { attributes } = recipient;
  const isSecurity = attributes['groupType'] === 'Security';
  return {
    ...mailRecipient(names, recipient),
    RecipientType: isSecurity ? 'MailUniversalSecurityGroup' : types.group,
    RecipientTypeDetails: isSecurity ? 'MailUniversalSecurityGroup' : types.group,
    GroupType: isSecurity ? 'Universal, SecurityEnabled' : 'Universal',
    ManagedBy: managersOf(recipient),
    RequireSenderAuthenticationEnabled: attributes['requireSenderAuthentication'] !== 'false',
    ...directoryObject(names, recipient),
  };
}

export const toMailContact = (names: Names, recipient: StoredRecipient): MailContact => ({
  ...mailRecipient(names, recipient),
  ExternalEmailAddress: `SMTP:${recipient.externalAddress ?? ''}`,
  ...directoryObject(names, recipient),
});

/** The GUID of a mail user's mailbox elsewhere is all zeros until somebody sets it. */
const noGuid = '00000000-0000-0000-0000-000000000000';

export function toMailUser(names: Names, recipient: StoredRecipient): MailUser {
  const { attributes, externalAddress, guid, primaryAddress, signInName = primaryAddress } = recipient;
  return {
    ...mailRecipient(names, recipient),
    ExternalEmailAddress: externalAddress === undefined ? null : `SMTP:${externalAddress}`,
    UserPrincipalName: signInName,
    WindowsEmailAddress: primaryAddress,
    MicrosoftOnlineServicesID: signInName,
    ExchangeGuid: attributes['exchangeGuid'] ?? noGuid,
    IsDirSynced: false,
    ResetPasswordOnNextLogon: names.directory.account(guid)?.mustChangePassword ?? false,
    ...directoryObject(names, recipient),
  };
}
