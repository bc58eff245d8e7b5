import type { Clock } from '@cutover/base';
import type { FaultInjector } from '../faults/fault-injector.ts';
import type { Journal } from '../journal/journal.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { type ExchangeProfile, exchangeProfiles } from '../profiles/exchange-profile.ts';
import type { RpcInterface } from '../rpc-server/rpc-interface.ts';
import type { InformationStore } from '../store/information-store.ts';
import { AsyncSessions, createAsyncEmsmdb } from './emsmdb/create-async-emsmdb.ts';
import { createEmsmdb } from './emsmdb/create-emsmdb.ts';
import { createEpm } from './epm/create-epm.ts';
import { createMgmt } from './mgmt/create-mgmt.ts';
import { createNspi } from './nspi/create-nspi.ts';
import { createRfr } from './rfr/create-rfr.ts';

/** Ports of the endpoint mapper, the information store, the referral service and the directory. [MS-OXCRPC] 2.1 */
export const rpcPorts = { endpointMapper: 593, informationStore: 6001, referral: 6002, directory: 6004 } as const;

/** What the services serve. */
export interface ServedWorld {
  readonly organisation: () => Organisation;
  /** Changes the organisation, where a client may. */
  readonly change?: ((parts: Partial<Organisation>) => void) | undefined;
  readonly store: InformationStore;
  /** Exchange 2003 unless told. */
  readonly profile?: ExchangeProfile;
  readonly clock: Clock;
  readonly faults?: FaultInjector;
  readonly journal?: Journal | undefined;
}

/** Every interface of the server, in the order in which an endpoint lists them. */
export function createServices(world: ServedWorld): RpcInterface[] {
  const { organisation, store, profile = exchangeProfiles['2003'], clock, faults, journal } = world;
  const { version } = profile;
  const ports = [rpcPorts.informationStore];
  const asyncSessions = profile.name === '2003' ? undefined : new AsyncSessions();
  const applications = [
    createEmsmdb({ ports, organisation, store, version, clock, faults, journal, asyncSessions }),
    ...(asyncSessions === undefined ? [] : [createAsyncEmsmdb({ ports, sessions: asyncSessions, clock })]),
    createRfr({ ports: [rpcPorts.referral], organisation }),
    createNspi({ ports: [rpcPorts.directory], organisation, change: world.change }),
  ];
  const endpointMapper = createEpm({ ports: [rpcPorts.endpointMapper], services: () => applications });
  const services: RpcInterface[] = [endpointMapper, ...applications];
  const mgmt = createMgmt({
    ports: Object.values(rpcPorts),
    interfacesOn: (port) => services.filter((service) => service.ports.includes(port)),
  });
  services.push(mgmt);
  return services;
}
