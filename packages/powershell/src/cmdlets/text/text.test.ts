import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TemporarySession } from '../testing/temporary-session.ts';
import { isDataOnly } from '../../syntax/data-only.ts';

const session = new TemporarySession();
beforeAll(() => session.put('in.txt', 'one\ntwo\nthree\nfour\nfive\n'));
afterAll(() => session.remove());
const run = (script: string): string => session.run(script).text;

describe('Select-String', () => {
  test.each([
    [`(Select-String in.txt -Pattern 't' | % LineNumber) -join ','`, '2,3'],
    [`(Select-String in.txt -Pattern 't' -List | % LineNumber) -join ','`, '2'],
    [
      `$m = Select-String in.txt -Pattern 'three' -Context 1,2; $m.Context.PreContext + $m.Context.PostContext -join ','`,
      'two,four,five',
    ],
    [`Select-String in.txt -Pattern 'x' -Quiet`, 'False'],
    [`(Get-Item in.txt | Select-String 'five').Filename`, 'in.txt'],
    [`('aXbx' | Select-String 'x' -AllMatches).Matches.Index -join ','`, '1,3'],
    [`('a.b', 'axb' | Select-String '.' -SimpleMatch -Raw)`, 'a.b'],
  ])('%s', (script, text) => expect(run(script)).toBe(text));

  test('a pattern that is none ends it', () => {
    expect(session.run(`'a' | Select-String '('; 'on'`)).toMatchObject({
      text: 'on',
      errors: expect.stringContaining('is not a valid regular expression') as string,
    });
  });
});

describe('data files', () => {
  test.each([
    ["@{ A = 1; B = 'x', $true; C = @{ D = -1 } }", true],
    ['@{ A = Get-Date }', false],
    ['@{ A = $env:HOME }', false],
    ['@{ A = (1).ToString() }', false],
    ['@{ A = "$(Remove-Item x)" }', false],
  ])('%s', (text, isData) => expect(isDataOnly(text)).toBe(isData));

  test('what would run is not run', () => {
    session.put('bad.psd1', `@{ A = (New-Item made.txt) }`);
    const { text, errors } = session.run(`Import-PowerShellDataFile bad.psd1; Test-Path made.txt`);
    expect(errors).toContain('could not be parsed as a PowerShell Data File');
    expect(text).toBe('False');
  });
});

describe('localized data', () => {
  beforeAll(() => {
    run('$null = mkdir fr, en-US');
    session.put('fr/words.psd1', "ConvertFrom-StringData 'a = un'");
    session.put('en-US/words.psd1', "ConvertFrom-StringData 'a = one'");
    session.put('bad.psd1', 'Get-Item .');
  });
  test.each([
    ['(Import-LocalizedData -FileName words -UICulture fr-FR).a', 'un'],
    ['Import-LocalizedData d -FileName words.psd1; $d.a', 'one'],
    ["[cultureinfo]::CurrentUICulture = 'fr'; Import-LocalizedData script:e -FileName words; $e.a", 'un'],
    ['(Import-LocalizedData -FileName bad -SupportedCommand Get-Item).PSIsContainer', 'True'],
  ])('%s', (script, text) => expect(run(script)).toBe(text));

  test('what is not there, and commands that are not supported', () => {
    expect(session.run('Import-LocalizedData -FileName none -UICulture de').errors).toContain(
      'Cannot find the PowerShell data file',
    );
    expect(session.run('Import-LocalizedData -FileName bad').errors).toContain("The command 'Get-Item' is not allowed");
  });
});

test('the lines of string data', () => {
  expect(run(`$d = ConvertFrom-StringData "a = 1\\t2\`n# no\`nb=x=y"; $d.a; $d.b; $d.Count`)).toBe('1\t2\nx=y\n2');
  expect(session.run(`ConvertFrom-StringData 'no'`).errors).toContain("is not in 'name=value' format");
});
