import { performance } from 'node:perf_hooks';
import { steppedClock } from '@cutover/base';
import { migrateAll, openOrganisation, type SourceAddress } from '../support/rehearsal.ts';

export interface PassUsage {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  /** The most that the process has had so far, and what it had before the pass. */
  readonly peakMegabytes: number;
  readonly failed: readonly { address: string; error: string }[];
}

export interface MigratingTask {
  readonly data: string;
  readonly source: SourceAddress;
  readonly maxConcurrentMigrations: number;
}

const day = 24 * 3_600_000;
// Without a task it was started to be compiled.
if (process.argv[2] === undefined) process.exit();
const task = JSON.parse(process.argv[2]) as MigratingTask;
const clock = steppedClock(Date.UTC(2026, 0, 1));
await using organisation = openOrganisation(task.data, task.source, { clock });

async function measure(pass: () => Promise<PassUsage['failed']>): Promise<PassUsage> {
  const started = performance.now();
  const before = process.cpuUsage();
  const failed = await pass();
  const { user, system } = process.cpuUsage(before);
  return {
    milliseconds: performance.now() - started,
    cpuMilliseconds: (user + system) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    failed,
  };
}

const passes = [
  () => migrateAll(organisation, task.source, task),
  async () => {
    await clock.advance(day);
    await organisation.untilIdle();
    return [];
  },
];
for (const pass of passes) {
  process.send?.(await measure(pass));
  // The main program looks at the mock's figures between the passes.
  await new Promise((resolve) => process.once('message', resolve));
}
