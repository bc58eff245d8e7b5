import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Clock } from '@cutover/base';
import { cloudErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import { openSocket } from './call-service.ts';
import { serviceOwner } from './service-owner.ts';

interface StartOptions {
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
export async function startService(options: StartOptions): Promise<Socket> {
  await refuseOtherOwner(options);
  const child = spawnService(options);
  const deadline = options.clock.now() + limits.serviceStart;
  while (options.clock.now() < deadline) {
    const socket = await openSocket(options.address).catch(() => undefined);
    if (socket) return socket;
    if (child.exitCode !== null || child.signalCode !== null) await explainEnd(options, child);
    await options.clock.sleep(limits.servicePoll, { signal: options.signal });
  }
  const reason = `it did not answer within ${limits.serviceStart / 1000} seconds. See ${logFileName} in this folder.`;
  throw cloudErrors.serviceNotStarted({ folder: options.dataFolder, reason });
}

/** An organisation inside another program has no socket: it must end before a service can take the folder. */
async function refuseOtherOwner({ dataFolder, clock }: StartOptions): Promise<void> {
  const owner = await currentOwner(dataFolder, clock);
  if (owner && owner.owner !== serviceOwner) throw cloudErrors.dataFolderInUse({ folder: dataFolder, ...owner });
}

/** Loaded only here, so that a command that finds its service need not load the database. */
async function currentOwner(folder: string, clock: Clock) {
  const { dataFolderOwner } = await import('../lock/data-folder-lock.ts');
  return dataFolderOwner({ folder, clock });
}

const ownProgram = fileURLToPath(new URL(`./service-process${extname(import.meta.url)}`, import.meta.url));

function spawnService({ dataFolder, program = ownProgram }: StartOptions): ChildProcess {
  const log = openSync(join(dataFolder, logFileName), 'a', 0o600);
  try {
    const args = ['--disable-warning=ExperimentalWarning', program, dataFolder];
    const child = spawn(process.execPath, args, {
      cwd: dataFolder,
      detached: true,
      stdio: ['ignore', log, log],
      windowsHide: true,
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** It may have ended because another service was faster: then that one is waited for. */
async function explainEnd(options: StartOptions, child: ChildProcess): Promise<void> {
  const owner = await currentOwner(options.dataFolder, options.clock);
  if (owner?.owner === serviceOwner) return;
  if (owner) throw cloudErrors.dataFolderInUse({ folder: options.dataFolder, ...owner });
  const lastLine = readFileSync(join(options.dataFolder, logFileName), 'utf8').trimEnd().split('\n').at(-1);
  const reason = lastLine || `its process ended with ${child.exitCode ?? child.signalCode}`;
  throw cloudErrors.serviceNotStarted({ folder: options.dataFolder, reason });
}
