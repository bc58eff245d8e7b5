import { readdirSync, readFileSync } from 'node:fs';

// Linux counts in hundredths of a second, whatever the kernel's own clock: [proc(5)].
const millisecondsATick = 10;

interface Stat {
  readonly parent: number;
  /** Of the process itself, and of children it has waited for. */
  readonly own: number;
  readonly children: number;
}

function statOf(pid: number | 'self'): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, children: fields[13]! + fields[14]! };
  } catch {
    return undefined;
  }
}

/** Milliseconds of processor time that this process's ended children have used. */
export const endedChildrenCpu = (): number => (statOf('self')?.children ?? 0) * millisecondsATick;

/** Milliseconds of processor time of a process and everything below it. */
export function treeCpu(root: number): number {
  const stats = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    if (stat) stats.set(Number(name), stat);
  }
  const sum = (pid: number): number => {
    const stat = stats.get(pid);
    if (stat === undefined) return 0;
    const below = [...stats]
      .filter(([, { parent }]) => parent === pid)
      .reduce((total, [child]) => total + sum(child), 0);
    return stat.own + stat.children + below;
  };
  return sum(root) * millisecondsATick;
}
