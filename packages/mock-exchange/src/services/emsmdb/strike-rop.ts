import { errorCode, type Rop, rops } from '@cutover/wire/rop';
import { RpcStatus } from '@cutover/wire/rpc';
import type { FaultEffect } from '../../faults/fault.ts';
import { RpcFault } from '../../rpc-server/rpc-fault.ts';
import type { Execution } from './execution.ts';
import { RopFailure } from './rop-failure.ts';

/** What a fault of the plan answers: nothing that the client could help. */
export class RopFault extends RopFailure {}

/** Lets the faults of a plan strike a ROP before it is executed; throws what the ROP is answered by instead. */
export function strikeRop(
  { context, session, connection }: Execution,
  { rop, mailbox }: { rop: Rop; mailbox: string | undefined },
): void {
  if (!context.faults?.watches('rop')) return;
  const effects = context.faults.strike({ place: 'rop', name: rop.name, account: session.account, mailbox });
  if (effects.length > 0) connection.disturb(effects);
  for (const effect of effects) assertExecutes(effect, rop);
}

function assertExecutes(effect: FaultEffect, rop: Rop): void {
  if (effect.kind === 'resetConnection') throw new RpcFault(RpcStatus.callFailed);
  if (effect.kind === 'rpcFault') throw new RpcFault(effect.status);
  if (effect.kind === 'returnValue') throw new RopFault(effect.code);
  if (effect.kind !== 'backOff') return;
  const hasTime = rop === rops.fastTransferSourceGetBuffer;
  throw new RopFault(errorCode.serverBusy, hasTime ? { backoffTime: effect.milliseconds } : undefined);
}
