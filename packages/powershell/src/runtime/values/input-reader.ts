import type { StandardInput } from '../../host/standard-input.ts';
import { TextReader } from './text-streams.ts';

/** `[Console]::In`: reads what is piped into the program as it comes. Source: System.IO.SyncTextReader. */
export class InputReader extends TextReader {
  readonly #input: StandardInput;
  /** What is left of a line whose beginning was read by characters. */
  #line: string | undefined;

  constructor(input: StandardInput) {
    super('System.IO.TextReader+SyncTextReader', '');
    this.#input = input;
  }

  override readLine(): string | null {
    const line = this.#line?.slice(0, -1) ?? this.#input.next() ?? null;
    this.#line = undefined;
    return line;
  }

  override readToEnd(): string {
    const text = (this.#line ?? '') + this.#input.rest();
    this.#line = undefined;
    return text;
  }

  override peek(): number {
    if (!this.#line) {
      const line = this.#input.next();
      this.#line = line === undefined ? undefined : `${line}\n`;
    }
    return this.#line?.charCodeAt(0) ?? -1;
  }

  override read(): number {
    const code = this.peek();
    this.#line = this.#line?.slice(1) || undefined;
    return code;
  }
}
