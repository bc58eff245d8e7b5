import { PduType, pduTypeOf } from '@cutover/wire/rpc';
import {
  connA3,
  connC2,
  inR1A4,
  inR2A4,
  outR1A10,
  outR1A2,
  outR1A6,
  outR1A7,
  outR2A6,
  outR2A7,
  outR2B3,
  ping,
  type RtsCommand,
  RtsCommandType,
  RtsDestination,
  type RtsPdu,
  rtsPdu,
  rtsVersion,
} from '@cutover/wire/rts';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Proxy, RpcEndpoint } from '../proxy.ts';
import { InLane } from './in-lane.ts';
import type { LaneOwner } from './lane-owner.ts';
import { OutLane, type RecyclingSequence } from './out-lane.ts';
import { toldAs } from './told-as.ts';

/** Takes what arrives on a virtual connection. */
export interface PduSink {
  /** One RPC PDU, a view that is valid until this returns. Throwing ends the connection with that error. */
  readonly pdu: (view: Uint8Array) => void;
  /** Once: after this no PDU comes. */
  readonly end: (error: Error) => void;
}

/** IN and OUT channels through the proxy, joined: PDUs to and from one server. [MS-RPCH] 3.2.2 */
export interface VirtualConnection {
  /** Whether another connection should take over between two calls: a channel is used up, and its successor was refused. */
  readonly isSpent: boolean;
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

class Connection implements VirtualConnection, LaneOwner {
  readonly proxy: Proxy;
  readonly endpoint: RpcEndpoint;
  readonly cookie: string;
  readonly #sink: PduSink;
  readonly #ready = Promise.withResolvers<void>();
  readonly #over = new AbortController();
  readonly #in = new InLane(this);
  readonly #out = new OutLane(this, (pdu) => this.#arrived(pdu));
  #connectionTimeout: number | undefined;
  #isJoined = false;
  #quiet = true;

  constructor(proxy: Proxy, endpoint: RpcEndpoint, sink: PduSink) {
    this.proxy = proxy;
    this.endpoint = endpoint;
    this.cookie = proxy.ids.guid();
    this.#sink = sink;
    // Whoever opens the connection hears of the failure; nobody else has to.
    this.#ready.promise.catch(() => undefined);
  }

  get signal(): AbortSignal {
    return this.#over.signal;
  }

  get isSpent(): boolean {
    return this.#in.isLast || this.#out.isLast(usableShare);
  }

  async open(signal: AbortSignal): Promise<void> {
    // The failure of one channel ends the other, wherever that is.
    const end = AbortSignal.any([signal, this.#over.signal]);
    void this.#out.open(end).catch((error: Error) => this.fail(error));
    void this.#in.open(end).catch((error: Error) => this.fail(error));
    await this.#ready.promise;
    void this.#keepAlive();
  }

  send(pdu: Uint8Array): Promise<void> | undefined {
    this.#quiet = false;
    const waits = this.#in.send(pdu, () => this.#out.dueAcknowledgment());
    if (this.#in.carried > this.proxy.channelBytes) void this.#in.recycle();
    return waits;
  }

  close(reason: Error = errors.closed({ what: 'connection' })): void {
    this.fail(reason);
  }

  fail(error: Error): void {
    if (this.signal.aborted) return;
    const told = toldAs(error, this.endpoint) as Error;
    this.#over.abort(told);
    this.#ready.reject(told);
    this.#in.close(told);
    this.#out.close();
    this.#sink.end(told);
  }

  #arrived(pdu: Uint8Array): void {
    if (this.signal.aborted) return;
    if (pduTypeOf(pdu) === PduType.rts) return this.#control(rtsPdu.decode(pdu));
    const isDue = this.#out.took(pdu.length);
    this.#sink.pdu(pdu);
    if (isDue && !this.signal.aborted) this.#in.sendRts(this.#out.acknowledgment());
  }

  #control(pdu: RtsPdu): void {
    if (this.#connectionTimeout === undefined) {
      this.#connectionTimeout = connA3.match(pdu)?.connectionTimeout;
    } else if (!this.#isJoined) {
      const joined = connC2.match(pdu);
      if (!joined) return;
      this.#isJoined = true;
      this.#in.grant(joined.receiveWindowSize);
      this.#ready.resolve();
    } else {
      this.#recycle(pdu);
      for (const command of pdu.commands) this.#takeAcknowledgment(command);
    }
  }

  /** Takes what the server says of successors. [MS-RPCH] 3.2.2.5.5 to 3.2.2.5.10 */
  #recycle(pdu: RtsPdu): void {
    if (outR1A2.match(pdu)) return void this.#out.recycle();
    if (outR2A6.match(pdu)) return this.#outJoined('sameProxy');
    if (outR1A6.match(pdu)) return this.#outJoined('otherProxy');
    if (outR2B3.match(pdu)) return void this.#out.switch('sameProxy');
    if (outR1A10.match(pdu)) return void this.#out.switch('otherProxy');
    if (inR2A4.match(pdu)) return this.#in.joined();
    const joined = inR1A4.match(pdu);
    if (joined) this.#in.joined(joined.receiveWindowSize);
  }

  #outJoined(by: RecyclingSequence): void {
    const successorCookie = this.#out.joined(by);
    if (successorCookie === undefined) return;
    const values = { destination: RtsDestination.server, successorCookie };
    this.#in.sendRts(by === 'sameProxy' ? outR2A7.build({ ...values, version: rtsVersion }) : outR1A7.build(values));
  }

  #takeAcknowledgment(command: RtsCommand): void {
    if (command.tag !== RtsCommandType.flowControlAck || !('value' in command)) return;
    this.#in.acknowledge(command.value);
  }

  /** A channel on which nothing moves for long is closed by what lies between. [MS-RPCH] 3.2.2.6.1 */
  async #keepAlive(): Promise<void> {
    const { signal } = this;
    const period = (this.#connectionTimeout ?? limits.clientKeepalive) / 2;
    while (!signal.aborted) {
      await this.proxy.clock.sleep(period, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      if (this.#quiet) this.#in.sendRts(ping.build({}));
      this.#quiet = true;
    }
  }
}
