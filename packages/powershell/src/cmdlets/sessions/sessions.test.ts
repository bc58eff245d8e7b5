import { expect, test } from 'vitest';
import { createRunspace } from '../../runtime/runspace.ts';

function run(script: string): string {
  let text = '';
  const write = (part: string): void => void (text += part);
  createRunspace({ host: { write, writeError: write, width: 200 } }).invoke(script);
  return text.trim();
}

test('the snap-ins of Exchange are there, others are not', () => {
  expect(run('Add-PSSnapin *Exchange*E2010 -PassThru | % Name; (Get-PSSnapin).Count')).toBe(
    'Microsoft.Exchange.Management.PowerShell.E2010\n2',
  );
  expect(run('asnp *E2010; Remove-PSSnapin *E2010; (Get-PSSnapin).Name')).toBe('Microsoft.PowerShell.Core');
  expect(run('try { Add-PSSnapin nosuch -ErrorAction Stop } catch { "$_" }')).toBe(
    "The Windows PowerShell snap-in 'nosuch' is not installed on this computer.",
  );
});

test('options of a session are kept as they were said', () => {
  expect(
    run(
      '$o = New-PSSessionOption -SkipCACheck -OpenTimeout 5000; $o.SkipCACheck; $o.SkipCNCheck; $o.OpenTimeout.TotalSeconds',
    ),
  ).toBe('True\nFalse\n5');
});

test('assemblies of .NET need no loading; those of the desktop are not there, and C# is not compiled', () => {
  expect(run('Add-Type -AssemblyName System.IO.Compression.FileSystem, System.Web; "loaded"')).toBe('loaded');
  expect(run('try { Add-Type -AssemblyName System.Windows.Forms } catch { "$_" }')).toBe(
    "Cannot load assembly 'System.Windows.Forms'.",
  );
  expect(run('try { Add-Type \'class x {}\' } catch { "$_" }')).toBe(
    "The parameter 'TypeDefinition' is not supported yet.",
  );
});

test('the functions of a new session are there', () => {
  expect(
    run('(Get-Command cls).Definition; (Get-Command Clear-Host).CommandType; Clear-Host; 1..2 | oss | % { "[$_]" }'),
  ).toBe('Clear-Host\nFunction\n[1]\n[2]');
  expect(run('function prompt { "mine" }; prompt')).toBe('mine');
});
