import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { serverKey } from './certificates.ts';

/** A server on loopback that does what a test tells it for each connection. */
export interface ScriptedServer extends AsyncDisposable {
  readonly port: number;
  /** Sockets that are open now. */
  readonly open: ReadonlySet<Socket>;
}

/** Listens on a free port; TLS if a certificate is given. `script` runs once for each connection. */
export async function scriptedServer(
  script: (socket: Socket) => unknown,
  options: { certificate?: string; tls?: TlsOptions } = {},
): Promise<ScriptedServer> {
  const open = new Set<Socket>();
  const accept = (socket: Socket): void => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    void script(socket);
    // A socket that nobody reads would not hear of its end.
    socket.resume();
  };
  const server = options.certificate
    ? createTlsServer({ ...options.tls, cert: options.certificate, key: serverKey }, accept)
    : createServer(accept);
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    open,
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
