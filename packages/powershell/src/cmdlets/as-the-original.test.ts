import { describe } from 'vitest';
import { checkScripts } from '../runtime/testing/check-scripts.ts';

const guid = '00000000-0000-0000-0000-000000000000';

/** Each output was taken from PowerShell itself. */
describe('ConvertTo-Json', () => {
  checkScripts([
    { script: '[guid]::Empty | ConvertTo-Json -Compress', output: `{"value":"${guid}","Guid":"${guid}"}` },
    { script: 'ConvertTo-Json -Compress ([guid]::Empty)', output: `"${guid}"` },
    { script: '[pscustomobject]@{ g = [guid]::Empty } | ConvertTo-Json -Compress', output: `{"g":"${guid}"}` },
    { script: ',@([guid]::Empty) | ConvertTo-Json -Compress', output: `["${guid}"]` },
  ]);
});

describe('ConvertTo-Xml', () => {
  const inner = (script: string): string => `(${script} | ConvertTo-Xml -NoTypeInformation).Objects.Object.InnerXml`;
  checkScripts([
    {
      script: inner('[pscustomobject]@{ A = 1, @(2) }'),
      output: '<Property Name="A"><Property>1</Property><Property><Property>2</Property></Property></Property>',
    },
    {
      script: inner('[pscustomobject]@{ D = [pscustomobject]@{ q = 1 } }'),
      output: '<Property Name="D"><Property>@{q=1}</Property><Property Name="q">1</Property></Property>',
    },
  ]);
});

describe('Group-Object', () => {
  checkScripts([
    { script: '((1, 2), 3 | Group-Object).Name', output: '1 2\n3' },
    { script: '(Group-Object -InputObject 1, 2, 1).Name', output: '1 2 1' },
    { script: '([pscustomobject]@{ a = 1, 2 } | Group-Object a).Name', output: '{1, 2}' },
    { script: '([pscustomobject]@{ a = @{ x = 1 } } | Group-Object a).Name', output: '{[x, 1]}' },
  ]);
});

describe('ForEach-Object -Parallel', () => {
  checkScripts([
    {
      script: '1..2 | ForEach-Object -Parallel { throw "e$_" }; $Error[0].FullyQualifiedErrorId',
      output: 'PSTaskException',
      errorId: 'PSTaskException',
    },
    {
      script: 'try { 1 | ForEach-Object -Parallel { [int]"x"; "on" } } catch { "caught" }',
      output: 'on',
      errorId: 'InvalidCastFromStringToInteger',
    },
    { script: '(1..3 | ForEach-Object -Parallel { $_ } -AsJob | Wait-Job | Receive-Job) -join ","', output: '1,2,3' },
    {
      script: '$j = 1 | ForEach-Object -Parallel { throw 1 } -AsJob; "$($j.State) $($j.PSJobTypeName)"',
      output: 'Failed PSTaskJob',
    },
    {
      script: '1 | ForEach-Object -Parallel { 1 } -ErrorAction Stop',
      errorId: 'ParallelCommonParametersNotSupported,Microsoft.PowerShell.Commands.ForEachObjectCommand',
    },
  ]);
});

describe('what is shown', () => {
  checkScripts([
    {
      script: '1, 2 | ForEach-Object { [pscustomobject]@{ G = 1, 2; V = $_ } } | Format-Table V -GroupBy G',
      output: '\n   G: {1, 2}\n\nV\n-\n1\n2',
    },
    {
      script: '(,@(1, 2))[0].psobject.Properties.Name -join " "',
      output: 'Length LongLength Rank SyncRoot IsReadOnly IsFixedSize IsSynchronized Count',
    },
    {
      script: "([datetime]'2024-01-02' | Select-Object *).psobject.Properties.Name | Select-Object -First 2",
      output: 'DateTime\nDate',
    },
    { script: '(Get-PSCallStack | Select-Object -First 1 | Out-String).Trim().Split()[0]', output: 'Command' },
  ]);
});

describe('Clixml', () => {
  const back = (value: string): string => `$x = ConvertTo-CliXml (${value}) | ConvertFrom-CliXml;`;
  checkScripts([
    { script: `${back('{ 1 }')} $x.GetType().Name`, output: 'String' },
    { script: `${back('[switch]$true')} "$x $($x.GetType().Name)"`, output: 'True SwitchParameter' },
    { script: `try { 1 / 0 } catch { ${back('$_')} "$x" }`, output: 'Attempted to divide by zero.' },
  ]);
});

describe('-Encoding', () => {
  const refused = 'ParameterArgumentTransformationError,Microsoft.PowerShell.Commands';
  checkScripts([{ script: "'a' | Out-File x.txt -Encoding nosuch", errorId: `${refused}.OutFileCommand` }]);
});
