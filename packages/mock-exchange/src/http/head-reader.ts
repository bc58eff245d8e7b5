import { httpRefusal } from './http-refusal.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

const isBinary = (byte: number | undefined): boolean =>
  byte !== undefined && (byte < 0x20 || byte > 0x7e) && byte !== lineFeed && byte !== carriageReturn;

/** Collects the bytes of one request head, whatever pieces they come in. */
export class HeadReader {
  readonly #limit: number;
  #parts: Uint8Array[] = [];
  #size = 0;
  /** Bytes of the line being read, its carriage returns left out. */
  #lineLength = 0;
  #seenLine = false;

  constructor(options: { limit: number }) {
    this.#limit = options.limit;
  }

  /** Whether the beginning of a head is here. */
  get started(): boolean {
    return this.#size > 0;
  }

  /** Takes bytes; once the empty line has come, gives the head's text and the bytes behind it. */
  push(chunk: Uint8Array): { text: string; rest: Uint8Array } | undefined {
    // Whoever begins by a byte that no method has, as TLS does, would never send the end of a head.
    if (!this.started && isBinary(chunk[0])) throw httpRefusal(400);
    const end = this.#endIn(chunk);
    this.#size += end ?? chunk.length;
    if (this.#size > this.#limit) throw httpRefusal(431);
    this.#parts.push(end === undefined ? chunk : chunk.subarray(0, end));
    if (end === undefined) return undefined;
    const text = Buffer.concat(this.#parts).toString('latin1').trim();
    this.#parts = [];
    this.#size = 0;
    return { text, rest: chunk.subarray(end) };
  }

  /** Where the head ends: behind the first empty line that is not at its beginning. [RFC 9112] 2.2 */
  #endIn(chunk: Uint8Array): number | undefined {
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index]!;
      if (byte === lineFeed) {
        if (this.#lineLength === 0 && this.#seenLine) return this.#finish(index + 1);
        if (this.#lineLength > 0) this.#seenLine = true;
        this.#lineLength = 0;
      } else if (byte !== carriageReturn) this.#lineLength++;
    }
    return undefined;
  }

  #finish(end: number): number {
    this.#seenLine = false;
    this.#lineLength = 0;
    return end;
  }
}
