import { describe, expect, test } from 'vitest';
import { runScript } from '../testing/run-script.ts';

const noisy = "function f { 'o'; Write-Error 'e'; Write-Warning 'w'; Write-Verbose 'v' -Verbose; Write-Host 'h' }; ";

describe('streams', () => {
  test.each([
    [
      'f *>&1 | ForEach-Object { $_.GetType().Name }',
      'String\nErrorRecord\nWarningRecord\nVerboseRecord\nInformationRecord\n',
    ],
    ['f 2>$null 3>$null 4>$null 6>$null', 'o\n'],
    ['$r = f 3>&1 2>$null 4>$null 6>$null; "$r"', 'o w\n'],
    ['$(f) *>$null; 1', '1\n'],
    ['f -ErrorAction SilentlyContinue 2>&1 3>$null 4>$null 6>$null | Measure-Object | ForEach-Object Count', '2\n'],
    ['& { Write-Error a; Write-Error b } -ErrorVariable ev 2>$null; $ev.Count', '0\n'],
    ['function g { [CmdletBinding()] param() f }; g -ErrorVariable ev -WarningVariable wv *>$null; "$ev $wv"', 'e w\n'],
  ])('%s', (script, shown) => {
    expect(runScript(noisy + script).shown).toBe(shown);
  });

  test('a preference of Stop shows the message and ends the script', () => {
    const { shown, errors, exitCode } = runScript("$WarningPreference = 'Stop'; Write-Warning 'w'; 'never'");
    expect(shown).toBe('WARNING: w\n');
    expect(errors.replaceAll(/[\s|]+/g, ' ')).toContain('"WarningPreference" or common parameter is set to Stop: w');
    expect(exitCode).toBe(1);
  });

  test('a merged error that nobody takes is shown as an error', () => {
    expect(runScript("Write-Error 'e' 2>&1")).toMatchObject({ shown: '', errors: 'Write-Error: e\n' });
  });
});
