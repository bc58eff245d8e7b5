import type { FileWriter } from '../../host/files.ts';
import type { TextEncoding } from './text-encoding.ts';

/** Characters that are encoded at once: an encoder is called for each piece of this size, not for each line. */
const pieceLength = 1 << 15;

/** A file that text is written to. */
export class TextFile {
  readonly #writer: FileWriter;
  readonly #encoding: TextEncoding;
  #pending = '';

  constructor(writer: FileWriter, encoding: TextEncoding) {
    this.#writer = writer;
    this.#encoding = encoding;
  }

  write(text: string): void {
    this.#pending += text;
    if (this.#pending.length >= pieceLength) this.flush();
  }

  flush(): void {
    if (this.#pending !== '') this.#writer.write(this.#encoding.encode(this.#pending));
    this.#pending = '';
  }

  close(): void {
    this.flush();
    this.#writer.close();
  }
}
