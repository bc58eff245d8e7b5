import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRunspace } from '../../runtime/runspace.ts';
import { TemporarySession } from '../testing/temporary-session.ts';

let session: TemporarySession;
beforeEach(() => void (session = new TemporarySession()));
afterEach(() => session.remove());

const run = (script: string): string => session.run(script).text;
const bytes = (name: string): number[] => [...readFileSync(join(session.folder, name))];

describe('content', () => {
  test.each([
    ['utf8', [195, 169, 10]],
    ['utf8BOM', [239, 187, 191, 195, 169, 10]],
    ['unicode', [255, 254, 233, 0, 10, 0]],
    ['bigendianunicode', [254, 255, 0, 233, 0, 10]],
    ['latin1', [233, 10]],
    ['ascii', [63, 10]],
    ['([Text.Encoding]::UTF8)', [239, 187, 191, 195, 169, 10]],
    ['([Text.Encoding]::Default)', [195, 169, 10]],
    ['([Text.UTF8Encoding]::new($false))', [195, 169, 10]],
    ['([Text.Encoding]::Unicode)', [255, 254, 233, 0, 10, 0]],
  ])('is written as %s and read back by its mark', (encoding, expected) => {
    expect(run(`Set-Content a.txt 'é' -Encoding ${encoding}; (Get-Content a.txt -Encoding ${encoding}).Length`)).toBe(
      '1',
    );
    expect(bytes('a.txt')).toEqual(expected);
  });

  test('what is appended gets no second mark', () => {
    run(`'a' | Set-Content a.txt -Encoding utf8BOM; 'b' | Add-Content a.txt -Encoding utf8BOM`);
    expect(bytes('a.txt')).toEqual([239, 187, 191, 97, 10, 98, 10]);
  });

  test('variables, functions and environment variables have content, too', () => {
    expect(
      run(`$x = 1, 2; Get-Content variable:x; Set-Content env:Y z; $env:Y; Set-Content function:f { 'in f' }; f`),
    ).toBe('1\n2\nz\nin f');
  });
});

describe('listing', () => {
  beforeEach(() => {
    mkdirSync(join(session.folder, 'd/e'), { recursive: true });
    for (const name of ['b.txt', 'A.log', '.hidden', 'd/c.txt', 'd/e/x.txt']) session.put(name, 'x');
  });

  test.each([
    ['Get-ChildItem -Name', 'd A.log b.txt'],
    ['Get-ChildItem -Force -Name', 'd .hidden A.log b.txt'],
    ['Get-ChildItem -Hidden -Name', '.hidden'],
    ['Get-ChildItem -Recurse -File -Name', 'A.log b.txt d/c.txt d/e/x.txt'],
    ['Get-ChildItem -Recurse -Depth 0 -Name', 'd A.log b.txt'],
    ['Get-ChildItem -Recurse *.txt -Name', 'd/e/x.txt d/c.txt b.txt'],
    ['Get-ChildItem -Exclude *.txt | % Name', 'd A.log'],
    ['Get-ChildItem d/*/*.txt | % Name', 'x.txt'],
    ['Get-ChildItem -Attributes Directory | % Name', 'd'],
    ['Get-ChildItem *.TXT | % Name', 'b.txt'],
  ])('%s', (script, names) => expect(run(`(${script}) -join ' '`)).toBe(names));

  test('links are followed only when asked', () => {
    symlinkSync('.', join(session.folder, 'd/loop'));
    expect(run(`(Get-ChildItem d -Recurse -Directory -Name) -join ' '`)).toBe('e loop');
  });

  test('items are bound by their path', () => {
    expect(run(`Get-ChildItem d -Recurse -File | Remove-Item; (Get-ChildItem d -Recurse -File).Count`)).toBe('0');
  });
});

describe('changes', () => {
  test('-WhatIf changes nothing and tells what would be', () => {
    session.put('a.txt', 'x');
    const { text } = session.run(
      `Remove-Item a.txt -WhatIf; Copy-Item a.txt b.txt -WhatIf; Set-Content a.txt y -WhatIf; Get-ChildItem -Name`,
    );
    expect(text.split('\n')).toEqual([
      `What if: Performing the operation "Remove File" on target "${session.folder}/a.txt".`,
      `What if: Performing the operation "Copy File" on target "Item: ${session.folder}/a.txt Destination: ${session.folder}/b.txt".`,
      `What if: Performing the operation "Set Content" on target "Path: ${session.folder}/a.txt".`,
      'a.txt',
    ]);
  });

  test('folders are copied into those that are there, with what is in them', () => {
    expect(
      run(`New-Item d/e/f.txt -Force -Value x | Out-Null; New-Item -ItemType Directory to | Out-Null
        Copy-Item d to -Recurse; Get-Content to/d/e/f.txt; Move-Item to/d moved; Test-Path to/d; Get-Content moved/e/f.txt`),
    ).toBe('x\nFalse\nx');
  });

  test('a failure is not the end', () => {
    const { text, errors } = session.run(
      `Remove-Item nosuch; Get-Item nosuch -ErrorVariable e -ErrorAction SilentlyContinue; $e[0].FullyQualifiedErrorId`,
    );
    expect(errors).toContain(`Cannot find path '${session.folder}/nosuch' because it does not exist.`);
    expect(text).toBe('PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand');
  });
});

describe('locations and drives', () => {
  test('a drive of one’s own has a root that cannot be left', () => {
    expect(
      run(`New-Item -ItemType Directory box | Out-Null; New-PSDrive B FileSystem box | Out-Null
        Set-Content B:/a.txt in; cd B:; Get-Content a.txt; cd ..; (Get-Location).Path; cd /; Test-Path box/a.txt; Remove-PSDrive B; Test-Path B:/a.txt`),
    ).toBe('in\nB:/\nFalse\nFalse');
  });

  test('places are remembered', () => {
    mkdirSync(join(session.folder, 'd'));
    expect(
      run(
        `Push-Location d; "$PWD".EndsWith('/d'); Pop-Location; cd d; cd -; "$PWD".EndsWith('/d'); cd +; "$PWD".EndsWith('/d')`,
      ),
    ).toBe('True\nFalse\nTrue');
  });

  test('other drives are places, too', () => {
    expect(run(`cd env:; (Get-Item HOME).Value -eq $env:HOME; (Get-Location).Path; Test-Path nosuch`)).toBe(
      'True\nEnv:/\nFalse',
    );
  });
});

test('without the capability nothing of the machine is seen', () => {
  let errors = '';
  const host = { write: () => undefined, writeError: (text: string) => void (errors += text), width: 200 };
  createRunspace({ host }).invoke('Get-Content /etc/passwd; Set-Content /tmp/x y; Get-ChildItem /');
  expect(errors.match(/has not been given access to files/g)).toHaveLength(3);
});

test('no provider takes credentials, and says so as the file system does', () => {
  const script = `$c = [pscredential]::new('u', (ConvertTo-SecureString p -AsPlainText)); try { Get-Item . -Credential $c } catch { $_.FullyQualifiedErrorId; "$_" }
    (Get-Item . -Credential ([pscredential]::Empty)).PSIsContainer`;
  expect(session.run(script).text).toBe(
    'NotSupported,Microsoft.PowerShell.Commands.GetItemCommand\nThe FileSystem provider supports credentials only on the New-PSDrive cmdlet. Perform the operation again without specifying credentials.\nTrue',
  );
});

test('Get-Content -Wait writes what is added, and begins anew with a file that was written anew', () => {
  session.put('log.txt', 'one\ntwo\n');
  const steps = ['one\ntwo\nthree\n', 'one\ntwo\nthree\n', 'new\n'];
  const sleep = (): void => {
    const next = steps.shift();
    if (next === undefined) rmSync(join(session.folder, 'log.txt'));
    else session.put('log.txt', next);
  };
  expect(session.run('Get-Content log.txt -Wait -Tail 1', { sleep }).text).toBe('two\nthree\nnew');
  expect(session.run('"x" > y.txt; try { gc y.txt -Raw -Wait } catch { "$_" }').text).toContain("'Wait' and 'Raw'");
});

test('a location is asked for by its provider', () => {
  expect(session.run('(Get-Location -PSProvider Environment).Path').text).toBe('Env:/');
});

test('a changed property is written where it is asked for', () => {
  session.put('changed.txt', 'x');
  const { text } = session.run(
    `$p = Set-ItemProperty ./changed.txt LastWriteTime '2024-01-02' -PassThru; "$($p.LastWriteTime.Year) $($p.PSChildName)"`,
  );
  expect(text).toBe('2024 changed.txt');
});

test('a link to a folder is removed alone, and nobody is asked', () => {
  mkdirSync(join(session.folder, 'kept'));
  session.put('kept/a.txt', 'x');
  const { text } = session.run(
    `$null = New-Item link -ItemType SymbolicLink -Value ./kept; Remove-Item link; (Test-Path link), (Test-Path kept/a.txt)`,
  );
  expect(text).toBe('False\nTrue');
});

test('no path matches a pattern that is none', () => {
  expect(session.run("Test-Path 'a[b'").text).toBe('False');
});
