import type { Socket } from 'node:net';
import { isWireError } from '@cutover/wire';
import { PduFramer, PduType, pduTypeOf } from '@cutover/wire/rpc';
import { connB1, flowControlAckWithDestination, type RtsPdu, rtsPdu } from '@cutover/wire/rts';
import type { BodySink } from '../http/http-connection.ts';
import { limits } from '../limits.ts';
import { formatProxyError, ProxyError } from './proxy-error.ts';
import type { InChannelEnd, VirtualConnection } from './virtual-connection.ts';

/** The values of CONN/B1. */
export type InChannelOpening = NonNullable<ReturnType<typeof connB1.match>>;

/** Gives the virtual connection that a channel belongs to, or the code that it is refused with. */
export type Join<T> = (opening: T, channel: InChannel) => VirtualConnection | number;

/** The body of an RPC_IN_DATA request: CONN/B1, then PDUs of calls and of the channel itself. [MS-RPCH] 3.2.3 */
export class InChannel implements BodySink, InChannelEnd {
  readonly #socket: Socket;
  readonly #join: Join<InChannelOpening>;
  readonly #framer = new PduFramer({ maxFragment: limits.maxFragment });
  #left: number;
  #connection: VirtualConnection | undefined;
  #refused = false;
  cookie = '';

  constructor(socket: Socket, options: { contentLength: number; join: Join<InChannelOpening> }) {
    this.#socket = socket;
    this.#left = options.contentLength;
    this.#join = options.join;
  }

  push(chunk: Uint8Array): void {
    if (this.#refused) return;
    this.#left -= chunk.length;
    try {
      this.#framer.push(chunk, (pdu) => this.#take(pdu));
    } catch (error) {
      if (!isWireError(error)) throw error;
      this.closed();
    }
    // The announced body is at its end; channels are not recycled, so the connection is too.
    if (this.#left <= 0) this.closed();
  }

  closed(): void {
    this.close();
    this.#connection?.close();
  }

  close(): void {
    if (!this.#refused) this.#socket.destroy();
  }

  #take(pdu: Uint8Array): void {
    if (this.#connection === undefined) return this.#open(pdu);
    this.#connection.tap('in', pdu);
    if (pduTypeOf(pdu) === PduType.rts) this.#takeRts(rtsPdu.decode(pdu));
    else this.#connection.receive(pdu);
  }

  #open(pdu: Uint8Array): void {
    const opening = pduTypeOf(pdu) === PduType.rts ? connB1.match(rtsPdu.decode(pdu)) : undefined;
    // IN_R1/A1, the successor of a channel, is refused in this way too: channels are not recycled.
    if (opening === undefined) return this.#refuse(ProxyError.protocolError);
    this.cookie = opening.inChannelCookie;
    const joined = this.#join(opening, this);
    if (typeof joined === 'number') return this.#refuse(joined);
    this.#connection = joined;
    this.#socket.setTimeout(0);
    joined.tap('in', pdu);
    joined.joinIn(this);
  }

  /** Pings and keep-alives need no answer, and what is unknown none either; acknowledgments open the OUT channel. */
  #takeRts(pdu: RtsPdu): void {
    const ack = flowControlAckWithDestination.match(pdu)?.acknowledgment;
    if (ack !== undefined) this.#connection?.acknowledge(ack);
  }

  #refuse(code: number): void {
    this.#refused = true;
    this.#socket.end(formatProxyError(code));
  }
}
