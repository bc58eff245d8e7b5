import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const checkout = join(import.meta.dirname, '..');
let folder: string;
let home: string;
let bin: string;
let cache: string;

/** The command as it is published: without sources to look for. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-bundle-'));
  home = join(folder, 'shell');
  bin = join(home, 'bin/cutover.cjs');
  cache = join(folder, 'cache');
  execFileSync(process.execPath, [join(checkout, 'bin/cutover.cjs'), '-Version']);
  const parts = readFileSync(join(checkout, 'dist/command'), 'utf8');
  for (const path of ['package.json', 'bin', 'dist/command', `dist/${parts}`]) {
    cpSync(join(checkout, path), join(home, path), { recursive: true });
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, environment: Record<string, string> = { XDG_CACHE_HOME: cache }): string {
  const argv = [bin, '-NoProfile', '-Command', script];
  return execFileSync(process.execPath, argv, { env: { PATH: '', ...environment }, encoding: 'utf8' });
}

/** The chunks of which the cache keeps what V8 made. */
function keptChunks(): string[] {
  const folder = readdirSync(join(cache, 'cutover')).find((name) => name.startsWith('parts-'))!;
  return readdirSync(join(cache, 'cutover', folder)).map((name) => join(cache, 'cutover', folder, name));
}

test('a start loads the core and little else, and says the same from the cache', () => {
  expect([run('1'), run('1'), run('1 + 1')]).toEqual(['1\n', '1\n', '2\n']);
  const all = readdirSync(join(home, 'dist', readFileSync(join(home, 'dist/command'), 'utf8')));
  expect(all.length).toBeGreaterThan(50);
  expect(keptChunks().length).toBeLessThan(45);
});

test('a cache that does not fit is made anew', () => {
  for (const file of keptChunks()) writeFileSync(file, 'what another V8 made');
  expect(run('Get-Date -Year 2026 -Month 1 -Day 2 -Format d')).toBe('01/02/2026\n');
  const core = keptChunks().find((file) => file.endsWith('core.cjs'))!;
  expect(readFileSync(core).length).toBeGreaterThan(100_000);
});

test('without a place for it there is no cache', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(run('1', { XDG_CACHE_HOME: file })).toBe('1\n');
  expect(run('1', {})).toBe('1\n');
});

test('every chunk can be the first that is loaded', () => {
  const parts = join(home, 'dist', readFileSync(join(home, 'dist/command'), 'utf8'));
  const program = join(folder, 'load.cjs');
  writeFileSync(
    program,
    `const { run } = require(${JSON.stringify(join(home, 'bin/chunk-loader.cjs'))});
const folder = ${JSON.stringify(parts)};
for (const name of require('node:fs').readdirSync(folder)) {
  if (name !== 'world.cjs' && name !== 'command.cjs') run(folder, name, undefined);
}
process.stdout.write('all');`,
  );
  expect(execFileSync(process.execPath, [program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })).toBe(
    'all',
  );
});
