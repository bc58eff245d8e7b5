/** Calls end with the signal's reason when it is aborted. */
export interface Asking {
  readonly signal: AbortSignal;
}

/** The organisation that is migrated, as whoever administers it sees it. Failures are SdkErrors. */
export interface OnPremisesOrganisation {
  describe(asking: Asking): Promise<OnPremisesDescription>;
  /** Every object of the directory, those that the address lists hide too. */
  recipients(asking: Asking): Promise<readonly OnPremisesRecipient[]>;
  permissions(asking: Asking): Promise<readonly OnPremisesPermission[]>;
  /** False: there is no such account, mailbox or database. */
  grant(permission: OnPremisesPermission, asking: Asking): Promise<boolean>;
  /** False: there is no such right. */
  revoke(permission: OnPremisesPermission, asking: Asking): Promise<boolean>;
  mailboxStatistics(mailboxGuid: string, asking: Asking): Promise<OnPremisesStatistics>;
  /** Null disables the mailbox. */
  setUnifiedMessaging(mailboxGuid: string, setting: UnifiedMessaging | null, asking: Asking): Promise<void>;
  /** Null turns it off. */
  setOutlookAnywhere(settings: OutlookAnywhereSettings | null, asking: Asking): Promise<void>;
}

export type ExchangeVersion = '2003' | '2007' | '2010';
export type AuthenticationMethod = 'Basic' | 'Ntlm' | 'Negotiate';

export interface OnPremisesDescription {
  readonly name: string;
  /** DNS name of the domain. */
  readonly domain: string;
  readonly netBiosDomain: string;
  readonly version: ExchangeVersion;
  readonly server: { readonly name: string; readonly netBiosName: string; readonly legacyExchangeDN: string };
  readonly databases: readonly { readonly name: string; readonly legacyExchangeDN: string }[];
  /** Null while it is turned off. */
  readonly outlookAnywhere: OutlookAnywhereSettings | null;
}

export interface OutlookAnywhereSettings {
  readonly externalHostname: string;
  readonly clientAuthenticationMethod: AuthenticationMethod;
  readonly iisAuthenticationMethods: readonly AuthenticationMethod[];
  readonly sslOffloading: boolean;
}

export interface UnifiedMessaging {
  readonly policy: string;
  readonly extensions: readonly string[];
}

export interface OnPremisesRecipient {
  readonly kind: 'mailbox' | 'group' | 'contact';
  readonly objectGuid: string;
  readonly legacyExchangeDN: string;
  readonly displayName: string;
  readonly alias: string;
  readonly primarySmtpAddress: string;
  readonly proxyAddresses: readonly string[];
  readonly hidden: boolean;
  /** As ISO 8601. */
  readonly createdAt: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Of a mailbox: its GUID, the legacyExchangeDN of its database, and the owner's account as user@domain. */
  readonly mailboxGuid?: string;
  readonly homeDatabase?: string;
  readonly account?: string | null;
  readonly unifiedMessaging?: UnifiedMessaging;
  /** Of a group: legacyExchangeDNs. */
  readonly members?: readonly string[];
  readonly managedBy?: string;
  /** Of a contact. */
  readonly targetAddress?: string;
}

/** A right of an account (user@domain) to a mailbox or database (legacyExchangeDN). */
export type OnPremisesPermission =
  | { readonly right: 'FullAccess'; readonly account: string; readonly mailbox: string }
  | { readonly right: 'ReceiveAs'; readonly account: string; readonly database: string };

export interface OnPremisesStatistics {
  readonly itemCount: number;
  readonly associatedItemCount: number;
  readonly deletedItemCount: number;
  readonly totalItemSize: number;
  readonly folders: readonly {
    readonly path: string;
    readonly name: string;
    readonly itemCount: number;
    readonly size: number;
  }[];
}
