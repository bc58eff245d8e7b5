import { readFileSync } from 'node:fs';
import { cloudErrors } from '../errors.ts';

/** Where a source server is really found: for tests and rehearsals, so that no hosts file has to be changed. */
export interface SourceConnection {
  /** Connects here instead of asking DNS. */
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  /** PEM certificates trusted instead of the system's authorities. */
  readonly ca?: string | undefined;
  /** `http` only for a server on the same machine. Default `https`. */
  readonly scheme?: 'https' | 'http' | undefined;
  /** URL of the management endpoint, by which the organisation behind this server is administered: a mock's. */
  readonly management?: string | undefined;
}

/** The overrides by the public name of the RPC proxy; names that are not listed are found as usual. */
export type ConnectionsByName = Readonly<Record<string, SourceConnection>>;

/** The overrides, or the path of the file in which `mock-exchange-2003 --ready-file` tells where it listens. */
export type SourceConnections = ConnectionsByName | string;

/** The override for a server, whatever the case of its name. */
export function sourceConnection(connections: SourceConnections, server: string): SourceConnection | undefined {
  const wanted = server.toLowerCase();
  return Object.entries(connectionsByName(connections)).find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** The overrides as they are now. */
export const connectionsByName = (connections: SourceConnections): ConnectionsByName =>
  typeof connections === 'string' ? readReadyFile(connections) : connections;

/** The management endpoint of the organisation that has one of these servers. */
export const managementAddress = (connections: SourceConnections, ...servers: readonly string[]): string | undefined =>
  servers.map((server) => sourceConnection(connections, server)?.management).find((url) => url !== undefined);

/** Read for each connection: a mock that was started again listens elsewhere. */
function readReadyFile(path: string): ConnectionsByName {
  try {
    const ready = JSON.parse(readFileSync(path, 'utf8')) as {
      rpcProxyServer: string;
      exchangeServer: string;
      hosts?: readonly string[];
      url: string;
      urls?: { management?: string };
      certificateAuthority: string;
    };
    const { hostname: host, port } = new URL(ready.url);
    const management = ready.urls?.management;
    const proxy = { host, port: Number(port), ca: ready.certificateAuthority, management };
    const { hosts = [ready.rpcProxyServer], exchangeServer } = ready;
    return Object.fromEntries([...hosts, exchangeServer].map((name) => [name, { ...proxy }]));
  } catch (cause) {
    throw cloudErrors.readyFileUnreadable({ path }, { cause });
  }
}
