import { type InterfaceId, mgmtInterface } from '@cutover/wire/mgmt';
import { accessDenied } from '../../rpc-server/rpc-fault.ts';
import type { RpcInterface } from '../../rpc-server/rpc-interface.ts';
import { implementInterface } from '../../rpc-server/implement-interface.ts';

const success = 0;
const isListening = 1;

/** rpc_s_unknown_auth_service is what Windows says for a scheme that has no principal. [MS-ERREF] 2.2 */
const unknownAuthenticationService = 0x6d3;

/** Four counters are defined; a server of a test that counts none answers zeros. [C706] appendix Q */
const counters = 4;

/** The management interface that every endpoint has beside its own: tells a client what is served there. */
export function createMgmt(options: {
  ports: readonly number[];
  interfacesOn: (port: number) => readonly InterfaceId[];
}): RpcInterface {
  return implementInterface(mgmtInterface, {
    ports: options.ports,
    handlers: {
      inquireInterfaceIds: ({ port }) => {
        const ids = [...options.interfacesOn(port)];
        return { vector: { count: ids.length, ids }, status: success };
      },
      inquireStatistics: (_connection, { count }) => {
        const statistics = Array.from({ length: Math.min(count, counters) }, () => 0);
        return { count: statistics.length, statistics, status: success };
      },
      isServerListening: () => ({ status: success, listening: isListening }),
      // Nobody stops an Exchange server from afar.
      stopServerListening: () => {
        throw accessDenied();
      },
      inquirePrincipalName: () => ({ name: '', status: unknownAuthenticationService }),
    },
  });
}
