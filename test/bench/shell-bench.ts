import { spawnSync } from 'node:child_process';
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
  /** The median of the others; undefined where time was up before there was one. */
  readonly warm: Time | undefined;
}

const noRuns: Runs = { first: undefined, warm: undefined };

export interface ShellFigure {
  readonly row: ShellRow;
  /** What kept the row from running. */
  readonly failure?: string;
  readonly own: Runs;
  readonly plain: Runs;
  /** Measured here, where PowerShell is installed. */
  readonly powerShell?: Runs;
  /** What kept PowerShell from running the row, or from ending a run of it. */
  readonly powerShellFailure?: string;
}

/** What `shell-row-process.ts` prints. */
export interface RowReport {
  readonly failure: string;
  readonly own: readonly Time[];
  readonly plain: readonly Time[];
}

/** After `patience` milliseconds no further round begins, but for the second. */
export const limits = { rounds: 11, patience: 3000 };

/** A PowerShell that has not ended after so many milliseconds is ended: `+=` of strings takes it half a minute, and has no goal to be compared for. */
const deadlineOf = ({ goal }: ShellRow): number => (goal === undefined ? 30_000 : 120_000);

/** What a row does before the clock starts, the block that is measured included; the same text everywhere. */
export const prepared = ({ setUp = '', script }: ShellRow): string => `${setUp}\n$block = { ${script} }`;

/** What is measured. */
export const measured = '$null = & $block';

/** Every row in a process of its own, and in one of PowerShell's where there is a `pwsh`; `only` is a part of the names. */
export function* benchShell(only = ''): Generator<ShellFigure> {
  const rows = shellRows.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()));
  const folder = mkdtempSync(join(tmpdir(), 'cutover-shell-'));
  try {
    for (const row of rows) yield figureOf(row, folder);
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
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder });
  if (status !== 0) return { row, failure: stderr.trim(), own: noRuns, plain: noRuns };
  const { failure, own, plain } = JSON.parse(stdout) as RowReport;
  const figure = { row, own: runsOf(own), plain: runsOf(plain), ...powerShell(row, folder) };
  return failure === '' ? figure : { ...figure, failure };
}

/** What the set-up left behind is cleared away before the clock starts, here as in `shell-row-process.ts`. */
const inPowerShell = (row: ShellRow): string => `
trap { "failed\`t$_"; exit 1 }
${prepared(row)}
[GC]::Collect()
$process = [System.Diagnostics.Process]::GetCurrentProcess()
$all = [System.Diagnostics.Stopwatch]::StartNew()
foreach ($round in 1..${limits.rounds}) {
  if ($round -gt 2 -and $all.ElapsedMilliseconds -gt ${limits.patience}) { break }
  $process.Refresh(); $before = $process.TotalProcessorTime
  $watch = [System.Diagnostics.Stopwatch]::StartNew(); ${measured}; $watch.Stop()
  $process.Refresh(); $cpu = ($process.TotalProcessorTime - $before).TotalMilliseconds
  [string]::Format([cultureinfo]::InvariantCulture, "{0}\`t{1}", $watch.Elapsed.TotalMilliseconds, $cpu)
}
`;

/** Nothing where there is no `pwsh` on the PATH. */
function powerShell(row: ShellRow, folder: string): Pick<ShellFigure, 'powerShell' | 'powerShellFailure'> {
  const file = join(folder, 'bench.ps1');
  writeFileSync(file, inPowerShell(row));
  const { error, stdout } = spawnSync('pwsh', ['-NoProfile', '-File', file], {
    encoding: 'utf8',
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: deadlineOf(row),
    killSignal: 'SIGKILL',
  });
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOENT') return {};
  const lines = stdout.split('\n').filter((line) => line !== '');
  const failed = lines.find((line) => line.startsWith('failed\t'));
  if (failed !== undefined) return { powerShellFailure: failed.slice('failed\t'.length) };
  if (lines.length > 0) return { powerShell: runsOf(lines.map(timeIn)) };
  return { powerShellFailure: code === 'ETIMEDOUT' ? `not done after ${deadlineOf(row) / 1000} s` : 'does not run' };
}

function timeIn(line: string): Time {
  const [wall, cpu] = line.split('\t').map(Number);
  return { wall: wall!, cpu: cpu! };
}

function runsOf([first, ...others]: readonly Time[]): Runs {
  const sorted = others.toSorted((a, b) => a.wall - b.wall);
  return { first, warm: sorted[Math.floor(sorted.length / 2)] };
}
