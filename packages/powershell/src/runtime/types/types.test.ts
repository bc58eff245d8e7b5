import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

const gives = (scripts: Readonly<Record<string, string>>) =>
  checkScripts(Object.entries(scripts).map(([script, output]) => ({ script, output })));

const fails = (scripts: Readonly<Record<string, string>>) =>
  checkScripts(Object.entries(scripts).map(([script, errorId]) => ({ script, errorId })));

describe('texts', () => {
  gives({
    "'abc'.ToUpper().PadLeft(5, '*')": '**ABC',
    "'a,b,c'.Split(',')[1]": 'b',
    "' x '.Trim().Length": '1',
    "'abc'.Contains('B', 'OrdinalIgnoreCase')": 'True',
    "'abc'[-1]": 'c',
    "[string]::IsNullOrWhiteSpace('  ')": 'True',
    "'aXb'.Replace('X', '-')": 'a-b',
    "'abc'.Insert(1, 'z').Remove(0, 1)": 'zbc',
    "[char]::IsDigit('7')": 'True',
    "[System.Text.StringBuilder]::new('ab').AppendLine('c').Insert(0, '>').ToString().Length": '5',
  });
});

describe('dates', () => {
  gives({
    "([datetime]'2024-02-28').AddDays(2).ToString('yyyy-MM-dd')": '2024-03-01',
    "[datetime]::ParseExact('29.02.2024', 'dd.MM.yyyy', $null).DayOfWeek": 'Thursday',
    '[datetime]::IsLeapYear(2100)': 'False',
    "([datetime]'2024-01-01').Kind": 'Unspecified',
    "[datetimeoffset]::Parse('2024-01-01T00:00:00+02:00').UtcDateTime.ToString('s')": '2023-12-31T22:00:00',
    "([timespan]'1:30').TotalMinutes": '90',
    "[timespan]::FromDays(1.5).ToString('c')": '1.12:00:00',
  });
  fails({ "[datetime]::Parse('x')": 'FormatException', '[datetime]::new(2023, 2, 29)': 'ArgumentOutOfRangeException' });
});

describe('collections', () => {
  gives({
    '$l = [System.Collections.Generic.List[int]]::new(); $l.Add(3); $l.AddRange([int[]](1, 2)); $l.Sort(); "$l"':
      '1 2 3',
    "$l = [Collections.ArrayList]@(1, 2); [void]$l.Add('x'); $l.RemoveAt(0); $l.Count": '2',
    "$d = [System.Collections.Generic.Dictionary[string, int]]::new(); $d['a'] = 1; $d.ContainsKey('A'); $d.TryGetValue('a', [ref]$null)":
      'False\nTrue',
    "$d = New-Object 'System.Collections.Generic.Dictionary[[String],[Int32]]'; $d.Add('a', '5'); $d['a'].GetType().Name":
      'Int32',
    "$s = [System.Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase); $s.Add('a'); $s.Add('A')":
      'True\nFalse',
    '$q = [System.Collections.Queue]::new(); $q.Enqueue(1); $q.Enqueue(2); $q.Dequeue(); $q.Count': '1\n1',
    '$s = [System.Collections.Generic.Stack[int]]::new(); $s.Push(1); $s.Push(2); $s.Pop()': '2',
    "$o = [ordered]@{ z = 1; a = 2 }; $o.Insert(0, 'm', 0); $o.Keys -join ','; $o[1]; $o.Keys[2]": 'm,z,a\n1\na',
    '[System.Collections.Generic.SortedDictionary[string, int]]::new().Count': '0',
    '[tuple]::Create(1, "b").Item2': 'b',
    '[Linq.Enumerable]::Sum([int[]](1, 2, 3))': '6',
    '[array]::IndexOf((5, 6, 7), 6)': '1',
    '$a = 3, 1, 2; [array]::Sort($a); "$a"; [array]::Reverse($a); "$a"': '1 2 3\n3 2 1',
    '(1, 2, 3).Where({ $_ -gt 1 }).ForEach({ $_ * 2 }) -join ","': '4,6',
    "$n = [System.Web.HttpUtility]::ParseQueryString('?a=1&A=2&b=x%20y'); $n['a']; $n['b']; $n.Count": '1,2\nx y\n2',
  });
  fails({
    "[System.Collections.Generic.List[int]]::new().Add('x')": 'MethodArgumentConversionInvalidCastArgument',
    '[Collections.Generic.Queue[int]]::new().Dequeue()': 'InvalidOperationException',
    '[Collections.Generic.Nope[int]]::new()': 'TypeNotFound',
  });
});

describe('values', () => {
  gives({
    "([version]'1.2.3').Major; [version]'1.10' -gt [version]'1.9'": '1\nTrue',
    "[semver]'1.2.3-beta' -lt [semver]'1.2.3'": 'True',
    "[guid]::Empty.ToString('N')": '00000000000000000000000000000000',
    "([uri]'https://u@a.example:8443/p/q?x=1#f').Port; ([uri]'https://a.example/p/q').Segments[2]": '8443\nq',
    "([mailaddress]'Ann <ann@x.example>').Host": 'x.example',
    "[System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes('ü'))": 'w7w=',
    '[System.Text.Encoding]::Unicode.GetString([byte[]](65, 0))': 'A',
    "[convert]::ToString(255, 2); [convert]::ToInt32('ff', 16)": '11111111\n255',
    '[BitConverter]::ToString([byte[]](1, 171))': '01-AB',
    '[math]::Round(2.5); [math]::Round(2.5, [MidpointRounding]::AwayFromZero); [math]::Floor(-1.5)': '2\n3\n-2',
    "[regex]::Matches('a1b2', '\\d').Value -join ','; [regex]::Escape('a.b')": '1,2\na\\.b',
    "[regex]::Replace('abc', 'b', { param($m) $m.Value.ToUpper() })": 'aBc',
    "[IO.Path]::Combine('/a', 'b', 'c.txt'); [IO.Path]::GetExtension('x.tar.gz')": '/a/b/c.txt\n.gz',
    '[System.Security.Cryptography.SHA256]::Create().ComputeHash([byte[]]@()).Length': '32',
    '[enum]::GetNames([DayOfWeek]).Count; [DayOfWeek]::Friday.value__': '7\n5',
    "[System.Net.IPAddress]::TryParse('1.2.3', [ref]$null)": 'True',
  });
  fails({
    "[guid]::new('x')": 'FormatException',
    "[System.IO.File]::ReadAllText('/x')": 'UnauthorizedAccessException',
    '[math]::Round(1, 99)': 'ArgumentOutOfRangeException',
  });
});

describe('types as values', () => {
  gives({
    '[int].FullName; [int].BaseType.Name; [int[]].IsArray; [DayOfWeek].IsEnum': 'System.Int32\nValueType\nTrue\nTrue',
    '(5).GetType() -eq [int]': 'True',
    '[System.Collections.Generic.List[string]].Name; [System.Collections.Generic.List[string]].GenericTypeArguments[0].Name':
      'List`1\nString',
    "[math].GetMethod('Abs', [type[]]@([int])).Invoke($null, @(-5))": '5',
    "[version].GetProperty('Major').GetValue([version]'3.4')": '3',
    '[string].Assembly.GetName().Name': 'System.Private.CoreLib',
    '[math]::Max.Invoke(3, 5)': '5',
    "'abc'.Substring.OverloadDefinitions[0]": 'string Substring(int startIndex)',
    "using namespace System.Text; [StringBuilder]::new('x').Length": '1',
    '[pscustomobject]@{ a = 1 } -is [psobject]; (5).psobject.TypeNames[0]': 'True\nSystem.Int32',
  });
});
