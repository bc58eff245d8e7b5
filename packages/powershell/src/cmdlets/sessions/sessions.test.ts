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
    "Cannot find path '/System.Windows.Forms.dll' because it does not exist.",
  );
  expect(run('try { Add-Type \'class x {}\' } catch { "$_" }')).toBe(
    'Add-Type -TypeDefinition is not supported yet for anything but enumerations, as no C# is compiled: write the type as a class of PowerShell, and call a program in place of a function of a native library.',
  );
});

test('the functions of a new session are there', () => {
  expect(
    run('(Get-Command cls).Definition; (Get-Command Clear-Host).CommandType; Clear-Host; 1..2 | oss | % { "[$_]" }'),
  ).toBe('Clear-Host\nFunction\n[1]\n[2]');
  expect(run('function prompt { "mine" }; prompt')).toBe('mine');
});

test('enumerations of C# are types', () => {
  const source = `using System; [Flags] public enum Access { None, Read = 1 << 0, Write = 0x2, /* all */ Both = Read | Write }`;
  expect(run(`Add-Type '${source}'; Add-Type '${source}'; [Access]3; [int][Access]::Write; [Access]'read'`)).toBe(
    'Both\n2\nRead',
  );
  expect(run("Add-Type 'namespace A.B { enum C { X = 5, Y } }'; [int][A.B.C]::Y")).toBe('6');
  expect(run("Add-Type 'enum E { A }'; try { Add-Type 'enum E { B }' } catch { \"$_\" }")).toBe(
    "Cannot add type. The type name 'E' already exists.",
  );
});
