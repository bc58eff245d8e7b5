import type { NameService } from '@cutover/outlook-anywhere';
import { sourceConnection, type SourceConnections, connectionsByName } from './source-connection.ts';

const plainHttp = 80;

/**
 * The names of overridden servers, for Autodiscover. Whoever overrides a server overrides its domain: other names in it do not
 * exist, so that no test and no rehearsal asks a stranger who owns the domain on the internet.
 */
export function sourceNames(connections: SourceConnections): NameService {
  const isOverridden = (host: string): boolean =>
    Object.keys(connectionsByName(connections)).some((name) => isInDomainOf(host.toLowerCase(), name.toLowerCase()));
  return {
    addressOf: (host, port) => {
      const known = sourceConnection(connections, host);
      if (known?.host !== undefined && port !== plainHttp) return { host: known.host, port: known.port, ca: known.ca };
      return isOverridden(host) ? null : undefined;
    },
    servicesOf: async (name) => (isOverridden(name.replace(/^_autodiscover\._tcp\./, '')) ? [] : undefined),
  };
}

/** Whether a host is the domain of a server, or lies in it. */
function isInDomainOf(host: string, server: string): boolean {
  const domain = server.slice(server.indexOf('.') + 1);
  return host === domain || host.endsWith(`.${domain}`);
}
