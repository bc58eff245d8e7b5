import { type TLSSocket } from 'node:tls';
/** Where to connect, and how the connection is protected. */
export interface SocketTarget {
    /** The proxy's public name: asked of DNS, named in errors, looked for in the certificate. */
    readonly proxy: string;
    /** What to connect to instead. */
    readonly host: string;
    readonly port: number;
    readonly tls: boolean;
    readonly ca?: string | readonly string[] | undefined;
    readonly acceptUntrustedCertificates: boolean;
}
/** What happens on a socket. The bytes are a view of a buffer that is used again when `bytes` returns. */
export interface SocketEvents {
    bytes(view: Uint8Array): void;
    /** Once: after the other side closed, the line broke or `close` was called. */
    end(reason: string): void;
}
/** A connected socket. */
export interface RawSocket {
    readonly remoteAddress: string;
    write(bytes: Uint8Array): void;
    close(): void;
    /** The peer's certificate in force, if there is one. */
    readonly tls: TLSSocket | undefined;
}
/** Connects to the target and, for TLS, checks the certificate. Reads go through one reused buffer, without streams. */
export declare function openSocket(target: SocketTarget, events: SocketEvents, signal: AbortSignal): Promise<RawSocket>;
