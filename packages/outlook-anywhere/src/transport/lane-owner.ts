import type { Proxy, RpcEndpoint } from '../proxy.ts';
import type { HttpConnection } from './http-connection.ts';

/** What a direction of a virtual connection needs of it. */
export interface LaneOwner {
  readonly proxy: Proxy;
  readonly endpoint: RpcEndpoint;
  /** Cookie of the virtual connection. */
  readonly cookie: string;
  /** Aborted when the connection is over. */
  readonly signal: AbortSignal;
  /** Ends the connection. */
  fail(error: Error): void;
}

/** One channel: a request that carries PDUs, and the cookie that it is known by. */
export interface Channel {
  readonly connection: HttpConnection;
  readonly cookie: string;
}

/** A channel that was opened while its virtual connection failed is closed at once. */
export function ownedBy(owner: LaneOwner, channel: Channel): Channel {
  if (owner.signal.aborted) channel.connection.close();
  return channel;
}
