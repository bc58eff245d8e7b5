import { type HttpHead } from './http-head.ts';
import { type RawSocket, type SocketTarget } from './socket.ts';
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
    close(): void;
}
/** Connects to the proxy. */
export declare function openHttpConnection(target: SocketTarget, signal: AbortSignal): Promise<HttpConnection>;
