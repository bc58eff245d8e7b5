import { connect } from 'node:net';
import type { ClientWorld } from './client-options.ts';
import { sourceConnection } from './source-connection.ts';

/** Whether anything answers at an RPC proxy server; nobody signs in for it. */
export type SourceAnswers = (rpcProxyServer: string, options: { signal: AbortSignal }) => Promise<boolean>;

const longestWait = 5000;

/** Opens a connection to the server's port, and closes it. */
export function overTheNetwork(world: Pick<ClientWorld, 'connections'>): SourceAnswers {
  return (rpcProxyServer, { signal }) => {
    const { host = rpcProxyServer, port, scheme } = sourceConnection(world.connections, rpcProxyServer) ?? {};
    const socket = connect({ host, port: port ?? (scheme === 'http' ? 80 : 443), signal, timeout: longestWait });
    const { promise, resolve } = Promise.withResolvers<boolean>();
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('timeout', () => resolve(false));
    return promise.finally(() => socket.destroy());
  };
}
