/** Status codes that RPC itself answers a call with. [C706] appendix E, [MS-ERREF] 2.2 */
export const RpcStatus = {
  accessDenied: 0x5,
  invalidTag: 0x6bd,
  serverUnavailable: 0x6ba,
  serverTooBusy: 0x6bb,
  callFailed: 0x6be,
  badStubData: 0x6f7,
  operationOutOfRange: 0x1c010002,
  unknownInterface: 0x1c010003,
  protocolError: 0x1c01000b,
  contextMismatch: 0x1c00001a,
  remoteNoMemory: 0x1c00001b,
} as const;
