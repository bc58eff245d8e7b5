import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import { type BodyDecoder, chunkedDecoder, lengthDecoder } from './http-body.ts';
import { type HttpHead, parseHttpHead } from './http-head.ts';
import { openSocket, type RawSocket } from './socket.ts';
import type { SocketTarget } from './socket-target.ts';

/** Takes over the body of a response as it arrives. */
export interface BodySink {
  /** A view that is valid until this returns. Throwing ends the connection with that error. */
  readonly bytes: (view: Uint8Array) => void;
  /** Once, when no more will come. */
  readonly end: (error: Error) => void;
}

/**
 * One TCP or TLS connection with HTTP/1.1 on it, by hand, as node:http knows neither RPC_IN_DATA nor a request whose body never ends.
 * Heads are awaited one at a time; then the body streams straight from the read buffer into a sink.
 */
export interface HttpConnection {
  readonly socket: RawSocket;
  send(bytes: Uint8Array): void;
  /** The next response head, informational ones left out. */
  readHead(): Promise<HttpHead>;
  /** The whole body that belongs to `head`. */
  readBody(head: HttpHead): Promise<Uint8Array>;
  /** From here on every byte of the body goes to the sink. */
  streamBody(head: HttpHead, sink: BodySink): void;
  /** Calls back if the server says anything, or closes, while nothing is awaited; for the IN channel. */
  onUnexpected(listener: (head: HttpHead | Error) => void): void;
  /** Ends the request's body; the other side closes the connection. */
  finish(): void;
  close(): void;
}

/** Connects to the proxy. */
export async function openHttpConnection(target: SocketTarget, signal: AbortSignal): Promise<HttpConnection> {
  let bytes = (_view: Uint8Array): void => undefined;
  let end = (_reason: string): void => undefined;
  const socket = await openSocket(target, { bytes: (view) => bytes(view), end: (reason) => end(reason) }, signal);
  const reader = new ResponseReader(target, socket);
  bytes = (view) => reader.push(view);
  end = (reason) => reader.end(reason);
  return reader;
}

const isChunked = ({ headers }: HttpHead): boolean =>
  headers.get('transfer-encoding')?.some((value) => /\bchunked\b/i.test(value)) ?? false;

const endsByClosing = ({ headers, minorVersion }: HttpHead): boolean =>
  minorVersion === 0 || (headers.get('connection')?.some((value) => /\bclose\b/i.test(value)) ?? false);

const headEnd = Buffer.from('\r\n\r\n');

class ResponseReader implements HttpConnection {
  readonly socket: RawSocket;
  readonly #target: SocketTarget;
  #pending: Buffer = Buffer.alloc(0);
  #ended: Error | undefined;
  #wake: (() => void) | undefined;
  #stream: { decoder: BodyDecoder; sink: BodySink } | undefined;

  constructor(target: SocketTarget, socket: RawSocket) {
    this.#target = target;
    this.socket = socket;
  }

  push(view: Uint8Array): void {
    if (this.#ended) return;
    if (this.#stream) return this.#toSink(view);
    if (this.#pending.length + view.length > limits.httpHead + limits.httpEarlyBody) {
      return this.#fail(errors.notHttp({ proxy: this.#target.proxy, reason: 'the answer is too long' }));
    }
    this.#pending = Buffer.concat([this.#pending, view]);
    this.#wake?.();
  }

  end(reason: string): void {
    const { proxy, port } = this.#target;
    this.#fail(errors.connectionLost({ server: proxy, port, reason }));
  }

  send(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  async readHead(): Promise<HttpHead> {
    for (;;) {
      const head = this.#takeHead();
      if (head && head.status >= 200) return head;
      if (!head) await this.#more();
    }
  }

  async readBody(head: HttpHead): Promise<Uint8Array> {
    if (isChunked(head)) return this.#readChunks();
    const length = Number(head.headers.get('content-length')?.[0] ?? (endsByClosing(head) ? Number.NaN : 0));
    if (Number.isNaN(length)) return this.#readToEnd();
    while (this.#pending.length < length) await this.#more();
    const body = this.#pending.subarray(0, length);
    this.#pending = this.#pending.subarray(length);
    return body;
  }

  /** A body that nothing but the end of the connection delimits. RFC 9112 6.3 */
  async #readToEnd(): Promise<Uint8Array> {
    while (!this.#ended) await this.#more().catch(() => undefined);
    return this.#pending;
  }

  async #readChunks(): Promise<Uint8Array> {
    const decoder = chunkedDecoder();
    const pieces: Uint8Array[] = [];
    let size = 0;
    const keep = (piece: Uint8Array): void => {
      size += piece.length;
      if (size > limits.httpBody) throw this.#notHttp('the body is too long');
      pieces.push(piece);
    };
    for (;;) {
      const bytes = this.#pending;
      this.#pending = Buffer.alloc(0);
      try {
        if (!decoder.push(bytes, keep)) return Buffer.concat(pieces);
      } catch (error) {
        throw error instanceof RangeError ? this.#notHttp(error.message) : error;
      }
      await this.#more();
    }
  }

  streamBody(head: HttpHead, sink: BodySink): void {
    const length = Number(head.headers.get('content-length')?.[0] ?? Number.POSITIVE_INFINITY);
    this.#stream = { decoder: isChunked(head) ? chunkedDecoder() : lengthDecoder(length), sink };
    const early = this.#pending;
    this.#pending = Buffer.alloc(0);
    if (early.length > 0) this.#toSink(early);
    if (this.#ended) sink.end(this.#ended);
  }

  onUnexpected(listener: (head: HttpHead | Error) => void): void {
    this.readHead().then(listener, listener);
  }

  finish(): void {
    this.socket.finish();
  }

  close(): void {
    this.socket.close();
  }

  #takeHead(): HttpHead | undefined {
    const end = this.#pending.indexOf(headEnd);
    if (end < 0) {
      if (this.#pending.length > limits.httpHead) throw this.#notHttp('the head never ends');
      return undefined;
    }
    const head = parseHttpHead(this.#pending.toString('latin1', 0, end));
    if (!head) throw this.#notHttp('the status line is not of HTTP/1.x');
    this.#pending = this.#pending.subarray(end + headEnd.length);
    return head;
  }

  #notHttp(reason: string): Error {
    const error = errors.notHttp({ proxy: this.#target.proxy, reason });
    this.#fail(error);
    return error;
  }

  #more(): Promise<void> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#wake = () => {
        this.#wake = undefined;
        if (this.#ended) reject(this.#ended);
        else resolve();
      };
    });
  }

  #toSink(view: Uint8Array): void {
    const { decoder, sink } = this.#stream!;
    try {
      if (!decoder.push(view, sink.bytes)) this.end('the proxy ended the channel');
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  #fail(error: Error): void {
    if (this.#ended) return;
    this.#ended = error;
    this.socket.close();
    this.#wake?.();
    this.#stream?.sink.end(error);
  }
}
