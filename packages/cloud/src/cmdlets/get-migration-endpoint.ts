import { getMigrationEndpoint, migrationErrors } from '@cutover/core';
import type { EndpointRecord } from '@cutover/migration';
import { implement } from '../implement.ts';
import { toMigrationEndpoint } from '../objects/to-migration-endpoint.ts';

export const handler = implement(getMigrationEndpoint, async function* ({ migration, writeError }, parameters) {
  const { ConnectionSettings: servers, Diagnostic, DiagnosticInfo, Identity, Type } = parameters;
  const shown = { diagnostic: Diagnostic === true || DiagnosticInfo !== undefined };
  if (Identity === undefined) {
    const endpoints = migration
      .endpoints()
      .filter((endpoint) => Type === undefined || endpoint.endpointType === Type)
      .filter((endpoint) => servers === undefined || reaches(endpoint, servers));
    return yield* endpoints.map((endpoint) => toMigrationEndpoint(endpoint, shown));
  }
  const endpoint = migration.findEndpoint(Identity);
  // A missing object is non-terminating in Exchange: the pipeline goes on with the next identity.
  if (endpoint) yield toMigrationEndpoint(endpoint, shown);
  else writeError(migrationErrors.endpointNotFound({ identity: Identity }), Identity);
});

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const reaches = (
  { exchangeServer, rpcProxyServer }: EndpointRecord,
  servers: { ExchangeServer: string; RpcProxyServer: string },
): boolean => isSame(exchangeServer, servers.ExchangeServer) && isSame(rpcProxyServer, servers.RpcProxyServer);
