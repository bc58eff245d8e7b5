import { availableParallelism, loadavg } from 'node:os';
import type { Runs, ShellFigure, Time } from './shell-bench.ts';
import type { ShellRow } from './shell-rows.ts';
import { ratio, table } from './table.ts';

const plainLimit = 5;

/** Wall times say little where others have the processors: what is compared then is the CPU. */
interface Measure {
  readonly note: string;
  readonly of: (time: Time) => number;
}

/** The figures of the shell's bench as a table. */
export function printShell(figures: readonly ShellFigure[]): string {
  const measure = chooseMeasure();
  return table([
    [`Shell: a row in a process of its own, its first run there and the median of the next; ${measure.note}`, ''],
    ...figures.flatMap((figure) => rowsOf(figure, measure)),
  ]);
}

function chooseMeasure(): Measure {
  const [load] = loadavg();
  const processors = availableParallelism();
  if (load! <= processors) return { note: 'compared by wall time', of: ({ wall }) => wall };
  return { note: `load ${load!.toFixed(0)} on ${processors} processors, so compared by CPU`, of: ({ cpu }) => cpu };
}

function rowsOf(figure: ShellFigure, measure: Measure): [string, string][] {
  const { row, failure, own, plain, powerShell } = figure;
  if (failure !== undefined) return [[row.name, failure]];
  const line = (part: keyof Runs): string =>
    describe({ row, own: own[part]!, plain: plain[part]!, powerShell: powerShell?.[part] }, measure);
  if (!own.first) return [[row.name, line('warm')]];
  return [
    [row.name, `first ${line('first')}`],
    ['', `warm  ${line('warm')}`],
  ];
}

interface Compared {
  readonly row: ShellRow;
  readonly own: Time;
  readonly plain: Time;
  readonly powerShell: Time | undefined;
}

const time = ({ wall, cpu }: Time): string => `${wall.toFixed(1).padStart(7)} ms, CPU ${cpu.toFixed(0).padStart(4)}`;

function describe({ row, own, plain, powerShell }: Compared, { of }: Measure): string {
  const parts = [time(own), `${ratio(of(own), of(plain)).padStart(7)} plain JavaScript`];
  const theirs = powerShell ? of(powerShell) : row.powerShell;
  if (theirs !== undefined) {
    const name = powerShell ? `PowerShell here ${time(powerShell)}` : `PowerShell ${theirs} ms`;
    parts.push(`${name}: ${(theirs / of(own)).toFixed(1).padStart(4)} × faster`);
  }
  parts.push(verdict(row, { own: of(own), plain: of(plain), theirs }));
  return parts.join('; ');
}

interface Compare {
  readonly own: number;
  readonly plain: number;
  readonly theirs: number | undefined;
}

function verdict({ goal }: ShellRow, { own, plain, theirs }: Compare): string {
  if (goal === undefined || theirs === undefined)
    return own <= plainLimit * plain ? 'goal met' : `goal at most ${plainLimit} × plain`;
  return theirs / own >= goal ? 'goal met' : `goal ${goal} ×`;
}
