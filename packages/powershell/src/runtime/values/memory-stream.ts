/** Bytes in memory that are read and written at one place. Source: System.IO.MemoryStream. */
export class MemoryStream {
  readonly typeName: string = 'System.IO.MemoryStream';
  bytes: number[];
  position = 0;
  readonly #close: (bytes: Uint8Array) => void;

  constructor(bytes: Iterable<number> = [], close: (bytes: Uint8Array) => void = () => undefined) {
    this.bytes = [...bytes];
    this.#close = close;
  }

  write(data: Iterable<number>): void {
    for (const byte of data) this.bytes[this.position++] = byte;
  }

  read(count: number): number[] {
    const data = this.bytes.slice(this.position, this.position + count);
    this.position += data.length;
    return data;
  }

  close(): void {
    this.#close(Uint8Array.from(this.bytes));
  }
}
