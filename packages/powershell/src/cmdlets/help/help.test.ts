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
