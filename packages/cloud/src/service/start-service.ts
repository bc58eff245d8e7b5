import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from '@cutover/base';
import { cloudErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { openCall, type OpenCall } from './call-service.ts';
import { inUseExitCode } from './exit-codes.ts';
import type { ConnectionOptions } from './connection.ts';
import { serviceOwner } from './service-owner.ts';
import { serviceRuntime } from './service-runtime.ts';

interface StartOptions extends ConnectionOptions {
  readonly dataFolder: string;
  readonly address: string;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly program: string | undefined;
}

export const logFileName = 'service.log';

/**
 * Starts the service in a process of its own, which outlives this one, and connects to it. Of several that are started
 * at once one gets the data folder; the others end, and everybody connects to that one.
 */
export async function startService(options: StartOptions): Promise<OpenCall> {
  const { address, clock, dataFolder, signal } = options;
  await refuseOtherOwner(options);
  let child = spawnService(options);
  for (const deadline = clock.now() + limits.serviceStart; clock.now() < deadline;) {
    const call = await openCall(address, options);
    if (call) return call;
    if (hasEnded(child) && !(await refuseOtherOwner(options))) {
      // The service that kept it from starting was about to end, and has by now.
      if (child.exitCode !== inUseExitCode)
        throw cloudErrors.serviceNotStarted({ folder: dataFolder, reason: lastWords(dataFolder, child) });
      child = spawnService(options);
    }
    await clock.sleep(limits.servicePoll, { signal });
  }
  const reason = `it did not answer within ${limits.serviceStart / 1000} seconds. See ${logFileName} in this folder.`;
  throw cloudErrors.serviceNotStarted({ folder: dataFolder, reason });
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/**
 * An organisation inside another program has no socket: it must end before a service can take the folder. Tells whether
 * a service has it. The database is loaded only here, so that a command that finds its service need not load it.
 */
async function refuseOtherOwner({ dataFolder, clock }: StartOptions): Promise<boolean> {
  const { dataFolderOwner } = await import('../lock/data-folder-lock.ts');
  const owner = dataFolderOwner({ folder: dataFolder, clock });
  if (owner && owner.owner !== serviceOwner) throw cloudErrors.dataFolderInUse({ folder: dataFolder, ...owner });
  return owner !== undefined;
}

const ownProgram = fileURLToPath(new URL(`./service-process${extname(import.meta.url)}`, import.meta.url));

function spawnService({ dataFolder, program = ownProgram }: StartOptions): ChildProcess {
  const log = openSync(join(dataFolder, logFileName), 'a', 0o600);
  try {
    const args = ['--disable-warning=ExperimentalWarning', ...serviceRuntime.nodeOptions, program, dataFolder];
    const child = spawn(process.execPath, args, {
      cwd: dataFolder,
      detached: true,
      env: { ...withoutSecrets(process.env), ...serviceRuntime.environment },
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** A password that the first command was given is none of the service's, which outlives that command. */
function withoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/password|secret|token/i.test(name)));
}

function lastWords(dataFolder: string, child: ChildProcess): string {
  const lastLine = readFileSync(join(dataFolder, logFileName), 'utf8').trimEnd().split('\n').at(-1);
  return lastLine || `its process ended with ${child.exitCode ?? child.signalCode}`;
}
