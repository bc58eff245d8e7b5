import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { endedChildrenCpu } from './process-cpu.ts';
import type { Runs, ShellFigure, Time } from './shell-bench.ts';

const rounds = 20;
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
export function benchShellStart(): ShellFigure[] {
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
    return calls.map((args) => figure(args, bare));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function figure(args: readonly string[], bare: Runs): ShellFigure {
  const shown = args[0] === '-File' ? '-File of ten lines' : args.join(' ');
  const name = `start: cutover ${shown}${isBuilt ? '' : ', from source'}`;
  return {
    row: { name, script: '', plain: () => undefined, powerShell: 180, goal: 4 },
    own: median({ ...cutover, args: [...cutover.args, '-NoProfile', ...args] })!,
    plain: bare,
    powerShell: median({ program: 'pwsh', args: ['-NoProfile', ...args] }),
  };
}

/** Undefined when there is no such program. */
function median({ program, args }: Program): Runs | undefined {
  const times: Time[] = [];
  for (let round = 0; round < rounds; round++) {
    const cpu = endedChildrenCpu();
    const started = performance.now();
    const { error } = spawnSync(program, args, { stdio: 'ignore' });
    if (error) return undefined;
    times.push({ wall: performance.now() - started, cpu: endedChildrenCpu() - cpu });
  }
  return { first: undefined, warm: times.toSorted((a, b) => a.wall - b.wall)[Math.floor(rounds / 2)]! };
}
