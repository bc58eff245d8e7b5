import { DateTime } from '../../dotnet/index.ts';
import { once } from '../../dotnet/once.ts';
import type { Session } from '../../runtime/engine/session.ts';

/** The time by the host's clock; without one that of the machine, to the microsecond as .NET has it. */
export function now({ host }: Session): DateTime {
  return DateTime.fromUnixMilliseconds(host.clock ? host.clock.now() : machineTime());
}

/** Node's `performance` says the same, but takes as long to load as a short script to run. */
function machineTime(): number {
  const steady = steadyMilliseconds();
  const coarse = Number(new Date());
  const precise = ahead() + steady;
  return Math.abs(precise - coarse) < 2 ? precise : coarse;
}

function steadyMilliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** How far the machine's clock is ahead of the steady one; who sets it anew gets milliseconds. */
const ahead = once(() => Number(new Date()) - steadyMilliseconds());
