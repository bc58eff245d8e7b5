import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeForeign, runPython } from './foreign-client.ts';

const command = join(import.meta.dirname, '../../packages/shell/bin/cutover.cjs');

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'cutover-interrupts-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Presses Ctrl-C while a script runs on a terminal; the script says `ready` before and `cleaned` behind. */
async function interrupt(script: string, how: 'file' | 'command') {
  const file = join(folder, 'script.ps1');
  writeFileSync(file, script);
  const words = how === 'file' ? ['-File', file] : ['-Command', script];
  const argv = ['ready', 'cleaned', process.execPath, command, '-NoProfile', ...words];
  const { stdout, stderr } = await runPython('press-interrupt.py', argv);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as { output: string; code: number; milliseconds: number | null };
}

const guarded = (work: string): string =>
  `try { 'rea' + 'dy'; ${work} } catch { 'caught' } finally { 'clea' + 'ned' }; 'went on'`;

describeForeign('pty', 'Ctrl-C', () => {
  test.each([
    ['an endless loop', 'while ($true) {}'],
    ['a loop that only computes', '$i = 0; for (;;) { $i = ($i + 1) % 1000 }'],
    ['a Start-Sleep', 'Start-Sleep -Seconds 60'],
    ['an endless pipeline', '1..1e9 | ForEach-Object { $_ } | Out-Null'],
    ['a cmdlet in a function', 'function busy { while ($true) { $null = 1..50 | Sort-Object } }; busy'],
  ])('stops %s within 100 ms; finally runs, nothing catches it', { retry: 3 }, async (_name, work) => {
    const { output, code, milliseconds } = await interrupt(guarded(work), 'file');
    expect(output).toContain('cleaned');
    expect(output).not.toMatch(/caught|went on/);
    expect(milliseconds).toBeLessThan(100);
    // Source: the original's help for -File.
    expect(code).toBe(0);
  });

  test('a command that was stopped ends with 1', async () => {
    const { code, output } = await interrupt(
      "'rea' + 'dy'; try { Start-Sleep 60 } finally { 'clea' + 'ned' }",
      'command',
    );
    expect(output).toContain('cleaned');
    expect(code).toBe(1);
  });
});
