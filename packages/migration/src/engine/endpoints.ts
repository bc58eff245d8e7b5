import { migrationErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { EndpointChanges } from '../migration-service.ts';
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
  const { store, ids, clock, secrets } = context;
  if (findEndpoint(context, settings.name)) throw migrationErrors.endpointNameTaken({ name: settings.name });
  const connections = connectionsOf(context, settings);
  const guid = ids.guid();
  assertOrganisation(context, guid, connections);
  const now = clock.now();
  const record: EndpointRecord = {
    ...settings,
    guid,
    endpointType: 'ExchangeOutlookAnywhere',
    acceptUntrustedCertificates: settings.acceptUntrustedCertificates ?? false,
    autodiscovered: settings.autodiscovered ?? false,
    ...connections,
    sealedPassword: secrets.seal(password, endpointSecret(guid)),
    createdAt: now,
    modifiedAt: now,
  };
  store.endpoints.insert(record);
  return record;
}

type Connections = Pick<EndpointRecord, 'maxConcurrentMigrations' | 'maxConcurrentIncrementalSyncs'>;

/** The numbers of connections, those that are not given by the rules. */
function connectionsOf(
  { rules }: EngineContext,
  settings: { [K in keyof Connections]?: Connections[K] | undefined },
): Connections {
  const { concurrentMigrations, concurrentIncrementalSyncs } = rules;
  const maxConcurrentMigrations = settings.maxConcurrentMigrations ?? concurrentMigrations.default;
  const maxConcurrentIncrementalSyncs =
    settings.maxConcurrentIncrementalSyncs ?? Math.min(concurrentIncrementalSyncs.default, maxConcurrentMigrations);
  assertConnections('MaxConcurrentMigrations', maxConcurrentMigrations, concurrentMigrations.most);
  assertConnections('MaxConcurrentIncrementalSyncs', maxConcurrentIncrementalSyncs, concurrentIncrementalSyncs.most);
  assertIncremental(maxConcurrentIncrementalSyncs, maxConcurrentMigrations);
  return { maxConcurrentMigrations, maxConcurrentIncrementalSyncs };
}

/** All endpoints together may not take more than the organisation allows. */
function assertOrganisation({ store }: EngineContext, guid: string, connections: Connections): void {
  const others = store.endpoints.list().filter((endpoint) => endpoint.guid !== guid);
  const sum = others.reduce(
    (total, other) => total + other.maxConcurrentMigrations,
    connections.maxConcurrentMigrations,
  );
  const most = store.settings.get('maxConcurrentMigrations') ?? limits.concurrentMigrations;
  if (sum > most) throw migrationErrors.connectionsOfOrganisation({ sum, most });
}

export function changeEndpoint(
  context: EngineContext,
  identity: string,
  { password, ...changes }: EndpointChanges,
): EndpointRecord {
  const { store, clock, secrets } = context;
  const endpoint = findEndpoint(context, identity);
  if (endpoint === undefined) throw migrationErrors.endpointNotFound({ identity });
  const { guid } = endpoint;
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const connections = connectionsOf(context, { ...endpoint, ...given });
  assertOrganisation(context, guid, connections);
  store.endpoints.update(guid, {
    ...given,
    ...connections,
    ...(password !== undefined && { sealedPassword: secrets.seal(password, endpointSecret(guid)) }),
    modifiedAt: clock.now(),
  });
  return store.endpoints.get(guid)!;
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
