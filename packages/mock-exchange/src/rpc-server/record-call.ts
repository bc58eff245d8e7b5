import { RpcStatus } from '@cutover/wire/rpc';
import type { Operation } from '@cutover/wire';
import type { Journal } from '../journal/journal.ts';
import type { Account } from '../organisation/account.ts';
import type { CallOutcome } from './call-service.ts';
import type { RpcInterface } from './rpc-interface.ts';

interface AnsweredCall {
  readonly service: RpcInterface;
  readonly opnum: number;
  readonly stub: Uint8Array;
  readonly account: Account;
  readonly outcome: CallOutcome;
  /** Whether a fault of the plan had its part in the outcome: then the client is not to blame. */
  readonly isDisturbed: boolean;
}

const notUnderstood: ReadonlySet<number> = new Set([
  RpcStatus.operationOutOfRange,
  RpcStatus.badStubData,
  RpcStatus.callFailed,
]);

/** Tells the journal of a call; its request is decoded when somebody looks at it. */
export function recordCall(journal: Journal, call: AnsweredCall): void {
  const { service, opnum, stub, account, outcome, isDisturbed } = call;
  const operation = service.operation(opnum);
  const fault = 'status' in outcome ? outcome.status : undefined;
  const bytes = Uint8Array.from(stub);
  journal.record({
    kind: 'call',
    interface: service.name,
    operation: operation?.name ?? `${service.name} ${opnum}`,
    account: account.userName,
    get request() {
      return operation && decode(operation, bytes);
    },
    fault,
    isUnexpected: !isDisturbed && fault !== undefined && notUnderstood.has(fault),
  });
}

function decode(operation: Operation, stub: Uint8Array): unknown {
  try {
    return operation.request.decode(stub, { trailing: 'ignore' });
  } catch {
    return undefined;
  }
}
