import { describe, expect, test } from 'vitest';
import { runScript } from '../testing/run-script.ts';

const shownBy = (script: string): string => runScript(script).shown;

describe('errors', () => {
  test.each([
    ["try { throw 'x' } catch { $_.FullyQualifiedErrorId }", 'x\n'],
    ['try { 1/0 } catch [DivideByZeroException] { $_.Exception.GetType().Name }', 'DivideByZeroException\n'],
    ["try { [int]::Parse('a') } catch { $_.FullyQualifiedErrorId }", 'FormatException\n'],
    ["try { { throw 'in' }.Invoke() } catch { $_.Exception.InnerException.Message }", 'in\n'],
    [
      'try { Write-Error e -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }',
      'Microsoft.PowerShell.Commands.WriteErrorException,script.ps1\n',
    ],
    [
      'try { Write-Error e -ErrorId i -Category InvalidData -TargetObject t -EA Stop } catch { "$($_.CategoryInfo)" }',
      'InvalidData: (t:String) [Write-Error], WriteErrorException\n',
    ],
    [
      "function f { throw 'x' }; function g { f }; try { g } catch { $_.ScriptStackTrace }",
      'at f, /script.ps1: line 1\nat g, /script.ps1: line 1\nat <ScriptBlock>, /script.ps1: line 1\n',
    ],
    ['function f { $MyInvocation.MyCommand.Name; $MyInvocation.OffsetInLine }; f', 'f\n74\n'],
    ["$env:A_B = ''; Test-Path env:A_B; $env:A_B = $null; Test-Path env:A_B", 'True\nFalse\n'],
    ['Set-StrictMode -Version 2; "a $nodrive:b"; $Error.Count', 'a \n0\n'],
    [
      'Set-StrictMode -Version 2; [pscustomobject]@{a=1} | Where-Object zz -eq 1; $Error[0].FullyQualifiedErrorId',
      'PropertyNotFound,Microsoft.PowerShell.Commands.WhereObjectCommand\n',
    ],
    ["$r = 'abc'; $r.ToUpper() = 1; $r; $Error.Count", 'abc\n0\n'],
    ['function f { param([int]$i) }; f -i x; $Error[0].InvocationInfo.OffsetInLine', '37\n'],
    ['function f { param([int]$i) }; f -i:x; $Error[0].InvocationInfo.OffsetInLine', '37\n'],
    ["trap { \"t $_\"; continue }; throw 'x'; 'behind'", 't x\nbehind\n'],
    ['function f { Write-Error x 2>$null }; f; $?', 'True\n'],
    ['Write-Error x 2>$null; $?; $?', 'False\nTrue\n'],
    [
      "try { [ArgumentException]::new('m', 'p').Message; [ArgumentNullException]::new('p').Message } catch { }",
      "m (Parameter 'p')\nValue cannot be null. (Parameter 'p')\n",
    ],
    [
      'try { [scriptblock]::Create("1 +") } catch { ($_.Exception.Message -split "`n")[-1] }',
      "You must provide a value expression following the '+' operator.\"\n",
    ],
  ])('%s', (script, shown) => {
    expect(shownBy(script)).toBe(shown);
  });

  test.each([
    ['$u', 'VariableIsUndefined'],
    ['([pscustomobject]@{}).p', 'PropertyNotFoundStrict'],
    ['(1, 2)[5]', 'System.IndexOutOfRangeException'],
    ['function f { }; f(1, 2)', 'StrictModeFunctionCallWithParens'],
  ])('strict code refuses %s', (code, id) => {
    const script = `Set-StrictMode -Version Latest; try { ${code} } catch { $_.FullyQualifiedErrorId }`;
    expect(shownBy(script)).toBe(`${id}\n`);
  });

  test('strict mode ends with the scope that asked for it', () => {
    expect(shownBy('function f { Set-StrictMode -Version 3 }; f; "[$u]"')).toBe('[]\n');
  });
});
