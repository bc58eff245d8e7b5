import { wireErrors } from '../errors.ts';

const empty = new Uint8Array();

/** Puts a call's stub together from its fragments. A stub that came in one fragment is not copied. */
export class StubAssembler {
  readonly #limit: number;
  #buffer: Uint8Array = empty;
  #length = 0;

  constructor(options: { limit: number }) {
    this.#limit = options.limit;
  }

  /** Adds the next fragment; returns the whole stub if it was the last one. */
  add(part: Uint8Array, options: { allocHint: number; last: boolean }): Uint8Array | undefined {
    if (this.#length + part.length > this.#limit) throw this.#tooLong(this.#length + part.length);
    if (options.last && this.#length === 0) return part;
    this.#reserve(part.length, options);
    this.#buffer.set(part, this.#length);
    this.#length += part.length;
    return options.last ? this.#finish() : undefined;
  }

  /** Makes room, by the sender's hint if that is believable: a hint is never more than what is left to come. */
  #reserve(size: number, { allocHint }: { allocHint: number }): void {
    const needed = this.#length + size;
    if (needed <= this.#buffer.length) return;
    const hinted = Math.min(this.#length + allocHint, this.#limit);
    const larger = new Uint8Array(Math.max(needed, hinted, Math.min(this.#buffer.length * 2, this.#limit)));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }

  #finish(): Uint8Array {
    const stub = this.#buffer.subarray(0, this.#length);
    this.#buffer = empty;
    this.#length = 0;
    return stub;
  }

  #tooLong(length: number): Error {
    const range = `0..${this.#limit}`;
    return wireErrors.outOfRange({ path: 'Stub', offset: this.#length, value: String(length), range });
  }
}
