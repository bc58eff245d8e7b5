import { type Socket } from 'node:net';
/** A server on loopback that does what a test tells it for each connection. */
export interface ScriptedServer extends AsyncDisposable {
    readonly port: number;
    /** Sockets that are open now. */
    readonly open: ReadonlySet<Socket>;
}
/** Listens on a free port; TLS if a certificate is given. `script` runs once for each connection. */
export declare function scriptedServer(script: (socket: Socket) => unknown, options?: {
    certificate?: string;
}): Promise<ScriptedServer>;
