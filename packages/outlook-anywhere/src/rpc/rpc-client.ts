import { isSdkError } from '@cutover/base';
import type { Operation } from '@cutover/wire';
import { errors } from '../errors.ts';
import { clientEvents } from '../events.ts';
import type { CallOptions, Timeouts } from '../options.ts';
import { withDeadline } from '../transport/deadline.ts';
import { toldAs } from '../transport/told-as.ts';
import { createWatchdog, type Watchdog } from '../transport/watchdog.ts';
import type { BufferPair } from './answer-collector.ts';
import { openRpcLine, type RpcLine, type RpcLineOptions } from './rpc-line.ts';

/** How a client of one interface connects and calls. */
export interface RpcClientOptions extends Omit<RpcLineOptions, 'associationGroup'> {
  readonly timeouts: Timeouts;
  /** Ends the client. */
  readonly signal?: AbortSignal | undefined;
}

/** How one call is made. */
export interface RpcCallOptions extends CallOptions {
  /** Where the bytes lie that the answer's views show; in memory of their own by default. */
  readonly memory?: BufferPair | undefined;
}

/** Calls the operations of one interface of one server. One call at a time; an abort or time-out closes the client. */
export interface RpcClient {
  call<Q, R>(operation: Operation<Q, R>, request: Q, options?: RpcCallOptions): Promise<R>;
  close(): void;
}

/** Connects and binds. */
export async function openRpcClient(options: RpcClientOptions, call?: CallOptions): Promise<RpcClient> {
  const connect: Connect = (associationGroup, signal) => {
    const { proxy, endpoint, timeouts } = options;
    const ms = timeouts.connect + timeouts.handshake;
    const timedOut = () => errors.handshakeTimedOut({ proxy: proxy.socket.proxy, ...endpoint, ms });
    return withDeadline({ clock: proxy.clock, ms, signals: [options.signal, signal], timedOut }, (end) =>
      openRpcLine({ ...options, associationGroup }, end),
    );
  };
  return new Client(options, await connect(0, call?.signal), connect);
}

type Connect = (associationGroup: number, signal?: AbortSignal) => Promise<RpcLine>;

class Client implements RpcClient {
  readonly #options: RpcClientOptions;
  readonly #connect: Connect;
  readonly #stop = (): void => this.#end(this.#options.signal?.reason as Error);
  readonly #watchdog: Watchdog;
  #line: RpcLine;

  constructor(options: RpcClientOptions, line: RpcLine, connect: Connect) {
    this.#options = options;
    this.#line = line;
    this.#connect = connect;
    this.#watchdog = createWatchdog(options.proxy.clock);
    options.signal?.addEventListener('abort', this.#stop, { once: true });
    if (options.signal?.aborted) this.#stop();
  }

  async call<Q, R>(operation: Operation<Q, R>, request: Q, options: RpcCallOptions = {}): Promise<R> {
    options.signal?.throwIfAborted();
    if (this.#line.isSpent) await this.#renew(options.signal);
    const stub = operation.request.encode(request);
    const report = this.#report(operation.name, stub.length);
    try {
      const answer = await this.#watched(operation, stub, options);
      const response = operation.response.decode(answer, { trailing: 'ignore' });
      report?.({ responseBytes: answer.length });
      return response;
    } catch (error) {
      const told = this.#told(error);
      report?.({ responseBytes: 0, failure: isSdkError(told) ? told.code : String(told) });
      throw told;
    }
  }

  close(): void {
    this.#end();
  }

  /** One call; a time-out or an abort ends the connection with its reason, as the answer may come at any time. */
  async #watched(
    { name, opnum }: Pick<Operation, 'name' | 'opnum'>,
    stub: Uint8Array,
    { signal, memory }: RpcCallOptions,
  ): Promise<Uint8Array> {
    const ms = this.#options.timeouts.call;
    const abort = (): void => this.#end(signal?.reason as Error);
    this.#watchdog.watch(ms, () => this.#end(errors.callTimedOut({ operation: name, ms })));
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await this.#line.call({ operation: name, opnum, stub, memory });
    } finally {
      signal?.removeEventListener('abort', abort);
      this.#watchdog.done();
    }
  }

  /** Tells of a call when it ends, if anybody listens. */
  #report(operation: string, requestBytes: number) {
    if (!clientEvents.called.active) return undefined;
    const { clock } = this.#options.proxy;
    const { server, port } = this.#options.endpoint;
    const begun = clock.now();
    return (end: { responseBytes: number; failure?: string }): void => {
      const milliseconds = clock.now() - begun;
      clientEvents.called.publish({ server, port, operation, milliseconds, requestBytes, ...end });
    };
  }

  #end(reason?: Error): void {
    this.#options.signal?.removeEventListener('abort', this.#stop);
    this.#watchdog.close();
    this.#line.close(reason);
  }

  /** Where channels get no successor a new connection joins the same association, so that open handles stay. */
  async #renew(signal?: AbortSignal): Promise<void> {
    const before = this.#line;
    const next = await this.#connect(before.associationGroup, signal);
    before.close();
    this.#line = next;
    if (next.associationGroup === before.associationGroup) return;
    this.close();
    throw errors.connectionLost({ ...this.#options.endpoint, reason: 'the server began a new association' });
  }

  /** What breaks in the middle of a call leaves the connection in no known state, so it is closed. */
  #told(error: unknown): unknown {
    const told = toldAs(error, this.#options.endpoint);
    if (!isFault(told)) this.close();
    return told;
  }
}

const faults = new Set([
  'outlookAnywhere.rpcFault',
  'outlookAnywhere.rpcAccessDenied',
  'outlookAnywhere.callInProgress',
]);

function isFault(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && faults.has(String(error.code));
}
