import { availableParallelism, loadavg } from 'node:os';
import type { Runs, ShellFigure, Time } from './shell-bench.ts';
import type { ShellRow } from './shell-rows.ts';

const plainGoal = 5;

/** Wall times say little where others have the processors: what is compared then is the CPU. */
interface Measure {
  readonly note: string;
  readonly of: (time: Time) => number;
}

/** One line: the first or the warm runs of a row. */
interface Compared {
  readonly row: ShellRow;
  readonly run: 'first' | 'warm' | 'start';
  readonly own: Time;
  /** In the measure that is compared. */
  readonly mine: number;
  readonly plain: number;
  readonly theirs: number | undefined;
  /** Why PowerShell has no figure of its own here. */
  readonly absence: string;
}

interface Column {
  readonly head: string;
  readonly width: number;
  readonly cell: (line: Compared) => string;
}

const milliseconds = (value: number): string => value.toFixed(value < 100 ? 1 : 0);
const times = (value: number): string => `${value.toFixed(1)} ×`;

const columns: readonly Column[] = [
  { head: '', width: -44, cell: ({ row, run }) => (run === 'warm' ? '' : row.name) },
  { head: 'run', width: -5, cell: ({ run }) => run },
  { head: 'wall ms', width: 8, cell: ({ own }) => milliseconds(own.wall) },
  { head: 'CPU ms', width: 7, cell: ({ own }) => milliseconds(own.cpu) },
  { head: 'plain JS', width: 8, cell: ({ plain }) => milliseconds(plain) },
  { head: 'of plain', width: 8, cell: ({ mine, plain }) => times(mine / plain) },
  { head: 'PowerShell', width: 10, cell: ({ theirs }) => (theirs === undefined ? '-' : milliseconds(theirs)) },
  { head: 'faster', width: 8, cell: ({ mine, theirs }) => (theirs === undefined ? '-' : times(theirs / mine)) },
  { head: 'goal', width: -19, cell: (line) => `${goalOf(line).text}${goalOf(line).isMet ? ', met' : ', MISSED'}` },
  { head: '', width: 0, cell: ({ absence }) => absence },
];

/** The figures of the shell's bench as lines of a table, each as soon as it is there. */
export async function* printShell(figures: AsyncIterable<ShellFigure>): AsyncGenerator<string> {
  const measure = chooseMeasure();
  yield 'Shell: each row in a process of its own, its first run there and the median of the next.';
  yield `Plain JavaScript and PowerShell do the same; compared ${measure.note}.\n`;
  yield lineOf(({ head }) => head);
  const missed: string[] = [];
  for await (const figure of figures) {
    for (const line of comparedIn(figure, measure)) {
      if (!goalOf(line).isMet) missed.push(`${line.row.name} (${line.run})`);
      yield lineOf(({ cell }) => cell(line));
    }
    if (figure.failure !== undefined) {
      missed.push(figure.row.name);
      yield `${figure.row.name} failed: ${figure.failure}`;
    }
  }
  yield missed.length === 0 ? '\nEvery goal met.\n' : `\nMissed: ${missed.join('; ')}.\n`;
}

function chooseMeasure(): Measure {
  const [load] = loadavg();
  const processors = availableParallelism();
  if (load! <= processors) return { note: 'by wall time', of: ({ wall }) => wall };
  return { note: `by CPU time, as the load is ${load!.toFixed(0)} on ${processors} processors`, of: ({ cpu }) => cpu };
}

const lineOf = (text: (column: Column) => string): string =>
  columns
    .map((column) => {
      const { width } = column;
      return width > 0 ? text(column).padStart(width) : text(column).padEnd(-width);
    })
    .join('  ')
    .trimEnd();

function comparedIn(
  { row, failure, own, plain, powerShell, powerShellFailure }: ShellFigure,
  { of }: Measure,
): Compared[] {
  if (failure !== undefined) return [];
  const compared = (part: keyof Runs, run: Compared['run']): Compared[] => {
    const [mine, base, theirs] = [own[part], plain[part], powerShell?.[part]];
    if (!mine || !base) return [];
    const noted = powerShellFailure === undefined && !powerShell ? row.powerShell : undefined;
    const absence = powerShellFailure ?? (noted === undefined ? '' : 'PowerShell as noted on an idle machine');
    const their = theirs ? of(theirs) : noted;
    return [{ row, run, own: mine, mine: of(mine), plain: of(base), theirs: their, absence }];
  };
  return own.first ? [...compared('first', 'first'), ...compared('warm', 'warm')] : compared('warm', 'start');
}

interface Goal {
  readonly text: string;
  readonly isMet: boolean;
}

function goalOf({ row, mine, plain, theirs }: Compared): Goal {
  if (row.goal !== undefined && theirs !== undefined) {
    return { text: `${row.goal} × faster`, isMet: theirs / mine >= row.goal };
  }
  const limit = row.plainGoal ?? plainGoal;
  return { text: `≤ ${limit} × plain`, isMet: mine <= limit * plain };
}
