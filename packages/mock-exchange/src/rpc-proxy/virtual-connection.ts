import type { Clock } from '@cutover/base';
import {
  connA3,
  connC2,
  type FlowControlAck,
  flowControlAckWithDestination,
  inR1A4,
  inR1A5,
  inR2A4,
  outR1A10,
  outR1A2,
  outR1A6,
  outR1A7,
  outR2A6,
  outR2A7,
  outR2B3,
  ping,
  RtsDestination,
  type RtsPdu,
  rtsVersion,
} from '@cutover/wire/rts';
import { limits } from '../limits.ts';
import type { Account } from '../organisation/account.ts';
import type { PduTap } from '../tap/pdu-tap.ts';
import type { OutChannel } from './out-channel.ts';
import { ReceiveWindow } from './receive-window.ts';
import type { RpcTarget } from './valid-ports.ts';

/** What the RPC server makes of a connection's PDUs; both ends are gone when the signal is aborted. */
export interface RpcSession {
  /** Takes one PDU; the next one comes when this is done. */
  receive(pdu: Uint8Array): void | Promise<void>;
}

/** Who opened a channel, and for what. */
export interface ChannelOrigin {
  readonly account: Account;
  readonly target: RpcTarget;
}

/** What is known of a connection before its calls begin. */
export interface SessionStart extends ChannelOrigin {
  readonly connectionId: number;
  readonly signal: AbortSignal;
  /** Sends PDUs to the client; resolves when more may be sent. */
  send(pdus: Uint8Array): Promise<void>;
  /** Sends these last bytes, whole PDUs or not, and resets the connection. */
  breakOff(bytes?: Uint8Array): void;
}

/** An IN channel as its virtual connection sees it. */
export interface InChannelEnd {
  readonly cookie: string;
  close(): void;
}

/** What a channel says of itself when it joins. */
export interface ChannelJoin {
  readonly kind: 'in' | 'out';
  /** Of a successor: the channel whose place it is to take. */
  readonly predecessorCookie?: string;
}

/**
 * How a channel's successor is joined: as if the proxy that has the old one had the new one, too (R2), or as if another one of a
 * farm had it (R1). The client sees different PDUs.
 */
export type RecyclingSequence = 'sameProxy' | 'otherProxy';

export interface VirtualConnectionOptions extends ChannelOrigin {
  readonly id: number;
  readonly clock: Clock;
  readonly tap: PduTap | undefined;
  readonly startSession: (start: SessionStart) => RpcSession;
  readonly recycling?: RecyclingSequence | undefined;
  /** Called when something other than a closed channel ended the connection. */
  readonly failed: (error: unknown) => void;
}

/** A PDU that waits for the session, and the window that it fills. */
interface Waiting {
  readonly pdu: Uint8Array;
  readonly channel: InChannelEnd;
  readonly window: ReceiveWindow;
}

const newWindow = (): ReceiveWindow =>
  new ReceiveWindow({ size: limits.receiveWindow, acknowledgeEvery: limits.acknowledgeEvery });

const toClient = { destination: RtsDestination.client } as const;
const timeout = { connectionTimeout: limits.connectionTimeoutMs } as const;

/** An IN and an OUT channel that belong together, and the session that they carry. [MS-RPCH] 3.2.1.1 */
export class VirtualConnection {
  readonly #options: VirtualConnectionOptions;
  readonly #gone = new AbortController();
  readonly #queue: Waiting[] = [];
  #window = newWindow();
  #in: InChannelEnd | undefined;
  #out: OutChannel | undefined;
  /** Channels that are to take the place of those above. */
  #nextIn: InChannelEnd | undefined;
  #nextOut: OutChannel | undefined;
  /** How far the successor of the OUT channel is. */
  #outState: 'opened' | 'asked' | 'joined' | 'switched' = 'opened';
  /** Whether the successor's request has come to its end. */
  #isConfirmed = false;
  #retiredCookie: string | undefined;
  #session: RpcSession | undefined;
  #busy = false;

  constructor(options: VirtualConnectionOptions) {
    this.#options = options;
  }

  get id(): number {
    return this.#options.id;
  }

  /** Aborted when the connection is gone. */
  get signal(): AbortSignal {
    return this.#gone.signal;
  }

  get isComplete(): boolean {
    return this.#session !== undefined;
  }

  /** Whether a channel of this origin may still join. */
  admits({ kind, predecessorCookie }: ChannelJoin, { account, target }: ChannelOrigin): boolean {
    const known = this.#options;
    const sameTarget =
      target.server.toLowerCase() === known.target.server.toLowerCase() && target.port === known.target.port;
    if (account !== known.account || !sameTarget) return false;
    const taken = kind === 'in' ? this.#in : this.#out;
    if (predecessorCookie === undefined) return taken === undefined;
    if (!this.isComplete || taken?.cookie !== predecessorCookie) return false;
    return kind === 'in' ? this.#nextIn === undefined : this.#outState === 'asked';
  }

  joinOut(out: OutChannel): void {
    this.#out = out;
    out.open();
    this.sendRts(connA3.build(timeout));
    this.#begin();
  }

  joinIn(channel: InChannelEnd): void {
    this.#in = channel;
    this.#begin();
  }

  /** With both channels there, calls may come. [MS-RPCH] 3.2.1.5.3.1 */
  #begin(): void {
    const { account, target, startSession, id } = this.#options;
    if (this.#in === undefined || this.#out === undefined) return;
    const send = (pdus: Uint8Array): Promise<void> => this.#send(pdus);
    const breakOff = (bytes?: Uint8Array): void => this.#breakOff(bytes);
    this.#session = startSession({ connectionId: id, account, target, signal: this.signal, send, breakOff });
    this.sendRts(connC2.build({ version: rtsVersion, receiveWindowSize: limits.receiveWindow, ...timeout }));
    void this.#pingInSilence();
  }

  /** The OUT channel's body nears its end: asks the client for another one. [MS-RPCH] 3.2.1.5.3.3 */
  askForOut(): void {
    if (this.#outState !== 'opened') return;
    this.#outState = 'asked';
    this.sendRts(outR1A2.build(toClient));
    void this.#expectOut();
  }

  /** The successor of the OUT channel is there; it carries nothing yet. */
  succeedOut(out: OutChannel): void {
    this.#outState = 'joined';
    this.#nextOut = out;
    const isOther = this.#options.recycling === 'otherProxy';
    const joined = { ...toClient, version: rtsVersion, ...timeout };
    this.sendRts(isOther ? outR1A6.build(joined) : outR2A6.build({ ...toClient, ance: {} }));
  }

  /** The successor of the IN channel is there; PDUs still come on the old one. [MS-RPCH] 3.2.1.5.3.2 */
  succeedIn(channel: InChannelEnd): void {
    this.#nextIn = channel;
    const isOther = this.#options.recycling === 'otherProxy';
    const joined = { ...toClient, version: rtsVersion, receiveWindowSize: limits.receiveWindow, ...timeout };
    this.sendRts(isOther ? inR1A4.build(joined) : inR2A4.build(toClient));
  }

  /** Takes a PDU of the channel itself. Pings and keep-alives need no answer, and what is unknown none either. */
  takeOnIn(channel: InChannelEnd, pdu: RtsPdu): void {
    const ack = flowControlAckWithDestination.match(pdu)?.acknowledgment;
    if (ack !== undefined) return this.#acknowledge(ack);
    const out = (outR2A7.match(pdu) ?? outR1A7.match(pdu))?.successorCookie;
    if (out !== undefined) return this.#switchOut(out);
    const next = channel === this.#in ? inR1A5.match(pdu)?.successorCookie : undefined;
    if (next !== undefined) this.#switchIn(next);
  }

  /** Takes what comes after the first PDU of an OUT request: of a successor its last one, of others perhaps a ping. */
  takeOnOut(out: OutChannel | undefined, pdu: RtsPdu): void {
    if (out === undefined || out !== this.#nextOut || pdu.commands.length !== 1) return;
    this.#isConfirmed = true;
    this.#openSuccessor();
  }

  /** Takes a PDU of a call from the IN channel; it waits here while an earlier one is being answered. */
  receive(channel: InChannelEnd, pdu: Uint8Array): void {
    const window = this.#window;
    const isTaken = this.#session !== undefined && channel === this.#in && window.receive(pdu.length);
    if (!isTaken) return this.close();
    this.#queue.push({ pdu, channel, window });
    if (!this.#busy) void this.#work(this.#session!);
  }

  sendRts(pdu: Uint8Array): void {
    this.tap('out', pdu);
    this.#out?.sendRts(pdu);
  }

  tap(direction: 'in' | 'out', pdus: Uint8Array): void {
    this.#options.tap?.record(this.id, direction, pdus);
  }

  /** A channel was closed: the end of the connection, unless another one has taken its place. */
  channelGone(channel: InChannelEnd | OutChannel | undefined): void {
    const isInUse = [this.#in, this.#out, this.#nextIn, this.#nextOut].includes(channel as never);
    if (channel === undefined || isInUse) this.close();
  }

  close(): void {
    if (this.signal.aborted) return;
    this.#gone.abort();
    this.#queue.length = 0;
    for (const channel of [this.#in, this.#out, this.#nextIn, this.#nextOut]) channel?.close();
  }

  #acknowledge(ack: FlowControlAck): void {
    if (ack.channelCookie === this.#retiredCookie) return;
    if (this.#out?.acknowledge(ack) !== true) this.close();
  }

  #switchIn(cookie: string): void {
    if (this.#nextIn?.cookie !== cookie) return this.close();
    const old = this.#in;
    this.#in = this.#nextIn;
    this.#nextIn = undefined;
    this.#window = newWindow();
    old?.close();
  }

  #switchOut(cookie: string): void {
    const [old, next] = [this.#out, this.#nextOut];
    if (this.#outState !== 'joined' || old === undefined || next?.cookie !== cookie) return this.close();
    const last = this.#options.recycling === 'otherProxy' ? outR1A10.build({ ance: {} }) : outR2B3.build({ ance: {} });
    this.tap('out', last);
    this.#outState = 'switched';
    this.#retiredCookie = old.cookie;
    this.#out = next;
    old.retire(last);
    this.#openSuccessor();
  }

  /** A successor's answer begins when the old channel has ended and its own request is complete. [MS-RPCH] 3.2.4.5.9 */
  #openSuccessor(): void {
    if (this.#outState !== 'switched' || !this.#isConfirmed) return;
    this.#outState = 'opened';
    this.#isConfirmed = false;
    this.#nextOut = undefined;
    this.#out?.open();
  }

  async #send(pdus: Uint8Array): Promise<void> {
    this.tap('out', pdus);
    let rest = pdus;
    while (rest.length > 0 && !this.signal.aborted) rest = (await this.#out?.send(rest)) ?? rest;
  }

  #breakOff(bytes: Uint8Array = new Uint8Array()): void {
    this.#gone.abort();
    this.#queue.length = 0;
    this.#out?.breakOff(bytes);
    for (const channel of [this.#in, this.#nextIn, this.#nextOut]) channel?.close();
  }

  async #work(session: RpcSession): Promise<void> {
    this.#busy = true;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
        await session.receive(next.pdu);
        this.#consumed(next);
      }
    } catch (error) {
      if (!this.signal.aborted) this.#options.failed(error);
      this.close();
    } finally {
      this.#busy = false;
    }
  }

  #consumed({ pdu, channel, window }: Waiting): void {
    const ack = window.consume(pdu.length);
    if (ack === undefined || channel !== this.#in) return;
    const acknowledgment = { ...ack, channelCookie: channel.cookie };
    this.sendRts(flowControlAckWithDestination.build({ ...toClient, acknowledgment }));
  }

  /** A channel that is full ends the connection, if the client brings no successor in time. */
  async #expectOut(): Promise<void> {
    try {
      while (this.#outState !== 'opened') {
        const waitedFor = this.#out;
        await this.#options.clock.sleep(limits.channelPairingMs, { signal: this.signal });
        if (waitedFor === this.#out && waitedFor?.isStuck) this.close();
      }
    } catch {
      // The connection is gone, which ends the waiting.
    }
  }

  async #pingInSilence(): Promise<void> {
    try {
      while (!this.signal.aborted) {
        await this.#options.clock.sleep(limits.connectionTimeoutMs / 2, { signal: this.signal });
        if (this.#out?.takeSilence()) this.sendRts(ping.build({}));
      }
    } catch {
      // The connection is gone, which ends the waiting.
    }
  }
}
