import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// Command lines and what PowerShell 7.6.5 printed and returned for them, against the command in processes of its own. What stands for
// itself there, its usage and its version, is no text of ours.

interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Case extends Outcome {
  readonly arguments: readonly string[];
  readonly stdin?: string;
}

const { files, cases } = JSON.parse(readFileSync(join(import.meta.dirname, 'original.json'), 'utf8')) as {
  readonly files: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
};
const command = join(import.meta.dirname, '../../packages/shell/bin/cutover.cjs');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cutover-line-')));

beforeAll(() => {
  // Where the command is older than its sources it is made now.
  execFileSync(process.execPath, [command, '-Version']);
  mkdirSync(join(folder, 'sub'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(given: readonly string[], stdin = '', { readsProfile = false } = {}): Promise<Outcome> {
  const env = { PATH: process.env['PATH'], HOME: join(folder, 'home'), LANG: 'C.UTF-8', TERM: 'dumb', NO_COLOR: '1' };
  const argv = readsProfile || given.includes('-noprof') ? given : ['-NoProfile', ...given];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [command, ...argv],
      { cwd: folder, env, timeout: 30_000 },
      (_error, stdout, stderr) =>
        resolve({ exit: child.exitCode ?? -1, stdout: withoutOwn(stdout), stderr: withoutOwn(stderr) }),
    );
    child.stdin?.end(stdin);
  });
}

const withoutOwn = (text: string): string =>
  text
    .replace(/^\nUsage: .*/s, '<usage>')
    .replace(/cutover \d+\.\d+\.\d+/, '<version>')
    .replaceAll(folder, '<dir>');

test('every command line prints and returns what it does in PowerShell', { timeout: 200_000 }, async () => {
  expect(cases.length).toBeGreaterThan(120);
  const waiting = [...cases];
  const differing: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { arguments: given, stdin, ...expected } = next;
      const outcome = await run(given, stdin);
      if (JSON.stringify(outcome) !== JSON.stringify(expected)) differing.push({ given, stdin, expected, outcome });
    }
  };
  await Promise.all([work(), work()]);
  expect(differing).toEqual([]);
});

test('scripts run where -WorkingDirectory says, after they were found where the command was called', async () => {
  const lines = (text: string): string[] => text.trimEnd().split('\n');
  expect((await run(['-wd', 'sub', '-c', '$PWD.Path'])).stdout).toBe('<dir>/sub\n');
  expect(lines((await run(['-wd', 'sub', '-File', 'here.ps1'])).stdout)).toEqual(['<dir>', 'here.ps1']);
  const missing = await run(['-wd', 'nowhere', '-c', '$PWD.Path']);
  expect(missing).toMatchObject({ exit: 0, stdout: '<dir>\n', stderr: expect.stringContaining('Cannot find path') });
});

test.each([
  ['ConfigurationName', 'x'],
  ['ConfigurationFile', 'x'],
  ['CustomPipeName', 'x'],
  ['SettingsFile', 'x'],
  ['OutputFormat', 'XML'],
  ['InputFormat', 'XML'],
  ['EncodedArguments', 'x'],
  ['ServerMode', ''],
])('-%s is refused by name', async (name, value) => {
  const { exit, stdout, stderr } = await run([`-${name}`, value, '-c', '1']);
  expect({ exit, stdout }).toEqual({ exit: 64, stdout: '' });
  expect(stderr).toBe(`Parameter -${name}${value === 'XML' ? ' XML' : ''} is not supported yet.\n`);
});

test('$PROFILE is run before anything else, but for -NoProfile', async () => {
  const file = join(folder, 'home/.config/cutover/profile.ps1');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "function Get-Greeting { 'hello' }");
  const { stdout } = await run(['-c', 'Get-Greeting; $PROFILE'], '', { readsProfile: true });
  expect(stdout).toBe(`hello\n${file.replace(folder, '<dir>')}\n`);
  expect((await run(['-c', 'Get-Greeting'])).stderr).toContain("The term 'Get-Greeting' is not recognized");
});

test('a host is asked to end with a code, unless the script ends with one', async () => {
  expect(await run(['-c', '$Host.SetShouldExit(12); "after"'])).toMatchObject({ exit: 12, stdout: 'after\n' });
  expect((await run(['-c', '$Host.SetShouldExit(12); exit 3'])).exit).toBe(3);
  expect((await run(['-NoLogo'], '$Host.SetShouldExit(5)\n"not reached"\n')).exit).toBe(5);
});
