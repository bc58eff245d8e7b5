import type { Socket } from 'node:net';
import { isWireError } from '@cutover/wire';
import { PduFramer, PduType, pduTypeOf } from '@cutover/wire/rpc';
import { connA1, rtsPdu } from '@cutover/wire/rts';
import type { BodySink } from '../http/http-connection.ts';
import { limits } from '../limits.ts';
import { OutChannel, type OutChannelEncoding } from './out-channel.ts';
import { formatProxyError, ProxyError } from './proxy-error.ts';
import type { VirtualConnection } from './virtual-connection.ts';

/** The values of CONN/A1. */
export type OutChannelOpening = NonNullable<ReturnType<typeof connA1.match>>;

/** The smallest window that [MS-RPCH] 2.2.3.5.1 allows; a larger fragment could never be sent in less. */
const smallestWindow = 8 * 1024;

/** The body of an RPC_OUT_DATA request: CONN/A1, to which the OUT channel is the answer. [MS-RPCH] 3.2.4 */
export class OutRequest implements BodySink {
  readonly #socket: Socket;
  readonly #encoding: OutChannelEncoding;
  readonly #join: (opening: OutChannelOpening) => VirtualConnection | number;
  readonly #framer = new PduFramer({ maxFragment: limits.maxFragment });
  #connection: VirtualConnection | undefined;
  #refused = false;

  constructor(
    socket: Socket,
    options: { encoding: OutChannelEncoding; join: (opening: OutChannelOpening) => VirtualConnection | number },
  ) {
    this.#socket = socket;
    this.#encoding = options.encoding;
    this.#join = options.join;
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
    this.#connection?.close();
  }

  #take(pdu: Uint8Array): void {
    if (this.#connection === undefined) return this.#open(pdu);
    // Some clients answer a ping on this channel too; a call's PDU has no business here.
    if (pduTypeOf(pdu) !== PduType.rts) this.closed();
  }

  #open(pdu: Uint8Array): void {
    const opening = pduTypeOf(pdu) === PduType.rts ? connA1.match(rtsPdu.decode(pdu)) : undefined;
    // OUT_R1/A3, the successor of a channel, is refused in this way too: channels are not recycled.
    if (opening === undefined || opening.receiveWindowSize < smallestWindow) {
      return this.#refuse(ProxyError.protocolError);
    }
    const joined = this.#join(opening);
    if (typeof joined === 'number') return this.#refuse(joined);
    this.#connection = joined;
    this.#socket.setTimeout(0);
    joined.tap('in', pdu);
    const { outChannelCookie: cookie, receiveWindowSize: windowSize } = opening;
    joined.joinOut(new OutChannel(this.#socket, { cookie, windowSize, encoding: this.#encoding }));
  }

  /** The error takes the place of the 200, and comes only now: a client reads it as the answer to CONN/A1. */
  #refuse(code: number): void {
    this.#refused = true;
    this.#socket.end(formatProxyError(code));
  }
}
