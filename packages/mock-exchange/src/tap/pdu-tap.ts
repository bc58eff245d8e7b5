import type { Clock } from '@cutover/base';
import { limits } from '../limits.ts';

/** One PDU as it went over the wire. */
export interface TappedPdu {
  /** Number of the virtual connection, from 1. */
  readonly connection: number;
  /** `in`: from the client; `out`: to it. */
  readonly direction: 'in' | 'out';
  readonly at: number;
  readonly bytes: Uint8Array;
  /** The port under which analysers know what this is; that of RPC unless told. */
  readonly port?: number;
}

/** Room in a packet of a capture, whose length has 16 bits. */
const segmentSize = 32 * 1024;

/** Keeps a copy of every PDU, in memory and in order, until `limits.tappedBytes`; then the oldest ones go. */
export class PduTap {
  readonly #clock: Clock;
  readonly #limit: number;
  #pdus: TappedPdu[] = [];
  #size = 0;
  /** Connections of RPC are numbered by the proxy; others are told from them by their numbers. */
  #lastStream = 1_000_000;

  constructor(options: { clock: Clock; limit?: number }) {
    this.#clock = options.clock;
    this.#limit = options.limit ?? limits.tappedBytes;
  }

  /** What was said, in order. */
  get pdus(): readonly TappedPdu[] {
    return this.#pdus;
  }

  /** Forgets what was said. */
  clear(): void {
    this.#pdus = [];
    this.#size = 0;
  }

  /** The number of a connection of another protocol. */
  nextStream(): number {
    return ++this.#lastStream;
  }

  /** Records PDUs that lie one after the other. */
  record(connection: number, direction: 'in' | 'out', pdus: Uint8Array): void {
    const at = this.#clock.now();
    for (let start = 0, end = 0; start < pdus.length; start = end) {
      end = start + (pdus[start + 8]! | (pdus[start + 9]! << 8));
      // A copy, as a sealed PDU is opened in place; slice() of a Buffer would be a view.
      this.#pdus.push({ connection, direction, at, bytes: Uint8Array.from(pdus.subarray(start, end)) });
      this.#size += end - start;
    }
    if (this.#size > this.#limit) this.#dropOldest();
  }

  /** Records a piece of a stream. */
  recordBytes(piece: Omit<TappedPdu, 'at'>): void {
    const at = this.#clock.now();
    for (let start = 0; start < piece.bytes.length; start += segmentSize) {
      this.#pdus.push({ ...piece, at, bytes: Uint8Array.from(piece.bytes.subarray(start, start + segmentSize)) });
    }
    this.#size += piece.bytes.length;
    if (this.#size > this.#limit) this.#dropOldest();
  }

  /** Drops down to three quarters at once, so that dropping stays cheap. */
  #dropOldest(): void {
    let count = 0;
    for (; this.#size > this.#limit * 0.75; count++) this.#size -= this.#pdus[count]!.bytes.length;
    this.#pdus.splice(0, count);
  }
}
