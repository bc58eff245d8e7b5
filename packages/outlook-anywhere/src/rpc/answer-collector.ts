import { wireErrors } from '@cutover/wire';

// Room of a buffer that will be used again.
const firstRoom = 64 * 1024;
const nothing = new Uint8Array(0);

/**
 * Two buffers for the answers to a stream of calls, used in turn: each answer is valid until the next but one begins. For streams, whose
 * bytes are used at once; each has a pair of its own, so that two at a time do not write over each other.
 */
export class BufferPair {
  #latest: Uint8Array = nothing;
  #other: Uint8Array = nothing;

  /** The buffer whose turn it is. */
  next(): Uint8Array {
    [this.#latest, this.#other] = [this.#other, this.#latest];
    return this.#latest;
  }

  /** Takes a larger one in its place. */
  replace(buffer: Uint8Array): void {
    this.#latest = buffer;
  }
}

/** Puts the stub of an answer together from its fragments: the one copy that the bytes of a mailbox go through here. */
export class AnswerCollector {
  readonly #limit: number;
  #pair: BufferPair | undefined;
  #buffer: Uint8Array = nothing;
  #length = 0;

  constructor(options: { limit: number }) {
    this.#limit = options.limit;
  }

  /** Starts with the next answer: in a pair's memory, or in memory that belongs to the caller for good. */
  begin(pair?: BufferPair): void {
    this.#length = 0;
    this.#pair = pair;
    this.#buffer = pair?.next() ?? nothing;
  }

  /** Adds a fragment; `hint` is how much the sender says is left, this fragment included. */
  add(part: Uint8Array, hint: number): void {
    const length = this.#length + part.length;
    if (length > this.#limit) {
      const place = { path: 'Stub', offset: this.#length };
      throw wireErrors.outOfRange({ ...place, value: String(length), range: `0..${this.#limit}` });
    }
    if (length > this.#buffer.length) this.#grow(length, hint);
    this.#buffer.set(part, this.#length);
    this.#length = length;
  }

  /** The answer so far. */
  take(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** Every byte up to the length is written before it is read, so the rest may hold anything. */
  #grow(needed: number, hint: number): void {
    const believed = Math.min(this.#length + hint, this.#limit);
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, believed, this.#pair ? firstRoom : 0));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = new Uint8Array(larger.buffer, larger.byteOffset, larger.length);
    this.#pair?.replace(this.#buffer);
  }
}
