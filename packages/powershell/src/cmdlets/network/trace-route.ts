import { numberOf, switchOf } from '../../runtime/binder/read-parameters.ts';
import { sleep } from '../time/sleep.ts';
import { type ConnectionTarget, hostName } from './connection-target.ts';
import { traceStatus } from './connection-objects.ts';
import { networkRecord } from './network-errors.ts';
import type { Echo } from './echo-with.ts';

const pingsOfHop = 3;
const pause = 50;
const mostHops = 128;
const size = 32;

/** Asks each router on the way by packets that live one hop longer than those before. Source: TestConnectionCommand.ProcessTraceroute. */
export function traceRoute(target: ConnectionTarget, echo: Echo): void {
  const { context, address, name } = target;
  const { parameters, out, session } = context;
  const most = numberOf(parameters, 'MaxHops') ?? mostHops;
  const isQuiet = switchOf(parameters, 'Quiet');
  let number = 1;
  for (let under = true; under && number <= most; number++) {
    const request = { size, hops: number, unfragmented: false };
    const first = echo(request);
    if (!first) return;
    const answerer = first.address === '' ? address : first.address;
    const hop = { number, hostName: hostName(context, answerer) ?? answerer };
    for (let count = 1; count <= pingsOfHop; count++) {
      const reply = count === 1 ? first : echo(request);
      if (reply && !isQuiet) out.write(traceStatus(target, hop, { reply, size, count }));
      sleep(session, pause);
    }
    under = first.status === 'TtlExpired' || first.status === 'TimedOut';
  }
  if (isQuiet) out.write(number <= most);
  else if (number > most) {
    context.writeError(networkRecord('MaxHopsExceeded', [name, String(most)], address));
  }
}
