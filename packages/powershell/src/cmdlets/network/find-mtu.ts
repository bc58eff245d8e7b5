import { isIPv6 } from 'node:net';
import type { EchoReply } from '../../host/network.ts';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import { IpAddress } from '../../runtime/types/network-type-table.ts';
import { sleep } from '../time/sleep.ts';
import { mtuStatus } from './connection-objects.ts';
import type { ConnectionTarget } from './connection-target.ts';
import { networkRecord } from './network-errors.ts';
import type { Echo } from './echo-with.ts';

const pause = 100;
const mostHops = 128;
const tries = 4;

/** Halves the span between what gets through whole and what does not. Source: TestConnectionCommand.ProcessMTUSize. */
export function findMtu(target: ConnectionTarget, echo: Echo): void {
  const { context, address } = target;
  let [low, current, high] = [isIPv6(address) ? 1280 : 68, 1473, 10_000];
  let whole: EchoReply | undefined;
  for (let attempt = 1; low < high - 1; sleep(context.session, pause)) {
    const reply = echo({ size: current, hops: mostHops, unfragmented: true });
    if (!reply) return;
    if (reply.status === 'Success') [low, whole] = [current, reply];
    else if (reply.status === 'PacketTooBig' || reply.status === 'TimedOut') high = current;
    else if (attempt++ < tries) continue;
    else return context.writeError(networkRecord('NoPingResult', [address, reply.status], new IpAddress(address)));
    attempt = 1;
    current = Math.floor((low + high) / 2);
  }
  if (switchOf(context.parameters, 'Quiet')) return context.out.write(current);
  if (!whole) return context.writeError(networkRecord('MtuTimedOut', [address]));
  context.out.write(mtuStatus(target, whole, current));
}
