import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failingProfiles } from '@cutover/mock-exchange';
import { endService } from '@cutover/cloud/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { environmentOf } from './support/environment.ts';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'packages/mock-exchange/docs/servers-that-fail.md'), 'utf8');
const snippets = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map((match) => match[1]!);

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-servers-'))));
afterAll(async () => {
  await endService({ dataFolder: join(folder, 'data') });
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program with a text as its input; gives what it wrote. */
function run(
  command: string,
  args: readonly string[],
  { input, cwd }: { input?: string; cwd: string },
): Promise<string> {
  const PATH = `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`;
  const env = environmentOf({ PATH, HOME: folder });
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { cwd, env, timeout: 110_000 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
    child.stdin?.end(input);
  });
}

const typescript = (text: string): Promise<string> =>
  run(process.execPath, ['--input-type=module-typescript', '-'], { input: text, cwd: root });

/** Ends at the first command that fails, and ends what was left in the background. */
const shell = (script: string): Promise<string> =>
  run('sh', ['-c', `set -e\ntrap 'exit 1' TERM\ntrap 'kill $! 2>/dev/null || true' EXIT\n${script}`], { cwd: folder });

test('the programs of the page do what it says', { timeout: 120_000 }, async () => {
  const outputs = await Promise.all(snippets('ts').map(typescript));
  expect(outputs.map((output) => output.trim().split('\n').at(-1))).toEqual([
    expect.stringMatching(/^2010 https:\/\/127\.0\.0\.1:\d+ true$/),
    'mail.contoso.com 4',
    'CERT_HAS_EXPIRED',
    expect.stringMatching(/^ping\.store Check the server name.*ValidPorts.*rpcping .*-e 6001$/),
  ]);
});

test('so do its commands', { timeout: 120_000 }, async () => {
  const [curl, detailed] = await Promise.all(snippets('sh').map(shell));
  expect(curl).toMatch(/curl ended with 60/);
  expect(detailed).toMatch(/\[XX\] Testing the certificate date to confirm the certificate is valid\./);
  expect(detailed).toMatch(/What to do: Renew the certificate/);
});

test('its table has every step that a server can fail at', () => {
  const rows = Object.entries(failingProfiles).map(
    ([name, { step, about }]) => `| \`${name}\` | \`${step}\` | ${about} |`,
  );
  expect(page).toContain(rows.join('\n'));
});
