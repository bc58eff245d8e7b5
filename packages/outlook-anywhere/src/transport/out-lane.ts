import { PduFramer } from '@cutover/wire/rpc';
import {
  connA1,
  flowControlAckWithDestination,
  outR1A10,
  outR1A3,
  outR2C1,
  RtsDestination,
  rtsVersion,
} from '@cutover/wire/rts';
import { limits } from '../limits.ts';
import { assertChannelHead } from './http-errors.ts';
import type { HttpHead } from './http-head.ts';
import { type Channel, type LaneOwner, ownedBy } from './lane-owner.ts';
import { openChannel } from './open-channel.ts';

/** Which sequence a successor joins by: R2 at the same proxy, R1 at another one of a farm. */
export type RecyclingSequence = 'sameProxy' | 'otherProxy';

/** Bytes of the last PDU of a successor's request, which fills the body that was announced. */
const lastPdu = 24;

/** The way from the server: one OUT channel after the other, as the server asks for them. [MS-RPCH] 3.2.2.5.6 */
export class OutLane {
  readonly #owner: LaneOwner;
  readonly #arrived: (pdu: Uint8Array) => void;
  #channel: Channel | undefined;
  #next: { readonly channel: Channel; readonly head: Promise<HttpHead> } | undefined;
  #state: 'opened' | 'recycling' | 'refused' = 'opened';
  #received = 0;
  #acknowledged = 0;
  /** Length of the channel's body; without end if it comes in chunks. */
  #announced = Number.POSITIVE_INFINITY;
  /** How much of it has come. */
  #carried = 0;

  /** `arrived` is called with each PDU, a view that is valid until it returns. */
  constructor(owner: LaneOwner, arrived: (pdu: Uint8Array) => void) {
    this.#owner = owner;
    this.#arrived = arrived;
  }

  /** True if no successor is to be had for this channel, and either it was refused or most of the body is used up. */
  isLast(usableShare: number): boolean {
    return this.#state === 'refused' || (this.#state === 'opened' && this.#carried > this.#announced * usableShare);
  }

  async open(signal: AbortSignal): Promise<void> {
    const { proxy, cookie: virtualConnectionCookie } = this.#owner;
    const cookie = proxy.ids.guid();
    const window = { receiveWindowSize: limits.receiveWindow };
    const body = connA1.build({ version: rtsVersion, virtualConnectionCookie, outChannelCookie: cookie, ...window });
    this.#channel = await this.#request(cookie, { body, contentLength: body.length }, signal);
    this.#stream(this.#channel, await this.#channel.connection.readHead());
  }

  /** Counts a PDU of a call; true if it should be acknowledged at once. */
  took(bytes: number): boolean {
    this.#received += bytes;
    return this.#received - this.#acknowledged > (limits.receiveWindow * 3) / 4;
  }

  /** What was received so far, if so much is not told yet that it is worth it with the next request. */
  dueAcknowledgment(): Uint8Array | undefined {
    return this.#received - this.#acknowledged > limits.receiveWindow / 8 ? this.acknowledgment() : undefined;
  }

  acknowledgment(): Uint8Array {
    this.#acknowledged = this.#received;
    return flowControlAckWithDestination.build({
      destination: RtsDestination.outProxy,
      acknowledgment: {
        bytesReceived: this.#received,
        availableWindow: limits.receiveWindow,
        channelCookie: this.#channel!.cookie,
      },
    });
  }

  /** Opens the successor that the server asks for. */
  async recycle(): Promise<void> {
    if (this.#state !== 'opened') return;
    this.#state = 'recycling';
    const { proxy, signal, cookie: virtualConnectionCookie } = this.#owner;
    const cookie = proxy.ids.guid();
    const body = outR1A3.build({
      version: rtsVersion,
      virtualConnectionCookie,
      predecessorCookie: this.#channel!.cookie,
      successorCookie: cookie,
      receiveWindowSize: limits.receiveWindow,
    });
    try {
      const channel = await this.#request(cookie, { body, contentLength: body.length + lastPdu }, signal);
      this.#next = { channel, head: channel.connection.readHead() };
      this.#next.head.then(
        (head) => this.#checkRefusal(head),
        () => this.#refuse(),
      );
    } catch {
      this.#refuse();
    }
  }

  /** The server has joined the successor; gives its cookie, to go on with. */
  joined(by: RecyclingSequence): string | undefined {
    const next = this.#next?.channel;
    if (by === 'sameProxy') next?.connection.send(outR2C1.build({ empty: {} }));
    return next?.cookie;
  }

  /** The last PDU of the present channel has come: the successor takes over. */
  async switch(by: RecyclingSequence): Promise<void> {
    const [old, next] = [this.#channel, this.#next];
    if (next === undefined) return;
    this.#channel = next.channel;
    this.#next = undefined;
    this.#received = 0;
    this.#acknowledged = 0;
    old?.connection.close();
    if (by === 'otherProxy') next.channel.connection.send(outR1A10.build({ ance: {} }));
    try {
      this.#stream(next.channel, await next.head);
      this.#state = 'opened';
    } catch (error) {
      this.#owner.fail(error as Error);
    }
  }

  close(): void {
    this.#channel?.connection.close();
    this.#next?.channel.connection.close();
  }

  #refuse(): void {
    this.#state = 'refused';
    this.#next?.channel.connection.close();
    this.#next = undefined;
  }

  #checkRefusal({ status }: HttpHead): void {
    if (status !== 200) this.#refuse();
  }

  async #request(
    cookie: string,
    { body, contentLength }: { body: Uint8Array; contentLength: number },
    signal: AbortSignal,
  ): Promise<Channel> {
    const { proxy, endpoint } = this.#owner;
    const request = { method: 'RPC_OUT_DATA', contentLength, body } as const;
    return ownedBy(this.#owner, { connection: await openChannel(proxy, endpoint, request, signal), cookie });
  }

  #stream(channel: Channel, head: HttpHead): void {
    assertChannelHead(head, this.#owner.proxy, this.#owner.endpoint);
    this.#announced = Number(head.headers.get('content-length')?.[0] ?? Number.POSITIVE_INFINITY);
    this.#carried = 0;
    const framer = new PduFramer();
    const arrived = (pdu: Uint8Array): void => {
      if (channel !== this.#channel) return;
      this.#carried += pdu.length;
      this.#arrived(pdu);
    };
    channel.connection.streamBody(head, {
      bytes: (view) => framer.push(view, arrived),
      end: (error) => {
        if (channel === this.#channel) this.#owner.fail(error);
      },
    });
  }
}
