import { type Clock, steppedClock } from '@cutover/base';
import type { BackendMessage } from '@cutover/core/metadata';
import type { Host } from '@cutover/powershell';
import { describe, expect, test } from 'vitest';
import { RehearsalTime } from './rehearsal-time.ts';
import type { SyncBackend } from './sync-backend.ts';

const begun = Date.UTC(2026, 2, 2, 12);
const hour = 3_600_000;

/** An organisation with a clock, and a host on a machine that both only pass time when told to. */
function world(
  clock: { mode: 'Real' | 'Scaled' | 'Stepped'; factor?: number; ahead?: number } | undefined,
  machine: Clock = steppedClock(begun),
) {
  const calls: string[] = [];
  const slept: number[] = [];
  let ahead = clock?.ahead ?? 0;
  const backend: SyncBackend = {
    *invoke(cmdlet, parameters): Iterable<BackendMessage> {
      calls.push(cmdlet);
      if (!clock || !cmdlet.endsWith('-EmulatorClock')) return;
      ahead += Number(parameters['Advance'] ?? 0);
      const record = { Mode: clock.mode, Factor: clock.factor ?? 1, UtcNow: new Date(begun + ahead), NextEvent: null };
      yield { kind: 'record', record };
    },
  };
  const host: Host = {
    write: () => undefined,
    writeError: () => undefined,
    width: 80,
    sleep: (ms) => void slept.push(ms),
  };
  const time = new RehearsalTime({ backend, host, machine });
  return { calls, slept, host: time.host(), use: () => [...time.backend.invoke('Get-MigrationBatch', {})] };
}

describe('the time of a script', () => {
  test('is the machine’s before a cmdlet of the organisation was used, and nothing is asked', () => {
    const { calls, host, slept } = world({ mode: 'Stepped', ahead: hour });
    host.sleep!(1000);
    expect([host.clock, slept, calls]).toEqual([undefined, [1000], []]);
  });

  test('is the machine’s while the organisation’s is real', () => {
    const { host, slept, use } = world({ mode: 'Real' });
    use();
    host.sleep!(1000);
    expect([host.clock, slept]).toEqual([undefined, [1000]]);
  });

  test('passes at once where time is stepped', () => {
    const { host, slept, use } = world({ mode: 'Stepped' });
    use();
    expect(host.clock!.now()).toBe(begun);
    host.sleep!(24 * hour);
    expect(host.clock!.now()).toBe(begun + 24 * hour);
    expect(slept).toEqual([]);
  });

  test('stands still where time is stepped, whatever the machine’s says', () => {
    let machine = begun;
    const { host, use } = world({ mode: 'Stepped', factor: 0 }, { ...steppedClock(begun), now: () => machine++ });
    use();
    expect([host.clock!.now(), host.clock!.now()]).toEqual([begun, begun]);
  });

  test('is slept through faster where time is scaled, and stays ahead where it was advanced', () => {
    const scaled = world({ mode: 'Scaled', factor: 60 });
    scaled.use();
    scaled.host.sleep!(60_000);
    expect(scaled.slept).toEqual([1000]);
    const ahead = world({ mode: 'Real', ahead: 72 * hour });
    ahead.use();
    expect(ahead.host.clock!.now()).toBe(begun + 72 * hour);
  });

  test('is the machine’s where there is no such clock, which is asked once', () => {
    const { calls, host, use } = world(undefined);
    use();
    host.sleep!(1);
    host.sleep!(1);
    expect([host.clock, calls]).toEqual([undefined, ['Get-MigrationBatch', 'Get-EmulatorClock']]);
  });
});
