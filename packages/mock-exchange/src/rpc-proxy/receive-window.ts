/** Bytes taken from a channel, and when to tell the sender of them. [MS-RPCH] 3.2.1.1.5.2 */
export class ReceiveWindow {
  readonly #size: number;
  readonly #every: number;
  #received = 0;
  #consumed = 0;
  #told = 0;

  constructor(options: { size: number; acknowledgeEvery: number }) {
    this.#size = options.size;
    this.#every = options.acknowledgeEvery;
  }

  /** Counts what came in; false if the sender went beyond its window. */
  receive(bytes: number): boolean {
    this.#received += bytes;
    return this.#received - this.#told <= this.#size;
  }

  /** Counts what a service has taken; gives the acknowledgment when one is due. */
  consume(bytes: number): { bytesReceived: number; availableWindow: number } | undefined {
    this.#consumed += bytes;
    if (this.#consumed - this.#told < this.#every) return undefined;
    this.#told = this.#consumed;
    return { bytesReceived: this.#consumed % 2 ** 32, availableWindow: this.#size };
  }
}
