import { wireErrors } from '@cutover/wire';

// Room of a first buffer; grows to what the answers need.
const firstRoom = 64 * 1024;

/** How answers are kept. */
export interface AnswerCollectorOptions {
  /** Most bytes of one answer. */
  readonly limit: number;
  /**
   * `fresh`: an answer belongs to the caller for good. `inTurn`: two buffers serve all answers, so that each is valid until the
   * next but one begins; for streams, whose bytes are used at once.
   */
  readonly memory: 'fresh' | 'inTurn';
}

/** Puts the stub of an answer together from its fragments: the one copy that the bytes of a mailbox go through here. */
export class AnswerCollector {
  readonly #options: AnswerCollectorOptions;
  #buffers: [Uint8Array, Uint8Array] = [new Uint8Array(0), new Uint8Array(0)];
  #length = 0;

  constructor(options: AnswerCollectorOptions) {
    this.#options = options;
  }

  /** Forgets what came of an answer and starts with the next. */
  begin(): void {
    this.#length = 0;
    const [next, last] = this.#buffers;
    this.#buffers = this.#options.memory === 'inTurn' ? [last, next] : [new Uint8Array(0), last];
  }

  /** Adds a fragment; `hint` is how much the sender says is left, this fragment included. */
  add(part: Uint8Array, hint: number): void {
    const length = this.#length + part.length;
    const { limit } = this.#options;
    if (length > limit) {
      const place = { path: 'Stub', offset: this.#length };
      throw wireErrors.outOfRange({ ...place, value: String(length), range: `0..${limit}` });
    }
    if (length > this.#buffers[0].length) this.#grow(length, hint);
    this.#buffers[0].set(part, this.#length);
    this.#length = length;
  }

  /** The answer so far. */
  take(): Uint8Array {
    return this.#buffers[0].subarray(0, this.#length);
  }

  /** Every byte up to the length is written before it is read, so the rest may hold anything. */
  #grow(needed: number, hint: number): void {
    const believed = Math.min(this.#length + hint, this.#options.limit);
    const least = this.#options.memory === 'inTurn' ? firstRoom : 0;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, believed, least));
    larger.set(this.#buffers[0].subarray(0, this.#length));
    this.#buffers[0] = new Uint8Array(larger.buffer, larger.byteOffset, larger.length);
  }
}
