import { isWireError } from '@cutover/wire';
import { RpcStatus } from '@cutover/wire/rpc';
import { RpcFault } from './rpc-fault.ts';
import type { RpcConnection, RpcInterface } from './rpc-interface.ts';

/** What became of a call: the stub of its response, or the status of its fault with the error that it hides. */
export type CallOutcome = { readonly stub: Uint8Array } | { readonly status: number; readonly error?: unknown };

/** Lets a service answer; whatever it throws becomes a fault, never the end of the server. */
export async function callService(
  service: RpcInterface,
  connection: RpcConnection,
  call: { opnum: number; stub: Uint8Array },
): Promise<CallOutcome> {
  try {
    return { stub: await service.call(connection, call.opnum, call.stub) };
  } catch (error) {
    if (error instanceof RpcFault) return { status: error.status };
    if (isWireError(error)) return { status: RpcStatus.badStubData };
    return { status: RpcStatus.callFailed, error };
  }
}
