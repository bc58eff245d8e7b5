import type { Clock, Random } from '@cutover/base';
import type { Credential, Security, Timeouts } from '../options.ts';

/** Where a host is found when DNS is not asked. */
export interface HostAddress {
  readonly host: string;
  /** Unless given, the port that was asked for. */
  readonly port?: number | undefined;
  /** PEM certificates trusted for this host. */
  readonly ca?: string | readonly string[] | undefined;
}

/** One SRV record. RFC 2782 */
export interface ServiceRecord {
  readonly name: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
}

/** How names become addresses; tests and rehearsals bring their own. */
export interface NameService {
  /** Where a host's port really is; undefined to ask DNS, null if there is no such host. */
  addressOf?(host: string, port: number): HostAddress | null | undefined;
  /** The SRV records of a name, none if it has none; undefined to ask DNS. */
  servicesOf?(name: string): Promise<readonly ServiceRecord[] | undefined>;
}

/** Whose settings are looked for, who asks, and what may be used of the outside world. */
export interface AutodiscoverOptions {
  readonly emailAddress: string;
  /** `DOMAIN\user` or a user principal name. */
  readonly credential: Credential;
  readonly security?: Omit<Security, 'scheme'> | undefined;
  readonly names?: NameService | undefined;
  /**
   * Whether a host that was named by an unprotected answer (of plain HTTP, or of DNS) may be given the credential. Unless
   * told, it may if it lies in the domain of the address.
   */
  readonly trustsHost?: ((host: string) => boolean) | undefined;
  readonly timeouts?: Partial<Pick<Timeouts, 'connect' | 'call'>> | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
}

/** What Autodiscover says of a mailbox, as far as Outlook Anywhere needs it. */
export interface DiscoveredSettings {
  /** The URL that knew it. */
  readonly url: string;
  /** The address that the settings are of; another one than was asked for after a redirection. */
  readonly emailAddress: string;
  readonly displayName: string;
  readonly legacyExchangeDN: string;
  /** The mailbox server, as the RPC proxy knows it. */
  readonly exchangeServer: string;
  readonly rpcProxyServer: string;
  readonly authentication: 'Basic' | 'NTLM';
  /** Version of the mailbox server, e.g. 14.3.123; undefined if it was not told. */
  readonly serverVersion: string | undefined;
  /** Name that the certificate must have, e.g. `msstd:mail.contoso.com`; undefined if it was not told. */
  readonly certificatePrincipalName: string | undefined;
}
