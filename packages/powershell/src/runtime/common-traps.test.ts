import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFiles } from '../node.ts';
import { createRunspace } from './runspace.ts';

// What attempts at a shell like this one get wrong: a battery that every change has to pass.

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'traps-'));
  writeFileSync(join(folder, 'bytes'), Uint8Array.of(1, 2, 3));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string): string {
  let text = '';
  const host = {
    write: (part: string) => void (text += part),
    writeError: (part: string) => void (text += `! ${part}`),
    width: 120,
  };
  createRunspace({ host, capabilities: { files: nodeFiles(), folder } }).invoke(script);
  return text.trimEnd();
}

const table: readonly (readonly [what: string, script: string, expected: string | RegExp])[] = [
  ['an unknown parameter', 'Get-Date -Nope 1', /A parameter cannot be found that matches parameter name 'Nope'/],
  ['abbreviated parameters', 'function k { param([string]$Identity) "id=$Identity" }; k -Ide abc', 'id=abc'],
  ['typed parameters', 'function k { param([int]$n) $n.GetType().Name }; k -n "5"', 'Int32'],
  [
    'wrong types',
    'function k { param([int]$n) $n }; k -n zz',
    /Cannot process argument transformation on parameter 'n'/,
  ],
  [
    'parameter sets',
    `function k { [CmdletBinding(DefaultParameterSetName = 'A')] param([Parameter(ParameterSetName = 'A')] $a, [Parameter(ParameterSetName = 'B')] $b)
      $PSCmdlet.ParameterSetName }; k; k -b 1`,
    'A\nB',
  ],
  [
    '-WhatIf',
    `function k { [CmdletBinding(SupportsShouldProcess)] param() if ($PSCmdlet.ShouldProcess('it', 'do')) { 'done' } }; k; k -WhatIf`,
    'done\nWhat if: Performing the operation "do" on target "it".',
  ],
  ['-InputObject of Write-Output', 'Write-Output -InputObject x', 'x'],
  [
    'typed catch',
    `try { throw [System.InvalidOperationException]::new('m') }
     catch [System.InvalidOperationException] { $_.Exception.GetType().FullName; $_.CategoryInfo.Category }`,
    'System.InvalidOperationException\nOperationStopped',
  ],
  [
    'the id of a missing file',
    'try { Get-Item ./missing -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }',
    'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
  ],
  ['-ErrorVariable', 'Get-Item ./missing -ErrorAction SilentlyContinue -ErrorVariable ev; $ev.Count', '1'],
  ['comparing lists', '1,2,2 -eq 2', '2\n2'],
  ['-ccontains', '@("a") -ccontains "A"', 'False'],
  ['casts before sums', "[int]'5' + '6'", '11'],
  ["banker's rounding", '[int]3.5; [int]2.5; [Math]::Round(2.5)', '4\n2\n2'],
  ['an array of $null', '@($null).Count', '1'],
  ['dates in formats', "'{0:yyyy-MM-dd}' -f (Get-Date '2026-01-02')", '2026-01-02'],
  ['members in strings', '$u = @{ n = "x" }; "v=$u.n"', 'v=System.Collections.Hashtable.n'],
  ['members by variable', '$o = [pscustomobject]@{ a = 7 }; $name = "a"; $o.$name', '7'],
  ['statements that are values', '@"\ntext\n"@\n$( if ($true) { "value" } )', 'text\nvalue'],
  [
    'loops as values, several targets',
    '$v = foreach ($i in 1..3) { $i * 2 }; "$v"; $a, $b, $c = 1, 2; "$a $b [$c]"',
    '2 4 6\n1 2 []',
  ],
  [
    'credentials and bytes',
    `$c = [pscredential]::new('u', (ConvertTo-SecureString 'pw' -AsPlainText -Force)); $c.GetNetworkCredential().Password
     [IO.File]::ReadAllBytes("$PWD/bytes").Length`,
    'pw\n3',
  ],
  ['CSV in a string', '("Name`na@b" | ConvertFrom-Csv).Name', 'a@b'],
  ['merged streams', '(Write-Verbose v -Verbose 4>&1).GetType().Name', 'VerboseRecord'],
  ['recursion', 'function down($n) { if ($n -eq 0) { "end" } else { down ($n - 1) } }; down 500', 'end'],
  ['the name of an unknown command', 'Get-Nonsense', /The term 'Get-Nonsense' is not recognized/],
  ['one object at a time', '1..1000000 | ForEach-Object { $_ } | Select-Object -First 2', '1\n2'],
];

test.each(table)('%s', (_what, script, expected) => {
  if (typeof expected === 'string') expect(run(script)).toBe(expected);
  else expect(run(script)).toMatch(expected);
});
