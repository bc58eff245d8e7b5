import { getMigrationEndpoint, migrationErrors } from '@cutover/core';
import { implement } from '../implement.ts';
import { toMigrationEndpoint } from '../objects/to-migration-endpoint.ts';

export const handler = implement(getMigrationEndpoint, async function* ({ migration, writeError }, { Identity, Type }) {
  if (Identity === undefined) {
    const endpoints = migration.endpoints().filter((endpoint) => Type === undefined || endpoint.endpointType === Type);
    return yield* endpoints.map(toMigrationEndpoint);
  }
  const endpoint = migration.findEndpoint(Identity);
  // A missing object is non-terminating in Exchange: the pipeline goes on with the next identity.
  if (endpoint) yield toMigrationEndpoint(endpoint);
  else writeError(migrationErrors.endpointNotFound({ identity: Identity }), Identity);
});
