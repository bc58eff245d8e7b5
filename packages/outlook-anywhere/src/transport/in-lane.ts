import { connB1, type FlowControlAck, inR1A1, inR1A5, rtsVersion } from '@cutover/wire/rts';
import { limits } from '../limits.ts';
import { httpError } from './http-errors.ts';
import { type Channel, type LaneOwner, ownedBy } from './lane-owner.ts';
import { openChannel } from './open-channel.ts';
import { createSendWindow, type SendWindow } from './send-window.ts';

/** The way to the server: one IN channel after the other, each with its own window. [MS-RPCH] 3.2.2.5.12 */
export class InLane {
  readonly #owner: LaneOwner;
  #channel: Channel | undefined;
  #next: Channel | undefined;
  #window: SendWindow | undefined;
  #windowSize = 0;
  /** Bytes on the present channel. */
  #sent = 0;
  #isWaiting = false;
  #retiredCookie: string | undefined;
  /** The server has joined the successor. */
  #isJoined = false;
  #state: 'opened' | 'recycling' | 'refused' = 'opened';

  constructor(owner: LaneOwner) {
    this.#owner = owner;
  }

  /** A successor was refused: this is the last channel. */
  get isLast(): boolean {
    return this.#state === 'refused';
  }

  /** Bytes that the present channel has carried. */
  get carried(): number {
    return this.#sent;
  }

  async open(signal: AbortSignal): Promise<void> {
    const { proxy, cookie: virtualConnectionCookie } = this.#owner;
    const cookie = proxy.ids.guid();
    const body = connB1.build({
      version: rtsVersion,
      virtualConnectionCookie,
      inChannelCookie: cookie,
      channelLifetime: limits.inChannelLength,
      clientKeepalive: limits.clientKeepalive,
      associationGroupId: proxy.ids.guid(),
    });
    this.#channel = await this.#request(cookie, body, signal);
    this.#watch(this.#channel);
  }

  /** The server takes so many bytes of calls at first. */
  grant(windowSize: number): void {
    this.#windowSize = windowSize;
    this.#window = createSendWindow(windowSize);
  }

  /** Takes the server's word of what it received; of a channel that is no more it may come late. */
  acknowledge({ bytesReceived, availableWindow, channelCookie }: FlowControlAck): void {
    if (channelCookie !== this.#retiredCookie) this.#window!.acknowledge(bytesReceived, availableWindow);
  }

  /** Sends a PDU of the channel itself, which no window holds back. */
  sendRts(pdu: Uint8Array): void {
    this.#sent += pdu.length;
    this.#channel!.connection.send(pdu);
  }

  /** Sends a call's PDUs; the promise, if there is one, waits for room. `before` gives what is to go in front of them. */
  send(pdus: Uint8Array, before: () => Uint8Array | undefined): Promise<void> | undefined {
    const room = this.#window!.reserve(pdus.length);
    if (room === undefined) {
      this.#write(pdus, before());
      return undefined;
    }
    this.#isWaiting = true;
    return room.then(() => {
      this.#isWaiting = false;
      this.#write(pdus, before());
      this.#switchIfDue();
    });
  }

  /** Opens the successor of the channel; the server tells when it has joined it. */
  async recycle(): Promise<void> {
    if (this.#state !== 'opened') return;
    this.#state = 'recycling';
    const { proxy, signal, cookie: virtualConnectionCookie } = this.#owner;
    const cookie = proxy.ids.guid();
    const predecessorCookie = this.#channel!.cookie;
    const opening = { version: rtsVersion, virtualConnectionCookie, predecessorCookie, successorCookie: cookie };
    try {
      this.#next = await this.#request(cookie, inR1A1.build(opening), signal);
      this.#watch(this.#next);
    } catch {
      this.#refuse();
    }
  }

  /** The server has joined the successor, which takes over between two PDUs; another proxy tells its window. */
  joined(windowSize?: number): void {
    if (this.#next === undefined) return;
    this.#isJoined = true;
    if (windowSize !== undefined) this.#windowSize = windowSize;
    this.#switchIfDue();
  }

  close(error: Error): void {
    this.#window?.close(error);
    this.#channel?.connection.close();
    this.#next?.connection.close();
  }

  async #request(cookie: string, body: Uint8Array, signal: AbortSignal): Promise<Channel> {
    const { proxy, endpoint } = this.#owner;
    const request = { method: 'RPC_IN_DATA', contentLength: limits.inChannelLength, body } as const;
    return ownedBy(this.#owner, { connection: await openChannel(proxy, endpoint, request, signal), cookie });
  }

  /** The proxy answers an IN channel only to refuse or to end it. */
  #watch(channel: Channel): void {
    const { proxy, endpoint } = this.#owner;
    channel.connection.onUnexpected((answer) => {
      if (channel === this.#next) return this.#refuse();
      if (channel !== this.#channel) return;
      this.#owner.fail(answer instanceof Error ? answer : httpError(answer, proxy, endpoint));
    });
  }

  #refuse(): void {
    this.#state = 'refused';
    this.#next?.connection.close();
    this.#next = undefined;
    this.#isJoined = false;
  }

  #write(pdus: Uint8Array, before: Uint8Array | undefined): void {
    // One write for both costs half of two.
    const bytes = before === undefined ? pdus : Buffer.concat([before, pdus]);
    this.#sent += bytes.length;
    this.#channel!.connection.send(bytes);
  }

  #switchIfDue(): void {
    if (!this.#isJoined || this.#isWaiting) return;
    const [old, next] = [this.#channel!, this.#next!];
    this.sendRts(inR1A5.build({ successorCookie: next.cookie }));
    this.#retiredCookie = old.cookie;
    this.#channel = next;
    this.#next = undefined;
    this.#isJoined = false;
    this.#state = 'opened';
    this.#sent = 0;
    this.grant(this.#windowSize);
    old.connection.finish();
  }
}
