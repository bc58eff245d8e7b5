import type { UnifiedMessaging } from './unified-messaging.ts';

/** What every object of the directory has that mail can be addressed to. */
export interface RecipientBase {
  /** objectGUID, lower case with hyphens. */
  readonly objectGuid: string;
  /** Key of the object in every protocol, e.g. /o=Contoso/ou=First Administrative Group/cn=Recipients/cn=annb. */
  readonly legacyExchangeDN: string;
  readonly displayName: string;
  /** mailNickname. */
  readonly alias: string;
  readonly primarySmtpAddress: string;
  /** With their types: `SMTP:` the primary one, `smtp:` others, `X400:`, `X500:`. */
  readonly proxyAddresses: readonly string[];
  /** msExchHideFromAddressLists: absent from every address list. */
  readonly hidden: boolean;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly attributes: RecipientAttributes;
}

/** Optional attributes, by their names in Active Directory where these are plain. */
export interface RecipientAttributes {
  readonly givenName?: string;
  readonly surname?: string;
  readonly initials?: string;
  readonly title?: string;
  readonly department?: string;
  readonly company?: string;
  readonly office?: string;
  readonly businessPhone?: string;
  readonly otherPhones?: readonly string[];
  readonly homePhone?: string;
  readonly mobilePhone?: string;
  readonly fax?: string;
  readonly street?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
  /** 7-bit form of the display name. */
  readonly printableName?: string;
  /** legacyExchangeDN of the manager. */
  readonly manager?: string;
  /** extensionAttribute1 to 15, by number. */
  readonly extensionAttributes?: Readonly<Record<number, string>>;
  /** X.509 certificates in base64, to encrypt mail by: 3A70 as clients publish them, 8C6A as certification authorities do. */
  readonly userCertificates?: readonly string[];
  readonly certificates?: readonly string[];
}

/** A user with a mailbox on this server. */
export interface MailboxUser extends RecipientBase {
  readonly kind: 'mailbox';
  /** msExchMailboxGuid, lower case with hyphens. */
  readonly mailboxGuid: string;
  /** legacyExchangeDN of the database that holds the mailbox. */
  readonly homeDatabase: string;
  /** Present while the mailbox is enabled for Unified Messaging, which Exchange has from 2007 on. */
  readonly unifiedMessaging?: UnifiedMessaging;
}

/** A distribution group. */
export interface DistributionGroup extends RecipientBase {
  readonly kind: 'group';
  /** legacyExchangeDNs of the members: mailboxes, contacts and other groups. */
  readonly members: readonly string[];
  /** legacyExchangeDN of the owner. */
  readonly managedBy?: string;
}

/** A contact: an address outside the organisation that the address book knows. */
export interface MailContact extends RecipientBase {
  readonly kind: 'contact';
  /** With its type, e.g. `SMTP:someone@example.org`. */
  readonly targetAddress: string;
}

/** An object of the directory that mail can be addressed to. */
export type Recipient = MailboxUser | DistributionGroup | MailContact;
