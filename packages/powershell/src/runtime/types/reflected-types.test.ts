import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

describe('types by reflection, and delegates', () => {
  checkScripts([
    {
      script: "[object].Assembly.GetType('System.Action`2').MakeGenericType(([int], [string])).ToString()",
      output: 'System.Action`2[System.Int32,System.String]',
    },
    { script: "$null -eq [object].Assembly.GetType('No.Such')", output: 'True' },
    { script: '([Func[int,string,hashtable]]{ @{ a = $args.Length } }).Invoke(1, "b").a', output: '2' },
    { script: "[object].Assembly.GetType('System.Func`2').MakeGenericType([int])", errorId: 'ArgumentException' },
    { script: '[int].MakeGenericType([int])', errorId: 'InvalidOperationException' },
    { script: '[enum]::GetUnderlyingType([DayOfWeek]).Name', output: 'Int32' },
    {
      script: '$t = [tuple]::Create(10, \'a\'); $t[0]; $t[-1]; "$($t[0, 1])"; $null -eq $t[5]',
      output: '10\na\n10 a\nTrue',
    },
  ]);
});

describe('values for none', () => {
  checkScripts([
    {
      script: '$x = [DBNull]::Value; $x -eq $null; ($x ?? 1) -eq $x; "[$x]"; [Convert]::IsDBNull($x)',
      output: 'False\nTrue\n[]\nTrue',
    },
    { script: '$x = [NullString]::Value; $null -eq $x; "[$x]"', output: 'False\n[]' },
    { script: '@([System.Management.Automation.Internal.AutomationNull]::Value).Count', output: '0' },
  ]);
});

describe('trees of scripts', () => {
  checkScripts([
    {
      script: '{ @{ a = 1 } }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.SafeGetValue().a',
      output: '1',
    },
    { script: '{ 1 }.Ast.SafeGetValue()', errorId: 'InvalidOperationException' },
    {
      script: '{ switch -regex -casesensitive (1) { 1 { } } }.Ast.EndBlock.Statements[0].Flags',
      output: 'Regex, CaseSensitive',
    },
    {
      script:
        '$e = $null; $null = [System.Management.Automation.Language.Parser]::ParseInput(\'$x =\', [ref]$null, [ref]$e); "$($e[0])"',
      output: "At line:1 char:5\n+ $x =\n+     ~\nYou must provide a value expression following the '=' operator.",
    },
    { script: '. { $MyInvocation.InvocationName; $MyInvocation.Line.Length -gt 0 }', output: '.\nTrue' },
  ]);
});

describe('-split', () => {
  checkScripts([
    { script: "'a|b|c' -split { $_ -eq '|' }, -2 -join ';'", output: 'a|b;c' },
    { script: "'a|b|c' -split { $_ -eq '|' }, 2 -join ';'", output: 'a;b|c' },
    { script: "'a' -split 'b', 0, 'SimpleMatch,Multiline'", errorId: 'InvalidSplitOptionCombination' },
    { script: "'a' -split { 1 }, 0, 'Multiline'", errorId: 'InvalidSplitOptionWithPredicate' },
  ]);
});
