import { ndr } from '../ndr.ts';
import { defineInterface, defineOperation } from '../operation.ts';

/** Three words of a version; `normalizeVersion` makes them. [MS-OXCRPC] 3.1.4.1.3 */
const version = ndr.fixedArray(ndr.u16, 3);

/** Opens a session; the handle it answers goes with every other call. [MS-OXCRPC] 3.1.4.1 */
export const connectEx = defineOperation({
  name: 'EcDoConnectEx',
  opnum: 10,
  request: {
    userDN: ndr.string8,
    /** 1 asks for the rights of an administrator. */
    flags: ndr.u32,
    connectionModulus: ndr.u32,
    limit: ndr.u32,
    codePage: ndr.u32,
    stringLocale: ndr.u32,
    sortLocale: ndr.u32,
    linkedSession: ndr.u32,
    canConvertCodePages: ndr.u16,
    clientVersion: version,
    timestamp: ndr.u32,
    auxIn: ndr.conformantBytes,
    auxInSize: ndr.u32,
    auxOutRoom: ndr.u32,
  },
  response: {
    session: ndr.contextHandle,
    pollsMax: ndr.u32,
    retryCount: ndr.u32,
    retryDelay: ndr.u32,
    sessionIndex: ndr.u16,
    dnPrefix: ndr.unique(ndr.string8),
    displayName: ndr.unique(ndr.string8),
    serverVersion: version,
    bestVersion: version,
    timestamp: ndr.u32,
    auxOut: ndr.conformantVaryingBytes,
    auxOutSize: ndr.u32,
    result: ndr.u32,
  },
});

/** Carries ROPs; `input` and `output` are payloads behind RPC_HEADER_EXT. [MS-OXCRPC] 3.1.4.2 */
export const rpcExt2 = defineOperation({
  name: 'EcDoRpcExt2',
  opnum: 11,
  request: {
    session: ndr.contextHandle,
    /** `rpcExt2Flag`. */
    flags: ndr.u32,
    input: ndr.conformantBytes,
    inputSize: ndr.u32,
    outputRoom: ndr.u32,
    auxIn: ndr.conformantBytes,
    auxInSize: ndr.u32,
    auxOutRoom: ndr.u32,
  },
  response: {
    session: ndr.contextHandle,
    flags: ndr.u32,
    output: ndr.conformantVaryingBytes,
    outputSize: ndr.u32,
    auxOut: ndr.conformantVaryingBytes,
    auxOutSize: ndr.u32,
    transactionTime: ndr.u32,
    result: ndr.u32,
  },
});

/** What a client asks of the answer to `rpcExt2`. */
export const rpcExt2Flag = { noCompression: 1, noXorMagic: 2, chain: 4 } as const;

/** Ends a session. [MS-OXCRPC] 3.1.4.3 */
export const disconnect = defineOperation({
  name: 'EcDoDisconnect',
  opnum: 1,
  request: { session: ndr.contextHandle },
  response: { session: ndr.contextHandle, result: ndr.u32 },
});

/** Does nothing, on the binding itself. [MS-OXCRPC] 3.1.4.6 */
export const dummyRpc = defineOperation({
  name: 'EcDummyRpc',
  opnum: 6,
  request: {},
  response: { result: ndr.u32 },
});

/** Asks to be told by UDP that something is waiting. [MS-OXCRPC] 3.1.4.5 */
export const registerPushNotification = defineOperation({
  name: 'EcRRegisterPushNotification',
  opnum: 4,
  request: {
    session: ndr.contextHandle,
    rpc: ndr.u32,
    context: ndr.conformantBytes,
    contextSize: ndr.u16,
    adviseBits: ndr.u32,
    callbackAddress: ndr.conformantBytes,
    callbackAddressSize: ndr.u16,
  },
  response: { session: ndr.contextHandle, notification: ndr.u32, result: ndr.u32 },
});

/** The information store's interface, as far as clients of Exchange 2003 use it. [MS-OXCRPC] 3.1.4 */
export const emsmdb = defineInterface({
  name: 'emsmdb',
  uuid: 'a4f1db00-ca47-1067-b31f-00dd010662da',
  majorVersion: 0,
  minorVersion: 81,
  operations: { disconnect, registerPushNotification, dummyRpc, connectEx, rpcExt2 },
});

/** Opens the way to a call that waits; Exchange 2007 and later have it. [MS-OXCRPC] 3.1.4.4 */
export const asyncConnectEx = defineOperation({
  name: 'EcDoAsyncConnectEx',
  opnum: 14,
  request: { session: ndr.contextHandle },
  response: { asyncSession: ndr.contextHandle, result: ndr.u32 },
});

/** The interface as Exchange 2007 has it. */
export const emsmdb2007 = defineInterface({ ...emsmdb, operations: { ...emsmdb.operations, asyncConnectEx } });

/** Set in the answer to `asyncWaitEx` when notifications wait for the next call. */
export const notificationPending = 1;

/** Is answered when notifications wait, or after some minutes without. [MS-OXCRPC] 3.3.4.1 */
export const asyncWaitEx = defineOperation({
  name: 'EcDoAsyncWaitEx',
  opnum: 0,
  request: { asyncSession: ndr.contextHandle, flags: ndr.u32 },
  response: { flags: ndr.u32, result: ndr.u32 },
});

/** The interface of the call that waits. [MS-OXCRPC] 3.3 */
export const asyncEmsmdb = defineInterface({
  name: 'AsyncEMSMDB',
  uuid: '5261574a-4572-206e-b268-6b199213b4e4',
  majorVersion: 0,
  minorVersion: 1,
  operations: { asyncWaitEx },
});
