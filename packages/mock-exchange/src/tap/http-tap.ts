import type { StreamTap } from './stream-tap.ts';

/** Records one connection of HTTP: requests that are answered, and their answers. One that becomes a channel is recorded by its PDUs. */
export class HttpTap {
  readonly #stream: StreamTap;
  #heard: Buffer[] = [];

  constructor(stream: StreamTap) {
    this.#stream = stream;
  }

  heard(bytes: Uint8Array): void {
    this.#heard.push(Buffer.from(bytes));
  }

  /** What was heard belongs to a channel. */
  handedOver(): void {
    this.#heard = [];
  }

  answered(bytes: Uint8Array): void {
    this.#stream.record('in', Buffer.concat(this.#heard));
    this.#heard = [];
    this.#stream.record('out', bytes);
  }
}
