import { expect, test } from 'vitest';
import { createRunspace } from '../../runtime/runspace.ts';

function run(script: string): string {
  let text = '';
  const host = { write: (part: string) => void (text += part), writeError: () => undefined, width: 120 };
  createRunspace({ host }).invoke(script);
  return text.trim();
}

const documented = `
<#
.SYNOPSIS
Adds numbers.
.DESCRIPTION
Adds all numbers
that it is given.
.PARAMETER Left
The first number.
.EXAMPLE
Add-Number 1 2
.LINK
about_Numbers
#>
function Add-Number { param([Parameter(Mandatory)][int]$Left, [int]$Right = 5) $Left + $Right }
`;

test('comments are the help of a function', () => {
  expect(run(`${documented} (Get-Help Add-Number).Synopsis`)).toBe('Adds numbers.');
  expect(run(`${documented} (Get-Help Add-Number).description.Text`)).toBe('Adds all numbers\nthat it is given.');
});

test('a parameter tells what its declaration says', () => {
  const script = `${documented} Get-Help Add-Number -Parameter * | ForEach-Object {
    "$($_.name) $($_.required) $($_.position) $($_.defaultValue)" }`;
  expect(run(script)).toBe('Left true 1 \nRight false 2 5');
});

test('the views show more as they are asked for more', () => {
  const short = run(`${documented} Get-Help Add-Number`);
  const full = run(`${documented} Get-Help Add-Number -Full`);
  expect(short).toContain('Add-Number [-Left] <Int32> [[-Right] <Int32>] [<CommonParameters>]');
  expect(short).not.toContain('The first number.');
  expect(full).toContain('The first number.');
});

test('-? shows the help and runs nothing', () => {
  expect(run(`${documented} Add-Number -?`)).toContain('Adds numbers.');
});

test('without comments the help is the syntax', () => {
  expect(run('function f { param($A) }; (Get-Help f).Synopsis')).toBe('f [[-A] <Object>]');
});

test('help is asked for by component, role and functionality', () => {
  const f = '<#\n.SYNOPSIS\nS\n.COMPONENT\nMail\n.ROLE\nAdmin\n#>\nfunction f { };';
  expect(run(`${f} (Get-Help f -Component Ma* -Role admin).Synopsis`)).toBe('S');
  expect(run(`${f} $null -eq (Get-Help f -Component Disk 2>$null); $Error[0].FullyQualifiedErrorId`)).toBe(
    'True\nHelpNotFound,Microsoft.PowerShell.Commands.GetHelpCommand',
  );
});

test.each([
  [
    'a comment at a parameter is its help',
    `function f {
# .SYNOPSIS
# S
param(
  # the a
  $a, # behind a
  <#the b#>[int]$b) }
(Get-Help f).parameters.parameter | ForEach-Object { "$($_.name): $($_.description.Text -replace '\n', '+')" }`,
    'a: the a\nb: behind a+the b',
  ],
  [
    'the names of an enumeration stand for its type',
    '<#\n.SYNOPSIS\nS\n#>\nfunction f([switch]$s, [ConsoleColor]$c) { }; (Get-Help f).syntax.syntaxItem.parameter[1].parameterValueGroup.parameterValue[0]',
    'Black',
  ],
  [
    "a function's parameters are shown as they are declared",
    '<#\n.SYNOPSIS\nS\n#>\nfunction f([switch]$s, $p) { }; ((Get-Help f).syntax | Out-String).Trim()',
    'f [-s] [[-p] <Object>] [<CommonParameters>]',
  ],
  [
    'help points to the help of another command',
    'function g { <#\n.SYNOPSIS\nof g\n#> }; function f { # .FORWARDHELPTARGETNAME g\n }; (Get-Help f).Synopsis',
    'of g',
  ],
  [
    'attributes tell of default values and wildcards',
    '<#\n.SYNOPSIS\nS\n#>\nfunction f([PSDefaultValue(Help="five")]$a = 5, [SupportsWildcards()]$b) { }; (Get-Help f).parameters.parameter | ForEach-Object { "$($_.defaultValue) $($_.globbing)" }',
    'five false\n true',
  ],
  [
    'what OutputType says is the output',
    '<#\n.SYNOPSIS\nS\n#>\nfunction f { [OutputType([int])] param() }; (Get-Help f).returnValues.returnValue.type.name',
    'System.Int32',
  ],
  [
    'an example has four empty paragraphs behind it',
    '<#\n.EXAMPLE\nf 1\n\nR\n#>\nfunction f { }; (Get-Help f).examples.example.remarks.Count',
    '5',
  ],
])('%s', (_title, script, output) => {
  expect(run(script)).toBe(output);
});

test('without comments -Full tells of each parameter', () => {
  const text = run('Get-Help Get-Unique -Full');
  expect(text).toContain('-OnType');
  expect(text).toMatch(/Parameter set name {11}AsString\n/);
});
