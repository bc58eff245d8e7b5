import { performance } from 'node:perf_hooks';
import { DateTime } from '../../dotnet/index.ts';
import type { Session } from '../../runtime/engine/session.ts';

/** The time by the host's clock; without one that of the machine, to the microsecond as .NET has it. */
export function now({ host }: Session): DateTime {
  return DateTime.fromUnixMilliseconds(host.clock ? host.clock.now() : performance.timeOrigin + performance.now());
}
