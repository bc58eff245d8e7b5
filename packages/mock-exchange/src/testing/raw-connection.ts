import { connect, type Socket } from 'node:net';

/** A TCP connection that a test speaks over byte by byte; what has come in is asked for piece by piece. */
export class RawConnection {
  readonly socket: Socket;
  #received = Buffer.alloc(0);
  #ended = false;
  #wake: (() => void) | undefined;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake?.();
    });
    socket.on('close', () => {
      this.#ended = true;
      this.#wake?.();
    });
    socket.on('error', () => undefined);
  }

  static async open(port: number): Promise<RawConnection> {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    const connection = new RawConnection(socket);
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return connection;
  }

  write(data: string | Uint8Array): void {
    this.socket.write(data);
  }

  /** The next `count` bytes; rejects if the connection ends before. */
  async bytes(count: number): Promise<Buffer> {
    await this.#until(() => this.#received.length >= count);
    return this.#take(count);
  }

  /** A head: everything up to the empty line, which is left out. */
  async head(): Promise<string> {
    await this.#until(() => this.#received.includes('\r\n\r\n'));
    const text = this.#take(this.#received.indexOf('\r\n\r\n') + 4).toString('latin1');
    return text.slice(0, -4);
  }

  /** A whole PDU. */
  async pdu(): Promise<Buffer> {
    await this.#until(() => this.#received.length >= 16);
    return this.bytes(this.#received.readUInt16LE(8));
  }

  /** Everything that comes until the other side closes the connection. */
  async rest(): Promise<Buffer> {
    while (!this.#ended) await this.#more();
    return this.#take(this.#received.length);
  }

  /** What has come and was not asked for yet. */
  get waiting(): number {
    return this.#received.length;
  }

  close(): void {
    this.socket.destroy();
  }

  async #until(ready: () => boolean): Promise<void> {
    while (!ready()) {
      if (this.#ended) throw new Error(`the connection ended after ${this.#received.toString('latin1')}`);
      await this.#more();
    }
  }

  #more(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }

  #take(count: number): Buffer {
    const taken = this.#received.subarray(0, count);
    this.#received = this.#received.subarray(count);
    return taken;
  }
}
