import type { Session } from '../../runtime/engine/session.ts';

/** What a wait needs of a session. */
interface Sleeper {
  readonly host: { readonly sleep?: Session['host']['sleep'] };
  readonly watch?: Pick<Session['watch'], 'poll'>;
}

/** How long a wait without a host's own lasts before it looks whether it has to stop. */
const slice = 25;

/** Waits on the host's clock; a stop of the session ends the wait. */
export function sleep({ host, watch }: Sleeper, milliseconds: number): void {
  if (milliseconds <= 0) return;
  if (host.sleep) return host.sleep(milliseconds);
  const cell = new Int32Array(new SharedArrayBuffer(4));
  for (let left = milliseconds; left > 0; left -= slice) {
    watch?.poll();
    Atomics.wait(cell, 0, 0, Math.min(slice, left));
  }
}
