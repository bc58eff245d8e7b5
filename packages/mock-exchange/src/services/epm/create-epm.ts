import { emptyGuid, isWireError } from '@cutover/wire';
import { emsmdb } from '@cutover/wire/emsmdb';
import { type Endpoint, endpointOf, epmInterface, epmStatus, floorProtocol, tower, towerOf } from '@cutover/wire/epm';
import { nspiInterface } from '@cutover/wire/nspi';
import { rfrInterface } from '@cutover/wire/rfr';
import type { RpcInterface } from '../../rpc-server/rpc-interface.ts';
import { limits } from '../../limits.ts';
import { implementInterface } from '../../rpc-server/implement-interface.ts';
import { handleAt, noHandle, placeOf } from './endpoint-handle.ts';
import { findEndpoints, mapEndpoint } from './find-endpoints.ts';

/** What the services of Exchange write beside their endpoints. */
const annotations: Readonly<Record<string, string>> = {
  [emsmdb.uuid]: 'Exchange Server STORE EMSMDB Interface',
  [nspiInterface.uuid]: 'MS NT Directory NSP Interface',
  [rfrInterface.uuid]: 'MS Exchange Directory RFR Interface',
};

interface Registered extends Endpoint {
  readonly annotation: string;
}

export interface EpmOptions {
  readonly ports: readonly number[];
  /** The services whose endpoints are told, this one and MGMT not among them. */
  readonly services: () => readonly RpcInterface[];
  /** IPv4 address that towers carry. */
  readonly address?: readonly [number, number, number, number];
}

function registered({ services, address = [127, 0, 0, 1] }: EpmOptions): Registered[] {
  return services().flatMap(({ uuid, majorVersion, minorVersion, ports }) =>
    ports.map((port) => ({
      interfaceUuid: uuid.toLowerCase(),
      majorVersion,
      minorVersion,
      transport: floorProtocol.http,
      port,
      address: Uint8Array.from(address),
      annotation: annotations[uuid] ?? '',
    })),
  );
}

const octetsOf = (endpoint: Endpoint): Uint8Array => tower.encode(towerOf(endpoint));

/** The endpoint that the client's tower asks for; undefined for a tower that cannot be read or is of another make. */
function askedEndpoint(octets: Uint8Array | null): Endpoint | undefined {
  if (octets === null) return undefined;
  try {
    return endpointOf(tower.decode(octets, { trailing: 'ignore' }));
  } catch (error) {
    if (isWireError(error)) return undefined;
    throw error;
  }
}

/** The part of a list that one answer holds, and the handle by which the rest is asked for. */
function page<T>(all: readonly T[], from: number, most: number) {
  const elements = all.slice(from, from + Math.min(most, limits.endpointsPerAnswer));
  const next = from + elements.length;
  return { elements, handle: next < all.length && elements.length > 0 ? handleAt(next) : noHandle };
}

/** The endpoint mapper: tells at which ports the services of the server listen. C706 appendix O */
export function createEpm(options: EpmOptions): RpcInterface {
  return implementInterface(epmInterface, {
    ports: options.ports,
    handlers: {
      lookup: (_connection, request) => {
        const { handle, maxEntries } = request;
        const found = findEndpoints(registered(options), request) as readonly Registered[] | undefined;
        const room = Math.min(maxEntries, limits.endpointsPerAnswer);
        const nothing = { handle: noHandle, count: 0, entries: { room, elements: [] } };
        if (found === undefined) return { ...nothing, status: epmStatus.cannotPerform };
        const { elements, handle: next } = page(found, placeOf(handle), maxEntries);
        if (elements.length === 0) return { ...nothing, status: epmStatus.notRegistered };
        const entries = elements.map((endpoint) => ({
          object: emptyGuid,
          tower: octetsOf(endpoint),
          annotation: endpoint.annotation,
        }));
        return { handle: next, count: entries.length, entries: { room, elements: entries }, status: epmStatus.ok };
      },
      map: (_connection, { tower: octets, handle, maxTowers }) => {
        const asked = askedEndpoint(octets);
        const found = asked === undefined ? [] : mapEndpoint(registered(options), asked);
        const { elements, handle: next } = page(found.map(octetsOf), placeOf(handle), maxTowers);
        const status = elements.length === 0 ? epmStatus.notRegistered : epmStatus.ok;
        const room = Math.min(maxTowers, limits.endpointsPerAnswer);
        return { handle: next, count: elements.length, towers: { room, elements }, status };
      },
      freeLookupHandle: (_connection, { handle }) => {
        placeOf(handle);
        return { handle: noHandle, status: epmStatus.ok };
      },
    },
  });
}
