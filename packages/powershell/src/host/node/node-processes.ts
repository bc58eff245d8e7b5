import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { AsyncWorld } from '../async-world.ts';
import type { Processes, ProgramCall, ProgramEvent } from '../processes.ts';
import { exitCodeOf } from './exit-code.ts';
import { linuxProcesses } from './linux-processes.ts';
import { type ExitQuestion, processOperation, startOperation, exitOperation } from './process-operations.ts';

/** What running programs takes. */
export interface NodeProcessesOptions {
  /** Runs programs whose output is taken. It has to serve `processOperations`. */
  readonly world: AsyncWorld;
  /** Called before a program gets the console. */
  readonly beforeAttached: () => void;
}

/** The programs of this machine. */
export const nodeProcesses = ({ world, beforeAttached }: NodeProcessesOptions): Processes => ({
  ...(process.platform === 'linux' && { running: linuxProcesses() }),
  find: (name, { searchPath, folder }) => {
    const isPath = /[/\\]/.test(name);
    const candidates = isPath
      ? [resolve(folder, name)]
      : searchPath.split(delimiter).map((each) => join(each || '.', name));
    return candidates.flatMap((path) => withExtensions(path)).find((path) => isAbsolute(path) && isProgram(path));
  },
  runAttached: (call) => {
    beforeAttached();
    const { path, arguments: args, folder, environment, input } = call;
    const stdio = [input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'] as const;
    const result = spawnSync(path, [...args], {
      cwd: folder,
      env: environment,
      stdio: [...stdio],
      ...(input !== undefined && { input }),
    });
    if (result.error && result.status === null && !result.signal) throw result.error;
    return exitCodeOf(result);
  },
  run: (call, { errors }) => {
    beforeAttached();
    return world.call(processOperation, { ...call, errors } satisfies ProgramCall & {
      errors: string;
    }) as Iterable<ProgramEvent>;
  },
  starter: {
    start: (call) => {
      beforeAttached();
      const [id] = world.call(startOperation, call) as Iterable<number>;
      return id!;
    },
    exitCode: (id, timeout) => {
      const question: ExitQuestion = { id, timeout };
      const [code] = world.call(exitOperation, question) as Iterable<number>;
      return code;
    },
  },
});

const withExtensions = (path: string): string[] =>
  process.platform === 'win32'
    ? [path, ...(process.env['PATHEXT'] ?? '.EXE;.CMD;.BAT').split(';').map((extension) => path + extension)]
    : [path];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
