import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

const id = 'catch { $_.FullyQualifiedErrorId }';

describe('errors that leave a command', () => {
  checkScripts([
    {
      script: `try { 1 | ForEach-Object { [nosuch] } } ${id}`,
      output: 'TypeNotFound,Microsoft.PowerShell.Commands.ForEachObjectCommand',
    },
    {
      script: `try { 1 | ForEach-Object { 1 | Where-Object { $_.No() } } } ${id}`,
      output: 'MethodNotFound,Microsoft.PowerShell.Commands.WhereObjectCommand',
    },
    {
      script: `try { Invoke-Expression '[nosuch]' } ${id}`,
      output: 'TypeNotFound,Microsoft.PowerShell.Commands.InvokeExpressionCommand',
    },
    { script: `function f { [CmdletBinding()]param() [nosuch] }; try { f } ${id}`, output: 'TypeNotFound,f' },
    { script: `function f { [nosuch] }; try { f } ${id}`, output: 'TypeNotFound' },
    {
      script: `function f { [nosuch] }; try { 1 | ForEach-Object { f } } ${id}`,
      output: 'TypeNotFound,Microsoft.PowerShell.Commands.ForEachObjectCommand',
    },
    {
      script: `function f { process { [nosuch] } }; try { 1 | ForEach-Object { 1 } | f } ${id}`,
      output: 'TypeNotFound',
    },
    { script: `try { 1 | ForEach-Object { throw 'mine' } } ${id}`, output: 'mine' },
    {
      script: `try { 1 | ForEach-Object { Get-Item -Path } } ${id}`,
      output: 'MissingArgument,Microsoft.PowerShell.Commands.ForEachObjectCommand',
    },
    {
      script: `function f { [CmdletBinding()]param() $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([Exception]::new('m'), 'Mine', 'NotSpecified', 1)) }; try { 1 | ForEach-Object { f } } ${id}`,
      output: 'Mine,f',
    },
    {
      script:
        "try { 1 | ForEach-Object { [nosuch] } } catch [System.Management.Automation.CmdletInvocationException] { 'around' }",
      output: 'around',
    },
    {
      script:
        "try { Write-Error e -ErrorAction Stop } catch [System.Management.Automation.ActionPreferenceStopException] { 'stopped' }",
      output: 'stopped',
    },
    {
      script: "try { 1 | ForEach-Object { [int]::Parse('a') } } catch [FormatException] { 'within' }",
      output: 'within',
    },
    { script: '1, 2 | Where-Object { [nosuch] } 2>$null; $Error.Count', output: '2' },
  ]);
});
