import { describe } from 'vitest';
import { checkScripts } from '../runtime/testing/check-scripts.ts';

const three =
  '$all = [pscustomobject]@{ N = 2; T = "b" }, [pscustomobject]@{ N = 1; T = "a" }, [pscustomobject]@{ N = 2; T = "B" }; ';

describe('Select-Object', () => {
  checkScripts([
    { script: '1..9 | Select-Object -First 2 -Skip 1', output: '2\n3' },
    { script: '1..5 | ForEach-Object { "made $_"; $_ } | Select-Object -First 1', output: 'made 1' },
    { script: '1..5 | Select-Object -Index 3, 0', output: '1\n4' },
    { script: "'a', 'A', 'b' | Select-Object -Unique", output: 'a\nA\nb' },
    { script: "'a', 'A', 'b' | Select-Object -Unique -CaseInsensitive", output: 'a\nb' },
    { script: `${three}($all | Select-Object N, @{ n = 'D'; e = { $_.N * 2 } }).D -join ','`, output: '4,2,4' },
    { script: `${three}($all[0] | Select-Object * -ExcludeProperty T).psobject.Properties.Name`, output: 'N' },
    { script: `${three}$all | Select-Object -ExpandProperty T`, output: 'b\na\nB' },
    {
      script: '[pscustomobject]@{ a = 1 } | Select-Object -ExpandProperty b',
      errorId: 'ExpandPropertyNotFound,Microsoft.PowerShell.Commands.SelectObjectCommand',
    },
  ]);
});

describe('Where-Object', () => {
  checkScripts([
    { script: '1..5 | Where-Object { $_ -gt 3 }', output: '4\n5' },
    { script: `${three}($all | Where-Object N -eq 2).T`, output: 'b\nB' },
    { script: `${three}($all | Where-Object T -CEQ B).N`, output: '2' },
    { script: `${three}($all | Where-Object T -in a, x).T`, output: 'a' },
    { script: `${three}($all | Where-Object -Not Missing).Count`, output: '3' },
    { script: "'ab', 'cd' | Where-Object Length -eq 2 | Where-Object { $_ -like 'c*' }", output: 'cd' },
  ]);
});

describe('ForEach-Object', () => {
  checkScripts([
    { script: '1, 2 | ForEach-Object { "begin" } { $_ * 2 } { "end" }', output: 'begin\n2\n4\nend' },
    { script: "'a', 'b' | ForEach-Object ToUpper", output: 'A\nB' },
    { script: "'abc' | ForEach-Object Substring 1 1", output: 'b' },
    { script: "'abc' | ForEach-Object Length", output: '3' },
    { script: '$x = 5; 1, 2 | ForEach-Object -Parallel { $_ + $using:x; $x }', output: '6\n7' },
    { script: '1, 2 | ForEach-Object -Parallel { $y = 1 }; "y=$y"', output: 'y=' },
    { script: '1..3 | ForEach-Object -ThrottleLimit 2 -Parallel { $_ }', output: '1\n2\n3' },
  ]);
});

describe('Sort-Object', () => {
  checkScripts([
    { script: '3, 1, 2 | Sort-Object', output: '1\n2\n3' },
    { script: '3, 1, 2 | Sort-Object -Descending -Top 2', output: '3\n2' },
    { script: '3, 1, 2 | Sort-Object -Bottom 2', output: '2\n3' },
    { script: "'b', 'a', 'B' | Sort-Object -Unique", output: 'a\nb' },
    { script: `${three}($all | Sort-Object N, @{ e = 'T'; Descending = $true }).T -join ','`, output: 'a,b,B' },
    { script: '10, 9, 8 | Sort-Object { "$_" }', output: '10\n8\n9' },
    {
      script:
        "(1..50 | ForEach-Object { [pscustomobject]@{ k = 1; i = $_ } } | Sort-Object k).i -join ',' -eq (1..50 -join ',')",
      output: 'True',
    },
  ]);
});

describe('Group-Object', () => {
  checkScripts([
    { script: `${three}$all | Group-Object N | ForEach-Object { "$($_.Name) $($_.Count)" }`, output: '1 1\n2 2' },
    { script: `${three}$all | Group-Object T -CaseSensitive | ForEach-Object Name`, output: 'a\nb\nB' },
    { script: `${three}($all | Group-Object T -AsHashTable)['B'].Count`, output: '2' },
    { script: `${three}($all | Group-Object N -AsHashTable -AsString).Keys | Sort-Object`, output: '1\n2' },
    { script: `${three}($all | Group-Object N -NoElement)[0].Group.Count`, output: '0' },
    { script: `${three}($all | Group-Object { $_.N % 2 }).Name`, output: '0\n1' },
  ]);
});

describe('Measure-Object and Compare-Object', () => {
  checkScripts([
    {
      script:
        '(1..4 | Measure-Object -Sum -Average -Minimum -Maximum) | ForEach-Object { "$($_.Count) $($_.Sum) $($_.Average) $($_.Minimum) $($_.Maximum)" }',
      output: '4 10 2.5 1 4',
    },
    {
      script:
        "('a b', 'c' | Measure-Object -Word -Line -Character) | ForEach-Object { \"$($_.Words) $($_.Lines) $($_.Characters)\" }",
      output: '3 2 4',
    },
    {
      script: "'x' | Measure-Object -Sum",
      errorId: 'NonNumericInputObject,Microsoft.PowerShell.Commands.MeasureObjectCommand',
    },
    {
      script: 'Compare-Object 1, 2 2, 3 | ForEach-Object { "$($_.InputObject)$($_.SideIndicator)" }',
      output: '3=>\n1<=',
    },
    { script: '(Compare-Object 1, 2 2, 1 -IncludeEqual).Count', output: '2' },
    { script: 'Compare-Object 1, 2 2, 3 -ExcludeDifferent -IncludeEqual -PassThru', output: '2' },
  ]);
});

describe('objects and their members', () => {
  checkScripts([
    { script: '$o = New-Object psobject -Property @{ a = 1 }; $o | Add-Member b 2; $o.b', output: '2' },
    {
      script: '$o = [pscustomobject]@{ a = 1 }; $o | Add-Member a 2',
      errorId: 'MemberAlreadyExists,Microsoft.PowerShell.Commands.AddMemberCommand',
    },
    { script: '$o = [pscustomobject]@{ a = 1 }; $o | Add-Member a 2 -Force; $o.a', output: '2' },
    {
      script: '$o = [pscustomobject]@{ a = 2 } | Add-Member ScriptProperty d { $this.a * 2 } -PassThru; $o.d',
      output: '4',
    },
    {
      script: '$o = [pscustomobject]@{ a = 2 } | Add-Member ScriptMethod m { $this.a + $args[0] } -PassThru; $o.m(3)',
      output: '5',
    },
    { script: '([pscustomobject]@{ a = 1; b = 2 } | Get-Member -MemberType NoteProperty).Name', output: 'a\nb' },
    {
      script: 'New-Object -ComObject Excel.Application',
      errorId: 'ParameterNotSupported,Microsoft.PowerShell.Commands.NewObjectCommand',
    },
    { script: '$x = 5 | Add-Member n 1 -PassThru; $x + 1; $x.n; ($x + 1).n', output: '6\n1' },
    {
      script: '(5 | Add-Member n 1 -PassThru), ("a" | Add-Member n 1 -PassThru) | ConvertTo-Json -Compress',
      output: '[{"value":5,"n":1},"a"]',
    },
    { script: 'New-Object No.Such', errorId: 'TypeNotFound,Microsoft.PowerShell.Commands.NewObjectCommand' },
    {
      script:
        'Update-TypeData -TypeName System.Int32 -MemberType ScriptProperty -MemberName Twice -Value { $this * 2 }; (4).Twice',
      output: '8',
    },
    { script: "'b', 'a' | Join-String -Separator ', ' -SingleQuote -OutputPrefix '['", output: "['b', 'a'" },
    { script: '1, 1, 2, 1 | Get-Unique', output: '1\n2\n1' },
    { script: '1..3 | Tee-Object -Variable v | ForEach-Object { $_ * 2 }; "$v"', output: '2\n4\n6\n1 2 3' },
    { script: '(Get-Random -SetSeed 1 -Maximum 100) -eq (Get-Random -SetSeed 1 -Maximum 100)', output: 'True' },
    { script: '(1..9 | Get-Random -Shuffle | Sort-Object) -join ""', output: '123456789' },
  ]);
});

describe('variables', () => {
  checkScripts([
    {
      script: 'New-Variable a 1 -Option ReadOnly; Set-Variable a 2',
      errorId: 'VariableNotWritable,Microsoft.PowerShell.Commands.SetVariableCommand',
    },
    {
      script: 'New-Variable a 1; New-Variable a 2',
      errorId: 'VariableAlreadyExists,Microsoft.PowerShell.Commands.NewVariableCommand',
    },
    { script: 'Get-Variable nosuch', errorId: 'VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand' },
    { script: '$a1 = 1; $a2 = 2; Get-Variable a? -Exclude a1 -ValueOnly', output: '2' },
    { script: '$a = 1; Remove-Variable a; "<$a>"', output: '<>' },
    { script: '$a = 1; Clear-Variable a; $null -eq $a', output: 'True' },
    { script: '1, 2 | Set-Variable l; "$l"', output: '1 2' },
  ]);
});

describe('formats', () => {
  checkScripts([
    { script: '[pscustomobject]@{ a = 1; b = 2 } | Format-Table b', output: '\nb\n-\n2' },
    { script: '[pscustomobject]@{ a = 1 } | Format-List', output: '\na : 1' },
    { script: '([pscustomobject]@{ a = 1 } | Format-Table | Out-String -Stream).Count', output: '5' },
    {
      script: "[pscustomobject]@{ a = 1.5 } | Format-Table @{ n = 'x'; e = { $_.a }; f = 'N2'; w = 6 }",
      output: '\n     x\n     -\n  1.50',
    },
    {
      script: '[pscustomobject]@{ a = 1 } | Format-Table -View none',
      errorId: 'FormatViewNotFound,Microsoft.PowerShell.Commands.FormatTableCommand',
    },
    { script: '$FormatEnumerationLimit = 2; [pscustomobject]@{ a = 1, 2, 3 }', output: '\na\n-\n{1, 2…}' },
    {
      script: "'<a>' | ConvertTo-Html -Fragment -Property Length",
      output: '<table>\n<colgroup><col/></colgroup>\n<tr><th>Length</th></tr>\n<tr><td>3</td></tr>\n</table>',
    },
    { script: '(1 | ConvertTo-Xml -As String) -like "*<Object Type=`"System.Int32`">1</Object>*"', output: 'True' },
  ]);
});
