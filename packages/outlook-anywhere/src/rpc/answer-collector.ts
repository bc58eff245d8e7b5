import { wireErrors } from '@cutover/wire';

/**
 * Who owns an answer's bytes. `fresh`: the caller, for good. `inTurn`: nobody; two buffers serve all such answers, so that each is
 * valid until the next but one begins: for streams, whose bytes are used at once.
 */
export type AnswerMemory = 'fresh' | 'inTurn';

// Room of a buffer that will be used again.
const firstRoom = 64 * 1024;
const nothing = new Uint8Array(0);

/** Puts the stub of an answer together from its fragments: the one copy that the bytes of a mailbox go through here. */
export class AnswerCollector {
  readonly #limit: number;
  #memory: AnswerMemory = 'fresh';
  #buffer: Uint8Array = nothing;
  /** The buffers that are used in turn, the latest first. */
  #turn: [Uint8Array, Uint8Array] = [nothing, nothing];
  #length = 0;

  constructor(options: { limit: number }) {
    this.#limit = options.limit;
  }

  /** Starts with the next answer. */
  begin(memory: AnswerMemory): void {
    this.#length = 0;
    this.#memory = memory;
    if (memory === 'inTurn') this.#turn = [this.#turn[1], this.#turn[0]];
    this.#buffer = memory === 'inTurn' ? this.#turn[0] : nothing;
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
    const inTurn = this.#memory === 'inTurn';
    const believed = Math.min(this.#length + hint, this.#limit);
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, believed, inTurn ? firstRoom : 0));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = new Uint8Array(larger.buffer, larger.byteOffset, larger.length);
    if (inTurn) this.#turn[0] = this.#buffer;
  }
}
