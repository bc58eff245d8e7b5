import type { Clock } from '@cutover/base';
import { connA3, connC2, flowControlAckWithDestination, ping, RtsDestination, rtsVersion } from '@cutover/wire/rts';
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

export interface VirtualConnectionOptions extends ChannelOrigin {
  readonly id: number;
  readonly clock: Clock;
  readonly tap: PduTap | undefined;
  readonly startSession: (start: SessionStart) => RpcSession;
  /** Called when something other than a closed channel ended the connection. */
  readonly failed: (error: unknown) => void;
}

/** An IN and an OUT channel that belong together, and the session that they carry. [MS-RPCH] 3.2.1.1 */
export class VirtualConnection {
  readonly #options: VirtualConnectionOptions;
  readonly #gone = new AbortController();
  readonly #window = new ReceiveWindow({ size: limits.receiveWindow, acknowledgeEvery: limits.acknowledgeEvery });
  readonly #queue: Uint8Array[] = [];
  #in: InChannelEnd | undefined;
  #out: OutChannel | undefined;
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

  /** Whether a channel of this origin may still join as `kind`. */
  admits(kind: 'in' | 'out', { account, target }: ChannelOrigin): boolean {
    const known = this.#options;
    const taken = kind === 'in' ? this.#in : this.#out;
    const sameTarget =
      target.server.toLowerCase() === known.target.server.toLowerCase() && target.port === known.target.port;
    return taken === undefined && account === known.account && sameTarget;
  }

  joinOut(out: OutChannel): void {
    this.#out = out;
    out.open();
    this.sendRts(connA3.build({ connectionTimeout: limits.connectionTimeoutMs }));
    this.#begin();
  }

  joinIn(channel: InChannelEnd): void {
    this.#in = channel;
    this.#begin();
  }

  /** With both channels there, calls may come. [MS-RPCH] 3.2.1.5.3.1 */
  #begin(): void {
    const [out, { account, target, startSession, id }] = [this.#out, this.#options];
    if (this.#in === undefined || out === undefined) return;
    const send = (pdus: Uint8Array): Promise<void> => this.#send(out, pdus);
    const breakOff = (bytes?: Uint8Array): void => this.#breakOff(out, bytes);
    this.#session = startSession({ connectionId: id, account, target, signal: this.signal, send, breakOff });
    this.sendRts(
      connC2.build({
        version: rtsVersion,
        receiveWindowSize: limits.receiveWindow,
        connectionTimeout: limits.connectionTimeoutMs,
      }),
    );
    void this.#pingInSilence(out);
  }

  /** Takes a PDU of a call from the IN channel; it waits here while an earlier one is being answered. */
  receive(pdu: Uint8Array): void {
    if (this.#session === undefined || !this.#window.receive(pdu.length)) return this.close();
    this.#queue.push(pdu);
    if (!this.#busy) void this.#work(this.#session);
  }

  acknowledge(ack: { bytesReceived: number; availableWindow: number }): void {
    if (this.#out?.acknowledge(ack) !== true) this.close();
  }

  sendRts(pdu: Uint8Array): void {
    this.tap('out', pdu);
    this.#out?.sendRts(pdu);
  }

  tap(direction: 'in' | 'out', pdus: Uint8Array): void {
    this.#options.tap?.record(this.id, direction, pdus);
  }

  close(): void {
    if (this.signal.aborted) return;
    this.#gone.abort();
    this.#queue.length = 0;
    this.#in?.close();
    this.#out?.close();
  }

  #send(out: OutChannel, pdus: Uint8Array): Promise<void> {
    this.tap('out', pdus);
    return out.send(pdus);
  }

  #breakOff(out: OutChannel, bytes: Uint8Array = new Uint8Array()): void {
    this.#gone.abort();
    this.#queue.length = 0;
    out.breakOff(bytes);
    this.#in?.close();
  }

  async #work(session: RpcSession): Promise<void> {
    this.#busy = true;
    try {
      for (let pdu = this.#queue.shift(); pdu !== undefined; pdu = this.#queue.shift()) {
        await session.receive(pdu);
        this.#consumed(pdu.length);
      }
    } catch (error) {
      if (!this.signal.aborted) this.#options.failed(error);
      this.close();
    } finally {
      this.#busy = false;
    }
  }

  #consumed(bytes: number): void {
    const ack = this.#window.consume(bytes);
    if (ack === undefined || this.#in === undefined) return;
    const acknowledgment = { ...ack, channelCookie: this.#in.cookie };
    this.sendRts(flowControlAckWithDestination.build({ destination: RtsDestination.client, acknowledgment }));
  }

  async #pingInSilence(out: OutChannel): Promise<void> {
    try {
      while (!this.signal.aborted) {
        await this.#options.clock.sleep(limits.connectionTimeoutMs / 2, { signal: this.signal });
        if (out.takeSilence()) this.sendRts(ping.build({}));
      }
    } catch {
      // The connection is gone, which ends the waiting.
    }
  }
}
