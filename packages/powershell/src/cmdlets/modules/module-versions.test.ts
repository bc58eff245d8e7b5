import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TemporarySession } from '../testing/temporary-session.ts';

const session = new TemporarySession();
afterAll(() => session.remove());

beforeAll(() => {
  for (const version of ['1.0', '1.5', '2.0']) {
    mkdirSync(join(session.folder, 'mods/Tool', version), { recursive: true });
    session.put(`mods/Tool/${version}/Tool.psd1`, `@{ RootModule = 'Tool.psm1'; ModuleVersion = '${version}' }`);
    session.put(`mods/Tool/${version}/Tool.psm1`, `function Get-Tool { '${version}' }; function Get-Other { 'other' }`);
  }
});

const run = (script: string): string => {
  const { text, errors } = session.run(`$env:PSModulePath = '${join(session.folder, 'mods')}'; ${script}`);
  return text + errors;
};

test.each([
  ['Import-Module Tool; Get-Tool', '2.0'],
  ['Import-Module Tool -RequiredVersion 1.5; Get-Tool', '1.5'],
  ['Import-Module Tool -MaximumVersion 1.9; Get-Tool', '1.5'],
  ["Import-Module Tool -MaximumVersion '1.*'; Get-Tool", '1.5'],
  ['Import-Module Tool -MinimumVersion 1.2; Get-Tool', '2.0'],
  [
    "Import-Module -FullyQualifiedName @{ ModuleName = 'Tool'; ModuleVersion = '1.1'; MaximumVersion = '1.9' }; Get-Tool",
    '1.5',
  ],
  ['Import-Module Tool -RequiredVersion 1.0; Import-Module Tool -MinimumVersion 2.0; Get-Tool', '2.0'],
  ["Import-Module Tool; (Get-Module -FullyQualifiedName @{ ModuleName = 'Tool'; ModuleVersion = '3.0' }).Count", '0'],
  [
    "Import-Module Tool; Remove-Module -FullyQualifiedName @{ ModuleName = 'Tool'; ModuleVersion = '1.0' }; (Get-Module Tool).Count",
    '0',
  ],
  ['function Get-Tool { "mine" }; Import-Module Tool -NoClobber; Get-Tool; Get-Other', 'mine\nother'],
  [
    "Import-Module Tool; (Get-Command -FullyQualifiedModule @{ ModuleName = 'Tool'; ModuleVersion = '1.0' }).Name -join ' '",
    'Get-Other Get-Tool',
  ],
  ['Import-Module Tool; (Get-Command Get-T* -ExcludeModule Tool).Name -contains "Get-Tool"', 'False'],
  ['Import-Module Tool -Cmdlet Get-Tool; [bool](Get-Command Get-Other -ErrorAction Ignore)', 'False'],
  [
    "\"$([Microsoft.PowerShell.Commands.ModuleSpecification]@{ ModuleName = 'A'; ModuleVersion = '1.0' })\"",
    "@{ ModuleName = 'A'; ModuleVersion = '1.0' }",
  ],
])('%s', (script, shown) => {
  expect(run(script)).toBe(shown);
});

test.each([
  ['Import-Module Tool -RequiredVersion 9.0', "The specified module 'Tool' with version '9.0' was not loaded"],
  [
    "Import-Module -FullyQualifiedName @{ ModuleName = 'Tool' }",
    "'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist",
  ],
  ["Import-Module -FullyQualifiedName @{ ModuleName = 'Tool'; Nope = 1 }", "members that are not valid ('Nope')"],
])('%s is refused', (script, message) => {
  expect(run(script).replaceAll(/[\s|]+/g, ' ')).toContain(message);
});
