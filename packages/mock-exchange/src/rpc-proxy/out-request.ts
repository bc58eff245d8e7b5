import type { Socket } from 'node:net';
import { isWireError } from '@cutover/wire';
import { PduFramer, PduType, pduTypeOf } from '@cutover/wire/rpc';
import { connA1, outR1A3, type RtsPdu, rtsPdu } from '@cutover/wire/rts';
import type { BodySink } from '../http/http-connection.ts';
import { limits } from '../limits.ts';
import { OutChannel, type OutChannelEncoding } from './out-channel.ts';
import { formatProxyError, ProxyError } from './proxy-error.ts';
import type { VirtualConnection } from './virtual-connection.ts';

/** The values of CONN/A1, or of OUT_R1/A3 for the successor of a channel. */
export interface OutChannelOpening {
  readonly virtualConnectionCookie: string;
  readonly predecessorCookie?: string;
}

/** The smallest window that [MS-RPCH] 2.2.3.5.1 allows; a larger fragment could never be sent in less. */
const smallestWindow = 8 * 1024;

export interface OutRequestOptions {
  readonly encoding: OutChannelEncoding;
  /** Bytes of the answer's body. */
  readonly length?: number | undefined;
  readonly join: (opening: OutChannelOpening) => VirtualConnection | number;
}

interface Opening extends OutChannelOpening {
  readonly cookie: string;
  readonly receiveWindowSize: number;
}

function openingOf(pdu: RtsPdu): Opening | undefined {
  const first = connA1.match(pdu);
  if (first !== undefined) return { ...first, cookie: first.outChannelCookie };
  const successor = outR1A3.match(pdu);
  return successor && { ...successor, cookie: successor.successorCookie };
}

/** The body of an RPC_OUT_DATA request: CONN/A1 or OUT_R1/A3, to which the OUT channel is the answer. [MS-RPCH] 3.2.4 */
export class OutRequest implements BodySink {
  readonly #socket: Socket;
  readonly #options: OutRequestOptions;
  readonly #framer = new PduFramer({ maxFragment: limits.maxFragment });
  #connection: VirtualConnection | undefined;
  #channel: OutChannel | undefined;
  #refused = false;

  constructor(socket: Socket, options: OutRequestOptions) {
    this.#socket = socket;
    this.#options = options;
  }

  push(chunk: Uint8Array): void {
    if (this.#refused) return;
    try {
      this.#framer.push(chunk, (pdu) => this.#take(pdu));
    } catch (error) {
      if (!isWireError(error)) throw error;
      this.closed();
    }
  }

  closed(): void {
    if (!this.#refused) this.#socket.destroy();
    this.#connection?.channelGone(this.#channel);
  }

  #take(pdu: Uint8Array): void {
    if (this.#connection === undefined) return this.#open(pdu);
    this.#connection.tap('in', pdu);
    // Some clients answer a ping on this channel too; a call's PDU has no business here.
    if (pduTypeOf(pdu) === PduType.rts) this.#connection.takeOnOut(this.#channel, rtsPdu.decode(pdu));
    else this.closed();
  }

  #open(pdu: Uint8Array): void {
    const opening = pduTypeOf(pdu) === PduType.rts ? openingOf(rtsPdu.decode(pdu)) : undefined;
    if (opening === undefined || opening.receiveWindowSize < smallestWindow) {
      return this.#refuse(ProxyError.protocolError);
    }
    const joined = this.#options.join(opening);
    if (typeof joined === 'number') return this.#refuse(joined);
    this.#connection = joined;
    this.#socket.setTimeout(0);
    joined.tap('in', pdu);
    this.#channel = this.#channelFor(joined, opening);
    if (opening.predecessorCookie === undefined) joined.joinOut(this.#channel);
    else joined.succeedOut(this.#channel);
  }

  #channelFor(connection: VirtualConnection, { cookie, receiveWindowSize: windowSize }: Opening): OutChannel {
    const { encoding, length } = this.#options;
    const nearsEnd = (): void => connection.askForOut();
    return new OutChannel(this.#socket, { cookie, windowSize, encoding, length, nearsEnd });
  }

  /** The error takes the place of the 200, and comes only now: a client reads it as the answer to CONN/A1. */
  #refuse(code: number): void {
    this.#refused = true;
    this.#socket.end(formatProxyError(code));
  }
}
