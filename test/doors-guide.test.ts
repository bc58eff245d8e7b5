import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'packages/mock-exchange/docs/mail-doors.md'), 'utf8');
const snippets = (language: string): string[] =>
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
  expect(await Promise.all(snippets('ts').map(typescript))).toEqual(['true', 'false Hello', '4']);
});

test('so do its commands', { timeout: 60_000 }, async () => {
  const [told] = await Promise.all(snippets('sh').map((script) => run('sh', [], script)));
  expect(told).toMatch(/<a:objectcount b:dt="int">\d+<\/a:objectcount><d:unreadcount b:dt="int">\d+</);
});
