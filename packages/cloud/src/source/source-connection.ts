/** Where a source server is really found: for tests and rehearsals, so that no hosts file has to be changed. */
export interface SourceConnection {
  /** Connects here instead of asking DNS. */
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  /** PEM certificates trusted instead of the system's authorities. */
  readonly ca?: string | undefined;
  /** `http` only for a server on the same machine. Default `https`. */
  readonly scheme?: 'https' | 'http' | undefined;
}

/** The overrides by the public name of the RPC proxy; names that are not listed are found as usual. */
export type SourceConnections = Readonly<Record<string, SourceConnection>>;

/** The override for a proxy, whatever the case of its name. */
export function sourceConnection(connections: SourceConnections, rpcProxyServer: string): SourceConnection | undefined {
  const wanted = rpcProxyServer.toLowerCase();
  return Object.entries(connections).find(([name]) => name.toLowerCase() === wanted)?.[1];
}
