import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ShellRow, shellRows } from './shell-rows.ts';

/** Milliseconds of one run. */
export interface Time {
  readonly wall: number;
  readonly cpu: number;
}

/** The runs of one thing in one process. */
export interface Runs {
  /** The first, with all that is loaded and compiled for it; undefined where every run is a first one. */
  readonly first: Time | undefined;
  /** The median of the others. */
  readonly warm: Time;
}

export interface ShellFigure {
  readonly row: ShellRow;
  /** What kept the row from running. */
  readonly failure?: string;
  readonly own: Runs;
  readonly plain: Runs;
  /** Measured here, where PowerShell is installed. */
  readonly powerShell: Runs | undefined;
}

/** What `shell-row-process.ts` prints. */
export interface RowReport {
  readonly failure: string;
  readonly own: readonly Time[];
  readonly plain: readonly Time[];
}

export const rounds = 11;

/** What a row does before the clock starts, the block that is measured included; the same text everywhere. */
export const prepared = ({ setUp = '', script }: ShellRow): string => `${setUp}\n$block = { ${script} }`;

/** What is measured. */
export const measured = '$null = & $block';

/** Every row in a process of its own, and in one of PowerShell's where there is a `pwsh`; `only` is a part of the names. */
export function benchShell(only = ''): ShellFigure[] {
  const rows = shellRows.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()));
  const folder = mkdtempSync(join(tmpdir(), 'cutover-shell-'));
  try {
    return rows.map((row) => figureOf(row, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function figureOf(row: ShellRow, folder: string): ShellFigure {
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--expose-gc',
    join(import.meta.dirname, 'shell-row-process.ts'),
    row.name,
  ];
  const printed = execFileSync(process.execPath, args, { encoding: 'utf8', cwd: folder });
  const { failure, own, plain } = JSON.parse(printed) as RowReport;
  const figure = { row, own: runsOf(own), plain: runsOf(plain), powerShell: powerShell(row, folder) };
  return failure === '' ? figure : { ...figure, failure };
}

/** What the set-up left behind is cleared away before the clock starts, here as in `shell-row-process.ts`. */
const inPowerShell = (row: ShellRow): string => `
${prepared(row)}
[GC]::Collect()
$process = [System.Diagnostics.Process]::GetCurrentProcess()
foreach ($round in 1..${rounds}) {
  $process.Refresh(); $before = $process.TotalProcessorTime
  $watch = [System.Diagnostics.Stopwatch]::StartNew(); ${measured}; $watch.Stop()
  $process.Refresh(); $cpu = ($process.TotalProcessorTime - $before).TotalMilliseconds
  [string]::Format([cultureinfo]::InvariantCulture, "{0}\`t{1}", $watch.Elapsed.TotalMilliseconds, $cpu)
}
`;

/** Undefined where there is no `pwsh` on the PATH. */
function powerShell(row: ShellRow, folder: string): Runs | undefined {
  const file = join(folder, 'bench.ps1');
  writeFileSync(file, inPowerShell(row));
  try {
    const printed = execFileSync('pwsh', ['-NoProfile', '-File', file], {
      encoding: 'utf8',
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return runsOf(timesIn(printed));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function timesIn(printed: string): Time[] {
  const lines = printed.trim().split('\n');
  return lines.map((line) => {
    const [wall, cpu] = line.split('\t').map(Number);
    return { wall: wall!, cpu: cpu! };
  });
}

function runsOf([first, ...others]: readonly Time[]): Runs {
  const sorted = others.toSorted((a, b) => a.wall - b.wall);
  return { first, warm: sorted[Math.floor(sorted.length / 2)]! };
}
