/** Reads a text from its beginning on. Source: System.IO.TextReader. */
export class TextReader {
  readonly typeName: string;
  #text: string;
  #at = 0;

  constructor(typeName: string, text: string) {
    this.typeName = typeName;
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** The next line without its end, null at the text's end. */
  readLine(): string | null {
    if (this.isAtEnd) return null;
    const [all = '', line = ''] = /^(.*?)(?:\r\n|\n|\r|$)/s.exec(this.#text.slice(this.#at)) ?? [];
    this.#at += all.length;
    return line;
  }

  readToEnd(): string {
    const rest = this.#text.slice(this.#at);
    this.#at = this.#text.length;
    return rest;
  }

  /** The code of the next character, -1 at the end. */
  peek(): number {
    return this.isAtEnd ? -1 : this.#text.charCodeAt(this.#at);
  }

  read(): number {
    const code = this.peek();
    if (code >= 0) this.#at++;
    return code;
  }

  close(): void {
    this.#at = this.#text.length;
  }
}

/** Collects text and hands it on when it is flushed or closed. Source: System.IO.TextWriter. */
export class TextWriter {
  readonly typeName: string;
  written = '';
  readonly #flush: (text: string) => void;
  #flushed = 0;

  constructor(typeName: string, flush: (text: string) => void = () => undefined) {
    this.typeName = typeName;
    this.#flush = flush;
  }

  write(text: string): void {
    this.written += text;
  }

  flush(): void {
    const rest = this.written.slice(this.#flushed);
    this.#flushed = this.written.length;
    if (rest !== '') this.#flush(rest);
  }
}
