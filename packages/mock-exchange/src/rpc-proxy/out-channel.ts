import type { Socket } from 'node:net';
import { formatHead } from '../http/response.ts';
import { limits } from '../limits.ts';
import { SendWindow } from './send-window.ts';

/**
 * How the OUT channel's body is delimited: `length` announces 1 GiB as IIS 6 does, `chunked` sends a chunk for each
 * PDU as Exchange 2013 and newer do; some clients read only that.
 */
export type OutChannelEncoding = 'length' | 'chunked';

/** The server's end of an OUT channel: sends PDUs within the client's window and no faster than the socket drains. */
export class OutChannel {
  readonly cookie: string;
  readonly #socket: Socket;
  readonly #window: SendWindow;
  readonly #encoding: OutChannelEncoding;
  readonly #length: number;
  #sentInAll = 0;
  #windowMoved: (() => void) | undefined;
  /** Whether anything was sent since `takeSilence` was asked last. */
  #spoke = true;

  constructor(
    socket: Socket,
    options: { cookie: string; windowSize: number; encoding: OutChannelEncoding; length?: number },
  ) {
    this.cookie = options.cookie;
    this.#socket = socket;
    this.#window = new SendWindow(options.windowSize);
    this.#encoding = options.encoding;
    this.#length = options.length ?? limits.outChannelLength;
  }

  /** Sends the response head, after which the channel carries PDUs. [MS-RPCH] 2.1.2.1.4 */
  open(): void {
    const delimiter =
      this.#encoding === 'chunked'
        ? (['Transfer-Encoding', 'chunked'] as const)
        : (['Content-Length', String(this.#length)] as const);
    const head = { status: 200, reason: 'Success' };
    this.#socket.write(formatHead(head, [['Content-Type', 'application/rpc'], delimiter]));
  }

  /** True if nothing was sent since the last question. */
  takeSilence(): boolean {
    const silent = !this.#spoke;
    this.#spoke = false;
    return silent;
  }

  /** Sends RTS PDUs, which no window holds back. */
  sendRts(...pdus: readonly Uint8Array[]): void {
    this.#socket.cork();
    for (const pdu of pdus) this.#write(pdu);
    this.#socket.uncork();
  }

  /** Sends the PDUs of one answer; resolves when the bytes are no longer needed: they are sent, or the channel is gone. */
  async send(pdus: Uint8Array): Promise<void> {
    let rest = pdus;
    while (rest.length > 0 && !this.#socket.destroyed) {
      const count = this.#sendable(rest);
      if (count === 0) {
        await new Promise<void>((resolve) => (this.#windowMoved = resolve));
        continue;
      }
      this.#window.sent(count);
      const part = rest.subarray(0, count);
      await new Promise<void>((resolve) => this.#write(part, resolve));
      rest = rest.subarray(count);
    }
  }

  /** Takes the client's acknowledgment; false for an impossible one. */
  acknowledge(ack: { bytesReceived: number; availableWindow: number }): boolean {
    const possible = this.#window.acknowledge(ack);
    this.#wake();
    return possible;
  }

  /** Sends these last bytes as they are and resets the connection. */
  breakOff(bytes: Uint8Array): void {
    this.#socket.write(bytes, () => this.#socket.resetAndDestroy());
    this.#wake();
  }

  close(): void {
    this.#socket.destroy();
    this.#wake();
  }

  #wake(): void {
    this.#windowMoved?.();
    this.#windowMoved = undefined;
  }

  /** How many bytes of whole PDUs fit the window; a window smaller than a PDU must not stop the channel for ever. */
  #sendable(pdus: Uint8Array): number {
    const { available, idle } = this.#window;
    if (pdus.length <= available) return pdus.length;
    let end = 0;
    for (let next = lengthAt(pdus, 0); next <= available; next = end + lengthAt(pdus, end)) end = next;
    return end === 0 && idle ? lengthAt(pdus, 0) : end;
  }

  /** Hands PDUs to the socket; `done` is called when they are sent, or never will be. */
  #write(pdus: Uint8Array, done?: () => void): void {
    this.#spoke = true;
    this.#sentInAll += pdus.length;
    // The announced body is at its end. Channels are not recycled: the client opens a new virtual connection before.
    if (this.#encoding === 'length' && this.#sentInAll > this.#length) this.close();
    if (this.#encoding === 'length') this.#socket.write(pdus, done);
    else this.#writeChunks(pdus, done);
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
