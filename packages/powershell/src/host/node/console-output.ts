import { writeSync } from 'node:fs';

/** Where text goes, and when. */
export interface ConsoleOutputOptions {
  readonly descriptor: number;
  /** Every text is shown at once; otherwise they are gathered to blocks. */
  readonly live: boolean;
  /** Nobody reads any more. */
  readonly onClosed: () => void;
}

const blockLength = 16_384;
/** Seconds; the clock of `process` is there without a module. */
const longestDelay = 0.05;

/** A standard stream of this process, written to without an event loop. */
export class ConsoleOutput {
  readonly #options: ConsoleOutputOptions;
  #waiting = '';
  #since = 0;
  #closed = false;

  constructor(options: ConsoleOutputOptions) {
    this.#options = options;
  }

  write(text: string): void {
    if (this.#closed) return;
    if (this.#waiting === '') this.#since = process.uptime();
    this.#waiting += text;
    const due = this.#options.live || this.#waiting.length >= blockLength;
    if (due || process.uptime() - this.#since > longestDelay) this.flush();
  }

  flush(): void {
    const bytes = Buffer.from(this.#waiting, 'utf8');
    this.#waiting = '';
    for (let done = 0; done < bytes.length && !this.#closed;) done += this.#writeSome(bytes.subarray(done));
  }

  #writeSome(bytes: Uint8Array): number {
    try {
      return writeSync(this.#options.descriptor, bytes);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') waitABit();
      else if (code !== 'EINTR') this.#close(error as NodeJS.ErrnoException);
      return 0;
    }
  }

  #close(error: NodeJS.ErrnoException): void {
    this.#closed = true;
    if (error.code !== 'EPIPE') throw error;
    this.#options.onClosed();
  }
}

/** A pipe that another process made non-blocking is full: there is no event that synchronous code could wait for. */
function waitABit(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}
