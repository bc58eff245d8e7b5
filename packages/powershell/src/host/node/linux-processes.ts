import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ProcessFacts, ProcessTable } from '../processes.ts';

/** One tick of the kernel's clock, in ms, as `/proc` counts: the same on all architectures. */
const tick = 10;

/** A name has at most so many characters in `/proc`. */
const longestName = 15;

/** The processes of this machine, as the kernel tells of them. Source: ProcessManager.Linux.cs. */
export function linuxProcesses(root = '/proc'): ProcessTable {
  let boot: number | undefined;
  const find = (id: number): ProcessFacts | undefined => {
    boot ??= Number(/^btime (\d+)/m.exec(readText(join(root, 'stat')) ?? '')?.[1] ?? 0) * 1000;
    return readProcess(join(root, String(id)), boot);
  };
  return {
    ownId: process.pid,
    find,
    list: () =>
      readdirSync(root)
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => find(Number(name)) ?? []),
    end: (id) => void process.kill(id, 'SIGKILL'),
  };
}

/** The facts of one process; undefined for one that has ended, even where nobody has asked for its exit code yet. */
function readProcess(folder: string, boot: number): ProcessFacts | undefined {
  const found = /^(\d+) \((.*)\) (.+)$/s.exec(readText(join(folder, 'stat')) ?? '');
  if (!found) return undefined;
  const [, id, kernelName = '', rest = ''] = found;
  const fields = rest.trim().split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const number = (index: number): number => Number(fields[index] ?? 0);
  const status = readText(join(folder, 'status')) ?? '';
  const bytes = (name: string): number => 1024 * Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  const commandLine = readText(join(folder, 'cmdline'))?.split('\0').join(' ').trim();
  const path = readTarget(join(folder, 'exe'));
  return {
    id: Number(id),
    name: nameOf(kernelName, path),
    parentId: number(1),
    terminalSession: number(3),
    processorTime: (number(11) + number(12)) * tick,
    startTime: boot + number(19) * tick,
    workingSet: bytes('VmRSS'),
    swapped: bytes('VmSwap'),
    ...(path !== undefined && { path }),
    ...(commandLine !== undefined && { commandLine }),
  };
}

/** The program's own name where the kernel cut it, or where Node renamed its main thread. */
function nameOf(kernelName: string, path: string | undefined): string {
  if (path === undefined) return kernelName;
  const program = basename(path);
  const isCut = kernelName.length === longestName && program.startsWith(kernelName);
  return isCut || kernelName === 'MainThread' ? program : kernelName;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function readTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
