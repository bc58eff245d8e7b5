import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

const parse = (script: string): string =>
  `$t = $e = $null; $null = [System.Management.Automation.Language.Parser]::ParseInput('${script}', [ref]$t, [ref]$e);`;

describe('tokens as values', () => {
  checkScripts([
    {
      script: `${parse('Get-X -a:$b 12kb')} $t.Kind -join ' '`,
      output: 'Generic Parameter Variable Number EndOfInput',
    },
    {
      script: `${parse('Get-X | % { $_.z }')} ($t | ? { $_.TokenFlags -band 'CommandName' }).Text`,
      output: 'Get-X\n%',
    },
    { script: `${parse('@{ a = 1 }.b')} ($t | ? { $_.TokenFlags -band 'MemberName' }).Text`, output: 'a\nb' },
    {
      script: `${parse('[int]5 -and 1')} $t[1].TokenFlags; $t[4].TokenFlags`,
      output: 'TypeName\nBinaryPrecedenceLogical, BinaryOperator, CanConstantFold',
    },
    { script: `${parse('"a $b')} $t[0].HasError; $e[0].ErrorId`, output: 'True\nTerminatorExpectedAtEndOfString' },
    {
      script:
        "$e = $null; $t = [System.Management.Automation.PSParser]::Tokenize('[int]$x', [ref]$e); $t.Type -join ' '; $e.Count",
      output: 'Type Variable\n0',
    },
    {
      script:
        "$e = $null; $null = [System.Management.Automation.PSParser]::Tokenize('if (', [ref]$e); $e.Count; $e[0].Token.Start",
      output: '1\n4',
    },
    {
      script:
        '{ param($a) $b }.Ast.FindAll({ $args[0].GetType().Name -eq "VariableExpressionAst" }, $true).Extent.Text',
      output: '$a\n$b',
    },
  ]);
});
