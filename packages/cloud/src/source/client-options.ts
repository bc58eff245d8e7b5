import type { Clock, Ids, Random } from '@cutover/base';
import type { EndpointSettings } from '@cutover/migration';
import type { OutlookAnywhereOptions } from '@cutover/outlook-anywhere';
import { sourceConnection, type SourceConnections } from './source-connection.ts';

/** What the client needs besides an endpoint's settings. */
export interface ClientWorld {
  readonly connections: SourceConnections;
  /** The machine's clock: time-outs count real time, whatever the organisation's clock says. */
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
}

/** How the Outlook Anywhere client reaches the source that an endpoint describes. */
export function clientOptions(
  endpoint: Omit<EndpointSettings, 'name'>,
  password: string,
  world: ClientWorld,
): OutlookAnywhereOptions {
  const override = sourceConnection(world.connections, endpoint.rpcProxyServer);
  return {
    exchangeServer: endpoint.exchangeServer,
    rpcProxyServer: endpoint.rpcProxyServer,
    credential: { userName: endpoint.username, password },
    authentication: endpoint.authentication,
    address: override && { host: override.host, port: override.port },
    security: {
      scheme: override?.scheme,
      ca: override?.ca,
      acceptUntrustedCertificates: endpoint.acceptUntrustedCertificates,
    },
    clock: world.clock,
    random: world.random,
    ids: world.ids,
  };
}
