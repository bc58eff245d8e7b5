import type { Clock } from '@cutover/base';
import type { MigrationService } from '@cutover/migration';
import { limits } from '../limits.ts';
import type { EmulatorClock } from './emulator-clock.ts';

export interface PassingTime {
  readonly clock: EmulatorClock;
  readonly migration: Pick<MigrationService, 'untilIdle' | 'isAsleep'>;
  /** The machine's clock: work takes real time, whatever the organisation's clock says. */
  readonly machine: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Puts the organisation's clock forward, and has everything that falls due on the way done at its own time: three days are three daily
 * syncs, not one. Resolves when what is due at the end is done, too.
 */
export async function letTimePass(duration: number, passing: PassingTime): Promise<void> {
  const { clock, signal } = passing;
  const end = clock.now() + duration;
  await settle(passing, end);
  for (let next = clock.nextWake; next !== undefined && next < end; next = clock.nextWake) {
    signal?.throwIfAborted();
    clock.moveTo(next);
    await settle(passing, end);
  }
  clock.moveTo(end);
  await settle(passing, end);
}

/** Until nothing is due, or all that is left sleeps until a later time. */
async function settle({ clock, machine, migration, signal }: PassingTime, end: number): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    if (await isIdleSoon({ machine, migration, signal })) return;
    // Work that waits before it tries again goes on when its time has come.
    const { nextWake } = clock;
    if (migration.isAsleep() && nextWake !== undefined && nextWake <= end) return;
  }
}

async function isIdleSoon({ machine, migration, signal }: Omit<PassingTime, 'clock'>): Promise<boolean> {
  const over = new AbortController();
  const either = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
  const idle = migration.untilIdle({ signal: either }).then(() => true);
  const later = machine.sleep(limits.idleLook, { signal: either }).then(() => false);
  try {
    return await Promise.race([idle, later]);
  } finally {
    over.abort();
    await Promise.allSettled([idle, later]);
  }
}
