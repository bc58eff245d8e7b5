import { expect, test } from 'vitest';
import { createRunspace } from '../../runtime/runspace.ts';

function run(script: string): string {
  let text = '';
  const host = { write: (part: string) => void (text += part), writeError: () => undefined, width: 200 };
  createRunspace({ host }).invoke(script);
  return text.trim();
}

const idOf = (script: string): string => run(`try { ${script} } catch { $_.FullyQualifiedErrorId }`);

test('Get-Command tells functions, aliases and cmdlets by their kinds', () => {
  expect(run('function f { }; Get-Command f, gcm, Get-Command | ForEach-Object { "$($_.CommandType) $_" }')).toBe(
    'Function f\nAlias gcm\nCmdlet Get-Command',
  );
  expect(
    run('function Get-Mine { param($A) }; (Get-Command Get-Mine).Parameters.Keys; (Get-Command *-Mine).Name'),
  ).toBe('A\nGet-Mine');
  expect(idOf('Get-Command none -ErrorAction Stop')).toBe(
    'CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand',
  );
});

test('an alias is made, followed and removed', () => {
  expect(run("Set-Alias one Write-Output; New-Alias two one; two 'x'; (Get-Alias two).Definition")).toBe('x\none');
  expect(idOf('New-Alias a b; New-Alias a c -ErrorAction Stop')).toBe(
    'AliasAlreadyExists,Microsoft.PowerShell.Commands.NewAliasCommand',
  );
  expect(idOf('Set-Alias a b; Remove-Alias a; Get-Alias a -ErrorAction Stop')).toBe(
    'ItemNotFoundException,Microsoft.PowerShell.Commands.GetAliasCommand',
  );
});

test('an alias of a scope ends with the scope', () => {
  expect(run("function f { Set-Alias own Write-Output; own 'in' }; f; [bool](Get-Alias own -ErrorAction Ignore)")).toBe(
    'in\nFalse',
  );
});

test('Invoke-Expression runs in the scope it stands in', () => {
  expect(run("function f { Invoke-Expression '$x = 1'; $x }; f; [string]::IsNullOrEmpty($x)")).toBe('1\nTrue');
});

test('Invoke-Command has a scope of its own unless it is not to', () => {
  expect(run('Invoke-Command { $x = $args[0]; $x } -ArgumentList 2; "[$x]"')).toBe('2\n[]');
  expect(run('Invoke-Command -NoNewScope { $x = 3 }; $x')).toBe('3');
});

test('a command of the original that is not here is refused by name, and no other', () => {
  const message = (script: string): string => run(`try { ${script} } catch { "$_" }`);
  expect(message('Get-Acl')).toBe("The command 'Get-Acl' is not supported yet.");
  expect(message('Get-Nonsense')).toMatch(/^The term 'Get-Nonsense' is not recognized/);
});
