import { expect, test } from 'vitest';
import { createRunspace } from '../runspace.ts';

function run(script: string, answers: string[]): string {
  let shown = '';
  const add = (text: string): void => void (shown += text);
  const prompts = { readLine: ({ text }: { text: string }) => (add(text), add('\n'), answers.shift()) };
  createRunspace({ host: { write: add, writeError: add, width: 120, prompts } as never }).invoke(script);
  return shown;
}

const question = '[Y] Yes  [A] Yes to All  [H] Halt Command  [?] Help (default is "Y"): ';

test('an error asks, and goes on with yes', () => {
  const shown = run("Write-Error 'bad' -ErrorAction Inquire; 'behind'", ['y']);
  expect(shown).toContain(`\nConfirm\nbad\n${question}`);
  expect(shown).toMatch(/Write-Error: .*bad[^]*behind\n$/);
});

test('halt ends the command and the script, as throw does', () => {
  const script =
    "try { Write-Warning w -WarningAction Inquire } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }; 'on'";
  expect(run(script, ['h'])).toContain(
    `Continue with this operation?\n${question}\nActionPreferenceStop,Microsoft.PowerShell.Commands.WriteWarningCommand\nThe running command stopped because the user selected the Stop option.\non\n`,
  );
});

test('yes to all holds for the command alone', () => {
  const script = 'function f { [CmdletBinding()] param() 1..3 | % { Write-Error "e$_" } }; f -ErrorAction Inquire';
  expect(run(script, ['a', 'a', 'a']).split(question)).toHaveLength(4);
  expect(run("'a1','a2' | Get-Item -ErrorAction Inquire", ['a']).split(question)).toHaveLength(2);
});
