import { existsSync } from 'node:fs';
import { isSdkError, systemClock } from '@cutover/base';
import { inUseExitCode } from './exit-codes.ts';

// The program of the service's own process: `node service-process.ts <data folder>`; its output goes into service.log.
const [dataFolder = ''] = process.argv.slice(2);
process.umask(0o077);

const log = (text: string): void => void process.stdout.write(`${new Date(systemClock.now()).toISOString()} ${text}\n`);

const stopped = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopped.abort());

try {
  const { runService } = await import('./run-service.ts');
  // Whoever started it made the folder; if it was removed since, it is not made again.
  if (existsSync(dataFolder)) {
    log(`service started, process ${process.pid}`);
    await runService({ dataFolder, signal: stopped.signal });
    log('service ended');
  }
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = isSdkError(error, 'cloud.dataFolderInUse') ? inUseExitCode : 1;
}
