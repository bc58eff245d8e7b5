import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tenLines } from '../bench/ten-lines.ts';
import { installCommand, type InstalledCommand } from '../support/pack.ts';

// The command as a stranger gets it: packed, and installed by npm into an empty folder.

const run = promisify(execFile);
const bin = join(import.meta.dirname, '../../node_modules/.bin');
const folder = mkdtempSync(join(tmpdir(), 'cutover-packed-'));
const home = join(folder, 'home');
let installed: InstalledCommand;

beforeAll(async () => {
  mkdirSync(home);
  installed = await installCommand(folder);
}, 170_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the installed command as a user with a home of its own. */
async function cutover(argv: readonly string[], { HOME = home }: { HOME?: string } = {}): Promise<string> {
  const env = { PATH: [bin, process.env['PATH']].join(delimiter), HOME, NO_COLOR: '1' };
  const { stdout, stderr } = await run(installed.command, argv, { env, cwd: folder, timeout: 60_000 });
  return stdout + stderr;
}

const caches = (user: string): string[] => readdirSync(join(user, '.cache/cutover'));

describe('the package', () => {
  test('holds one build of the command', () => {
    expect(statSync(installed.tarball).size).toBeLessThan(1_000_000);
    const parts = readdirSync(join(folder, 'build/shell/dist')).filter((name) => name.startsWith('parts-'));
    expect(parts).toHaveLength(1);
  });

  test('is found as it says: publint and attw have no objection', { timeout: 60_000 }, async () => {
    const [publint, attw] = await Promise.all([
      run(join(bin, 'publint'), ['run', installed.tarball, '--strict']),
      run(join(bin, 'attw'), [installed.tarball, '--profile', 'esm-only', '--no-color']),
    ]);
    expect(publint.stdout).toContain('All good!');
    expect(attw.stdout).not.toMatch(/^[^(]*💀/m);
  });
});

describe('the installed command', { timeout: 60_000 }, () => {
  test('runs commands, scripts and help', async () => {
    const file = join(folder, 'ten-lines.ps1');
    writeFileSync(file, tenLines);
    expect(await cutover(['-NoProfile', '-Command', '1'])).toBe('1\n');
    expect(await cutover(['-NoProfile', '-File', file])).toBe('12 A,B\n');
    expect(await cutover(['-Command', 'Get-Help New-MigrationBatch'])).toContain('Creates a migration batch');
    expect(await cutover(['-Version'])).toMatch(/^cutover \d+\.\d+\.\d+\n$/);
  });

  test('loads its libraries when they are needed, and says nothing besides', async () => {
    const script = `([xml]'<a><b>5</b></a>').a.b
      try { Invoke-RestMethod http://127.0.0.1:1/ } catch { 'no answer' }`;
    expect(await cutover(['-NoProfile', '-Command', script])).toBe('5\nno answer\n');
  });

  test('keeps what V8 made for each user, though nobody may write where it is installed', async () => {
    const place = join(folder, 'installed');
    const other = join(folder, 'other');
    mkdirSync(other);
    spawnSync('chmod', ['-R', 'a-w', place]);
    try {
      for (const HOME of [home, other, other]) {
        expect(await cutover(['-NoProfile', '-Command', '1'], { HOME })).toBe('1\n');
      }
    } finally {
      spawnSync('chmod', ['-R', 'u+w', place]);
    }
    expect(caches(other)).toEqual(caches(home).filter((name) => name.startsWith('parts-')));
    expect(statSync(join(other, '.cache/cutover')).mode & 0o777).toBe(0o700);
  });

  test('works where no cache can be kept', async () => {
    const bare = join(folder, 'bare');
    mkdirSync(bare);
    chmodSync(bare, 0o500);
    expect(await cutover(['-NoProfile', '-Command', '1'], { HOME: bare })).toBe('1\n');
    expect(await cutover(['-NoProfile', '-Command', '1'], { HOME: '/dev/null' })).toBe('1\n');
  });

  test('is the library of an embedder, too', async () => {
    const program = join(folder, 'installed/program.mjs');
    writeFileSync(
      program,
      `import { createShell } from '@cutover/shell';
       import { connect } from '@cutover/core';
       const backend = { async *invoke() {}, close: async () => {} };
       await using shell = createShell({ session: connect(backend), answers: ['typed'] });
       const { output } = await shell.invoke('6 * 7; Read-Host; (Get-Command New-MigrationBatch).Name');
       console.log(JSON.stringify(output));`,
    );
    const { stdout } = await run(process.execPath, [program]);
    expect(JSON.parse(stdout)).toEqual([42, 'typed', 'New-MigrationBatch']);
  });
});
