import { expect, test } from 'vitest';
import { createRunspace } from '../index.ts';
import type { CompletionMatch } from './completion.ts';

function matchesOf(input: string, setup = ''): readonly CompletionMatch[] {
  const host = { write: () => undefined, writeError: () => undefined, width: 80 };
  const runspace = createRunspace({ host });
  runspace.invoke(setup);
  return runspace.complete(input, input.length).matches;
}

const texts = (input: string, setup?: string): string[] => matchesOf(input, setup).map(({ text }) => text);

test('an attribute offers what it has and has not been given', () => {
  expect(texts('function f { param([Parameter(Mandatory, Help')).toEqual([
    'HelpMessage',
    'HelpMessageBaseName',
    'HelpMessageResourceId',
  ]);
  expect(texts('function f { param([ValidateSet(\'a\', "b", Ig')).toEqual(['IgnoreCase']);
  expect(texts('function f { param([ValidateScript({ $_ -gt (1) }, E')).toEqual(['ErrorMessage']);
  expect(texts('[CmdletBinding(SupportsShouldProcess, Supp')).toEqual(['SupportsPaging', 'SupportsTransactions']);
});

test('a calculated property offers the keys that its command takes', () => {
  expect(texts('1 | Sort-Object @{')).toEqual(['Expression', 'Ascending', 'Descending']);
  expect(texts('1 | Sort-Object @{Expression={1};')).toEqual(['Ascending', 'Descending']);
  expect(texts('1 | Format-Table a, @{Wi')).toEqual(['Width']);
  expect(texts('1 | Format-Table -GroupBy @{Wi')).toEqual([]);
});

const gold =
  'class Base { [int]$Bound } class Gold : Base { [string]$Name; hidden [int]$No; static [int]$Sum; Gold() {} [int]Add([int]$by, $more) { return 1 } };';

test('a class of the input has its members and those of its base, its static ones by its name', () => {
  expect(matchesOf(`${gold} [Gold]::new().`).map(({ tip }) => tip)).toEqual([
    'int Bound',
    'string Name',
    'int Add(int by, Object more)',
  ]);
  expect(texts(`${gold} $g = [Gold]::new(); $g.N`)).toEqual(['Name']);
  expect(matchesOf(`${gold} [Gold]::S`).map(({ tip }) => tip)).toEqual(['static int Sum']);
});

test('a completer that was registered answers for its parameter, with text or with whole results', () => {
  const setup = [
    'function global:Get-Gold { param($Item) }',
    'Register-ArgumentCompleter -CommandName Get-Gold -ParameterName Item -ScriptBlock {',
    "param($command, $parameter, $word) \"$command$word\"; [System.Management.Automation.CompletionResult]::new('t', 'l', 'Method', 'tip')",
    '}',
  ].join('\n');
  expect(matchesOf('Get-Gold -Item x', setup)).toEqual([
    { text: 'Get-Goldx', list: 'Get-Goldx', type: 'Text', tip: 'Get-Goldx' },
    { text: 't', list: 'l', type: 'Method', tip: 'tip' },
  ]);
});

test.each([
  ['Get-ChildItem | Select-Object Na', ['Name', 'NameString']],
  ['gci | sort LastWriteTimeU', ['LastWriteTimeUtc']],
  ['gci -File | where Length -gt 5 | sort Name | select -ExpandProperty Exten', ['Extension']],
  ['Get-Date | Format-Table DayOf', ['DayOfWeek', 'DayOfYear']],
  ["gci | select Name, @{n='Size in MB'; e={1}} | sort Si", ["'Size in MB'"]],
  ['gci | group Extension | select Cou', ['Count']],
  ['1..3 | % { [pscustomobject]@{ Alpha = $_; Beta = 1 } } | sort Al', ['Alpha']],
  ['gci | select * | ft Basen', ['BaseName']],
  ['@(gci).FullN', ['FullName']],
  ['gci | Where-Object { $_.FullN', ['FullName']],
  ['gci | % { $_.LastWriteTime.AddDa', ['AddDays(']],
  ['$files = Get-ChildItem; $files | select BaseN', ['BaseName']],
  ['$files = gci; foreach ($f in $files) { $f.BaseN', ['BaseName']],
  ['(Get-Date).DayOfW', ['DayOfWeek']],
  ['$x = $x; $x.Na', []],
  ['Get-FileHash a | select Al', ['Algorithm']],
])('%s is completed by what the pipeline brings', (input, expected) => {
  expect(texts(input)).toEqual(expected);
});

test('the tip of a property tells its type', () => {
  expect(matchesOf('Get-Date | select DayOfY')[0]?.tip).toBe('int DayOfYear { get; }');
});
