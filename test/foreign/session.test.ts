import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeForeign, runPython } from './foreign-client.ts';

const command = join(import.meta.dirname, '../../packages/shell/bin/cutover.cjs');

let home: string;
beforeAll(() => void (home = mkdtempSync(join(tmpdir(), 'cutover-session-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Types into a session, each text when another has appeared. */
async function session(...typed: [prompt: string, text: string][]) {
  const words = [
    '/usr/bin/env',
    `HOME=${home}`,
    'TERM=xterm',
    process.execPath,
    command,
    '-NoLogo',
    '--data',
    join(home, 'data'),
  ];
  const { stdout, stderr } = await runPython('type-into.py', [JSON.stringify(typed), ...words]);
  expect(stderr).toBe('');
  const { output, code } = JSON.parse(stdout) as { output: string; code: number };
  return { output: stripVTControlCharacters(output), code };
}

const [enter, interrupt, end, tab] = ['\r', '\u0003', '\u0004', '\t'];

describeForeign('pty', 'a session', () => {
  test('runs what is typed, asks for the rest of a block, completes, and ends with Ctrl-D', async () => {
    const { output, code } = await session(
      ['PS ', `$x = 40${enter}`],
      ['PS ', `if ($x) {${enter}`],
      ['>> ', `  "in " + "block $($x + 2)" }${enter}`],
      ['in block 42', `Get-MigrationBat${tab}`],
      ['Get-MigrationBatch', `${interrupt}`],
      ['^C', `${end}`],
    );
    expect(output).toContain('in block 42');
    expect(code).toBe(0);
  });

  test('runs every line of what is pasted, tabs in it and all', async () => {
    const pasted = ['function f {', `${tab}'fi' + 'rst'`, '}', 'f', "'sec' + 'ond'", "'thi' + 'rd'"].join(enter);
    const { output, code } = await session(['PS ', pasted], ['second', enter], ['third', `${end}`]);
    expect(output).toContain('first');
    expect(output).not.toContain('Error');
    expect(code).toBe(0);
  });

  test('Ctrl-C stops what runs, and the session goes on', async () => {
    const { output, code } = await session(
      ['PS ', `'be' + 'gun'; try { while ($true) { } } finally { 'clea' + 'ned' }${enter}`],
      ['begun', interrupt],
      ['cleaned', `'going ' + 'on'${enter}`],
      ['going on', `exit 3${enter}`],
    );
    expect(output).toContain('going on');
    expect(code).toBe(3);
  });

  test('a misspelt command is told what it may have meant', async () => {
    const { output } = await session(['PS ', `Get-MigrationBach${enter}`], ['Did you mean', end]);
    expect(output).toContain('Did you mean: Get-MigrationBatch');
  });

  test('so is a misspelt parameter', async () => {
    const { output } = await session(['PS ', `Get-MigrationBatch -IncludReport${enter}`], ['Did you mean', end]);
    expect(output).toContain('Did you mean: -IncludeReport');
  });

  test('what was misspelt is told of once', async () => {
    const { output } = await session(
      ['PS ', `Get-MigrationBach${enter}`],
      ['Did you mean', `'be' + 'gun'; while ($true) { }${enter}`],
      ['begun', interrupt],
      ['^C', `'go' + 'es on'${enter}`],
      ['goes on', end],
    );
    expect(output.match(/Did you mean/g)).toHaveLength(1);
  });

  test('completes parameters and variables', async () => {
    const { output } = await session(
      ['PS ', `$aLongName = 5${enter}`],
      ['= 5', `"got $($aLong${tab} + 1)"${enter}`],
      ['got 6', `Get-MigrationBatch -IncludeR${tab}`],
      ['-IncludeReport', interrupt],
      ['^C', end],
    );
    expect(output).toContain('-IncludeReport');
  });

  test('the lines are there in the next session', () => {
    expect(readFileSync(join(home, '.local/state/cutover/history.txt'), 'utf8')).toContain('$x = 40\n');
  });
});
