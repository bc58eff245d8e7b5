import { statSync } from 'node:fs';
import type { StopState } from '@cutover/powershell';
import { parseCommandLine } from './command-line/parse-command-line.ts';
import { defaultDataFolder } from './console/data-folder.ts';
import { isTerminal } from './console/is-terminal.ts';
import { nodeConsole } from './console/node-console.ts';
import { isCmdletName } from './migration/cmdlet-names.ts';
import { organisationName } from './repl/organisation-name.ts';
import { run } from './run.ts';
import { backendIn } from './world/sync-backend.ts';
import { type WorldThread, worldThread } from './world/world-thread.ts';

export interface Programs {
  /** What the thread with the event loop runs. */
  readonly world: () => string;
  readonly version: () => string;
}

/** Runs a command line in this process and gives its exit code. */
export async function start(argv: readonly string[], programs: Programs): Promise<number> {
  const line = parseCommandLine(argv, { isFile, inputIsTerminal: () => isTerminal(0), isCmdlet: isCmdletName });
  const dataFolder = (): string => line.data ?? defaultDataFolder(process.env);
  const { interactive } = line;
  let world: WorldThread | undefined;
  let nameOf: ReturnType<typeof organisationName> | undefined;
  const createWorld = (stop: StopState): WorldThread =>
    (world = worldThread({ stop, dataFolder, program: programs.world }));
  return run(line, {
    version: programs.version,
    console: nodeConsole({ interactive, createWorld }),
    runService: () => runService(dataFolder()),
    organisation: () => (world?.started ? (nameOf ??= organisationName())(backendIn(world)) : undefined),
  });
}

async function runService(dataFolder: string): Promise<void> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  const { runService: serve } = await import('@cutover/cloud');
  await serve({ dataFolder, signal: ended.signal });
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
