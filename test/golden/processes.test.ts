import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isExact, type RunGolden, type RunResult, writeCase } from './run-case.ts';

// A sample of what PowerShell 7.6 printed, against what the command prints in processes of its own.

const command = join(import.meta.dirname, '../../packages/shell/bin/cutover.cjs');
const sampleSize = 200;

const known = JSON.parse(readFileSync(join(import.meta.dirname, 'known-differences.json'), 'utf8')) as {
  run: {
    topicsNotRunYet: readonly string[];
    differing: Record<string, Record<string, readonly string[]>>;
  };
};

/** Every so many-th of the cases that are exact in a runspace. */
function sample(): RunGolden[] {
  const folder = join(import.meta.dirname, 'run');
  const goldens = readdirSync(folder).flatMap((file) => {
    const topic = file.replace('.json', '');
    const differing = new Set(Object.values(known.run.differing[topic] ?? {}).flat());
    if (known.run.topicsNotRunYet.includes(topic)) return [];
    const cases = JSON.parse(readFileSync(join(folder, file), 'utf8')) as RunGolden[];
    return cases.filter(({ name }) => !differing.has(name));
  });
  return goldens.filter((_, index) => index % Math.ceil(goldens.length / sampleSize) === 0);
}

let parent: string;
beforeAll(() => {
  parent = join(tmpdir(), 'gc');
  mkdirSync(parent, { recursive: true });
});
afterAll(() => rmSync(join(parent, 'home'), { recursive: true, force: true }));

/** Runs a case as the originals were run: `-File script.ps1` in a folder of its own, and nothing else in the environment. */
async function runProcess(golden: RunGolden): Promise<RunResult> {
  const folder = mkdtempSync(`${parent}/`);
  try {
    writeCase(folder, golden);
    const argv = [command, '-NoProfile', '-NonInteractive', '-File', 'script.ps1', ...(golden.args ?? [])];
    const env = {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      HOME: join(parent, 'home'),
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      NO_COLOR: '1',
      TERM: 'dumb',
    };
    return await new Promise((resolve) => {
      const child = execFile(process.execPath, argv, { cwd: folder, env, timeout: 30_000 }, (_error, stdout, stderr) => {
        const plain = (text: string): string => text.replaceAll(folder, '<dir>');
        resolve({ stdout: plain(stdout), stderr: plain(stderr), exit: child.exitCode ?? undefined });
      });
      child.stdin?.end(golden.stdin ?? '');
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('a sample of the runs is exact in processes of the command, too', { timeout: 400_000 }, async () => {
  const waiting = sample();
  const differing: string[] = [];
  const work = async (): Promise<void> => {
    for (let golden = waiting.pop(); golden; golden = waiting.pop()) {
      if (!isExact(golden, await runProcess(golden))) differing.push(golden.name);
    }
  };
  await Promise.all([work(), work()]);
  expect(differing).toEqual([]);
});
