import type { InterfaceDefinition, Operation, RequestOf, ResponseOf } from '@cutover/wire';
import type { RpcConnection, RpcInterface } from './rpc-interface.ts';
import { operationOutOfRange } from './rpc-fault.ts';

/** One function for each operation that is served; an operation without one is answered as out of range. */
export type OperationHandlers<O extends Record<string, Operation>> = {
  readonly [K in keyof O]?: (
    connection: RpcConnection,
    request: RequestOf<O[K]>,
  ) => ResponseOf<O[K]> | Promise<ResponseOf<O[K]>>;
};

/** Finds a call by its number. */
export function operationsByNumber({ operations }: InterfaceDefinition): RpcInterface['operation'] {
  const byNumber = new Map(Object.values(operations).map((operation) => [operation.opnum, operation]));
  return (opnum) => byNumber.get(opnum);
}

interface Served {
  readonly operation: Operation;
  readonly handle: (connection: RpcConnection, request: unknown) => unknown;
}

/** Makes an RpcInterface of an interface's table of operations and the functions that answer them. */
export function implementInterface<O extends Record<string, Operation>>(
  definition: InterfaceDefinition<O>,
  options: { ports: readonly number[]; handlers: OperationHandlers<O> },
): RpcInterface {
  const byOpnum = new Map<number, Served>();
  for (const [name, operation] of Object.entries(definition.operations)) {
    const handle = options.handlers[name] as Served['handle'] | undefined;
    if (handle) byOpnum.set(operation.opnum, { operation, handle });
  }
  const { name, uuid, majorVersion, minorVersion } = definition;
  return {
    name,
    uuid,
    majorVersion,
    minorVersion,
    ports: options.ports,
    operation: operationsByNumber(definition),
    call: async (connection, opnum, stub) => {
      const served = byOpnum.get(opnum);
      if (served === undefined) throw operationOutOfRange();
      // Some clients send more than the parameters need: what follows them is not looked at.
      const request = served.operation.request.decode(stub, { trailing: 'ignore' });
      return served.operation.response.encode(await served.handle(connection, request));
    },
  };
}
