import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const rounds = 10;

/** Milliseconds of `cutover -Version` and of bare Node, the least of several runs taken turn by turn. */
export async function benchStart(): Promise<{ own: number; bare: number }> {
  const command = join(import.meta.dirname, '../../node_modules/.bin/cutover');
  const figures = { own: Infinity, bare: Infinity };
  for (let round = 0; round < rounds; round++) {
    figures.own = Math.min(figures.own, timed(command, ['-Version']));
    figures.bare = Math.min(figures.bare, timed(process.execPath, ['-e', '0']));
  }
  return figures;
}

function timed(program: string, args: readonly string[]): number {
  const started = performance.now();
  execFileSync(program, args, { stdio: 'ignore' });
  return performance.now() - started;
}
