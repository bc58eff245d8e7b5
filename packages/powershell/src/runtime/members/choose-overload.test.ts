import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

describe('the form that fits best', () => {
  checkScripts([
    { script: "'abcabc'.IndexOf('c')", output: '2' },
    { script: "'abcabc'.IndexOf('c', 3)", output: '5' },
    { script: "'a-b'.Split('-').Count", output: '2' },
    { script: "'a1b2'.Split([char[]]'12').Count", output: '3' },
    { script: '[math]::Abs(-3).GetType().Name', output: 'Int32' },
    { script: '[math]::Abs(-3.5).GetType().Name', output: 'Double' },
    // The first argument weighs most.
    { script: '[math]::Max(1, 2.5)', output: '2' },
    { script: '[math]::Max(1.5, 2)', output: '2' },
    { script: '[math]::Round(2.345d, 2).GetType().Name', output: 'Decimal' },
    { script: '[string]::Join("-", 1, 2)', output: '1-2' },
    { script: '[string]::Join("-", @("a", "b"))', output: 'a-b' },
    { script: "[string]::Format('{0}{1}', 1, 2)", output: '12' },
    { script: "$n = 0; [int]::TryParse('7', [ref]$n); $n", output: 'True\n7' },
    { script: "[datetime]::new(2024, 2, 29).ToString('yyyy-MM-dd')", output: '2024-02-29' },
    { script: "[System.Text.StringBuilder]::new().Append('a').Append(1).Append([char]'c').ToString()", output: 'a1c' },
    { script: "'abc'.Substring('1')", output: 'bc' },
    { script: "[math]::Pow('2', 3)", output: '8' },
    { script: '$pair = [math]::DivRem(7, 2); $pair.Item1; $pair.Item2', output: '3\n1' },
    { script: "[System.Text.StringBuilder]::new('ab').Chars(1)", output: 'b' },
    { script: "(-[timespan]'1:00').ToString(); (+[timespan]'1:00').ToString()", output: '-01:00:00\n01:00:00' },
  ]);
});

describe('names in errors', () => {
  const said = (script: string, output: string) => ({
    script: `try { ${script} } catch { $_.Exception.Message }`,
    output,
  });
  const reason =
    'Cannot convert value "q" to type "System.Int64". Error: "The input string \'q\' was not in a correct format."';
  checkScripts([
    said('[timespan]::new(1, 2, 3, 4, 5, 6, 7)', 'Cannot find an overload for "new" and the argument count: "7".'),
    said(
      'New-Object timespan 1, 2, 3, 4, 5, 6, 7',
      'Cannot find an overload for "TimeSpan" and the argument count: "7".',
    ),
    said(
      "[timespan]::new('q')",
      `Cannot convert argument "ticks", with value: "q", for ".ctor" to type "System.Int64": "${reason}"`,
    ),
    said(
      "New-Object timespan 'q'",
      `Cannot convert argument "0", with value: "q", for "TimeSpan" to type "System.Int64": "${reason}"`,
    ),
  ]);
});

describe('no form fits', () => {
  checkScripts([
    { script: "'abc'.Substring()", errorId: 'MethodCountCouldNotFindBest' },
    { script: "'abc'.Substring(1, 2, 3)", errorId: 'MethodCountCouldNotFindBest' },
    { script: "'abc'.Substring('x')", errorId: 'MethodArgumentConversionInvalidCastArgument' },
    { script: "'abc'.Nope()", errorId: 'MethodNotFound' },
    { script: '[math]::Nope(1)', errorId: 'MethodNotFound' },
    { script: '[math]::Abs()', errorId: 'MethodCountCouldNotFindBest' },
    { script: '[guid]::new(1, 2)', errorId: 'MethodCountCouldNotFindBest' },
    { script: '$null.ToString()', errorId: 'InvokeMethodOnNull' },
    { script: "[int]::TryParse('7', 0)", errorId: 'NonRefArgumentToRefParameterMsg' },
  ]);
});

describe('what a method throws is told as an exception of its call', () => {
  checkScripts([
    { script: "[int]::Parse('x')", errorId: 'FormatException' },
    { script: "'abc'.Substring(9)", errorId: 'ArgumentOutOfRangeException' },
    {
      script:
        "try { [int]::Parse('x') } catch { $_.Exception.Message; $_.Exception.InnerException.GetType().FullName }",
      output:
        'Exception calling "Parse" with "1" argument(s): "The input string \'x\' was not in a correct format."\nSystem.FormatException',
    },
    {
      script: "try { 'abc'.Substring() } catch { $_.Exception.Message }",
      output: 'Cannot find an overload for "Substring" and the argument count: "0".',
    },
  ]);
});
