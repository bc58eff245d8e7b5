import { performance } from 'node:perf_hooks';
import { connect, getMigrationUser, getMigrationUserStatistics } from '@cutover/core';
import { migrateAll, openOrganisation, type SourceAddress } from '../support/rehearsal.ts';

export interface OrganisationTask {
  readonly data: string;
  readonly source: SourceAddress;
  readonly maxConcurrentMigrations: number;
  /** Where the table of all users is written. */
  readonly csvPath: string;
}

export interface OrganisationUsage {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
  readonly peakMegabytes: number;
  readonly failed: number;
  /** The statistics of every user, by the SDK and by the pipeline of a script into a CSV file. */
  readonly statisticsMilliseconds: number;
  readonly pipelineMilliseconds: number;
  readonly pipelineCpuMilliseconds: number;
}

const task = JSON.parse(process.argv[2]!) as OrganisationTask;
await using organisation = openOrganisation(task.data, task.source);

/** Of every thread of this process, since it began. */
function cpuUsed(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const cpuBefore = cpuUsed();
let failed = 0;
const milliseconds = await timed(async () => {
  failed = (await migrateAll(organisation, task.source, task)).length;
});
const cpuMilliseconds = cpuUsed() - cpuBefore;
const peakMegabytes = process.resourceUsage().maxRSS / 1024;

const session = connect(organisation);
const statisticsMilliseconds = await timed(async () => {
  const users = await getMigrationUser(session, { ResultSize: 'Unlimited' });
  for (const { Identity } of users) await getMigrationUserStatistics(session, { Identity });
});
// Loaded only now, so that the peak is that of a migrating process.
const { createShell } = await import('@cutover/shell');
await using shell = createShell({ session, folder: task.data });
await shell.invoke('Get-MigrationConfig');
const script = `Get-MigrationUser -ResultSize Unlimited | Get-MigrationUserStatistics | Export-Csv -Path '${task.csvPath}' -NoTypeInformation`;
const cpuOfPipeline = cpuUsed();
const pipelineMilliseconds = await timed(() => shell.invoke(script));

const usage: OrganisationUsage = {
  milliseconds,
  cpuMilliseconds,
  peakMegabytes,
  failed,
  statisticsMilliseconds,
  pipelineMilliseconds,
  pipelineCpuMilliseconds: cpuUsed() - cpuOfPipeline,
};
process.send?.(usage);
