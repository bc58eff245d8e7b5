import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createRunspace, type Runspace } from '@cutover/powershell';
import { type ShellRow, shellRows } from './shell-rows.ts';

/** Milliseconds of one run. */
export interface Time {
  readonly wall: number;
  readonly cpu: number;
}

export interface ShellFigure {
  readonly row: ShellRow;
  /** What kept the row from running. */
  readonly failure?: string;
  readonly own: Time;
  readonly plain: Time;
  /** Measured here, where PowerShell is installed. */
  readonly powerShell: Time | undefined;
}

const rounds = 5;
const wrapped = (script: string): string => `$null = & { ${script} }`;

/** Every row in a session of its own, PowerShell's beside it where there is a `pwsh`; `only` is a part of the names. */
export function benchShell(only = ''): ShellFigure[] {
  const rows = shellRows.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()));
  const peers = powerShell(rows);
  return rows.map((row) => ({ row, ...runRow(row), plain: timed(row.plain), powerShell: peers.get(row.name) }));
}

function runRow({ setUp = '', script }: ShellRow): Pick<ShellFigure, 'own' | 'failure'> {
  let failure = '';
  const host = { write: () => undefined, writeError: (text: string) => void (failure ||= text), width: 80 };
  const runspace: Runspace = createRunspace({ host });
  runspace.invoke(setUp);
  const own = timed(() => runspace.invoke(wrapped(script)));
  return failure === '' ? { own } : { own, failure: failure.split('\n')[0]! };
}

/** The median of several runs. */
function timed(run: () => unknown): Time {
  const times = Array.from({ length: rounds }, () => once(run)).toSorted((a, b) => a.wall - b.wall);
  return times[Math.floor(rounds / 2)]!;
}

function once(run: () => unknown): Time {
  const cpu = process.cpuUsage();
  const started = performance.now();
  run();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
}

const inPowerShell = (rows: readonly ShellRow[]): string => `
function Measure-Row([string]$Name, [scriptblock]$Block) {
  $process = [System.Diagnostics.Process]::GetCurrentProcess()
  foreach ($round in 1..${rounds}) {
    $process.Refresh(); $before = $process.TotalProcessorTime
    $watch = [System.Diagnostics.Stopwatch]::StartNew(); $null = & $Block; $watch.Stop()
    $process.Refresh(); $cpu = ($process.TotalProcessorTime - $before).TotalMilliseconds
    [string]::Format([cultureinfo]::InvariantCulture, "{0}\`t{1}\`t{2}", $Name, $watch.Elapsed.TotalMilliseconds, $cpu)
  }
}
${rows.map(({ name, setUp = '', script }) => `${setUp}\nMeasure-Row '${name}' { ${script} }`).join('\n')}
`;

/** None where there is no `pwsh` on the PATH. */
function powerShell(rows: readonly ShellRow[]): Map<string, Time> {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-shell-'));
  try {
    const file = join(folder, 'bench.ps1');
    writeFileSync(file, inPowerShell(rows));
    const printed = execFileSync('pwsh', ['-NoProfile', '-File', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return medians(printed);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function medians(printed: string): Map<string, Time> {
  const lines = printed
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const groups = Map.groupBy(lines, ([name]) => name!);
  const median = (runs: string[][]): Time => {
    const sorted = runs.map(([, wall, cpu]) => ({ wall: Number(wall), cpu: Number(cpu) }));
    return sorted.toSorted((a, b) => a.wall - b.wall)[Math.floor(runs.length / 2)]!;
  };
  return new Map(Array.from(groups, ([name, runs]) => [name, median(runs)]));
}
