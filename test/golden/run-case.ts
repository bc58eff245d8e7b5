import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  createRunspace,
  type Host,
  parse,
  type Processes,
  type ProcessTable,
  type ProgramCall,
  scriptArguments,
  textInput,
  usesInput,
} from '@cutover/powershell';
import { nodeFiles, nodeProcesses } from '@cutover/powershell/node';

/** What PowerShell 7.6 printed for a script, and with what it was run. */
export interface RunGolden {
  readonly name: string;
  readonly script: string;
  readonly stdin?: string;
  readonly args?: readonly string[];
  /** Beside the script, by relative path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** What a run printed; the path of its folder is `<dir>`. */
export interface RunResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | undefined;
  /** Why it has no exit code: something threw out of the runspace. */
  readonly crash?: unknown;
}

/** Where the originals ran: a path of 14 characters, as error messages are wrapped by its length. */
const parent = join(tmpdir(), 'gc');

/** Runs a case in a fresh folder and runspace. */
export function runCase(golden: RunGolden): RunResult {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(`${parent}/`);
  try {
    writeCase(folder, golden);
    const result = invoke(folder, golden);
    const plain = (text: string): string => text.replaceAll(folder, '<dir>');
    return { ...result, stdout: plain(result.stdout), stderr: plain(result.stderr) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the files of a case to its folder. */
export function writeCase(folder: string, { script, files = {} }: RunGolden): void {
  for (const [path, content] of Object.entries({ ...files, 'script.ps1': script })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

function invoke(folder: string, { script, args = [], stdin }: RunGolden): RunResult {
  let [stdout, stderr] = ['', ''];
  const host = {
    write: (text: string) => void (stdout += text),
    writeError: (text: string) => void (stderr += text),
    width: 80,
    input: textInput(stdin ?? ''),
  };
  try {
    const runspace = createRunspace({
      host,
      environment: environmentOf(folder),
      capabilities: { files: nodeFiles(), processes: programsOf(host), folder },
    });
    const { exitCode } = runspace.invoke(script, {
      file: join(folder, 'script.ps1'),
      commandLine: scriptArguments(args),
      ...inputOf(script, stdin),
    });
    return { stdout, stderr, exit: exitCode };
  } catch (crash) {
    return { stdout, stderr, exit: undefined, crash };
  }
}

const firstProcess = {
  id: 1,
  name: 'process_api',
  parentId: 0,
  terminalSession: 0,
  startTime: 0,
  processorTime: 0,
  workingSet: 0,
  swapped: 0,
};

/** What ran where the originals were recorded, as far as they tell of it. */
const recordedProcesses: ProcessTable = {
  ownId: process.pid,
  list: () => [firstProcess],
  find: (id) => (id === firstProcess.id ? firstProcess : undefined),
  end: () => undefined,
};

/** The programs of this machine, run to their end before anything of them is told. */
function programsOf(host: Pick<Host, 'write' | 'writeError'>): Processes {
  const start = ({ path, arguments: args, folder: cwd, environment: env, input = '' }: ProgramCall) =>
    spawnSync(path, [...args], { cwd, env, input, encoding: 'utf8' });
  return {
    running: recordedProcesses,
    find: nodeProcesses({ world: { call: () => [] }, beforeAttached: () => undefined }).find,
    runAttached: (call) => {
      const { stdout, stderr, status } = start(call);
      host.write(stdout);
      host.writeError(stderr);
      return status ?? 1;
    },
    run: (call, { errors }) => {
      const { stdout, stderr, status } = start(call);
      if (errors !== 'told') host.writeError(stderr);
      const told = errors === 'told' ? [{ kind: 'error', text: stderr } as const] : [];
      return [{ kind: 'output', text: stdout }, ...told, { kind: 'exit', code: status ?? 1 }];
    },
  };
}

/** As the originals' was, and nothing else. */
const environmentOf = (folder: string): Record<string, string> => ({
  PATH: '/usr/local/bin:/usr/bin:/bin',
  HOME: folder,
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  NO_COLOR: '1',
  TERM: 'dumb',
});

function inputOf(script: string, stdin: string | undefined): { input?: string[] } {
  if (stdin === undefined || !usesInput(parse(script).ast)) return {};
  return { input: stdin.replace(/\n$/, '').split('\n') };
}

/** The runs were made in folders whose names are not in the goldens; their length only moved where lines break. */
const folded = (text: string): string => text.replaceAll(/[\s|]+/g, ' ');

/** Whether a run printed what the original printed, on both streams, and ended as it did. */
export function isExact(golden: RunGolden, { stdout, stderr, exit }: RunResult): boolean {
  return stdout === golden.stdout && exit === golden.exit && folded(stderr) === folded(golden.stderr);
}
