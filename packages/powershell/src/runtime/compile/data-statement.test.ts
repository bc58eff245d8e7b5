import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

describe('data sections', () => {
  checkScripts([
    { script: "data messages { ConvertFrom-StringData 'a = b' }; $messages.a", output: 'b' },
    { script: 'data { 1; 2 }', output: '1\n2' },
    { script: 'data d { @{ a = 1 } }; $d.GetType().Name', output: 'Hashtable' },
    { script: '& { data d { 1 } }; $null -eq $d', output: 'True' },
    {
      script: "data -SupportedCommand ('Get-' + 'Date') { Get-Item . }",
      errorId: 'CmdletNotInAllowedListForDataSection',
    },
    { script: '{ 2 + 2 }.CheckRestrictedLanguage($null, $null, $false)' },
    { script: '{ $a + $env:b }.CheckRestrictedLanguage($null, [string[]]"a", $true)' },
    { script: '{ $a + $b }.CheckRestrictedLanguage($null, [string[]]"*", $false)' },
    { script: '{ Get-Date | where a }.CheckRestrictedLanguage([string[]]("get-date", "WHERE"), $null, $false)' },
    { script: '{ Get-Date }.CheckRestrictedLanguage([string[]]"where", $null, $false)', errorId: 'ParseException' },
    { script: '{ $a }.CheckRestrictedLanguage($null, $null, $false)', errorId: 'ParseException' },
    { script: '{ param($a) 1 }.CheckRestrictedLanguage($null, $null, $false)', errorId: 'ParseException' },
  ]);
});
