import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

describe('plain values that are objects', () => {
  checkScripts([
    { script: '$x = 5 | Add-Member n 1 -PassThru; $y = $x; $y.n = 2; $x.n', output: '2' },
    {
      script: '$x = 5 | Add-Member n 1 -PassThru; $x * 2; -$x; $x -lt 6; 5 -eq $x; "$x"; $x++; $x',
      output: '10\n-5\nTrue\nTrue\n5\n6',
    },
    {
      script: '$x = "abc" | Add-Member n 1 -PassThru; $x + "d"; $x.Length; $x[0]; $x -match "b"; @{ abc = 7 }[$x]',
      output: 'abcd\n3\na\nTrue\n7',
    },
    {
      script: '$x = 5 | Add-Member n 1 -PassThru; @($x)[0].n; (1, $x)[1].n; @{ k = $x }.k.n; ($x + 1).n',
      output: '1\n1\n1',
    },
    {
      script:
        '$x = 5 | Add-Member n 1 -PassThru; $l = [Collections.ArrayList]::new(); [void]$l.Add($x); $l[0].n -eq $null; $l[0]',
      output: 'True\n5',
    },
    {
      script:
        '$x = "a" | Add-Member ScriptMethod Up { $this.ToUpper() } -PassThru; $x.Up(); $x | ForEach-Object { $_.Up() }',
      output: 'A\nA',
    },
    {
      script: '$x = 3 | Add-Member ScriptProperty Twice { $this * 2 } -PassThru; $x.Twice; $x.psobject.Properties.Name',
      output: '6\nTwice',
    },
    { script: 'switch ("a" | Add-Member n 1 -PassThru) { "a" { $_.n } }', output: '1' },
    { script: 'function f([int]$i) { $i + 1 }; f (5 | Add-Member n 1 -PassThru)', output: '6' },
    {
      script:
        '3, 1, 2 | ForEach-Object { $_ | Add-Member n (-$_) -PassThru } | Sort-Object n | ForEach-Object { $_ + 0 }',
      output: '3\n2\n1',
    },
    {
      script: '$true | Add-Member n 1 -PassThru | ForEach-Object { -not $_; if ($_) { "yes" } }',
      output: 'False\nyes',
    },
    {
      script:
        '[psobject]5 -is [psobject]; 5 -is [psobject]; ("a" -as [psobject]) -is [psobject]; ([psobject]5).GetType().Name',
      output: 'True\nFalse\nTrue\nInt32',
    },
    { script: 'Write-Output 007 1.10 1kb', output: '007\n1.10\n1kb' },
    { script: 'function f($a) { $a; "$a"; $a + 1 }; f 007; f 0x10', output: '007\n7\n8\n0x10\n16\n17' },
    {
      script: 'function f([psobject]$a) { $a }; f 007; function g { "$args"; $args[0] + 1 }; g 007 1.50',
      output: '7\n007 1.50\n8',
    },
    { script: '(Write-Output 007 1kb) -join ","; Write-Output 007, 1.0', output: '007,1kb\n7\n1' },
  ]);
});
