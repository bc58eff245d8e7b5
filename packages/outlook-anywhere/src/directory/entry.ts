/** What every object of the global address list has. [MS-OXOABK] 2.2 */
export interface DirectoryObject {
  readonly displayName: string;
  /** mailNickname. */
  readonly alias: string;
  /** Primary SMTP address; empty if the object has none. */
  readonly primarySmtpAddress: string;
  /** `/o=…/cn=Recipients/cn=…`: the name by which a mailbox is opened. */
  readonly legacyExchangeDN: string;
  /** objectGUID in text form, lower case; absent if the server does not tell it. */
  readonly guid?: string | undefined;
  /** `SMTP:` marks the primary address, `smtp:` an alias; also `X400:` and `X500:`. */
  readonly proxyAddresses: readonly string[];
  readonly attributes: DirectoryAttributes;
}

/** Attributes of a person or place; what the directory does not hold is absent. */
export interface DirectoryAttributes {
  readonly givenName?: string;
  readonly surname?: string;
  readonly initials?: string;
  readonly businessTelephone?: string;
  readonly homeTelephone?: string;
  readonly mobileTelephone?: string;
  readonly otherTelephones?: readonly string[];
  readonly fax?: string;
  readonly company?: string;
  readonly title?: string;
  readonly department?: string;
  readonly office?: string;
  readonly country?: string;
  readonly city?: string;
  readonly state?: string;
  readonly streetAddress?: string;
  readonly postalCode?: string;
  readonly comment?: string;
  /** extensionAttribute1 to 15 by number. */
  readonly extensionAttributes?: Readonly<Record<number, string>>;
  readonly created?: Date;
  readonly changed?: Date;
}

/** A user with a mailbox in the organisation. */
export interface DirectoryMailbox extends DirectoryObject {
  readonly kind: 'mailbox';
  /** DN of the mailbox database. */
  readonly homeDatabaseDN: string;
  /** DN of the server, cut out of the database's. */
  readonly homeServerDN: string;
  /** msExchMailboxGuid in text form. */
  readonly mailboxGuid?: string | undefined;
  /** legacyExchangeDN of the manager. */
  readonly managerDN?: string | undefined;
}

/** A distribution group; its members are the direct ones, a nested group is a member and an entry of its own. */
export interface DirectoryGroup extends DirectoryObject {
  readonly kind: 'group';
  readonly members: readonly DirectoryMember[];
  /** legacyExchangeDN of the managing user. */
  readonly managedByDN?: string | undefined;
}

/** One direct member of a group. */
export interface DirectoryMember {
  readonly kind: DirectoryEntry['kind'];
  readonly displayName: string;
  readonly primarySmtpAddress: string;
  readonly legacyExchangeDN: string;
}

/** A mail contact: a person or system outside the organisation. */
export interface DirectoryContact extends DirectoryObject {
  readonly kind: 'contact';
  /** targetAddress with its type, as `SMTP:pat@fabrikam.com`. */
  readonly targetAddress: string;
}

/** What is in the list but is no mailbox, group or contact: `other` names it. */
export interface DirectoryOther extends DirectoryObject {
  readonly kind: 'other';
  readonly other: 'public folder' | 'dynamic group' | 'user without mailbox' | 'unknown';
}

/** Somebody or something that the address book shows; `kind` says which. */
export type DirectoryEntry = DirectoryMailbox | DirectoryGroup | DirectoryContact | DirectoryOther;
