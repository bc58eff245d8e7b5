import { performance } from 'node:perf_hooks';
import { createRunspace } from '@cutover/powershell';
import { nodeFiles } from '@cutover/powershell/node';
import { limits, measured, prepared, type RowReport, type Time } from './shell-bench.ts';
import { type ShellRow, shellRows } from './shell-rows.ts';

const row = shellRows.find(({ name }) => name === process.argv[2])!;
console.log(JSON.stringify(report(row)));

/** The runs of a row in a new session, and after them those of plain JavaScript. */
function report({ plain, ...row }: ShellRow): RowReport {
  let failure = '';
  const host = { write: () => undefined, writeError: (text: string) => void (failure ||= text), width: 80 };
  const runspace = createRunspace({ host, capabilities: { files: nodeFiles(), folder: process.cwd() } });
  runspace.invoke(prepared({ ...row, plain }));
  globalThis.gc?.();
  const own = timed(() => runspace.invoke(measured));
  return { failure: failure.split('\n')[0]!, own, plain: timed(plain) };
}

function timed(run: () => unknown): Time[] {
  const times: Time[] = [];
  const started = performance.now();
  while (times.length < limits.rounds) {
    if (times.length > 1 && performance.now() - started > limits.patience) break;
    times.push(once(run));
  }
  return times;
}

function once(run: () => unknown): Time {
  const cpu = process.cpuUsage();
  const started = performance.now();
  run();
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
}
