import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TemporarySession } from '../testing/temporary-session.ts';

const session = new TemporarySession();
afterAll(() => session.remove());

function made(parameters: string): string {
  session.run(`New-ModuleManifest -Path ./m.psd1 ${parameters}`);
  return readFileSync(join(session.folder, 'm.psd1'), 'utf8');
}

test.each([
  ['-Author "o\'x"', "Author = 'o''x'", "Copyright = '(c) o''x. All rights reserved.'"],
  ['-FunctionsToExport a, b', "FunctionsToExport = 'a', 'b'", 'CmdletsToExport = @()'],
  ['-RootModule x.psm1', "RootModule = 'x.psm1'", "CmdletsToExport = '*'"],
  [
    '-RequiredModules M, @{ ModuleName = "Z"; ModuleVersion = "1.0" }',
    "RequiredModules = @('M', \n               @{ModuleName = 'Z'; ModuleVersion = '1.0'; })",
    '# RootModule',
  ],
  ['-Tags t, u -RequireLicenseAcceptance', "        Tags = 't', 'u'", '        RequireLicenseAcceptance = $true'],
  ['-PrivateData @{ a = 1 }', "    # a\n    a = '1'\n\n} # End of PrivateData", "ModuleVersion = '0.0.1'"],
  [
    '-FileList (1..9 | ForEach-Object { "file$_.txt" })',
    "'file5.txt', \n               'file6.txt'",
    '# RequiredModules = @()',
  ],
])('%s', (parameters, ...lines) => {
  const text = made(parameters);
  for (const line of lines) expect(text).toContain(line);
});

test('what is made is a manifest', () => {
  session.put('x.psm1', 'function a { 1 }; function b { 2 }');
  const { text } = session.run(
    `New-ModuleManifest -Path ./x.psd1 -RootModule x.psm1 -ModuleVersion 2.1 -FunctionsToExport a
     "$((Test-ModuleManifest ./x.psd1).Version)"; (Import-Module ./x.psd1 -PassThru).ExportedFunctions.Keys`,
  );
  expect(text).toBe('2.1\na');
});

test('a manifest is a .psd1 file', () => {
  expect(session.run('New-ModuleManifest -Path ./m.txt').errors).toContain("has a '.psd1' extension");
});
