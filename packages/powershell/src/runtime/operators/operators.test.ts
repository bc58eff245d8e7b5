import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

/** What an expression gives, its elements with commas between them. */
const gives = (expressions: Readonly<Record<string, string>>) =>
  checkScripts(
    Object.entries(expressions).map(([expression, output]) => ({ script: `(${expression}) -join ','`, output })),
  );

const typed = (expressions: Readonly<Record<string, string>>) =>
  checkScripts(
    Object.entries(expressions).map(([expression, output]) => ({
      script: `$v = ${expression}; "$($v.GetType().Name) $v"`,
      output,
    })),
  );

const fails = (scripts: Readonly<Record<string, string>>) =>
  checkScripts(Object.entries(scripts).map(([script, errorId]) => ({ script, errorId, output: '' })));

describe('arithmetic promotes and rounds as the original does', () => {
  typed({
    '2147483647 + 1': 'Double 2147483648',
    '[long]::MaxValue + 1': 'Double 9.22337203685478E+18',
    '7 / 2': 'Double 3.5',
    '6 / 2': 'Int32 3',
    '7 % 3': 'Int32 1',
    '-7 % 3': 'Int32 -1',
    '1.5d + 1': 'Decimal 2.5',
    "'5' * 2": 'String 55',
    "2 * '5'": 'Int32 10',
    "'a' + 1": 'String a1',
    '1 + "0x10"': 'Int32 17',
    '[byte]200 + [byte]100': 'Int32 300',
    '[datetime]"2024-01-31" - [datetime]"2024-01-01"': 'TimeSpan 30.00:00:00',
    '[datetime]"2024-01-01" + [timespan]"1.00:00"': 'DateTime 01/02/2024 00:00:00',
    '[bigint]2 * [long]::MaxValue': 'BigInteger 18446744073709551614',
  });
  gives({ '(1, 2) + 3': '1,2,3', '(1, 2) * 2': '1,2,1,2', '@{ a = 1 } + @{ b = 2 } | ForEach-Object Count': '2' });
  fails({
    '1 / 0': 'RuntimeException',
    "1 + 'x'": 'InvalidCastFromStringToInteger',
    '@{} + 1': 'AddHashTableToNonHashTable',
  });
});

describe('bits', () => {
  typed({
    '6 -band 3': 'Int32 2',
    '6 -bor 1': 'Int32 7',
    '6 -bxor 3': 'Int32 5',
    '-bnot 0': 'Int32 -1',
    '1 -shl 33': 'Int32 2',
    '-8 -shr 1': 'Int32 -4',
    '1L -shl 40': 'Int64 1099511627776',
  });
});

describe('comparison goes by the left side', () => {
  gives({
    "'a' -eq 'A'": 'True',
    "'a' -ceq 'A'": 'False',
    "'10' -eq 10": 'True',
    "10 -eq '10.0'": 'True',
    "'9' -gt '10'": 'True',
    "9 -gt '10'": 'False',
    '1, 2, 3, 2 -eq 2': '2,2',
    '1, 2, 3 -ne 2': '1,3',
    '$null -eq @()': 'False',
    '[version]"1.10" -gt "1.9"': 'True',
    '[datetime]"2024-01-02" -gt "2024-01-01"': 'True',
    "'b' -in 'a', 'B'": 'True',
    "'abc' -like 'A?[cd]'": 'True',
  });
  fails({
    '1 -gt "x"': 'InvalidCastFromStringToInteger',
    '[datetime]"2024-01-01" -gt "x"': 'ComparisonFailure',
    '[object]::new() -lt 1': 'NotIcomparable',
  });
});

describe('texts', () => {
  gives({
    "'a1b22' -replace '\\d+', '<$0>'": 'a<1>b<22>',
    "'a1b22' -replace '\\d+', { [int]$_.Value + 1 }": 'a2b23',
    "'a,b;c' -split '[,;]'": 'a,b,c',
    "'a b  c' -split ' ', 2": 'a,b  c',
    "-split ' a  b '": 'a,b',
    "'a.b' -split '.', 0, 'SimpleMatch'": 'a,b',
    "'abc' -split { $_ -eq 'b' }": 'a,c',
    "$(if ('ab12' -match '(?<n>\\d+)') { $Matches['n'] })": '12',
    "$(if ('ab12' -match '(?<n>[a-z]+)(x)?(\\d+)') { $Matches[2], $Matches[9], $Matches[1], $Matches.Count, $Matches.n })":
      '12,,,3,ab',
    "$(if ('ab' -match '(a)(b)') { $Matches[1] = 'c'; $Matches.Remove(2); @($Matches[0, 1, 2]) + $Matches.Count })":
      'ab,c,,2',
    "'{0:N2}|{1,5}|{2:x4}|{3:yyyy}' -f 1234.5, 'a', 255, [datetime]'2024-01-01'": '1,234.50|    a|00ff|2024',
    "'{0:P1} {1:C} {2:D3}' -f 0.256, 5, 7": '25.6 % ¤5.00 007',
    "'{{}} {0}' -f 1": '{} 1',
    "1, 2 -join '+'": '1+2',
  });
  fails({
    "'{1}' -f 1": 'FormatError',
    "'a' -match '['": 'System.Text.RegularExpressions.RegexParseException',
    "'a' -like '['": 'RuntimeException',
  });
});

describe('ranges and types', () => {
  gives({
    '1..4': '1,2,3,4',
    '3..1': '3,2,1',
    "'a'..'d'": 'a,b,c,d',
    "'1'..'3'": '1,2,3',
    '5 -is [int]': 'True',
    "'5' -isnot [int]": 'True',
    "'5' -as [int]": '5',
  });
});

describe('operators beside values that are no numbers', () => {
  typed({
    "[System.IO.FileAttributes]3 -band 'Hidden'": 'FileAttributes Hidden',
    "'Hidden' -band [System.IO.FileAttributes]3": 'FileAttributes Hidden',
    '1 -bor [System.IO.FileAttributes]::Hidden': 'Int32 3',
    "[consolecolor]'Red' - 'Blue'": 'ConsoleColor DarkCyan',
    "[consolecolor]'Red' / 2": 'ConsoleColor DarkYellow',
    '2 + [timespan]10': 'TimeSpan 00:00:00.0000012',
    "[datetime]'2024-01-01' + '1'": 'DateTime 01/02/2024 00:00:00',
    "[char]'a' -lt 98": 'Boolean True',
    "[char]'B' -gt 'a'": 'Boolean False',
    "((5..1) -like '[12]')[0]": 'String 2',
    "'{0}' -f [System.Collections.ArrayList]@(1, 2)": 'String System.Collections.ArrayList',
    "'{0:N1}' -f [pscustomobject]@{ a = 1; b = 'x' }": 'String @{a=1.0; b=x}',
    "1 -is 'int'": 'Boolean True',
  });
  gives({ '$null -eq (1)[0, 1]': 'True', "'abc'[0, 5]": 'a' });
  fails({
    '3d * @(1, 2)': 'MethodArgumentConversionInvalidCastArgument',
    "[timespan]1 * 'a'": 'MethodArgumentConversionInvalidCastArgument',
    "[datetime]'2020-01-02' - '1.00:00'": 'MethodCountCouldNotFindBest',
    "[guid]::Empty - 'x'": 'MethodNotFound',
    "@() -band 'a'": 'InvalidCastFromStringToInteger',
    '1.5 -band @()': 'System.NullReferenceException',
    '1 .. @{}': 'System.InvalidCastException',
    '1 .. [double]::NaN': 'System.OverflowException',
    "1 -is 'xx'": 'RuntimeException',
    "1 -as 'xx'": 'InvalidCastFromStringToType',
    '1 -is $null': 'IsOperatorRequiresType',
    "'a' -split 'a', 'b'": 'RuntimeException',
    "'a' -split @()": 'BadOperatorArgument',
    "'a' -split 'a', 1, 3": 'InvalidSplitOptionCombination',
    "[consolecolor]'Red' -lt 'x'": 'SubstringDisambiguationEnumParseThrewAnException',
    "[char]'a' -le 'ab'": 'ComparisonFailure',
    '[regex]$true': 'InvalidCastIConvertible',
    '(1, 2).PadLeft(5)': 'MethodNotFound',
    "[xml]'abc'": 'InvalidCastToXmlDocument',
  });
});
