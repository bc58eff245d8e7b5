import { createMgmt } from './mgmt/create-mgmt.ts';
import type { RpcInterface } from '../rpc-server/rpc-interface.ts';

/** Ports of the endpoint mapper, the information store, the referral service and the directory. [MS-OXCRPC] 2.1 */
export const rpcPorts = { endpointMapper: 593, informationStore: 6001, referral: 6002, directory: 6004 } as const;

/** Every interface of the server, in the order in which an endpoint lists them. */
export function createServices(): RpcInterface[] {
  const services: RpcInterface[] = [];
  const mgmt = createMgmt({
    ports: Object.values(rpcPorts),
    interfacesOn: (port) => services.filter((service) => service.ports.includes(port)),
  });
  services.push(mgmt);
  return services;
}
