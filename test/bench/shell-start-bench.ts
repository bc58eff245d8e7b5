import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { installCommand } from '../support/pack.ts';
import { endedChildrenCpu } from './process-cpu.ts';
import type { Runs, ShellFigure } from './shell-bench.ts';
import { tenLines } from './ten-lines.ts';

const rounds = 20;
/** A program that is slower than this altogether, in milliseconds, is not started further times. */
const patience = 5000;

interface Program {
  readonly program: string;
  readonly args: readonly string[];
}

/** The start of the command, as npm installs it from its packages, beside that of bare Node and of PowerShell. */
export async function* benchShellStart(): AsyncGenerator<ShellFigure> {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-start-'));
  try {
    const { command } = await installCommand(folder);
    const file = join(folder, 'ten-lines.ps1');
    writeFileSync(file, tenLines);
    const bare = median({ program: process.execPath, args: ['-e', '0'] })!;
    const calls = [
      ['-Command', '1'],
      ['-Command', 'Get-Date | Out-String'],
      ['-File', file],
    ];
    for (const args of calls) yield figure(command, args, bare);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function figure(command: string, given: readonly string[], bare: Runs): ShellFigure {
  const args = ['-NoProfile', ...given];
  const name = `start: ${given[0] === '-File' ? '-File of ten lines' : given.join(' ')}`;
  const theirs = median({ program: 'pwsh', args });
  return {
    row: { name, script: '', plain: () => undefined, powerShell: 180, plainGoal: 2.25 },
    own: median({ program: process.execPath, args: [command, ...args] })!,
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
