const step = 16 * 1024;

/** Memory for one thing at a time: what `take` gives is overwritten by the next taker. */
export class ReusedBuffer {
  readonly #keep: number;
  #memory = Buffer.alloc(0);

  /** Whatever is larger than `keep` gets memory of its own. */
  constructor(options: { keep: number }) {
    this.#keep = options.keep;
  }

  /** `size` bytes with whatever is in them. */
  take(size: number): Buffer {
    if (size > this.#keep) return Buffer.allocUnsafeSlow(size);
    if (size > this.#memory.length) {
      this.#memory = Buffer.allocUnsafeSlow(Math.min(this.#keep, Math.ceil(size / step) * step));
    }
    return this.#memory.subarray(0, size);
  }
}
