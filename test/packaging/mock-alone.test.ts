import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { environmentOf } from '../support/environment.ts';
import { readGuidePage } from '../support/guide-page.ts';
import { installAlone, packAlone } from '../support/pack.ts';

const run = promisify(execFile);
const bin = join(import.meta.dirname, '../../node_modules/.bin');
const folder = mkdtempSync(join(tmpdir(), 'cutover-mock-'));
const home = join(folder, 'node_modules/@cutover/mock-exchange');
const page = readGuidePage('mock-in-five-minutes.md');

const pagesIn = (source: string, name: string): string[] =>
  readdirSync(join(source, name))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(name, file));

/** Runs a line of the shell where the reader of the guide would. */
async function sh(line: string): Promise<{ stdout: string; stderr: string }> {
  const PATH = [join(folder, 'node_modules/.bin'), bin, process.env['PATH']].join(delimiter);
  const env = environmentOf({ PATH, HOME: folder, NO_COLOR: '1', npm_config_update_notifier: 'false' });
  return await run('sh', ['-c', line], { cwd: folder, env, timeout: 60_000 });
}

beforeAll(async () => {
  await installAlone('mock-exchange', folder);
  for (const name of ['vitest', 'vite']) symlinkSync(join(bin, '..', name), join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const [name, code] of Object.entries(page.files)) writeFileSync(join(folder, name), code);
}, 170_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  let tarball: string;
  beforeAll(async () => void (tarball = await packAlone(home, folder)), 60_000);

  test('is small, and takes what it needs of ours along', () => {
    expect(statSync(tarball).size).toBeLessThan(600_000);
    const naming = readdirSync(join(home, 'dist')).filter((file) =>
      /(from|import\()\s*["']@cutover\//.test(readFileSync(join(home, 'dist', file), 'utf8')),
    );
    expect(naming).toEqual([]);
    const { $schema } = JSON.parse(readFileSync(join(home, 'dist/seed.schema.json'), 'utf8')) as { $schema: string };
    expect($schema).toContain('json-schema.org');
  });

  test('every link of its pages leads to what it brings', () => {
    const source = join(import.meta.dirname, '../../packages/mock-exchange');
    const { files } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { files: string[] };
    const pages = ['README.md', ...['docs', 'examples'].flatMap((name) => pagesIn(source, name))];
    const links = pages.flatMap((page) =>
      [...readFileSync(join(source, page), 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link]) =>
        join(dirname(page), link!),
      ),
    );
    expect(links.length).toBeGreaterThan(12);
    expect(links.filter((link) => !existsSync(join(source, link)))).toEqual([]);
    expect(links.filter((link) => !files.includes(link.split('/')[0]!))).toEqual([]);
  });

  test('is found as it says, by Node and by TypeScript: publint and attw have no objection', async () => {
    const [publint, attw] = await Promise.all([
      sh(`publint run ${tarball} --strict`),
      sh(`attw ${tarball} --profile esm-only --no-color`),
    ]);
    expect(publint.stdout).toContain('All good!');
    expect(attw.stdout).not.toMatch(/^[^(]*💀/m);
  }, 60_000);
});

test('the container starts it, knows when it is well, and ends it', { timeout: 60_000 }, async () => {
  const lines = readFileSync(join(import.meta.dirname, '../../packages/mock-exchange/Containerfile'), 'utf8');
  const listOf = (line: RegExp): string[] => JSON.parse(line.exec(lines)![1]!) as string[];
  const [program, ...args] = listOf(/^ENTRYPOINT (.*)$/m).map((word) =>
    word.replace(/^\d{4}$/, '0').replace('/mock/', `${folder}/`),
  );
  const child = spawn(join(folder, program!), args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const { httpUrl } = JSON.parse(readFileSync(join(folder, 'ready.json'), 'utf8')) as { httpUrl: string };
  const [node, flag, check] = listOf(/^HEALTHCHECK .*? CMD (.*)$/m);
  const local = `127.0.0.1:${new URL(httpUrl).port}`;
  await run(node!, [flag!, check!.replace('127.0.0.1:8080', local)]);
  child.kill(/^STOPSIGNAL (\w+)$/m.exec(lines)![1] as NodeJS.Signals);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('the commands of the guide for test authors do what they say', { timeout: 60_000 }, async () => {
  const { commands } = readGuidePage('test-authors.md');
  expect(commands).toHaveLength(3);
  const [reset, exported, taken] = commands;
  // The last one begins with what the one before it wrote.
  await Promise.all([sh(reset!), sh(exported!).then(() => sh(taken!))]);
});

describe('the guide for the first five minutes', () => {
  test('has a program, its tests and the commands that run them', () => {
    expect(Object.keys(page.files)).toEqual(['is-there.js', 'is-there.test.js', 'is-there.node-test.js']);
    expect(page.commands).toHaveLength(3);
  });

  test('leads to three passing tests in vitest', async () => {
    expect((await sh(page.commands[0]!)).stdout).toMatch(/Tests +3 passed/);
  }, 60_000);

  test('and to two in node:test', async () => {
    expect((await sh(page.commands[1]!)).stdout).toMatch(/^(#|ℹ) pass 2$/m);
  }, 60_000);

  test('and to an answer that any language gets', async () => {
    expect((await sh(page.commands[2]!)).stdout).toBe('401\n');
  }, 60_000);
});
