import { type Infer, ndr } from '../ndr.ts';
import { defineInterface, defineOperation } from '../operation.ts';

/** Identity of an interface: what a bind names. C706 appendix N, rpc_if_id_t */
export const interfaceId = ndr.struct('RPC_IF_ID', { uuid: ndr.guid, majorVersion: ndr.u16, minorVersion: ndr.u16 });
/** An interface with its version. */
export type InterfaceId = Infer<typeof interfaceId>;

const interfaceIdVector = ndr.struct('RPC_IF_ID_VECTOR', {
  count: ndr.u32,
  ids: ndr.conformantArray(ndr.unique(interfaceId)),
});

/** Asks which interfaces the endpoint serves. */
const inquireInterfaceIds = defineOperation({
  name: 'rpc__mgmt_inq_if_ids',
  opnum: 0,
  request: {},
  response: { vector: ndr.unique(interfaceIdVector), status: ndr.u32 },
});

/** Asks for counters: calls in and out, packets in and out. */
const inquireStatistics = defineOperation({
  name: 'rpc__mgmt_inq_stats',
  opnum: 1,
  request: { count: ndr.u32 },
  response: { count: ndr.u32, statistics: ndr.conformantArray(ndr.u32), status: ndr.u32 },
});

const isServerListening = defineOperation({
  name: 'rpc__mgmt_is_server_listening',
  opnum: 2,
  request: {},
  response: { status: ndr.u32, listening: ndr.u32 },
});

const stopServerListening = defineOperation({
  name: 'rpc__mgmt_stop_server_listening',
  opnum: 3,
  request: {},
  response: { status: ndr.u32 },
});

/** Asks under which principal name the server authenticates itself by the given scheme. */
const inquirePrincipalName = defineOperation({
  name: 'rpc__mgmt_inq_princ_name',
  opnum: 4,
  request: { authentication: ndr.u32, room: ndr.u32 },
  response: { name: ndr.string8, status: ndr.u32 },
});

/** The interface that every endpoint has beside its own. C706 appendix Q */
export const mgmtInterface = defineInterface({
  name: 'MGMT',
  uuid: 'afa8bd80-7d8a-11c9-bef4-08002b102989',
  majorVersion: 1,
  minorVersion: 0,
  operations: {
    inquireInterfaceIds,
    inquireStatistics,
    isServerListening,
    stopServerListening,
    inquirePrincipalName,
  },
});
