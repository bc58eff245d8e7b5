import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const pageNamed = (name: string): string => readFileSync(join(root, 'packages/mock-exchange/docs', name), 'utf8');
const snippets = (language: string, page = pageNamed('mail-doors.md')): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map((match) => match[1]!);

/** Runs a program from where its imports are found; gives what it wrote. */
function run(command: string, args: readonly string[], input: string): Promise<string> {
  const options = { cwd: join(root, 'test'), timeout: 60_000, env: { ...process.env, PATH: binaries } };
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout.trim());
    });
    child.stdin?.end(input);
  });
}

const binaries = `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`;
const typescript = (text: string): Promise<string> =>
  run(process.execPath, ['--input-type=module-typescript', '-'], text);

test('the programs of the page on doors do what it says', { timeout: 120_000 }, async () => {
  expect(await Promise.all(snippets('ts').map(typescript))).toEqual(['true', 'false Hello', '5']);
});

test('so do its commands', { timeout: 60_000 }, async () => {
  const [told] = await Promise.all(snippets('sh').map((script) => run('sh', [], script)));
  expect(told).toMatch(/<a:objectcount b:dt="int">\d+<\/a:objectcount><d:unreadcount b:dt="int">\d+</);
});

test('the program of the page for test authors finds the least plan that fails', { timeout: 60_000 }, async () => {
  const [chaos] = snippets('ts', pageNamed('test-authors.md'));
  const refusals = [1, 2, 3].map((nth) => `on({"http":"GET","nth":${nth}}).httpStatus(503)`);
  expect((await typescript(chaos!)).split(/\n +/).map((line) => line.replace(/ struck .*/, ''))).toEqual([
    expect.stringMatching(/^fault plan, seed \d+$/),
    ...refusals,
  ]);
});
