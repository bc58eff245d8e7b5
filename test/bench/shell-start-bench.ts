import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { endedChildrenCpu } from './process-cpu.ts';
import type { Runs, ShellFigure } from './shell-bench.ts';

const rounds = 20;
/** A program that is slower than this altogether, in milliseconds, is not started further times. */
const patience = 5000;
const root = join(import.meta.dirname, '../..');
/** The command runs its build where there is one. */
const isBuilt = existsSync(join(root, 'packages/shell/dist/command.cjs'));

interface Program {
  readonly program: string;
  readonly args: readonly string[];
}

const cutover: Program = { program: process.execPath, args: [join(root, 'packages/shell/bin/cutover.cjs')] };

const tenLines = `$total = 0
foreach ($size in 1, 2, 3) {
  $total += $size
}
function Get-Double($value) {
  $value * 2
}
$double = Get-Double $total
$names = 'a', 'b' | ForEach-Object { $_.ToUpper() }
"$double $($names -join ',')"
`;

/** The start of the command beside that of bare Node and of PowerShell: of its build if there is one, else from source. */
export function* benchShellStart(): Generator<ShellFigure> {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-start-'));
  try {
    const file = join(folder, 'ten-lines.ps1');
    writeFileSync(file, tenLines);
    const bare = median({ program: process.execPath, args: ['-e', '0'] })!;
    const calls = [
      ['-Command', '1'],
      ['-Command', 'Get-Date | Out-String'],
      ['-File', file],
    ];
    for (const args of calls) yield figure(args, bare);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function figure(args: readonly string[], bare: Runs): ShellFigure {
  const shown = args[0] === '-File' ? '-File of ten lines' : args.join(' ');
  const name = `start: ${shown}${isBuilt ? '' : ', from source'}`;
  const theirs = median({ program: 'pwsh', args: ['-NoProfile', ...args] });
  return {
    row: { name, script: '', plain: () => undefined, powerShell: 180, plainGoal: 2.25 },
    own: median({ ...cutover, args: [...cutover.args, '-NoProfile', ...args] })!,
    plain: bare,
    ...(theirs && { powerShell: theirs }),
  };
}

/** Wall time by the median; CPU by the mean, as the system counts it in hundredths of a second. Undefined when there is no such program. */
function median({ program, args }: Program): Runs | undefined {
  // Builds what is out of date, and lets everybody fill the caches that later starts find.
  if (spawnSync(program, args, { stdio: 'ignore' }).error) return undefined;
  const walls: number[] = [];
  const cpu = endedChildrenCpu();
  const begun = performance.now();
  while (walls.length < rounds && performance.now() - begun < patience) {
    const started = performance.now();
    spawnSync(program, args, { stdio: 'ignore' });
    walls.push(performance.now() - started);
  }
  const wall = walls.toSorted((a, b) => a - b)[Math.floor(walls.length / 2)]!;
  return { first: undefined, warm: { wall, cpu: (endedChildrenCpu() - cpu) / walls.length } };
}
