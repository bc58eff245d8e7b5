import { availableParallelism, loadavg } from 'node:os';
import type { ShellFigure, Time } from './shell-bench.ts';
import { ratio, table } from './table.ts';

const plainLimit = 5;

/** The figures of the shell's bench as a table. */
export const printShell = (figures: readonly ShellFigure[]): string =>
  table([
    [`Shell: wall and CPU of a run, median of several${busy()}`, ''],
    ...figures.map((figure): [string, string] => [figure.row.name, figure.failure ?? describe(figure)]),
  ]);

/** Wall times say little where others have the processors. */
function busy(): string {
  const [load] = loadavg();
  const processors = availableParallelism();
  return load! > processors ? `; load ${load!.toFixed(0)} on ${processors} processors, so look at the CPU` : '';
}

const time = ({ wall, cpu }: Time): string => `${wall.toFixed(1).padStart(7)} ms, CPU ${cpu.toFixed(0).padStart(4)}`;

function describe({ row, own, plain, powerShell }: ShellFigure): string {
  const parts = [time(own), `${ratio(own.wall, plain.wall).padStart(7)} plain JavaScript`];
  if (powerShell) parts.push(`PowerShell here ${time(powerShell)}: ${faster(powerShell.wall, own.wall)}`);
  else if (row.powerShell !== undefined)
    parts.push(`PowerShell ${row.powerShell} ms: ${faster(row.powerShell, own.wall)}`);
  parts.push(verdict(row.powerShell === undefined ? undefined : { ...row, powerShell: row.powerShell }, own, plain));
  return parts.join('; ');
}

const faster = (theirs: number, ours: number): string => `${(theirs / ours).toFixed(1)} × faster`;

function verdict(known: { powerShell: number; goal?: number } | undefined, own: Time, plain: Time): string {
  if (!known) return own.wall <= plainLimit * plain.wall ? 'goal met' : `goal at most ${plainLimit} × plain`;
  const goal = known.goal ?? 1;
  return known.powerShell / own.wall >= goal ? 'goal met' : `goal ${goal} ×`;
}
