import { migrationErrors } from '../errors.ts';
import type { EndpointRecord, EndpointSettings } from '../records/endpoint.ts';
import type { EngineContext } from './context.ts';

/** Name or GUID, without regard to case. */
export const isNamed = (identity: string, { name, guid }: { name: string; guid: string }): boolean =>
  name.toLowerCase() === identity.toLowerCase() || guid === identity.toLowerCase();

export const findEndpoint = ({ store }: EngineContext, identity: string): EndpointRecord | undefined =>
  store.endpoints.list().find((endpoint) => isNamed(identity, endpoint));

/** What a sealed endpoint password is bound to. */
export const endpointSecret = (endpointGuid: string): string => `migration endpoint ${endpointGuid}`;

export function createEndpoint(
  context: EngineContext,
  { password, ...settings }: EndpointSettings & { password: string },
): EndpointRecord {
  const { store, ids, clock, secrets, rules } = context;
  if (findEndpoint(context, settings.name)) throw migrationErrors.endpointNameTaken({ name: settings.name });
  const { concurrentMigrations, concurrentIncrementalSyncs } = rules;
  const maxConcurrentMigrations = settings.maxConcurrentMigrations ?? concurrentMigrations.default;
  const maxConcurrentIncrementalSyncs =
    settings.maxConcurrentIncrementalSyncs ?? Math.min(concurrentIncrementalSyncs.default, maxConcurrentMigrations);
  assertConnections('MaxConcurrentMigrations', maxConcurrentMigrations, concurrentMigrations.most);
  assertConnections('MaxConcurrentIncrementalSyncs', maxConcurrentIncrementalSyncs, concurrentIncrementalSyncs.most);
  assertIncremental(maxConcurrentIncrementalSyncs, maxConcurrentMigrations);
  const guid = ids.guid();
  const now = clock.now();
  const record: EndpointRecord = {
    ...settings,
    guid,
    endpointType: 'ExchangeOutlookAnywhere',
    acceptUntrustedCertificates: settings.acceptUntrustedCertificates ?? false,
    maxConcurrentMigrations,
    maxConcurrentIncrementalSyncs,
    sealedPassword: secrets.seal(password, endpointSecret(guid)),
    createdAt: now,
    modifiedAt: now,
  };
  store.endpoints.insert(record);
  return record;
}

function assertConnections(name: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw migrationErrors.tooManyConnections({ name, value, most });
  }
}

function assertIncremental(incremental: number, migrations: number): void {
  if (incremental > migrations) throw migrationErrors.incrementalOverMigrations({ incremental, migrations });
}

export function removeEndpoint(context: EngineContext, identity: string): void {
  const endpoint = findEndpoint(context, identity);
  if (endpoint === undefined) throw migrationErrors.endpointNotFound({ identity });
  const user = context.store.batches.list().find(({ endpointGuid }) => endpointGuid === endpoint.guid);
  if (user) throw migrationErrors.endpointInUse({ name: endpoint.name, batch: user.name });
  context.store.endpoints.remove(endpoint.guid);
}
