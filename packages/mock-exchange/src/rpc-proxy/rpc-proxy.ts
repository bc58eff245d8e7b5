import { type Clock, isSdkError } from '@cutover/base';
import { isWireError } from '@cutover/wire';
import { echo } from '@cutover/wire/rts';
import { mockEvents } from '../events.ts';
import type { BodySink, HttpExchange, RequestHandler } from '../http/http-connection.ts';
import type { RequestHead } from '../http/request-head.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Journal } from '../journal/journal.ts';
import { limits } from '../limits.ts';
import type { PduTap } from '../tap/pdu-tap.ts';
import { InChannel } from './in-channel.ts';
import type { OutChannelEncoding } from './out-channel.ts';
import { OutRequest } from './out-request.ts';
import { ProxyError } from './proxy-error.ts';
import { isValidPort, parseRpcTarget, type ValidPortRange } from './valid-ports.ts';
import {
  type ChannelJoin,
  type ChannelOrigin,
  type RecyclingSequence,
  type RpcSession,
  type SessionStart,
  VirtualConnection,
} from './virtual-connection.ts';

export interface RpcProxyOptions {
  readonly clock: Clock;
  readonly validPorts: readonly ValidPortRange[];
  readonly outChannelEncoding: OutChannelEncoding;
  /** Bytes of an OUT channel's body; 1 GiB unless told. */
  readonly outChannelLength?: number | undefined;
  /** Which sequence a channel's successor joins by; that of one proxy unless told. */
  readonly recycling?: RecyclingSequence | undefined;
  readonly tap: PduTap | undefined;
  readonly journal?: Journal | undefined;
  readonly startSession: (start: SessionStart) => RpcSession;
}

/** A request with so little body is a question whether the proxy is there. [MS-RPCH] 2.1.2.1.5 */
const echoLimit = 16;

const paths = new Set(['/rpc/rpcproxy.dll', '/rpcwithcert/rpcproxy.dll']);
const folders = new Set(['/rpc', '/rpc/', '/rpcwithcert', '/rpcwithcert/']);

/** The RPC proxy: pairs IN and OUT channels to virtual connections and gives each its session. [MS-RPCH] 3.2 */
export class RpcProxy {
  readonly #options: RpcProxyOptions;
  readonly #connections = new Map<string, VirtualConnection>();
  #lastId = 0;

  constructor(options: RpcProxyOptions) {
    this.#options = options;
  }

  /** Finds the handler of a request; undefined for a path that is not the proxy's. */
  route(head: RequestHead): RequestHandler | undefined {
    const path = head.path.toLowerCase();
    // The virtual directory may not be listed: administrators know this answer as the sign that the proxy is installed.
    if (folders.has(path)) return () => ({ status: 403 });
    return paths.has(path) ? (exchange) => this.#handle(exchange) : undefined;
  }

  /** Ends every virtual connection. */
  close(): void {
    for (const connection of this.#connections.values()) connection.close();
  }

  #handle(exchange: HttpExchange): HttpResponse | BodySink {
    const { method, contentLength } = exchange.head;
    if (method !== 'RPC_IN_DATA' && method !== 'RPC_OUT_DATA') return { status: 200 };
    if (contentLength <= echoLimit) return echoResponse;
    return method === 'RPC_IN_DATA' ? this.#openIn(exchange) : this.#openOut(exchange);
  }

  #openIn({ head, account, socket }: HttpExchange): BodySink {
    return new InChannel(socket, {
      contentLength: head.contentLength,
      join: (opening) => this.#join({ kind: 'in', ...opening }, { head, account }),
    });
  }

  #openOut({ head, account, socket }: HttpExchange): BodySink {
    const { outChannelEncoding: encoding, outChannelLength: length } = this.#options;
    return new OutRequest(socket, {
      encoding,
      length,
      join: (opening) => this.#join({ kind: 'out', ...opening }, { head, account }),
    });
  }

  /** The virtual connection that a channel belongs to, a new one if the channel is its first; or why not. */
  #join(
    channel: ChannelJoin & { readonly virtualConnectionCookie: string },
    { head, account }: Pick<HttpExchange, 'head' | 'account'>,
  ): VirtualConnection | number {
    const target = parseRpcTarget(head.query);
    if (target === undefined || !isValidPort(this.#options.validPorts, target)) return ProxyError.serverUnavailable;
    const cookie = channel.virtualConnectionCookie;
    const known = this.#connections.get(cookie);
    if (known) return known.admits(channel, { account, target }) ? known : ProxyError.protocolError;
    if (channel.predecessorCookie !== undefined) return ProxyError.protocolError;
    if (this.#connections.size >= limits.virtualConnections) return ProxyError.serverTooBusy;
    return this.#create(cookie, { account, target });
  }

  #create(cookie: string, origin: ChannelOrigin): VirtualConnection {
    const { clock, tap, startSession, recycling } = this.#options;
    const id = ++this.#lastId;
    const connection = new VirtualConnection({
      ...origin,
      id,
      clock,
      tap,
      startSession,
      recycling,
      failed: (error) => this.#failed(id, error),
    });
    this.#connections.set(cookie, connection);
    const about = { connection: id, account: origin.account.userPrincipalName, ...origin.target };
    mockEvents.connectionOpened.publish(about);
    connection.signal.addEventListener('abort', () => {
      this.#connections.delete(cookie);
      mockEvents.connectionClosed.publish(about);
    });
    void this.#expectPartner(connection);
    return connection;
  }

  async #expectPartner(connection: VirtualConnection): Promise<void> {
    try {
      await this.#options.clock.sleep(limits.channelPairingMs, { signal: connection.signal });
    } catch {
      return; // The connection was gone before.
    }
    if (!connection.isComplete) connection.close();
  }

  #failed(connection: number, error: unknown): void {
    const isClientsFault = isWireError(error) || isSdkError(error, 'mockExchange.protocolViolation');
    const what = error instanceof Error ? error.message : String(error);
    this.#options.journal?.record({ kind: 'violation', what, account: undefined, isUnexpected: true });
    const event = isClientsFault ? mockEvents.connectionBroken : mockEvents.connectionFailed;
    event.publish({ connection, error });
  }
}

const echoResponse: HttpResponse = {
  status: 200,
  headers: [['Content-Type', 'application/rpc']],
  body: echo.build({}),
};
