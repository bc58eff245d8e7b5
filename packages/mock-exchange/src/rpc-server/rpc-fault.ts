import { RpcStatus } from '@cutover/wire/rpc';

/**
 * Thrown by a service to answer a call by a fault PDU instead of a response. For a stub that cannot be read a WireError
 * does as well. [C706] 12.6.4.7
 */
export class RpcFault extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`RPC fault 0x${status.toString(16)}`);
    this.name = 'RpcFault';
    this.status = status;
  }
}

/** The interface has no such operation. */
export const operationOutOfRange = (): RpcFault => new RpcFault(RpcStatus.operationOutOfRange);
/** A parameter is out of its range. */
export const badStubData = (): RpcFault => new RpcFault(RpcStatus.badStubData);
/** The caller may not. */
export const accessDenied = (): RpcFault => new RpcFault(RpcStatus.accessDenied);
/** The handle is not one that the server has given on this connection. */
export const contextMismatch = (): RpcFault => new RpcFault(RpcStatus.contextMismatch);
