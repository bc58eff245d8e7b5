import { PduFramer, PduType, pduTypeOf } from '@cutover/wire/rpc';
import {
  connA1,
  connA3,
  connB1,
  connC2,
  flowControlAckWithDestination,
  outR1A2,
  ping,
  type RtsCommand,
  RtsCommandType,
  RtsDestination,
  rtsPdu,
  rtsVersion,
} from '@cutover/wire/rts';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Proxy, RpcEndpoint } from '../proxy.ts';
import { assertChannelHead, httpError } from './http-errors.ts';
import type { HttpConnection } from './http-connection.ts';
import { openChannel } from './open-channel.ts';
import { createSendWindow, type SendWindow } from './send-window.ts';
import { toldAs } from './told-as.ts';

/** Takes what arrives on a virtual connection. */
export interface PduSink {
  /** One RPC PDU, a view that is valid until this returns. Throwing ends the connection with that error. */
  readonly pdu: (view: Uint8Array) => void;
  /** Once: after this no PDU comes. */
  readonly end: (error: Error) => void;
}

/** An IN and an OUT channel through the proxy, joined: PDUs to and from one server. [MS-RPCH] 3.2.2 */
export interface VirtualConnection {
  /**
   * Whether another connection should take over between two calls: `bytes` went through in one direction, the body that the server
   * announced nears its end, or the server asked for a new channel.
   */
  isSpent(bytes: number): boolean;
  /** Sends one RPC PDU; the promise, if there is one, waits for room in the receiver's window. */
  send(pdu: Uint8Array): Promise<void> | undefined;
  /** Ends it; who waits hears the reason. */
  close(reason?: Error): void;
}

/** Opens both channels and waits until server and proxy have joined them. [MS-RPCH] 3.2.2.4.1 */
export async function openVirtualConnection(
  proxy: Proxy,
  endpoint: RpcEndpoint,
  sink: PduSink,
  signal: AbortSignal,
): Promise<VirtualConnection> {
  const connection = new Connection(proxy, endpoint, sink);
  const stop = (): void => connection.fail(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await connection.open(signal);
    return connection;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

// The rest of a channel's body is for the answer that is still to come.
const usableShare = 0.85;

class Connection implements VirtualConnection {
  readonly #proxy: Proxy;
  readonly #endpoint: RpcEndpoint;
  readonly #sink: PduSink;
  readonly #ready = Promise.withResolvers<void>();
  readonly #over = new AbortController();
  readonly #outCookie: string;
  #in: HttpConnection | undefined;
  #out: HttpConnection | undefined;
  #connectionTimeout: number | undefined;
  #window: SendWindow | undefined;
  #sent = 0;
  #received = 0;
  #acknowledged = 0;
  #quiet = true;
  /** Length of the OUT channel's body; without end if it comes in chunks. */
  #announced = Number.POSITIVE_INFINITY;
  /** How much of it has come. */
  #carried = 0;
  #recycling = false;

  constructor(proxy: Proxy, endpoint: RpcEndpoint, sink: PduSink) {
    this.#proxy = proxy;
    this.#endpoint = endpoint;
    this.#sink = sink;
    this.#outCookie = proxy.ids.guid();
    // Whoever opens the connection hears of the failure; nobody else has to.
    this.#ready.promise.catch(() => undefined);
  }

  isSpent(bytes: number): boolean {
    const ends = this.#carried > this.#announced * usableShare;
    return this.#recycling || ends || Math.max(this.#sent, this.#received) > bytes;
  }

  async open(signal: AbortSignal): Promise<void> {
    const cookie = this.#proxy.ids.guid();
    // The failure of one channel ends the other, wherever that is.
    const end = AbortSignal.any([signal, this.#over.signal]);
    void this.#openOut(cookie, end).catch((error: Error) => this.fail(error));
    void this.#openIn(cookie, end).catch((error: Error) => this.fail(error));
    await this.#ready.promise;
    void this.#keepAlive();
  }

  send(pdu: Uint8Array): Promise<void> | undefined {
    const room = this.#window!.reserve(pdu.length);
    if (room) return room.then(() => this.#write(pdu));
    this.#write(pdu);
    return undefined;
  }

  close(reason: Error = errors.closed({ what: 'connection' })): void {
    this.fail(reason);
  }

  fail(error: Error): void {
    if (this.#over.signal.aborted) return;
    const told = toldAs(error, this.#endpoint) as Error;
    this.#over.abort(told);
    this.#ready.reject(told);
    this.#window?.close(told);
    this.#in?.close();
    this.#out?.close();
    this.#sink.end(told);
  }

  async #openOut(cookie: string, signal: AbortSignal): Promise<void> {
    const body = connA1.build({
      version: rtsVersion,
      virtualConnectionCookie: cookie,
      outChannelCookie: this.#outCookie,
      receiveWindowSize: limits.receiveWindow,
    });
    const request = { method: 'RPC_OUT_DATA', contentLength: body.length, body } as const;
    this.#out = this.#ownedBy(await openChannel(this.#proxy, this.#endpoint, request, signal));
    const head = await this.#out.readHead();
    assertChannelHead(head, this.#proxy, this.#endpoint);
    this.#announced = Number(head.headers.get('content-length')?.[0] ?? Number.POSITIVE_INFINITY);
    const framer = new PduFramer();
    const arrived = (pdu: Uint8Array): void => this.#arrived(pdu);
    this.#out.streamBody(head, { bytes: (view) => framer.push(view, arrived), end: (error) => this.fail(error) });
  }

  async #openIn(cookie: string, signal: AbortSignal): Promise<void> {
    const body = connB1.build({
      version: rtsVersion,
      virtualConnectionCookie: cookie,
      inChannelCookie: this.#proxy.ids.guid(),
      channelLifetime: limits.inChannelLength,
      clientKeepalive: limits.clientKeepalive,
      associationGroupId: this.#proxy.ids.guid(),
    });
    const request = { method: 'RPC_IN_DATA', contentLength: limits.inChannelLength, body } as const;
    this.#in = this.#ownedBy(await openChannel(this.#proxy, this.#endpoint, request, signal));
    // The proxy answers the IN channel only to refuse or to end it.
    this.#in.onUnexpected((answer) =>
      this.fail(answer instanceof Error ? answer : httpError(answer, this.#proxy, this.#endpoint)),
    );
  }

  /** A channel that was opened while the other one failed is closed at once. */
  #ownedBy(channel: HttpConnection): HttpConnection {
    if (this.#over.signal.aborted) channel.close();
    return channel;
  }

  #write(pdu: Uint8Array): void {
    this.#sent += pdu.length;
    this.#quiet = false;
    const due = this.#received - this.#acknowledged > limits.receiveWindow / 8;
    // One write for both costs half of two.
    this.#in!.send(due ? Buffer.concat([this.#acknowledgment(), pdu]) : pdu);
  }

  #arrived(pdu: Uint8Array): void {
    if (this.#over.signal.aborted) return;
    this.#carried += pdu.length;
    if (pduTypeOf(pdu) === PduType.rts) return this.#control(pdu);
    this.#received += pdu.length;
    this.#sink.pdu(pdu);
    if (this.#received - this.#acknowledged > (limits.receiveWindow * 3) / 4) this.#in!.send(this.#acknowledgment());
  }

  /** Says what was received so far; with the next request, or by itself before the window is full. */
  #acknowledgment(): Uint8Array {
    this.#acknowledged = this.#received;
    return flowControlAckWithDestination.build({
      destination: RtsDestination.outProxy,
      acknowledgment: {
        bytesReceived: this.#received,
        availableWindow: limits.receiveWindow,
        channelCookie: this.#outCookie,
      },
    });
  }

  #control(bytes: Uint8Array): void {
    const pdu = rtsPdu.decode(bytes);
    if (this.#connectionTimeout === undefined) {
      this.#connectionTimeout = connA3.match(pdu)?.connectionTimeout;
    } else if (this.#window === undefined) {
      const joined = connC2.match(pdu);
      if (!joined) return;
      this.#window = createSendWindow(joined.receiveWindowSize);
      this.#ready.resolve();
    } else {
      this.#recycling ||= outR1A2.match(pdu) !== undefined;
      for (const command of pdu.commands) this.#takeAcknowledgment(command);
    }
  }

  #takeAcknowledgment(command: RtsCommand): void {
    if (command.tag !== RtsCommandType.flowControlAck || !('value' in command)) return;
    const { bytesReceived, availableWindow } = command.value;
    this.#window!.acknowledge(bytesReceived, availableWindow);
  }

  /** A channel on which nothing moves for long is closed by what lies between. [MS-RPCH] 3.2.2.6.1 */
  async #keepAlive(): Promise<void> {
    const { signal } = this.#over;
    const period = (this.#connectionTimeout ?? limits.clientKeepalive) / 2;
    while (!signal.aborted) {
      await this.#proxy.clock.sleep(period, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      if (this.#quiet) this.#in!.send(ping.build({}));
      this.#quiet = true;
    }
  }
}
