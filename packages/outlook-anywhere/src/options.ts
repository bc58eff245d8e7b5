import type { Clock, Ids, Random } from '@cutover/base';

/** Whose rights are used. The password never appears in an error, an event or a log. */
export interface Credential {
  /** `DOMAIN\user` or a user principal name. */
  readonly userName: string;
  readonly password: string;
}

/** How the RPC proxy is told who is calling. */
export type HttpAuthentication = 'Basic' | 'NTLM';

/** How the RPC server behind the proxy is told who is calling; `None` relies on the proxy's answer. [MS-RPCE] 2.2.1.1.8 */
export type RpcAuthentication = 'None' | 'Connect' | 'Sign' | 'Seal';

/** How long each kind of step may take, in milliseconds. */
export interface Timeouts {
  /** Name resolution, TCP and TLS together. */
  readonly connect: number;
  /** From an opened channel to a usable RPC connection: HTTP authentication, RTS handshake, bind. */
  readonly handshake: number;
  /** One remote call, from its last byte out to its last byte in; pings do not prolong it. */
  readonly call: number;
}

/** How the connection to the proxy is protected. */
export interface Security {
  /** `http` only for a server on the same machine. Default `https`. */
  readonly scheme?: 'https' | 'http' | undefined;
  /** PEM certificates trusted instead of the system's authorities. */
  readonly ca?: string | readonly string[] | undefined;
  /** Takes any certificate. Default false. */
  readonly acceptUntrustedCertificates?: boolean | undefined;
  /** The oldest version spoken. Default `TLSv1`: Windows Server 2003 has no newer one. The best that both sides have is taken. */
  readonly minimumTls?: TlsVersion | undefined;
}

/** A version of TLS, as Node names it. */
export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

/** Where the organisation is found, who asks, and what the client may use of the outside world. */
export interface OutlookAnywhereOptions {
  /** The mailbox server as the proxy knows it: NetBIOS name or FQDN, one of its ValidPorts names. */
  readonly exchangeServer: string;
  /** Public name of the RPC proxy; the certificate must be for this name. */
  readonly rpcProxyServer: string;
  readonly credential: Credential;
  /** Default `Basic`. */
  readonly authentication?: HttpAuthentication | undefined;
  /** Default `Connect`, as Outlook does: NTLM proves the caller once for each connection, nothing is signed. */
  readonly rpcAuthentication?: RpcAuthentication | undefined;
  /** Connects here instead of asking DNS for `rpcProxyServer`; names and certificate check stay as they are. */
  readonly address?: { readonly host?: string | undefined; readonly port?: number | undefined } | undefined;
  readonly security?: Security | undefined;
  readonly timeouts?: Partial<Timeouts> | undefined;
  /** Bytes sent after which a channel is replaced by a successor. Default 900 MB; the protocol ends it at 1 GB. */
  readonly channelBytes?: number | undefined;
  /** Measures time-outs and pings; the machine's by default, also where an organisation's clock is scaled. */
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
  readonly ids?: Ids | undefined;
  /** Ends the session and everything opened from it. */
  readonly signal?: AbortSignal | undefined;
}

/** Every call that waits takes one; an abort rejects with the signal's reason and leaves nothing open. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}
