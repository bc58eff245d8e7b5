import { expect, test } from 'vitest';
import { parse } from '../parser/parse.ts';

const found = (script: string): string[] =>
  parse(script).errors.map(
    ({ id, start, end }) => `${id.replace(/(?:NotSupported|NotAllowed)?InDataSection$/, '')} ${start}-${end}`,
  );

// What PowerShell's own parser says of each.
test.each([
  ['data { [int]3 }', []],
  ['data { [xml]"<a/>" }', ['Type 7-12']],
  ['data { [System.Text.StringBuilder] }', ['Type 7-34']],
  ['data { 1..3 }', ['Operator 8-10']],
  ['data { -join 3 }', ['Operator 7-14']],
  ['data { $a.b }', ['PropertyReference 7-11', 'VariableReference 7-9']],
  ['data { $a.b() }', ['MethodCall 7-13', 'VariableReference 7-9']],
  ['data { & $x }', ['Operator 7-11', 'VariableReference 9-11']],
  ['data { . ConvertFrom-StringData a }', ['DotSourcing 7-33']],
  ['data { ConvertFrom-StringData a > b }', ['Redirection 32-35']],
  ['data { @{a=$x[0]} }', ['ArrayReference 11-16', 'VariableReference 11-13']],
  ['data { "a $b" }', ['VariableReference 10-12']],
  ['data { trap {} }', ['TrapStatement 7-14']],
  ['data { if (1) {2} else {$z} }', ['VariableReference 24-26']],
  ['data { $x = 1 }', ['AssignmentStatement 7-13', 'VariableReference 7-9']],
  ['data { $x++ }', ['Operator 7-11', 'VariableReference 7-9']],
  ['data { $env:x; $true }', ['VariableReference 7-13']],
  ['data { 1 ? 2 : 3; 1 ?? 3 }', []],
  ['data -SupportedCommand $x { Get-Date }', []],
  ['data -SupportedCommand Get-Date { ConvertFrom-StringData a }', []],
])('%s', (script, errors) => {
  expect(found(script)).toEqual(errors);
});

test('a command that is not named', () => {
  expect(found('data -SupportedCommand Get-Date { Get-Date; Get-Item }')).toEqual([
    'CmdletNotInAllowedListForDataSection 44-52',
  ]);
});
