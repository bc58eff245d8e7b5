import { readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { once } from '../../dotnet/once.ts';

/** The lines of a descriptor as they come, without their ends. Waits for them; a signal interrupts the wait. */
export class LineReader {
  readonly #descriptor: number;
  readonly #decoder = once(() => new StringDecoder('utf8'));
  readonly #chunk = once(() => Buffer.alloc(16_384));
  #text = '';
  #ended = false;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** The next line; undefined when nothing more comes. `onInterrupt` may throw. */
  next(onInterrupt: () => void = () => undefined): string | undefined {
    for (;;) {
      const end = this.#text.indexOf('\n');
      if (end >= 0) return this.#take(end, end + 1);
      if (this.#ended) return this.#text === '' ? undefined : this.#take(this.#text.length, this.#text.length);
      this.#read(onInterrupt);
    }
  }

  /** All that is left, with the ends of its lines. */
  rest(onInterrupt: () => void = () => undefined): string {
    while (!this.#ended) this.#read(onInterrupt);
    const text = this.#text;
    this.#text = '';
    return text;
  }

  *[Symbol.iterator](): Generator<string> {
    for (let line = this.next(); line !== undefined; line = this.next()) yield line;
  }

  #take(end: number, next: number): string {
    const line = this.#text.slice(0, end).replace(/\r$/, '');
    this.#text = this.#text.slice(next);
    return line;
  }

  #read(onInterrupt: () => void): void {
    const chunk = this.#chunk();
    const length = readSome(this.#descriptor, chunk, onInterrupt);
    this.#ended = length === 0;
    this.#text += length === 0 ? this.#decoder().end() : this.#decoder().write(chunk.subarray(0, length));
  }
}

/** Reads what is there, or waits for the first byte; 0 at the end. */
export function readSome(descriptor: number, into: Uint8Array, onInterrupt: () => void): number {
  for (;;) {
    try {
      return readSync(descriptor, into);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN' && code !== 'EINTR') throw error;
      onInterrupt();
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
