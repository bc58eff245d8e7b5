import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

const american = "[cultureinfo]::CurrentCulture = 'en-US'; $d = [datetime]'2024-03-05 14:00';";

describe('the culture that a script sets', () => {
  checkScripts([
    { script: "[cultureinfo]::CurrentCulture.Name -eq ''; (1234.5).ToString('C')", output: 'True\n¤1,234.50' },
    {
      script: `${american} (1234.5).ToString('C'); '{0:d}' -f $d; $d.ToString()`,
      output: '$1,234.50\n3/5/2024\n3/5/2024 2:00:00\u202FPM',
    },
    { script: `${american} "$d"; $PSCulture; (Get-Culture).Name`, output: '03/05/2024 14:00:00\nen-US\nen-US' },
    { script: `${american} [datetime]::Parse($d.ToString()) -eq $d`, output: 'True' },
    {
      script: "[Threading.Thread]::CurrentThread.CurrentCulture = 'en-US'; [cultureinfo]::CurrentCulture.Name",
      output: 'en-US',
    },
    { script: "[cultureinfo]::CurrentCulture = 'xx-YY'", errorId: 'ExceptionWhenSetting' },
    { script: "[Environment]::CurrentDirectory = '/nowhere/at/all'", errorId: 'ExceptionWhenSetting' },
    { script: "$ErrorActionPreference = 'Suspend'", errorId: 'RuntimeException' },
    {
      script: 'Write-Error x -ErrorAction Suspend',
      errorId: 'ParameterBindingFailed,Microsoft.PowerShell.Commands.WriteErrorCommand',
    },
  ]);
});

describe('an error in a chain of pipelines', () => {
  checkScripts([
    { script: "1/0 && 'a' || 'b'", output: 'b', errorId: 'RuntimeException' },
    { script: "function f { 1/0 && 2; 'after' }; f", output: 'after', errorId: 'RuntimeException' },
    { script: "try { 1/0 || 'n' } catch { 'caught' }", output: 'caught' },
  ]);
});
