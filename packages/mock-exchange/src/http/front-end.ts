import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { mockErrors } from '../errors.ts';
import { reasonOf } from '../reason-of.ts';

/** A listening socket and the connections that came by it. */
export interface Listener {
  readonly port: number;
  /** Drops every connection and goes on listening. */
  drop?(): void;
  /** Stops listening and drops every connection. */
  close(): Promise<void>;
}

/** Where to listen; with `tls`, connections are encrypted by this certificate. */
export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly tls?: Pick<
    TlsOptions,
    'requestCert' | 'rejectUnauthorized' | 'ca' | 'minVersion' | 'maxVersion' | 'ciphers'
  > & {
    readonly key: string;
    readonly cert: string;
  };
}

/** Listens for connections; node:http is not used, as its parser refuses RPC_IN_DATA and RPC_OUT_DATA. */
export async function listen(options: ListenOptions, accept: (socket: Socket) => void): Promise<Listener> {
  const server = options.tls ? createTlsServer(options.tls, accept) : createServer(accept);
  const sockets = trackSockets(server);
  await startListening(server, options);
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    drop,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      drop();
      await closed;
    },
  };
}

async function startListening(server: Server, { host, port }: ListenOptions): Promise<void> {
  server.listen({ host, port });
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw mockErrors.cannotListen({ host, port, reason: reasonOf(cause) }, { cause });
  }
}

/** Every socket below the server, those in a TLS handshake too. */
function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return sockets;
}
