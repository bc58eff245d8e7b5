import { FastTransferProducer, type FastTransferPart } from '@cutover/wire/fasttransfer';
import { errorCode, transferStatus } from '@cutover/wire/rop';
import { RopFailure } from '../rop-failure.ts';
import type { Sync } from './sync.ts';

/** One piece of a stream, written where it was to go. */
export interface Piece {
  readonly size: number;
  readonly status: number;
}

/** A FastTransfer source as the client empties it, piece by piece. Its stream begins with the first piece. */
export class Download {
  /** The sync behind it, if it is one. */
  readonly sync: Sync | undefined;
  readonly #parts: () => Iterable<FastTransferPart>;
  #producer: FastTransferProducer | undefined;
  /** Why the stream broke; every later call fails with it too. [MS-OXCFXICS] 3.2.5.9.2.2 */
  #failure: RopFailure | undefined;
  #pieces = 0;

  constructor(parts: () => Iterable<FastTransferPart>, sync?: Sync) {
    this.#parts = parts;
    this.sync = sync;
  }

  get started(): boolean {
    return this.#producer !== undefined || this.#failure !== undefined;
  }

  /** Pieces given so far. */
  get pieces(): number {
    return this.#pieces;
  }

  next(target: Uint8Array): Piece {
    if (this.#failure !== undefined) throw this.#failure;
    const producer = this.#open();
    const size = this.#guard(() => producer.fill(target));
    if (size === 0 && !producer.done) throw new RopFailure(errorCode.bufferTooSmall);
    this.#pieces++;
    return { size, status: producer.done ? transferStatus.done : transferStatus.partial };
  }

  close(): void {
    this.#producer?.close();
  }

  #open(): FastTransferProducer {
    this.#producer ??= this.#guard(() => new FastTransferProducer(this.#parts()));
    return this.#producer;
  }

  #guard<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      this.#failure = error instanceof RopFailure ? error : new RopFailure(errorCode.error);
      throw this.#failure;
    }
  }
}
