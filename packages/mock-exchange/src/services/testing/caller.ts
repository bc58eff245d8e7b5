import type { Operation, RequestOf, ResponseOf } from '@cutover/wire';
import type { Account } from '../../organisation/account.ts';
import type { RpcConnection, RpcInterface } from '../../rpc-server/rpc-interface.ts';

const account: Account = {
  domain: 'CONTOSO',
  userName: 'administrator',
  userPrincipalName: 'administrator@contoso.com',
  password: '',
};

/** A connection of its own, as the RPC server would give it to a service. */
export function newConnection(port = 6004): RpcConnection {
  const { signal } = new AbortController();
  return { account, port, serverName: 'EXCH-MSG-1', signal, association: { id: 1, signal }, disturb: () => undefined };
}

/** Calls a service through its stubs, as a client would. */
export function callerOf(service: RpcInterface, connection: RpcConnection = newConnection()) {
  return async <O extends Operation>(operation: O, request: RequestOf<O>): Promise<ResponseOf<O>> => {
    const stub = await service.call(connection, operation.opnum, operation.request.encode(request));
    return operation.response.decode(stub) as ResponseOf<O>;
  };
}
