import type { Clock, Ids, Random } from '@cutover/base';
import type { Credential, HttpAuthentication } from './options.ts';
import type { SocketTarget } from './transport/socket-target.ts';

/** The RPC proxy, with all it takes to speak to it. */
export interface Proxy {
  readonly socket: SocketTarget;
  readonly credential: Credential;
  readonly authentication: HttpAuthentication;
  /** Milliseconds for name, TCP and TLS of one channel. */
  readonly connectTimeout: number;
  /** Bytes after which an IN channel gets a successor. */
  readonly channelBytes: number;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
}

/** A server behind the proxy, as the URL names it. */
export interface RpcEndpoint {
  readonly server: string;
  readonly port: number;
}

/** Ports of an Exchange server's RPC services over HTTP. [MS-OXCRPC] 2.1, [MS-OXABREF] 2.1, [MS-OXNSPI] 2.1 */
export const exchangePort = { endpointMapper: 593, store: 6001, referral: 6002, directory: 6004 } as const;
