import type { Socket } from 'node:net';
import { formatHead } from '../http/response.ts';
import { limits } from '../limits.ts';
import { SendWindow } from './send-window.ts';
import { resetSocket } from '../http/reset-socket.ts';

/**
 * How the OUT channel's body is delimited: `length` announces 1 GiB as IIS 6 does, `chunked` sends a chunk for each
 * PDU as Exchange 2013 and newer do; some clients read only that.
 */
export type OutChannelEncoding = 'length' | 'chunked';

export interface OutChannelOptions {
  readonly cookie: string;
  readonly windowSize: number;
  readonly encoding: OutChannelEncoding;
  /** Bytes of the body; 1 GiB unless told. Has no part in chunked ones. */
  readonly length?: number | undefined;
  /** Called once, when the body nears its end and the channel should get a successor. */
  readonly nearsEnd?: () => void;
}

const nothing = new Uint8Array();

/** The server's end of an OUT channel: sends PDUs within the client's window and no faster than the socket drains. */
export class OutChannel {
  readonly cookie: string;
  readonly #socket: Socket;
  readonly #window: SendWindow;
  readonly #encoding: OutChannelEncoding;
  readonly #length: number;
  #nearsEnd: (() => void) | undefined;
  #sentInAll = 0;
  #changed: (() => void) | undefined;
  #isOpen = false;
  readonly #early: Uint8Array[] = [];
  #isRetired = false;
  /** Whether anything was sent since `takeSilence` was asked last. */
  #spoke = true;

  constructor(socket: Socket, options: OutChannelOptions) {
    this.cookie = options.cookie;
    this.#socket = socket;
    this.#window = new SendWindow(options.windowSize);
    this.#encoding = options.encoding;
    this.#length = options.length ?? limits.outChannelLength;
    this.#nearsEnd = options.nearsEnd;
  }

  /** Sends the response head, after which the channel carries PDUs. [MS-RPCH] 2.1.2.1.4 */
  open(): void {
    const delimiter =
      this.#encoding === 'chunked'
        ? (['Transfer-Encoding', 'chunked'] as const)
        : (['Content-Length', String(this.#length)] as const);
    const head = { status: 200, reason: 'Success' };
    this.#socket.write(formatHead(head, [['Content-Type', 'application/rpc'], delimiter]));
    this.#isOpen = true;
    for (const pdu of this.#early.splice(0)) this.#write(pdu);
    this.#wake();
  }

  /** True if nothing was sent since the last question. */
  takeSilence(): boolean {
    const silent = !this.#spoke;
    this.#spoke = false;
    return silent;
  }

  /** True if a call's PDU cannot be sent any more, or not yet. */
  get isStuck(): boolean {
    return !this.#isOpen || this.#left < limits.maxFragment;
  }

  /** Sends an RTS PDU, which no window holds back; before the channel is open it waits. */
  sendRts(pdu: Uint8Array): void {
    if (this.#isOpen) this.#write(pdu);
    else this.#early.push(pdu);
  }

  /**
   * Sends the PDUs of one answer; resolves when the bytes are no longer needed: they are sent, or the channel is gone. Gives those
   * that are left for the channel's successor.
   */
  async send(pdus: Uint8Array): Promise<Uint8Array> {
    let rest = pdus;
    while (rest.length > 0 && !this.#socket.destroyed) {
      if (this.#isRetired) return rest;
      const count = this.#isOpen ? this.#sendable(rest) : 0;
      if (count === 0) {
        await new Promise<void>((resolve) => (this.#changed = resolve));
        continue;
      }
      this.#window.sent(count);
      const part = rest.subarray(0, count);
      await new Promise<void>((resolve) => this.#write(part, resolve));
      rest = rest.subarray(count);
    }
    return nothing;
  }

  /** Ends the channel by this last PDU: from now on its successor carries what is to be sent. */
  retire(last: Uint8Array): void {
    this.#isRetired = true;
    this.sendRts(last);
    this.#socket.end();
    this.#wake();
  }

  /** Takes the client's acknowledgment; false for an impossible one. */
  acknowledge(ack: { bytesReceived: number; availableWindow: number }): boolean {
    const possible = this.#window.acknowledge(ack);
    this.#wake();
    return possible;
  }

  /** Sends these last bytes as they are and resets the connection. */
  breakOff(bytes: Uint8Array): void {
    this.#socket.write(bytes, () => resetSocket(this.#socket));
    this.#wake();
  }

  close(): void {
    this.#socket.destroy();
    this.#wake();
  }

  #wake(): void {
    this.#changed?.();
    this.#changed = undefined;
  }

  /** What is left of the body for PDUs of calls. */
  get #left(): number {
    if (this.#encoding === 'chunked') return Number.POSITIVE_INFINITY;
    return this.#length - this.#sentInAll - limits.outChannelReserve;
  }

  /** How many bytes of whole PDUs may go; a window smaller than a PDU must not stop the channel for ever. */
  #sendable(pdus: Uint8Array): number {
    const { available, idle } = this.#window;
    const left = this.#left;
    const room = Math.min(available, left);
    if (pdus.length <= room) return pdus.length;
    let end = 0;
    for (let next = lengthAt(pdus, 0); next <= room; next = end + lengthAt(pdus, end)) end = next;
    return end === 0 && idle && lengthAt(pdus, 0) <= left ? lengthAt(pdus, 0) : end;
  }

  /** Hands PDUs to the socket; `done` is called when they are sent, or never will be. */
  #write(pdus: Uint8Array, done?: () => void): void {
    this.#spoke = true;
    this.#sentInAll += pdus.length;
    if (this.#encoding === 'chunked') return this.#writeChunks(pdus, done);
    // What does not belong to the announced body would be read as the next answer.
    if (this.#sentInAll > this.#length) this.close();
    this.#socket.write(pdus, done);
    if (this.#sentInAll > this.#length * limits.outChannelShare) this.#askForSuccessor();
  }

  #askForSuccessor(): void {
    const nearsEnd = this.#nearsEnd;
    this.#nearsEnd = undefined;
    nearsEnd?.();
  }

  #writeChunks(pdus: Uint8Array, done?: () => void): void {
    this.#socket.cork();
    for (let at = 0, end = 0; at < pdus.length; at = end) {
      end = at + lengthAt(pdus, at);
      this.#socket.write(`${(end - at).toString(16)}\r\n`);
      this.#socket.write(pdus.subarray(at, end));
      this.#socket.write('\r\n', end === pdus.length ? done : undefined);
    }
    this.#socket.uncork();
  }
}

/** frag_length of the PDU that begins at `offset`. */
const lengthAt = (pdus: Uint8Array, offset: number): number => pdus[offset + 8]! | (pdus[offset + 9]! << 8);
