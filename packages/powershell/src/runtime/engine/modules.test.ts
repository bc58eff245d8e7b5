import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeFiles } from '../../host/node/node-files.ts';
import { runScript } from '../testing/run-script.ts';

const texts: Readonly<Record<string, string>> = {
  'm.psm1': [
    '$n = 0',
    'function Step-It { $script:n++; $script:n }',
    'function Hide-It { 1 }',
    'Export-ModuleMember -Function Step-It',
  ].join('\n'),
  'callback.psm1': '$x = "module"; function Invoke-Back { param($b) $y = 1; & $b; 1 | ForEach-Object { "$x $y" } }',
  'man.psd1': "@{ RootModule = 'm.psm1'; ModuleVersion = '1.2'; FunctionsToExport = 'Step-It' }",
  'leaves.ps1': "'in'; exit 3; 'never'",
  'needs.ps1': '#requires -Version 99\n1',
  'broken.ps1': 'if (',
};

describe('modules and script files', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'modules-'));
    for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (script: string) => runScript(script, { files: nodeFiles(), folder });

  test.each([
    ['Import-Module ./m.psm1; Step-It; Step-It; "[$n]"', '1\n2\n[]\n'],
    ['Import-Module ./m.psm1 -Prefix X; Step-XIt', '1\n'],
    ['(Import-Module ./man.psd1 -PassThru).Version.ToString(); Step-It', '1.2\n1\n'],
    ['Import-Module ./m.psm1; & (Get-Module m) { Hide-It }', '1\n'],
    ['Import-Module ./callback.psm1; $x = "caller"; Invoke-Back { $x }', 'caller\nmodule 1\n'],
    [
      '$o = New-Module -AsCustomObject { $x = 1; function Add-One { $script:x++; $x }; Export-ModuleMember -Variable x -Function Add-One }; $o."Add-One"(); $o.x',
      '2\n2\n',
    ],
    ['& ./leaves.ps1; $LASTEXITCODE; $?', 'in\n3\nTrue\n'],
    ['Import-Module ./m.psm1; m\\step-it; & "Microsoft.PowerShell.Utility\\Write-Output" 2', '1\n2\n'],
  ])('%s', (script, shown) => {
    expect(run(script)).toMatchObject({ shown, errors: '' });
  });

  test.each([
    ['Import-Module ./m.psm1; Hide-It', "The term 'Hide-It' is not recognized"],
    ['Microsoft.PowerShell.Core\\Write-Output 1', "The term 'Microsoft.PowerShell.Core\\Write-Output' is not"],
    ['Import-Module nosuch', "The specified module 'nosuch' was not loaded"],
    ['Export-ModuleMember -Function x', 'can only be called from inside a module'],
    ['./needs.ps1', 'statement for PowerShell 99'],
    ['./broken.ps1', 'Missing condition in if statement'],
  ])('%s is refused', (script, message) => {
    expect(run(script).errors.replaceAll(/[\s|]+/g, ' ')).toContain(message);
  });
});
