import { once } from 'node:events';
import type { Socket } from 'node:net';
import { TLSSocket, type TlsOptions } from 'node:tls';
import type { StreamTap } from '../tap/stream-tap.ts';
import { resetSocket } from '../http/reset-socket.ts';

/** The connection of a mail client: bytes in turn, which may be encrypted in the middle. */
export class MailSocket {
  #socket: Socket;
  readonly #tap: StreamTap | undefined;
  #detach: () => void;
  readonly input: AsyncIterable<Uint8Array>;

  constructor(socket: Socket, { tap, idleMs }: { tap: StreamTap | undefined; idleMs: number }) {
    this.#tap = tap;
    this.#socket = socket;
    // A client may say all that it has to say, close its side, and wait for the answers.
    socket.allowHalfOpen = true;
    socket.setNoDelay(true);
    socket.setTimeout(idleMs, () => socket.destroy());
    // What broke a connection is the client's affair; 'close' follows in any case.
    socket.on('error', () => socket.destroy());
    const { input, detach } = readSocket(socket, tap);
    this.input = input;
    this.#detach = detach;
  }

  /** Resolves when the client has taken enough of what was sent before; at once where it is gone. */
  async send(bytes: Uint8Array): Promise<void> {
    const socket = this.#socket;
    if (socket.destroyed || bytes.length === 0) return;
    this.#tap?.record('out', bytes);
    if (socket.write(bytes)) return;
    await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  }

  /** Takes the server's part in a handshake; what comes by the encrypted connection follows. */
  async encrypt(options: TlsOptions): Promise<AsyncIterable<Uint8Array>> {
    this.#detach();
    const secure = new TLSSocket(this.#socket, { ...options, isServer: true });
    secure.on('error', () => secure.destroy());
    this.#socket = secure;
    const { input, detach } = readSocket(secure, this.#tap);
    this.#detach = detach;
    return input;
  }

  get isGone(): boolean {
    return this.#socket.destroyed;
  }

  end(): void {
    this.#socket.end();
  }

  reset(): void {
    resetSocket(this.#socket);
  }
}

/** What comes by a socket, no more than one piece ahead of whoever takes it. */
function readSocket(
  socket: Socket,
  tap: StreamTap | undefined,
): { input: AsyncIterable<Uint8Array>; detach: () => void } {
  const pieces: Uint8Array[] = [];
  let isOver = false;
  let wake: (() => void) | undefined;
  const receive = (piece: Uint8Array): void => {
    tap?.record('in', piece);
    pieces.push(piece);
    socket.pause();
    wake?.();
  };
  const finish = (): void => {
    isOver = true;
    wake?.();
  };
  socket.on('data', receive).on('end', finish).on('close', finish);
  async function* read(): AsyncGenerator<Uint8Array> {
    while (true) {
      const piece = pieces.shift();
      if (piece !== undefined) yield piece;
      else if (isOver) return;
      else await new Promise<void>((resolve) => void ((wake = resolve), socket.resume()));
    }
  }
  const detach = (): void => void socket.off('data', receive).off('end', finish).off('close', finish);
  return { input: read(), detach };
}
