/** How the service signs in at the source. */
export type EndpointAuthentication = 'Basic' | 'NTLM';
/** By which right mailboxes are read. */
export type MailboxPermission = 'Admin' | 'FullAccess';

/** How to reach a source organisation, and how hard it may be driven. */
export interface EndpointSettings {
  readonly name: string;
  readonly exchangeServer: string;
  readonly rpcProxyServer: string;
  readonly nspiServer?: string | undefined;
  readonly authentication: EndpointAuthentication;
  readonly mailboxPermission: MailboxPermission;
  readonly username: string;
  readonly emailAddress?: string | undefined;
  /** The servers were found by Autodiscover. */
  readonly autodiscovered?: boolean | undefined;
  /** Address of the mailbox that a test logs on to, instead of the administrator's own. */
  readonly testMailbox?: string | undefined;
  readonly sourceMailboxLegacyDN?: string | undefined;
  readonly acceptUntrustedCertificates?: boolean | undefined;
  /** Default and highest value: see `rules.ts`. */
  readonly maxConcurrentMigrations?: number | undefined;
  readonly maxConcurrentIncrementalSyncs?: number | undefined;
}

/** An endpoint as it is kept; times are milliseconds since 1970. */
export interface EndpointRecord extends EndpointSettings {
  readonly guid: string;
  readonly endpointType: 'ExchangeOutlookAnywhere';
  readonly acceptUntrustedCertificates: boolean;
  readonly autodiscovered: boolean;
  readonly maxConcurrentMigrations: number;
  readonly maxConcurrentIncrementalSyncs: number;
  /** Sealed by the Secrets port. */
  readonly sealedPassword: Uint8Array;
  readonly createdAt: number;
  readonly modifiedAt: number;
}
