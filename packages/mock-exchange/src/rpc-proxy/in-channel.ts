import type { Socket } from 'node:net';
import { isWireError } from '@cutover/wire';
import { PduFramer, PduType, pduTypeOf } from '@cutover/wire/rpc';
import { connB1, inR1A1, type RtsPdu, rtsPdu } from '@cutover/wire/rts';
import type { BodySink } from '../http/http-connection.ts';
import { limits } from '../limits.ts';
import { formatProxyError, ProxyError } from './proxy-error.ts';
import type { InChannelEnd, VirtualConnection } from './virtual-connection.ts';

/** The values of CONN/B1, or of IN_R1/A1 for the successor of a channel. */
export interface InChannelOpening {
  readonly virtualConnectionCookie: string;
  readonly predecessorCookie?: string;
}

/** Gives the virtual connection that a channel belongs to, or the code that it is refused with. */
export type Join<T> = (opening: T) => VirtualConnection | number;

function openingOf(pdu: RtsPdu): (InChannelOpening & { readonly cookie: string }) | undefined {
  const first = connB1.match(pdu);
  if (first !== undefined) return { ...first, cookie: first.inChannelCookie };
  const successor = inR1A1.match(pdu);
  return successor && { ...successor, cookie: successor.successorCookie };
}

/** The body of an RPC_IN_DATA request: CONN/B1 or IN_R1/A1, then PDUs of calls and of the channel itself. [MS-RPCH] 3.2.3 */
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
    // The announced body is at its end; a successor would have taken over before.
    if (this.#left <= 0) this.closed();
  }

  closed(): void {
    this.close();
    this.#connection?.channelGone(this);
  }

  close(): void {
    if (!this.#refused) this.#socket.destroy();
  }

  #take(pdu: Uint8Array): void {
    if (this.#connection === undefined) return this.#open(pdu);
    this.#connection.tap('in', pdu);
    if (pduTypeOf(pdu) === PduType.rts) this.#connection.takeOnIn(this, rtsPdu.decode(pdu));
    else this.#connection.receive(this, pdu);
  }

  #open(pdu: Uint8Array): void {
    const opening = pduTypeOf(pdu) === PduType.rts ? openingOf(rtsPdu.decode(pdu)) : undefined;
    if (opening === undefined) return this.#refuse(ProxyError.protocolError);
    this.cookie = opening.cookie;
    const joined = this.#join(opening);
    if (typeof joined === 'number') return this.#refuse(joined);
    this.#connection = joined;
    this.#socket.setTimeout(0);
    joined.tap('in', pdu);
    if (opening.predecessorCookie === undefined) joined.joinIn(this);
    else joined.succeedIn(this);
  }

  #refuse(code: number): void {
    this.#refused = true;
    this.#socket.end(formatProxyError(code));
  }
}
